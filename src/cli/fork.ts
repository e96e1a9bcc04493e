// puppet fork: a new run from the past of another, with something changed.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { fork } from "../run/fork.ts";
import { readEvents } from "./events-file.ts";
import { migrationOf } from "./migration.ts";
import { collect, parseAt, parsePause, parseSeed } from "./options.ts";
import { type OpenedPast, openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import type { Session } from "./session.ts";
import { type ResultFlags, tellHowToGoOn, watched } from "./watched.ts";

const EXAMPLES = `
Examples:
  puppet fork rumour-1 --at 1d --seed 2
  puppet fork rumour-1 --at 12h --set agents.ada.context.mood.valence=-0.8
  puppet fork rumour-1 --at 12h --events denial.ndjson

The fork shares the past up to and including that instant; what it changes are
entries of its own journal right behind it. A value is JSON, else a text.
An events file has one JSON object a line:
  {"at": "13h", "to": "bob", "event": {"type": "mentioned", "from": "ada"}}`;

interface ForkFlags extends ResultFlags, StoreFlag {
  readonly at: string;
  readonly until?: string;
  readonly seed?: number;
  readonly events?: string;
  readonly set?: readonly string[];
  readonly snapshotEvery?: string;
  readonly migrate?: string;
}

/** Adds `fork` to the program. */
export function addForkCommand(program: Command, session: Session): void {
  const command = program
    .command("fork")
    .summary("a new run from the past of another")
    .description("Makes a new run from the past of another, with something changed.")
    .argument("<RUN>", 'a run in the store; "puppet runs" lists them')
    .requiredOption("--at <time>", "the last instant that both share")
    .option("--until <time>", "where it ends; as its parent by default")
    .option("--seed <integer>", "another seed for all chance after that", parseSeed)
    .option("--events <file>", "further events from outside, one JSON object a line")
    .option("--set <agents.ID.context.KEY=VALUE>", "change a value; may be repeated", collect)
    .option("--snapshot-every <time>", "as often as it is cheap by default")
    .option("--migrate <file>", "makes its state fit machines that have changed")
    .option("--json", "print the result as one JSON value")
    .option("--quiet", "no progress bar, and one line instead of the summary");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: ForkFlags) => run(id, flags, session));
}

async function run(id: string, flags: ForkFlags, session: Session): Promise<void> {
  await using opened = await openPast(id, { ...flags, isForeign: flags.migrate !== undefined });
  tellChanged(session, opened);
  const migrate = await migrationOf(flags);
  const options = { ...optionsOf(flags, opened), ...migrate };
  const result = await watched((watching) => fork(opened.past, { ...options, ...watching }), {
    flags,
    session,
    next: ({ run }) => [`npx puppet compare ${id} ${run}`, `npx puppet show ${run}`],
  });
  tellHowToGoOn(session, result);
}

function optionsOf(flags: ForkFlags, { scenario }: OpenedPast): Parameters<typeof fork>[1] {
  const { at, until, seed, events, set, snapshotEvery } = flags;
  return {
    at: parseAt(at, "--at", scenario),
    ...(until !== undefined && { until: parseAt(until, "--until", scenario) }),
    ...(snapshotEvery !== undefined && { snapshotEvery: parsePause(snapshotEvery) }),
    ...(seed !== undefined && { seed }),
    ...(events !== undefined && { events: readEvents(events, scenario) }),
    ...(set !== undefined && { set: Object.fromEntries(set.map(parseSet)) }),
  };
}

/** `agents.ada.context.mood.valence=-0.8`. @throws EngineError SET_INVALID */
function parseSet(text: string): readonly [path: string, value: unknown] {
  const [, path, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined || value === undefined) {
    throw new EngineError("SET_INVALID", `"${text}"; write --set agents.ID.context.KEY=VALUE`);
  }
  try {
    return [path, JSON.parse(value)];
  } catch {
    return [path, value];
  }
}
