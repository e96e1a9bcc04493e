// puppet run: simulates a scenario and tells what happened.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Run } from "../run/run.ts";
import { type SimulateOptions, simulate } from "../run/simulate.ts";
import { openStore } from "../storage/level-store.ts";
import { loadScenario, originOf } from "./load.ts";
import {
  collect,
  parseAgents,
  parseAt,
  parseBackend,
  parseParams,
  parsePause,
  parseSeed,
} from "./options.ts";
import { DEFAULT_STORE } from "./past.ts";
import type { Session } from "./session.ts";
import { shellWord } from "./shell-word.ts";
import { type ResultFlags, tellHowToGoOn, watched } from "./watched.ts";

const EXAMPLES = `
Examples:
  puppet run small-town                        a scenario by name
  puppet run ./my/scenario.ts --seed 7         by path, with another seed
  puppet run rumour --until 12h --json         a shorter run, as JSON
  puppet run ./my/scenario.ts --set params.size=3
  puppet run --cast personas                   whoever is in that folder

Times are 90s, 30m, 6h, 7d or ISO instants. Equal seeds give equal digests.`;

interface RunFlags extends ResultFlags {
  readonly cast?: string;
  readonly seed: number;
  readonly until?: string;
  readonly agents?: number;
  readonly set?: readonly string[];
  readonly store: string;
  readonly snapshotEvery?: string;
  readonly resume?: boolean;
}

/** Adds `run` to the program. */
export function addRunCommand(program: Command, session: Session): void {
  program
    .command("run")
    .summary("simulate a scenario")
    .description("Simulates a scenario, offline and in virtual time.")
    .argument("[SCENARIO]", "a name in ./scenarios or in the package, or a path")
    .option("--cast <folder>", "instead: the personas and v1 agents of a folder, for a week")
    .option("--seed <integer>", "behind all chance of the run", parseSeed, 1)
    .option("--until <time>", "where the run ends; the scenario's own by default")
    .option("--agents <number>", "size of the population, where the scenario has one", parseAgents)
    .option("--set <params.NAME=VALUE>", "change a parameter; may be repeated", collect)
    .option("--backend <name>", "what executes the machines: xstate", parseBackend)
    .option("--store <folder>", "where the run is kept; none: nowhere", DEFAULT_STORE)
    .option("--snapshot-every <time>", "as often as it is cheap by default")
    .option("--resume", "continue this run where it was ended early")
    .option("--json", "print the result as one JSON value")
    .option("--quiet", "no progress bar, and one line instead of the summary")
    .addHelpText("after", EXAMPLES)
    .action((query: string | undefined, flags: RunFlags) =>
      run(queryOf(query, flags), flags, session),
    );
}

/** A folder of personas is named with a slash at its end. @throws EngineError */
function queryOf(query: string | undefined, { cast }: RunFlags): string {
  if (cast === undefined && query !== undefined) return query;
  if (cast === undefined) {
    const wayOut = '"puppet scenarios" lists them, and --cast takes a folder of personas';
    throw new EngineError("ARGUMENT_MISSING", `no SCENARIO is named; ${wayOut}`);
  }
  if (query === undefined) return cast.endsWith("/") ? cast : `${cast}/`;
  const problem = `--cast "${cast}" beside the scenario "${query}", which has its own cast`;
  throw new EngineError("OPTION_INVALID", `${problem}; leave one of them out`);
}

async function run(query: string, flags: RunFlags, session: Session): Promise<void> {
  const scenario = await loadScenario(query);
  const options = optionsOf(flags, scenario);
  await using store = flags.store === "none" ? undefined : await openStore(flags.store);
  const result = await watched(
    (watching) =>
      simulate(scenario, {
        ...options,
        ...watching,
        ...(store && { store, origin: originOf(query) }),
      }),
    { flags, session, next: (result) => nextCommands(result, query) },
  );
  if (store) tellHowToGoOn(session, result);
}

/** What the options say to `simulate`. */
function optionsOf(
  { seed, until, agents, set, snapshotEvery, resume }: RunFlags,
  scenario: Scenario,
): SimulateOptions {
  return {
    seed,
    ...(until !== undefined && { until: parseAt(until, "--until", scenario) }),
    ...(agents !== undefined && { agents }),
    params: parseParams(set ?? [], scenario),
    ...(snapshotEvery !== undefined && { snapshotEvery: parsePause(snapshotEvery) }),
    ...(resume && { resume }),
  };
}

function nextCommands({ run, seed, kept }: Run, query: string): readonly string[] {
  const scenario = shellWord(query);
  const past = kept
    ? [`npx puppet show ${run} --at 1d`, `npx puppet fork ${run} --at 1d --seed ${seed + 1}`]
    : [`npx puppet transcript ${scenario} --seed ${seed} --to 1d`];
  return [...past, `npx puppet run ${scenario} --seed ${seed + 1}`, "npx puppet scenarios"];
}
