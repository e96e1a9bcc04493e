// Whom an event from outside is for: one agent, several, everyone, or the world.
import { type Address, type EventBody, toAddress, WORLD } from "./event.ts";

/** Every agent that takes part at that instant. */
export const EVERYONE = "everyone";

/** An id, several, or `everyone`. */
export type Targets = string | readonly string[];

/** The targets one by one, each once; `everyone` takes in all others. */
export function targetsOf(to: Targets): readonly string[] {
  const named = [...new Set([to].flat())];
  return named.includes(EVERYONE) ? [EVERYONE] : named;
}

/** @param id of an agent, without `agent:` */
export function isFor(to: Targets, id: string): boolean {
  const named = [to].flat();
  return named.includes(id) || named.includes(EVERYONE);
}

/** Where an event for one target goes: for everyone to the world, which knows at that instant who that is. */
export const aim = (
  target: string,
  event: EventBody,
): { readonly to: Address; readonly event: EventBody } =>
  target === EVERYONE
    ? { to: WORLD, event: announcementOf(event) }
    : { to: toAddress(target), event };

/** What a stranger says in it stays a stranger's. */
const announcementOf = (event: EventBody): EventBody => ({
  type: "announced",
  event,
  ...(event.stranger === true && { stranger: true }),
});
