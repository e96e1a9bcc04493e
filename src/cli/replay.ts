// puppet replay: executes the journal of a run again, which must give the same digest.
import type { Command } from "commander";
import { replay } from "../run/replay.ts";
import { openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import type { Session } from "./session.ts";
import { type ResultFlags, watched } from "./watched.ts";

const EXAMPLES = `
Examples:
  puppet replay rumour-1
  puppet replay rumour-1 --json

No effect is simulated or performed: requests get the answers of the journal.
Exit code 1, with the first entry that is another one, when code has changed.`;

interface ReplayFlags extends ResultFlags, StoreFlag {}

/** Adds `replay` to the program. */
export function addReplayCommand(program: Command, session: Session): void {
  const command = program
    .command("replay")
    .summary("execute a journal again and compare")
    .description("Executes the journal of a run again; it must end with the same digest.")
    .argument("<RUN>", 'a run in the store; "puppet runs" lists them')
    .option("--json", "print the result as one JSON value")
    .option("--quiet", "no progress bar, and one line instead of the summary");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: ReplayFlags) => run(id, flags, session));
}

async function run(id: string, flags: ReplayFlags, session: Session): Promise<void> {
  await using opened = await openPast(id, flags);
  tellChanged(session, opened);
  await watched((watching) => replay(opened.past, watching), {
    flags,
    session,
    next: () => [`npx puppet show ${id}`, `npx puppet transcript ${id}`],
  });
}
