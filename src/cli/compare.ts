// puppet compare: where two runs part, and what came of it.
import type { Command } from "commander";
import { comparisonPage } from "../report/comparison.ts";
import { compare } from "../run/compare.ts";
import { jsonLine } from "./json.ts";
import { openFrom, openPast, type StoreFlag, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet compare rumour-1 rumour-1.1
  puppet compare rumour-1 rumour-2 --json

Exit code 0: the runs are equal; 1: they differ.`;

interface CompareFlags extends StoreFlag {
  readonly json?: boolean;
}

/** Adds `compare` to the program. */
export function addCompareCommand(program: Command, session: Session): void {
  const command = program
    .command("compare")
    .summary("where two runs part")
    .description("Finds the first entry in which two runs differ, with what led to it.")
    .argument("<RUN>", 'a run in the store; "puppet runs" lists them')
    .argument("<OTHER>", "another one")
    .option("--json", "print the result as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((a: string, b: string, flags: CompareFlags) => run([a, b], flags, session));
}

async function run(
  [a, b]: readonly [string, string],
  flags: CompareFlags,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  await using opened = await openPast(a, { ...flags, isForeign: true });
  const { past: other } = await openFrom(opened.store, b, { isForeign: true });
  const comparison = await compare(opened.past, other);
  if (!comparison.equal) session.exitCode = 1;
  if (flags.json) terminal.out(jsonLine(comparison));
  else terminal.out(comparisonPage([a, b], comparison, terminal));
}
