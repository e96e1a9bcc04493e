// Runs a scenario in mode `sim`: offline, in virtual time, the same for the same seed.
import { xstateBackend } from "../core/agent.ts";
import { type Production, type ProductionOptions, produce } from "../core/production.ts";
import type { Scenario } from "../core/scenario.ts";
import { firstState } from "../core/state.ts";
import type { RunRecord, Store } from "../storage/store.ts";
import { checkSeed, checkUntil } from "./checks.ts";
import { Digest } from "./digest.ts";
import { interrupted, lookUp, manifestOf, type Origin } from "./manifest.ts";
import { checker } from "./moment.ts";
import { type Play, type PlayOptions, play } from "./play.ts";
import { restore } from "./restore.ts";
import type { Run } from "./run.ts";
import { keptSnapshots, openRun } from "./stored-run.ts";

export interface SimulateOptions extends ProductionOptions, PlayOptions {
  /** Behind all chance of the run; any safe integer, 1 by default. */
  readonly seed?: number;
  /** The last instant, inclusive, in virtual milliseconds; the scenario's own by default. */
  readonly until?: number;
  /** Keep the journal and compute digest and metrics; true by default. */
  readonly journal?: boolean;
  /** Where the run is kept, to go back into it later; only in memory by default. */
  readonly store?: Store;
  /** Snapshots in the store after so many virtual milliseconds each; as often as it is cheap by default. */
  readonly snapshotEvery?: number;
  /** Continues the same run where it was ended early. */
  readonly resume?: boolean;
  /** Where the scenario was loaded from, so that the run can be opened again. */
  readonly origin?: Origin;
}

/**
 * Runs a scenario. In a store, a run of the same making is not kept twice: it runs again and must be the same.
 * @throws EngineError for whatever in scenario and options cannot run, before the first step
 * @throws EngineError RUN_INTERRUPTED when the store has the beginning of this run
 * @throws EngineError RUN_DIFFERS when the same run was another one before: the code has changed
 * @example const run = await simulate(rumour, { seed: 7 }); console.log(run.digest);
 */
export async function simulate(scenario: Scenario, options: SimulateOptions = {}): Promise<Run> {
  const { seed = 1, until = scenario.until, store } = options;
  checkSeed(seed);
  checkUntil(until);
  const production = produce(scenario, options);
  const plan = {
    run: `${scenario.name}-${seed}`,
    scenario,
    seed,
    until,
    options: productionOptions(options),
    digest: options.journal === false ? undefined : new Digest(),
    ...watching(options),
  };
  if (store === undefined || options.journal === false) return begin(production, plan);
  const manifest = manifestOf({ ...plan, ...options.origin, production });
  const known = await lookUp(store, manifest);
  if (known.kind === "kept") return again(production, plan, { ...options, store }, known.record);
  const { run } = known;
  const { snapshotEvery } = options;
  const keeping = { store, manifest: { ...manifest, run }, keptSteps: 0, until, snapshotEvery };
  const snapshotAt = keptSnapshots(store, run);
  return begin(production, { ...plan, run, keeping, begins: "empty", snapshotAt });
}

const begin = (production: Production, plan: Play): Promise<Run> =>
  play(firstState(production, xstateBackend(), plan.seed), plan);

/** The store has this run. */
async function again(
  production: Production,
  plan: Play,
  { store, resume, snapshotEvery }: SimulateOptions & { readonly store: Store },
  record: RunRecord,
): Promise<Run> {
  const { run } = record.manifest;
  const past = await openRun(store, run, plan.scenario);
  const { kept, snapshotAt } = past;
  if (past.complete) {
    return begin(production, { ...plan, run, check: checker(past), kept, snapshotAt });
  }
  if (!resume) throw interrupted(record);
  return restore(past, { ...watching(plan), ...(snapshotEvery && { snapshotEvery }) });
}

/** What of the options concerns whoever looks on. */
export const watching = ({ observe, onProgress, signal }: PlayOptions): PlayOptions => ({
  ...(observe && { observe }),
  ...(onProgress && { onProgress }),
  ...(signal && { signal }),
});

const productionOptions = ({ params, agents }: ProductionOptions): ProductionOptions => ({
  ...(params && { params }),
  ...(agents !== undefined && { agents }),
});
