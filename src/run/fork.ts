// A new run from the past of another: the same up to an instant, then with something changed.
import { withNewcomers } from "../core/newcomers.ts";
import { saveState } from "../core/save.ts";
import type { RunState } from "../core/state.ts";
import { ForkChanges, type Manifest } from "../storage/store.ts";
import { checkUntil } from "./checks.ts";
import type { Digest } from "./digest.ts";
import { applyChange, type ForkChange } from "./fork-change.ts";
import { machinesOf } from "./machine-record.ts";
import { nextFork } from "./manifest.ts";
import { type Migration, migratedMoment } from "./migrated-moment.ts";
import { momentOf } from "./moment.ts";
import { entriesOf, type Past } from "./past.ts";
import { type PlayOptions, play } from "./play.ts";
import type { Run } from "./run.ts";
import { keptSnapshots } from "./stored-run.ts";
import type { Strangers } from "./strangers.ts";

export interface ForkOptions extends PlayOptions, ForkChange {
  /** The last common instant, in virtual milliseconds: all that is due then is past. */
  readonly at: number;
  /** Its end; that of its parent by default. */
  readonly until?: number;
  /**
   * Makes the state fit other machines than those of its parent, which are not executed: so the fork begins at the
   * latest snapshot up to `at`.
   */
  readonly migrate?: Migration;
  /** In a store, snapshots after so many virtual milliseconds each. */
  readonly snapshotEvery?: number;
}

/**
 * Forks a run: a run of its own with the same past, kept where its parent is. Without a change it is its parent
 * again, digest for digest.
 * @throws EngineError INSTANT_BEYOND_END, SEED_INVALID, UNTIL_INVALID, SET_INVALID
 * @throws EngineError EVENT_INVALID, EVENT_UNKNOWN_AGENT, STAY_INVALID, AGENT_ID_INVALID
 * @example const denial = await fork(run, { at: days(1), set: { "agents.ada.context.mood.valence": -0.8 } });
 */
export async function fork(parent: Past, options: ForkOptions): Promise<Run> {
  const { until = parent.until, snapshotEvery, seed, events, set, migrate, ...watching } = options;
  const past = { ...parent, production: withNewcomers(parent.production, events) };
  const changes = {
    ...(seed !== undefined && { seed }),
    ...(set && { set }),
    ...(events && { events }),
    ...(migrate && { migratedBy: migrate.hash }),
  };
  checkUntil(until);
  const { state, digest, at } = migrate
    ? await migratedMoment(past, options.at, migrate.migrate)
    : { ...(await momentOf(past, options.at)), at: options.at };
  applyChange(state, at, changes);
  const { scenario, options: production, kept } = past;
  const run = kept ? await nextFork(kept.store, past.run) : `${past.run}.1`;
  const from = { run: past.run, seq: state.seq, at };
  const keeping = kept && {
    ...{ store: kept.store, keptSteps: 0, until, snapshotEvery },
    manifest: forked(kept.manifest, {
      ...{ run, until, parent: from, changes: hiddenChanges(changes, digest.strangers) },
      machines: machinesOf(state.production),
    }),
  };
  return play(state, {
    ...{ run, scenario, seed: seed ?? past.seed, until, parent: from, digest, keeping },
    firstSeed: past.firstSeed,
    ...watching,
    options: production,
    journal: await entriesOf(past, 0, state.seq),
    begins: "with-snapshot",
    snapshotAt: pastOfFork(past, kept ? keptSnapshots(kept.store, run) : memoryOf(state, digest)),
  });
}

/** The manifest of a fork: its parent's, with what is another. */
function forked(
  manifest: Manifest,
  own: Pick<Manifest, "run" | "until" | "parent" | "machines" | "changes">,
): Manifest {
  const seed = own.changes?.seed ?? manifest.seed;
  return { ...manifest, ...own, seed, createdAt: Date.now() };
}

/** What strangers say is in no manifest. */
function hiddenChanges(changes: ForkChange, strangers: Strangers): ForkChanges {
  const hidden = changes.events?.map((it): unknown =>
    JSON.parse(strangers.hideWaiting(it.event, JSON.stringify(it))),
  );
  return ForkChanges.parse({ ...changes, ...(hidden && { events: hidden }) });
}

/** A fork in memory can be gone back to its beginning. */
function memoryOf(state: RunState, digest: Digest): Past["snapshotAt"] {
  const { seq, at: startAt } = state;
  const start = { seq, at: startAt, state: saveState(state), digest: digest.open() };
  return async (at, seq = start.seq) => (start.at <= at && start.seq <= seq ? start : undefined);
}

const pastOfFork =
  (parent: Past, own: Past["snapshotAt"]): Past["snapshotAt"] =>
  async (at, seq) =>
    (await own(at, seq)) ?? parent.snapshotAt(at, seq);
