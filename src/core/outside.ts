// Events from outside as entries for the queue. Some do more than tell their agent something: it joins, leaves, or
// gets another persona.
import { EngineError } from "./error.ts";
import {
  type Address,
  NORMAL_PRIORITY,
  type PendingKind,
  RESTART_PRIORITY,
  toRankedPriority,
  type Unranked,
  WORLD,
} from "./event.ts";
import { canonical } from "./json.ts";
import { deriveKey, rootKey } from "./random.ts";
import type { OutsideEvent } from "./scenario.ts";
import { aim, EVERYONE, targetsOf } from "./targets.ts";

/** An event from outside for one target: an id, `everyone` or `world`. */
export interface AimedEvent extends Omit<OutsideEvent, "to"> {
  readonly to: string;
}

/** The events one by one, each for one target. */
export const aimed = <Event extends Pick<OutsideEvent, "to">>(
  events: readonly Event[],
): readonly (Omit<Event, "to"> & { readonly to: string })[] =>
  events.flatMap((event) => targetsOf(event.to).map((to) => ({ ...event, to })));

const kinds: ReadonlyMap<string, PendingKind> = new Map([
  ["joined", "init"],
  ["left", "leave"],
  ["persona-changed", "recast"],
]);

/** What an event from outside does with its agent. What agents say to each other never does such things. */
export const outsideKind = ({ to, event }: Pick<AimedEvent, "to" | "event">): PendingKind =>
  to === WORLD || to === EVERYONE ? "event" : (kinds.get(event.type) ?? "event");

/** The key of an agent's start: the same whenever it joins. */
export const startKey = (address: Address): number => rootKey(`start:${address}`);

/** An event and its instant as a text, from which its key comes: one more event changes the chance of no other. */
export function outsideText({ at, to, event }: Pick<AimedEvent, "at" | "to" | "event">): string {
  const meant = aim(to, event);
  return `outside:${at}:${meant.to}:${canonical(meant.event)}`;
}

/** The key of an event. @param nth of the equal ones, from 0 */
export const outsideKey = (text: string, nth: number): number =>
  deriveKey(rootKey(text), "nth", nth);

/**
 * The entry of an event from outside. Whoever joins is there before all else of that instant, and whoever leaves is gone.
 * @param key of what the event is to its agent; a start has its own
 * @throws EngineError EVENT_INVALID when a change of persona brings none, or when everyone is to join or leave
 */
export function outsideEntry(outside: AimedEvent, key: number): Unranked {
  const { at, priority } = outside;
  const kind = outsideKind(outside);
  checkStaying(outside);
  const base = { kind, at, ...aim(outside.to, outside.event) };
  if (kind === "init") return { ...base, priority: RESTART_PRIORITY, key: startKey(base.to) };
  if (kind === "leave") return { ...base, priority: RESTART_PRIORITY, key };
  return { ...base, priority: priority ? toRankedPriority(priority) : NORMAL_PRIORITY, key };
}

/** @throws EngineError EVENT_INVALID when a change of persona brings none, or when everyone is to join or leave */
export function checkStaying(outside: AimedEvent): void {
  const { at, to, event } = outside;
  if (to === EVERYONE && kinds.has(event.type)) {
    const problem = `event "${event.type}" at ${at} for "${to}"`;
    throw new EngineError(
      "EVENT_INVALID",
      `${problem}; name the agents, each comes and goes by itself`,
    );
  }
  if (outsideKind(outside) !== "recast" || event.persona !== undefined) return;
  const problem = `event "${event.type}" at ${at} for "${to}" has no persona`;
  throw new EngineError("EVENT_INVALID", `${problem}; write { type: "${event.type}", persona }`);
}
