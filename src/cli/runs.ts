// puppet runs: which runs are kept, and which are forks of which.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { runsPage } from "../report/runs.ts";
import type { RunRecord } from "../storage/store.ts";
import { jsonLine } from "./json.ts";
import { DEFAULT_STORE, openExisting, type StoreFlag, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet runs
  puppet runs --json
  puppet runs --store ../other/snapshots/db

Forks stand below their parents, with the instant up to which both are the same
and what was changed then. "reached" tells how far a run has come that was ended
early; "saved" how long ago it was written last.`;

interface RunsFlags extends StoreFlag {
  readonly json?: boolean;
}

/** Adds `runs` to the program. */
export function addRunsCommand(program: Command, session: Session): void {
  const command = program
    .command("runs")
    .summary("list the runs in the store")
    .description("Lists the runs in the store, each with its forks.")
    .option("--json", "print the list as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((flags: RunsFlags) => list(flags, session));
}

const WAY_OUT = '"puppet run rumour" makes one; "puppet scenarios" lists what else can be run.';

async function list(flags: RunsFlags, { terminal }: Session): Promise<void> {
  const records = await recordsIn(flags);
  if (flags.json) return terminal.out(jsonLine(records.map(withoutStructures)));
  const { store: place = DEFAULT_STORE } = flags;
  const page =
    records.length > 0
      ? runsPage(records, { ...terminal, place, now: Date.now() })
      : `No runs in ${place} yet.\n${WAY_OUT}\n`;
  terminal.out(page);
}

/** None where there is no store yet. */
async function recordsIn(flags: StoreFlag): Promise<readonly RunRecord[]> {
  try {
    await using store = await openExisting(flags);
    return await store.runs();
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.code === "STORE_MISSING") return [];
    throw thrown;
  }
}

/** Structures of machines are long texts, for comparing alone. */
function withoutStructures({ manifest, ...record }: RunRecord) {
  const machines = Object.entries(manifest.machines).map(([id, { structure: _, ...machine }]) => [
    id,
    machine,
  ]);
  return { manifest: { ...manifest, machines: Object.fromEntries(machines) }, ...record };
}
