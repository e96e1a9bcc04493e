// puppet verify: whether the store and its runs are what was written.
import type { Command } from "commander";
import { verificationPage } from "../report/verification.ts";
import { type Verification, verifyRun } from "../run/verify.ts";
import type { Store } from "../storage/store.ts";
import { jsonLine } from "./json.ts";
import { openExisting, type StoreFlag, withStore } from "./past.ts";
import { progressBar } from "./progress.ts";
import type { Session } from "./session.ts";
import { isEngineError, tellError } from "./wrong-input.ts";

const EXAMPLES = `
Examples:
  puppet verify                    every run in the store
  puppet verify rumour-1.1         one of them, and whose fork it is
  puppet verify --json

Every block of every journal is hashed again and held against the chain of
digests, and every snapshot is read back. Nothing is executed: "puppet replay"
does that. Exit code 1 when anything is damaged or lost.`;

interface VerifyFlags extends StoreFlag {
  readonly json?: boolean;
}

/** Adds `verify` to the program. */
export function addVerifyCommand(program: Command, session: Session): void {
  const command = program
    .command("verify")
    .summary("check that nothing is damaged")
    .description("Checks that the store and its runs are what was written.")
    .argument("[RUN]", 'a run in the store; "puppet runs" lists them')
    .option("--json", "print the result as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string | undefined, flags: VerifyFlags) => run(id, flags, session));
}

async function run(id: string | undefined, flags: VerifyFlags, session: Session): Promise<void> {
  try {
    await using store = await openExisting(flags);
    const runs = await verify(store, id, session);
    const { terminal } = session;
    const isOk = runs.every(({ problems }) => problems.length === 0);
    session.exitCode = isOk ? 0 : DAMAGED;
    const { place } = store;
    terminal.out(
      flags.json ? jsonLine({ ok: isOk, runs }) : verificationPage(runs, { ...terminal, place }),
    );
  } catch (thrown) {
    if (!(isEngineError(thrown) && thrown.code === "STORE_DAMAGED")) throw thrown;
    tellError(session.terminal, thrown, { isDebug: false });
    session.exitCode = DAMAGED;
  }
}

/** What was asked, whether all is whole, does not hold. */
const DAMAGED = 1;

async function verify(
  store: Store,
  id: string | undefined,
  { terminal }: Session,
): Promise<readonly Verification[]> {
  const ids = id === undefined ? await allRuns(store) : await lineOf(store, id);
  const bar = progressBar(terminal);
  const verified: Verification[] = [];
  for (const run of ids) verified.push(await verifyRun(store, run, bar.show).finally(bar.clear));
  return verified;
}

const allRuns = async (store: Store): Promise<readonly string[]> =>
  (await store.runs()).map(({ manifest }) => manifest.run);

/** A run behind those that it is a fork of. */
async function lineOf(store: Store, id: string): Promise<readonly string[]> {
  const { parent } = (await store.run(id)).manifest;
  return parent === undefined ? [id] : [...(await lineOf(store, parent.run)), id];
}
