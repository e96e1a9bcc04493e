// Continues a run from its past: what overlaps with what was recorded must be the same, then it goes on.
import { max } from "../core/math.ts";
import { checkUntil } from "./checks.ts";
import type { Keeping } from "./keeper.ts";
import { checker, momentBefore, momentOf } from "./moment.ts";
import { entriesOf, type Past } from "./past.ts";
import { type PlayOptions, play } from "./play.ts";
import type { Run } from "./run.ts";

export interface RestoreOptions extends PlayOptions {
  /** From where, in virtual milliseconds, a fork at the earliest from its beginning; from the last entry by default. */
  readonly at?: number;
  /** Until where, inclusive; the end of the run by default. */
  readonly until?: number;
  /** In a store, snapshots after so many virtual milliseconds each. */
  readonly snapshotEvery?: number;
}

/**
 * Restores a run at an instant and continues it: without a later end it ends with the digest of the run, with one
 * the run itself becomes longer, in its store too.
 * @throws EngineError INSTANT_BEYOND_END, UNTIL_INVALID
 * @throws EngineError RUN_DIFFERS when what was recorded does not come about again
 */
export async function restore(past: Past, options: RestoreOptions = {}): Promise<Run> {
  const { at, until = past.until, snapshotEvery, ...watching } = options;
  checkUntil(until);
  const { state, digest } =
    at === undefined
      ? await momentBefore(past, past.steps)
      : await momentOf(past, max(at, past.parent?.at ?? at));
  const { run, scenario, seed, firstSeed, options: production, parent, snapshotAt } = past;
  return play(state, {
    ...{ run, scenario, seed, firstSeed, parent, snapshotAt },
    ...watching,
    options: production,
    until,
    journal: await entriesOf(past, 0, state.seq),
    digest,
    check: checker(past),
    kept: past.kept,
    keeping: keepingOf(past, until, snapshotEvery),
  });
}

/** A run goes on where it is kept, when there is more of it than before. */
function keepingOf(
  { kept, complete }: Past,
  until: number,
  snapshotEvery: number | undefined,
): Keeping | undefined {
  if (kept === undefined) return undefined;
  const { store, manifest, head } = kept;
  const isLonger = until > head.until || (!complete && until === head.until);
  if (!isLonger) return undefined;
  return { store, manifest, keptSteps: head.steps, until, snapshotEvery };
}
