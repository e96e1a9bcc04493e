// Opens the store, and a run in it, for a command.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import type { Production } from "../core/production.ts";
import type { Scenario } from "../core/scenario.ts";
import { checkMachines, machinesOf } from "../run/machine-record.ts";
import type { Past } from "../run/past.ts";
import { openRun } from "../run/stored-run.ts";
import { openStore } from "../storage/level-store.ts";
import type { RunRecord, Store } from "../storage/store.ts";
import { loadScenario } from "./load.ts";
import type { Session } from "./session.ts";

/** Where runs are kept unless told otherwise. */
export const DEFAULT_STORE = "snapshots/db";

export interface StoreFlag {
  readonly store?: string;
}

/** Adds `--store` to a command that reads runs. */
export const withStore = (command: Command): Command =>
  command.option("--store <folder>", `where the runs are (default: ${DEFAULT_STORE})`);

/** @throws EngineError STORE_MISSING and whatever else is wrong with the store */
export const openExisting = ({ store = DEFAULT_STORE }: StoreFlag): Promise<Store> =>
  openStore(store, { create: false });

/** A run in its store, ready to go back into. */
export interface OpenedPast {
  readonly store: Store;
  readonly past: Past;
  readonly scenario: Scenario;
  /** Functions of its machines that were written anew since it was made, in words. */
  readonly changed: readonly string[];
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export interface PastFlags extends StoreFlag {
  /** Whether the run may have been made with other machines: then nothing of it is executed. */
  readonly isForeign?: boolean;
}

/**
 * Opens a run with its scenario.
 * @throws EngineError RUN_UNKNOWN, STORE_*, SCENARIO_*, MACHINE_DIFFERS
 */
export async function openPast(id: string, flags: PastFlags = {}): Promise<OpenedPast> {
  const store = await openExisting(flags);
  const close = (): Promise<void> => store[Symbol.asyncDispose]();
  try {
    return { ...(await openFrom(store, id, flags)), [Symbol.asyncDispose]: close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Opens a run of an open store. @throws EngineError as `openPast` */
export async function openFrom(
  store: Store,
  id: string,
  { isForeign }: PastFlags = {},
): Promise<Omit<OpenedPast, typeof Symbol.asyncDispose>> {
  const record = await store.run(id);
  const scenario = await scenarioOf(record);
  const past = await openRun(store, id, scenario);
  const changed = isForeign ? [] : changedFunctions(record, past.production);
  return { store, past, scenario, changed };
}

const changedFunctions = ({ manifest }: RunRecord, production: Production): readonly string[] =>
  checkMachines(manifest.run, manifest.machines, machinesOf(production));

/** Says on standard error why a run may go another way than it did. */
export function tellChanged({ terminal }: Session, { past, changed }: OpenedPast): void {
  if (changed.length === 0) return;
  terminal.err(`note: since "${past.run}" was made, ${changed.join("; ")}\n`);
}

async function scenarioOf({ manifest: { run, scenario, source } }: RunRecord): Promise<Scenario> {
  const loaded = await loadScenario(source);
  if (loaded.name === scenario) return loaded;
  const problem = `"${run}" is a run of "${scenario}", but ${source} has "${loaded.name}" now`;
  throw new EngineError("RUN_DIFFERS", `${problem}; put the scenario back`);
}
