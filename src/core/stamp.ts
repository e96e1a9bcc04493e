// Reading the stamp that the engine puts on every event, also on those whose types are XState's own.
import { assert } from "./error.ts";
import type { Stamp } from "./event.ts";

/** The stamp of an event. @throws Error when it has none: it did not come from the engine */
export function stampOf(event: object): Stamp {
  const { at, key, startAt } = { at: undefined, key: undefined, startAt: undefined, ...event };
  assert(typeof at === "number" && typeof key === "number", "events are stamped with at and key");
  return { at, key, ...(typeof startAt === "number" && { startAt }) };
}
