// A snapshot made to fit other machines than those with which it was made.
import { xstateBackend } from "../core/agent.ts";
import { EngineError } from "../core/error.ts";
import { loadState } from "../core/save.ts";
import { formatInstant } from "../core/time.ts";
import { checkFit } from "./check-fit.ts";
import { Digest } from "./digest.ts";
import { type Migrate, migrateState } from "./migrate.ts";
import type { Moment } from "./moment.ts";
import type { Past } from "./past.ts";
import { Strangers } from "./strangers.ts";

/** A function of the user's, and what it is known by. */
export interface Migration {
  readonly migrate: Migrate;
  /** Of the file that it comes from, 64 hex digits. */
  readonly hash: string;
}

/**
 * The latest snapshot up to an instant, migrated; all its agents count as changed.
 * @returns with the instant of the snapshot
 * @throws EngineError MIGRATION_INVALID, MIGRATION_THROWS
 */
export async function migratedMoment(
  past: Past,
  at: number,
  migrate: Migrate,
): Promise<Moment & { readonly at: number }> {
  const snapshot = await past.snapshotAt(at);
  if (snapshot === undefined) {
    const problem = `"${past.run}" has no snapshot up to ${formatInstant(at)} to migrate`;
    throw new EngineError("MIGRATION_INVALID", `${problem}; give a later --at`);
  }
  const { production } = past;
  const migrated = migrateState(migrate, snapshot.state);
  checkFit(production, migrated);
  const state = loadState(production, xstateBackend(), migrated);
  const strangers = new Strangers(past.strangers, state.seq);
  const changed = state.agents.map(({ index }) => index);
  return {
    state,
    digest: new Digest({ ...snapshot.digest, changed }, state.agents, strangers),
    at: snapshot.at,
  };
}
