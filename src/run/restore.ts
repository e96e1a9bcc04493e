// Continues a run from its past: what overlaps with what was recorded must be the same, then it goes on.
import { checkSame, momentOf } from "./moment.ts";
import type { Run } from "./run.ts";
import { checkUntil, play, type SimulateOptions } from "./simulate.ts";

export interface RestoreOptions
  extends Pick<SimulateOptions, "snapshotEvery" | "observe" | "onProgress" | "signal"> {
  /** From where, in virtual milliseconds; the end of the run by default. */
  readonly at?: number;
  /** Until where, inclusive; the end of the run by default. */
  readonly until?: number;
}

/**
 * Restores a run at an instant and continues it. Without a later end it ends with the digest of the run.
 * @throws EngineError INSTANT_BEYOND_END, UNTIL_INVALID
 * @throws EngineError RUN_DIFFERS when what was recorded does not come about again
 */
export async function restore(run: Run, options: RestoreOptions = {}): Promise<Run> {
  const { at = run.until, until = run.until, ...rest } = options;
  checkUntil(until);
  const { state, digest, journal } = await momentOf(run, at);
  const snapshots = run.snapshots.filter((it) => it.at <= at);
  const restored = await play(state, {
    ...run,
    until,
    options: { ...run.options, ...rest },
    past: { journal, snapshots },
    digest,
  });
  for (const entry of restored.journal.slice(journal.length)) checkSame(run, entry);
  return restored;
}
