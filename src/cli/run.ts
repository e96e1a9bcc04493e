// puppet run: simulates a scenario and tells what happened.
import type { Command } from "commander";
import type { Scenario } from "../core/scenario.ts";
import { formatInstant } from "../core/time.ts";
import type { MoodChange } from "../report/moods.ts";
import { summary } from "../report/summary.ts";
import type { Run } from "../run/run.ts";
import { simulate } from "../run/simulate.ts";
import { INTERRUPTED, listenForInterrupt } from "./interrupt.ts";
import { jsonLine, runJson } from "./json.ts";
import { loadScenario } from "./load.ts";
import { sampleMoods } from "./mood-samples.ts";
import { parseAgents, parseAt, parseBackend, parseParams, parseSeed } from "./options.ts";
import { progressBar } from "./progress.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet run small-town                        a scenario by name
  puppet run ./my/scenario.ts --seed 7         by path, with another seed
  puppet run rumour --until 12h --json         a shorter run, as JSON
  puppet run ./my/scenario.ts --set params.size=3

Times are 90s, 30m, 6h, 7d or ISO instants. Equal seeds give equal digests.`;

interface RunFlags {
  readonly seed: number;
  readonly until?: string;
  readonly agents?: number;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `run` to the program. */
export function addRunCommand(program: Command, session: Session): void {
  program
    .command("run")
    .summary("simulate a scenario")
    .description("Simulates a scenario, offline and in virtual time.")
    .argument("<SCENARIO>", "a name in ./scenarios or in the package, or a path")
    .option("--seed <integer>", "behind all chance of the run", parseSeed, 1)
    .option("--until <time>", "where the run ends; the scenario's own by default")
    .option("--agents <number>", "size of the population, where the scenario has one", parseAgents)
    .option("--set <params.NAME=VALUE>", "change a parameter; may be repeated", collect)
    .option("--backend <name>", "what executes the machines: xstate", parseBackend)
    .option("--json", "print the result as one JSON value")
    .option("--quiet", "no progress bar, and one line instead of the summary")
    .addHelpText("after", EXAMPLES)
    .action((query: string, flags: RunFlags) => run(query, flags, session));
}

/** For options that may be repeated. */
export const collect = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];

async function run(query: string, flags: RunFlags, session: Session): Promise<void> {
  const { terminal } = session;
  const scenario = await loadScenario(query);
  const isPage = !flags.json && !flags.quiet;
  const bar = progressBar({ ...terminal, isDrawable: terminal.isDrawable && isPage });
  let moods: ReadonlyMap<string, readonly MoodChange[]> = new Map();
  using interrupt = listenForInterrupt();
  const result = await simulate(scenario, {
    ...optionsOf(flags, scenario),
    signal: interrupt.signal,
    onProgress: bar.show,
    observe: (live) => {
      if (isPage) moods = sampleMoods(live);
    },
  });
  bar.clear();
  if (!result.complete) session.exitCode = INTERRUPTED;
  const { columns, isColoured } = terminal;
  if (flags.json) terminal.out(jsonLine(runJson(result)));
  else if (flags.quiet) terminal.out(quietLine(result));
  else
    terminal.out(
      summary(result, { columns, isColoured, moods, next: nextCommands(result, query) }),
    );
}

/** What the options say to `simulate`. */
function optionsOf(
  { seed, until, agents, set }: RunFlags,
  scenario: Scenario,
): Parameters<typeof simulate>[1] {
  return {
    seed,
    ...(until !== undefined && { until: parseAt(until, "--until", scenario) }),
    ...(agents !== undefined && { agents }),
    params: parseParams(set ?? [], scenario),
  };
}

function quietLine({ run, steps, posts, digest, complete, state }: Run): string {
  const stopped = complete ? "" : `, stopped at ${formatInstant(state.at)}`;
  return `${run}: ${steps} entries, ${posts.length} posts${stopped}, digest ${digest}\n`;
}

function nextCommands({ agents, seed }: Run, query: string): readonly string[] {
  const scenario = /^[\w./-]+$/.test(query) ? query : `"${query}"`;
  const seeded = seed === 1 ? "" : ` --seed ${seed}`;
  return [
    `npx puppet transcript ${scenario}${seeded} --agent ${agents[0]} --to 1d`,
    `npx puppet run ${scenario} --seed ${seed + 1}`,
    "npx puppet scenarios",
  ];
}
