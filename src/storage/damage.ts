// What is told when a store does not hold what was acknowledged: which run, which entries, and the way out.
import { EngineError } from "../core/error.ts";

export interface Damage {
  /** Undefined when it concerns the store as a whole. */
  readonly run?: string;
  /** `entries 512 to 1023 are missing` */
  readonly what: string;
  readonly cause?: unknown;
}

/** Further ones are counted. */
const MAX_NAMED = 3;

/** @param from seq of the first entry; @param end seq behind the last one */
export function spanOf(from: number, end: number): string {
  if (from >= end) return "no entries";
  return end - from === 1 ? `entry ${from}` : `entries ${from} to ${end - 1}`;
}

/** @param damages at least one */
export function damaged(place: string, damages: readonly Damage[]): EngineError {
  const named = damages.slice(0, MAX_NAMED).map(({ run, what }) => {
    return run === undefined ? what : `run "${run}": ${what}`;
  });
  const more = damages.length > MAX_NAMED ? [`and ${damages.length - MAX_NAMED} more`] : [];
  const wayOut = wayOutOf(damages);
  const cause = damages.find((damage) => damage.cause !== undefined)?.cause;
  return new EngineError(
    "STORE_DAMAGED",
    `store "${place}": ${[...named, ...more].join("; ")}; nothing was changed; ${wayOut}`,
    cause === undefined ? {} : { cause },
  );
}

function wayOutOf(damages: readonly Damage[]): string {
  const [first] = damages;
  const isOfRuns = damages.every(({ run }) => run !== undefined);
  const again = isOfRuns
    ? `remove the run ("puppet rm ${first?.run}") and run it again`
    : "move the folder away and make its runs again";
  return `put back a copy of the folder, or ${again}`;
}
