// What every way of running holds its arguments to.
import { EngineError } from "../core/error.ts";
import { formatDuration, MAX_AT } from "../core/time.ts";

/** @throws EngineError SEED_INVALID */
export function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed)) return;
  throw new EngineError("SEED_INVALID", `seed ${seed}; give an integer, such as 1`);
}

/** @throws EngineError UNTIL_INVALID */
export function checkUntil(until: number): void {
  if (Number.isInteger(until) && until >= 0 && until <= MAX_AT) return;
  const most = formatDuration(MAX_AT);
  throw new EngineError("UNTIL_INVALID", `until ${until}; give virtual milliseconds up to ${most}`);
}
