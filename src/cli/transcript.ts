// puppet transcript: runs a scenario and prints its journal, one line per entry.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { type Entry, toAddress, WORLD } from "../core/event.ts";
import { produce } from "../core/production.ts";
import type { Scenario } from "../core/scenario.ts";
import { transcriptLine } from "../report/transcript.ts";
import { simulate } from "../run/simulate.ts";
import { INTERRUPTED, listenForInterrupt } from "./interrupt.ts";
import { loadScenario } from "./load.ts";
import { nearest } from "./nearest.ts";
import { parseAgents, parseAt, parseParams, parseSeed } from "./options.ts";
import { collect } from "./run.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet transcript rumour                     everything that happened
  puppet transcript rumour --agent ada         what reached one agent
  puppet transcript rumour --from 9h --to 10h  an hour of it
  puppet transcript rumour --agent world       what was asked of the world

Each line: day and time, number of the entry, for whom, event, what became of it
when it was not handled, and -> what the agent asked of the outside.`;

interface TranscriptFlags {
  readonly seed: number;
  readonly until?: string;
  readonly agents?: number;
  readonly set?: readonly string[];
  readonly agent?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Adds `transcript` to the program. */
export function addTranscriptCommand(program: Command, session: Session): void {
  program
    .command("transcript")
    .summary("print what happened, one line per entry")
    .description("Runs a scenario and prints its journal, one line per entry.")
    .argument("<SCENARIO>", "a name in ./scenarios or in the package, or a path")
    .option("--seed <integer>", "behind all chance of the run", parseSeed, 1)
    .option("--until <time>", "where the run ends; the scenario's own by default")
    .option("--agents <number>", "size of the population, where the scenario has one", parseAgents)
    .option("--set <params.NAME=VALUE>", "change a parameter; may be repeated", collect)
    .option("--agent <id>", "only entries for this agent, or for world")
    .option("--from <time>", "only entries from this instant on")
    .option("--to <time>", "only entries up to this instant")
    .addHelpText("after", EXAMPLES)
    .action((query: string, flags: TranscriptFlags) => print(query, flags, session));
}

async function print(query: string, flags: TranscriptFlags, session: Session): Promise<void> {
  const scenario = await loadScenario(query);
  const options = {
    seed: flags.seed,
    ...(flags.agents !== undefined && { agents: flags.agents }),
    params: parseParams(flags.set ?? [], scenario),
  };
  const { from, to } = spanOf(flags, scenario);
  if (flags.agent !== undefined) checkAgent(flags.agent, scenario, options);
  const address = flags.agent === undefined ? undefined : toAddress(flags.agent);
  const isShown = (entry: Entry): boolean =>
    entry.at >= from && (address === undefined || entry.to === address);
  using interrupt = listenForInterrupt();
  const { complete } = await simulate(scenario, {
    ...options,
    until: to,
    journal: false,
    signal: interrupt.signal,
    observe: (live) =>
      live.journal$.subscribe((entry) => {
        if (isShown(entry)) session.terminal.out(`${transcriptLine(entry)}\n`);
      }),
  });
  if (!complete) session.exitCode = INTERRUPTED;
}

/** What comes after `--to` need not be run. */
function spanOf(
  flags: TranscriptFlags,
  scenario: Scenario,
): { readonly from: number; readonly to: number } {
  const read = (text: string | undefined, option: string, usual: number): number =>
    text === undefined ? usual : parseAt(text, option, scenario);
  const until = read(flags.until, "--until", scenario.until);
  const from = read(flags.from, "--from", 0);
  const to = Math.min(read(flags.to, "--to", until), until);
  if (from <= to) return { from, to };
  const problem = `--from "${flags.from}" lies behind the end of what is shown`;
  throw new EngineError("OPTION_INVALID", `${problem}; give an earlier --from or a later --to`);
}

function checkAgent(id: string, scenario: Scenario, options: Parameters<typeof produce>[1]): void {
  const ids = produce(scenario, options).roles.map((role) => role.id);
  if (id === WORLD || ids.includes(id)) return;
  const meant = nearest(id, [...ids, WORLD]);
  const cast = `${ids.slice(0, 10).join(", ")}${ids.length > 10 ? ", …" : ""}`;
  const wayOut = meant === undefined ? `the cast is ${cast}` : `did you mean ${meant}?`;
  throw new EngineError(
    "SCENARIO_UNKNOWN_AGENT",
    `--agent "${id}" of "${scenario.name}"; ${wayOut}`,
  );
}
