// puppet transcript: prints a journal, one line per entry.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { type Entry, toAddress, WORLD } from "../core/event.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { nearest } from "../core/nearest.ts";
import { type Production, produce } from "../core/production.ts";
import type { Scenario } from "../core/scenario.ts";
import { transcriptLine } from "../report/transcript.ts";
import { entriesOf } from "../run/past.ts";
import { simulate } from "../run/simulate.ts";
import { listFiles } from "./find.ts";
import { INTERRUPTED, listenForInterrupt } from "./interrupt.ts";
import { loadScenario } from "./load.ts";
import { collect, parseAgents, parseAt, parseParams, parseSeed } from "./options.ts";

import { openPast, type StoreFlag, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet transcript rumour-1                     everything that happened
  puppet transcript rumour-1 --agent ada         what reached one agent
  puppet transcript rumour-1 --from 9h --to 10h  an hour of it
  puppet transcript rumour --agent world         simulated, and not kept

Each line: day and time, number of the entry, for whom, event, what became of it
when it was not handled, and -> what the agent asked of the outside.`;

interface TranscriptFlags extends StoreFlag {
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
  const command = program
    .command("transcript")
    .summary("print what happened, one line per entry")
    .description("Prints the journal of a run in the store, or of a scenario, a line per entry.")
    .argument("<RUN>", "a run in the store, or a scenario by name or path")
    .option("--agent <id>", "only entries for this agent, or for world")
    .option("--from <time>", "only entries from this instant on")
    .option("--to <time>", "only entries up to this instant")
    .option("--seed <integer>", "of a scenario: behind all chance of the run", parseSeed, 1)
    .option("--until <time>", "of a scenario: where the run ends")
    .option("--agents <number>", "of a scenario: size of its population", parseAgents)
    .option("--set <params.NAME=VALUE>", "of a scenario: a parameter; may be repeated", collect);
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((query: string, flags: TranscriptFlags) =>
      isRun(query) ? printKept(query, flags, session) : printSimulated(query, flags, session),
    );
}

/** Runs have the seed behind the name, and scenarios of such a name go first. */
const isRun = (query: string): boolean =>
  /^[^/\\]+-\d+(?:[.~]\d+)*$/.test(query) &&
  !listFiles("scenarios").some(({ name }) => name === query);

async function printKept(id: string, flags: TranscriptFlags, session: Session): Promise<void> {
  await using opened = await openPast(id, { ...flags, isForeign: true });
  const { past, scenario } = opened;
  const { from, to } = spanOf(flags, scenario, past.until);
  if (flags.agent !== undefined) checkAgent(flags.agent, past.production);
  const address = flags.agent === undefined ? undefined : toAddress(flags.agent);
  for (let seq = 0; seq < past.steps; seq += BLOCK_SIZE) {
    const entries = await entriesOf(past, seq, seq + BLOCK_SIZE);
    const shown = entries.filter(
      ({ at, to: recipient }) =>
        at >= from && at <= to && (address === undefined || recipient === address),
    );
    session.terminal.out(shown.map((entry) => `${transcriptLine(entry)}\n`).join(""));
    if ((entries.at(-1)?.at ?? 0) > to) return;
  }
}

async function printSimulated(
  query: string,
  flags: TranscriptFlags,
  session: Session,
): Promise<void> {
  const scenario = await loadScenario(query);
  const options = {
    seed: flags.seed,
    ...(flags.agents !== undefined && { agents: flags.agents }),
    params: parseParams(flags.set ?? [], scenario),
  };
  const until =
    flags.until === undefined ? scenario.until : parseAt(flags.until, "--until", scenario);
  const { from, to } = spanOf(flags, scenario, until);
  if (flags.agent !== undefined) checkAgent(flags.agent, produce(scenario, options));
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

/** What comes after `--to` need not be looked at. @param until where the run ends */
function spanOf(
  flags: TranscriptFlags,
  scenario: Scenario,
  until: number,
): { readonly from: number; readonly to: number } {
  const read = (text: string | undefined, option: string, usual: number): number =>
    text === undefined ? usual : parseAt(text, option, scenario);
  const from = read(flags.from, "--from", 0);
  const to = Math.min(read(flags.to, "--to", until), until);
  if (from <= to) return { from, to };
  const problem = `--from "${flags.from}" lies behind the end of what is shown`;
  throw new EngineError("OPTION_INVALID", `${problem}; give an earlier --from or a later --to`);
}

function checkAgent(id: string, { scenario, roles }: Production): void {
  const ids = roles.map((role) => role.id);
  if (id === WORLD || ids.includes(id)) return;
  const meant = nearest(id, [...ids, WORLD]);
  const cast = `${ids.slice(0, 10).join(", ")}${ids.length > 10 ? ", …" : ""}`;
  const wayOut = meant === undefined ? `the cast is ${cast}` : `did you mean ${meant}?`;
  throw new EngineError(
    "SCENARIO_UNKNOWN_AGENT",
    `--agent "${id}" of "${scenario.name}"; ${wayOut}`,
  );
}
