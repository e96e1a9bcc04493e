// Events from outside as entries for the queue. Some do more than tell their agent something: it joins, leaves, or
// gets another persona.
import { EngineError } from "./error.ts";
import {
  type Address,
  NORMAL_PRIORITY,
  type PendingKind,
  RESTART_PRIORITY,
  toAddress,
  toRankedPriority,
  type Unranked,
  WORLD,
} from "./event.ts";
import { rootKey } from "./random.ts";
import type { OutsideEvent } from "./scenario.ts";

const kinds: ReadonlyMap<string, PendingKind> = new Map([
  ["joined", "init"],
  ["left", "leave"],
  ["persona-changed", "recast"],
]);

/** What an event from outside does with its agent. What agents say to each other never does such things. */
export const outsideKind = ({ to, event }: Pick<OutsideEvent, "to" | "event">): PendingKind =>
  to === WORLD ? "event" : (kinds.get(event.type) ?? "event");

/** The key of an agent's start: the same whenever it joins. */
export const startKey = (address: Address): number => rootKey(`start:${address}`);

/**
 * The entry of an event from outside. Whoever joins is there before all else of that instant, and whoever leaves is gone.
 * @param key of what the event is to its agent; a start has its own
 * @throws EngineError EVENT_INVALID when a change of persona brings none
 */
export function outsideEntry(outside: OutsideEvent, key: number): Unranked {
  const { at, event, priority } = outside;
  const to = toAddress(outside.to);
  const kind = outsideKind(outside);
  checkPersona(outside);
  const base = { kind, at, to, event };
  if (kind === "init") return { ...base, priority: RESTART_PRIORITY, key: startKey(to) };
  if (kind === "leave") return { ...base, priority: RESTART_PRIORITY, key };
  return { ...base, priority: priority ? toRankedPriority(priority) : NORMAL_PRIORITY, key };
}

/** @throws EngineError EVENT_INVALID when a change of persona brings none */
export function checkPersona(outside: OutsideEvent): void {
  const { at, to, event } = outside;
  if (outsideKind(outside) !== "recast" || event.persona !== undefined) return;
  const problem = `event "${event.type}" at ${at} for "${to}" has no persona`;
  throw new EngineError("EVENT_INVALID", `${problem}; write { type: "${event.type}", persona }`);
}
