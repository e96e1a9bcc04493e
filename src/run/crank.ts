// Turns the crank: takes entry after entry from the queue until nothing is due any more.
import type { RunState } from "../core/state.ts";
import { type Step, step } from "../core/step.ts";
import type { Stage } from "./stage.ts";

export interface Progress {
  readonly at: number;
  readonly until: number;
  readonly steps: number;
}

export interface CrankOptions {
  readonly stage: Stage;
  /** The last instant, inclusive, in virtual milliseconds. */
  readonly until: number;
  /** No entry with this seq or a later one is taken; none by default. */
  readonly before?: number | undefined;
  /** @returns what must be awaited before the next step, where there is something */
  readonly onStep?: ((step: Step) => Promise<void> | undefined) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Steps between two looks at the signal and the progress. */
const PULSE = 4096;

/** @returns false when the signal came before the end */
export async function crank(state: RunState, options: CrankOptions): Promise<boolean> {
  const { until, onProgress, signal } = options;
  for (let pulse = 1; ; pulse++) {
    const at = nextInstant(state, options);
    if (at === undefined || state.seq === options.before) break;
    const busy = takeNext(state, at, options);
    if (busy !== undefined) await busy;
    if (pulse % PULSE !== 0) continue;
    onProgress?.({ at, until, steps: state.seq });
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return false;
  }
  onProgress?.({ at: until, until, steps: state.seq });
  return true;
}

/** When the next entry is due. With none left, observers on virtual time may still send events until the end. */
function nextInstant({ queue }: RunState, { stage, until }: CrankOptions): number | undefined {
  const isDue = (at: number | undefined): at is number => at !== undefined && at <= until;
  const at = queue.peekAt();
  if (isDue(at)) return at;
  stage.advance(until);
  const added = queue.peekAt();
  return isDue(added) ? added : undefined;
}

function takeNext(
  state: RunState,
  at: number,
  { stage, onStep }: CrankOptions,
): Promise<void> | undefined {
  stage.advance(at);
  const stepped = step(state, stage.ports);
  if (stepped === undefined) return undefined;
  const busy = onStep?.(stepped);
  stage.show(stepped);
  return busy;
}
