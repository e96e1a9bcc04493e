// puppet restore: continues a run from a snapshot.
import type { Command } from "commander";
import { fork } from "../run/fork.ts";
import type { PlayOptions } from "../run/play.ts";
import { restore } from "../run/restore.ts";
import type { Run } from "../run/run.ts";
import { migrationOf } from "./migration.ts";
import { parseAt, parsePause } from "./options.ts";
import { type OpenedPast, openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import type { Session } from "./session.ts";
import { type ResultFlags, tellHowToGoOn, watched } from "./watched.ts";

const EXAMPLES = `
Examples:
  puppet restore rumour-1              an interrupted run goes on
  puppet restore rumour-1 --until 9d   a run becomes longer
  puppet restore rumour-1 --at 1d      again from there: it must be the same

What happens again must be what was recorded (else exit code 1); what is new is
kept where the run is.`;

interface RestoreFlags extends ResultFlags, StoreFlag {
  readonly at?: string;
  readonly until?: string;
  readonly snapshotEvery?: string;
  readonly migrate?: string;
}

/** Adds `restore` to the program. */
export function addRestoreCommand(program: Command, session: Session): void {
  const command = program
    .command("restore")
    .summary("continue a run from a snapshot")
    .description("Continues a run from a snapshot, to its end or beyond it.")
    .argument("<RUN>", 'a run in the store; "puppet runs" lists them')
    .option("--at <time>", "from where; from its last entry by default")
    .option("--until <time>", "where it ends; as before by default")
    .option("--snapshot-every <time>", "as often as it is cheap by default")
    .option("--migrate <file>", "makes its state fit machines that have changed")
    .option("--json", "print the result as one JSON value")
    .option("--quiet", "no progress bar, and one line instead of the summary");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: RestoreFlags) => run(id, flags, session));
}

async function run(id: string, flags: RestoreFlags, session: Session): Promise<void> {
  await using opened = await openPast(id, { ...flags, isForeign: flags.migrate !== undefined });
  tellChanged(session, opened);
  const { past } = opened;
  const options = optionsOf(flags, opened);
  const migrate = await migrationOf(flags);
  // With other machines it is another run.
  const play = (watching: PlayOptions): Promise<Run> =>
    migrate.migrate === undefined
      ? restore(past, { ...options, ...watching })
      : fork(past, { at: past.reached, ...options, ...migrate, ...watching });
  const result = await watched(play, {
    flags,
    session,
    next: ({ run }) => [`npx puppet show ${run}`, `npx puppet transcript ${run}`],
  });
  tellHowToGoOn(session, result);
}

function optionsOf({ at, until, snapshotEvery }: RestoreFlags, { scenario }: OpenedPast) {
  return {
    ...(at !== undefined && { at: parseAt(at, "--at", scenario) }),
    ...(until !== undefined && { until: parseAt(until, "--until", scenario) }),
    ...(snapshotEvery !== undefined && { snapshotEvery: parsePause(snapshotEvery) }),
  };
}
