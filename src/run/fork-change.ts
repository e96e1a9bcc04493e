// What a fork changes at its beginning: each change is an entry of its journal, delivered to whom it concerns.
import { EngineError } from "../core/error.ts";
import { type PendingKind, RESTART_PRIORITY, toAddress, toId, WORLD } from "../core/event.ts";
import { canonical } from "../core/json.ts";
import { nearest } from "../core/nearest.ts";
import { type AimedEvent, aimed, outsideEntry, outsideKind, outsideText } from "../core/outside.ts";
import { checkEvent, checkSomebody } from "../core/production.ts";
import { rootKey } from "../core/random.ts";
import type { OutsideEvent } from "../core/scenario.ts";
import type { RunState } from "../core/state.ts";
import { checkStay } from "../core/stays.ts";
import { EVERYONE } from "../core/targets.ts";
import { formatInstant } from "../core/time.ts";
import { checkSeed } from "./checks.ts";

/** What is another in a fork than in its parent. */
export interface ForkChange {
  /** Another seed for all chance after the fork. */
  readonly seed?: number;
  /** Further events from outside, after the fork. */
  readonly events?: readonly OutsideEvent[];
  /** Values of contexts: `{ "agents.ada.context.mood.valence": -0.8 }`. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Hash of the file with the function that made the state fit other machines. */
  readonly migratedBy?: string;
}

/**
 * Puts the changes into the queue.
 * @param at the instant of the fork: they happen after it
 * @throws EngineError SEED_INVALID, SET_INVALID, EVENT_INVALID, EVENT_UNKNOWN_AGENT, STAY_INVALID
 */
export function applyChange(
  state: RunState,
  at: number,
  { seed, set = {}, events = [] }: ForkChange,
): void {
  if (seed !== undefined) {
    checkSeed(seed);
    changeSeed(state, { at, seed });
  }
  for (const [path, value] of Object.entries(set)) changeValue(state, { at, path, value });
  for (const event of events) checkOutside(state, at, event);
  const outside = aimed(events);
  checkStays(state, outside);
  for (const event of outside) addEvent(state, event);
}

/** Changes come first in the millisecond after the fork, and are entries like everything else. */
function pushChange(
  { queue }: RunState,
  {
    at,
    to,
    event,
  }: { readonly at: number; readonly to: string; readonly event: OutsideEvent["event"] },
): void {
  const key = rootKey(`change:${at}:${to}:${canonical(event)}`);
  queue.push({ kind: "change", at: at + 1, priority: RESTART_PRIORITY, to, event, key });
}

function changeSeed(
  state: RunState,
  { at, seed }: { readonly at: number; readonly seed: number },
): void {
  pushChange(state, { at, to: WORLD, event: { type: "reseeded", seed } });
}

function changeValue(
  state: RunState,
  { at, path, value }: { readonly at: number; readonly path: string; readonly value: unknown },
): void {
  const [, id = "", inner = ""] = /^agents\.([^.]+)\.context\.(.+)$/.exec(path) ?? [];
  const agent = state.byAddress.get(toAddress(id));
  if (agent === undefined) {
    const wayOut = `write agents.ID.context.KEY with an agent of the cast${meantOf(state, id)}`;
    throw new EngineError("SET_INVALID", `"${path}"; ${wayOut}`);
  }
  const before = valueAt(agent.snapshot?.context, inner);
  if (before === undefined) {
    throw new EngineError("SET_INVALID", `"${path}"; the context of "${id}" has no "${inner}"`);
  }
  if (typeof before !== typeof value) {
    throw new EngineError(
      "SET_INVALID",
      `"${path}" is a ${typeof before}, got ${JSON.stringify(value)}`,
    );
  }
  pushChange(state, { at, to: agent.address, event: { type: "changed", path: inner, value } });
}

function valueAt(context: unknown, path: string): unknown {
  let value = context;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(key);
  }
  return value;
}

function meantOf({ byAddress }: RunState, id: string): string {
  const meant = nearest(id, [...byAddress.keys()].map(toId));
  return meant === undefined ? "" : `; did you mean ${meant}?`;
}

function checkOutside(state: RunState, forkedAt: number, outside: OutsideEvent): void {
  const { at, event, priority } = outside;
  checkEvent(event, `event at ${at}`, priority);
  checkSomebody(outside.to, "event for");
  if (!Number.isInteger(at) || at <= forkedAt) {
    const shown = Number.isInteger(at) && at >= 0 ? formatInstant(at) : at;
    const problem = `event at ${shown}; a fork at ${formatInstant(forkedAt)} takes later ones`;
    throw new EngineError("EVENT_INVALID", problem);
  }
  for (const { to } of aimed([outside])) {
    if (to === WORLD || to === EVERYONE || state.byAddress.has(toAddress(to))) continue;
    const problem = `event for "${toId(to)}", who is not cast${meantOf(state, toId(to))}`;
    throw new EngineError("EVENT_UNKNOWN_AGENT", problem);
  }
}

function addEvent({ queue }: RunState, outside: AimedEvent): void {
  queue.push(outsideEntry(outside, rootKey(`${outsideText(outside)}:fork`)));
}

/** What joins, leaves and becomes another must be there at the fork, or be about to come. */
function checkStays({ agents, queue }: RunState, events: readonly AimedEvent[]): void {
  const staying = events.filter((outside) => outsideKind(outside) !== "event");
  const byAddress = Map.groupBy(staying, ({ to }) => toAddress(to));
  const waiting = byAddress.size === 0 ? [] : queue.waiting();
  const ids = agents.map(({ address }) => toId(address));
  for (const { address, machine, status } of agents) {
    const own = byAddress.get(address);
    if (own === undefined) continue;
    const id = toId(address);
    if (status === "left") throw new EngineError("STAY_INVALID", `agent "${id}" has left already`);
    const first = (kind: PendingKind): number =>
      Math.min(
        ...waiting.filter((it) => it.to === address && it.kind === kind).map(({ at }) => at),
      );
    const planned = {
      isHere: status !== "absent",
      joinsAt: first("init"),
      leavesAt: first("leave"),
    };
    checkStay({ id, ids, machine, ...planned }, own);
  }
}
