// What happens: events on their way through the queue, and the journal's lines about them.
import type { Chain } from "./chain.ts";

/** Who an event is for: `agent:ada` or `world`. */
export type Address = string;

export const WORLD: Address = "world";
export const toAddress = (id: string): Address =>
  id === WORLD || id.startsWith("agent:") ? id : `agent:${id}`;
export const toId = (address: Address): string => address.replace(/^agent:/, "");

/** A fact, as its author writes it: `type` in the past tense or a noun. Plain JSON. */
export interface EventBody {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What every event carries when a machine sees it. `xstate.init` carries `startAt` besides. */
export interface Stamp {
  /** Virtual milliseconds since the start of the run. */
  readonly at: number;
  /** xstate.init only: virtual time 0 as milliseconds since 1970 in UTC, for hours of the day. */
  readonly startAt?: number;
  /** The source of all chance in handling this event: `draw(event.key, purpose)`. */
  readonly key: number;
}

/** Orders entries of one instant, most urgent first. */
export const priorities = ["critical", "high", "normal", "low"] as const;
export type Priority = (typeof priorities)[number];
/** A restart goes before everything else that waits for the agent at that instant. */
export const RESTART_PRIORITY = 0;
export const toRankedPriority = (priority: Priority): number => 1 + priorities.indexOf(priority);
export const NORMAL_PRIORITY = toRankedPriority("normal");

/**
 * `change`: somebody outside the run sets a value of it, as a fork does. `leave`: the agent goes for good. `recast`: it
 * gets another persona.
 */
export type PendingKind =
  | "init"
  | "event"
  | "timer"
  | "reply"
  | "restart"
  | "change"
  | "leave"
  | "recast";

/** An event that waits in the queue. */
export interface Pending {
  readonly kind: PendingKind;
  readonly at: number;
  /** From 0, the most urgent. */
  readonly priority: number;
  /** Order of insertion into the queue; decides among entries of one time and priority. */
  readonly rank: number;
  readonly to: Address;
  readonly event: EventBody;
  /** Causal: derived from what led here, never from a position. An integer in [0, 2^53). */
  readonly key: number;
  /** Seq of the entry that led here; undefined for what nothing inside the run caused. */
  readonly cause?: number | undefined;
  /** kind "timer": the id that `cancel` knows it by. */
  readonly timer?: string;
  /** kind "reply": the request that it answers. */
  readonly request?: string;
  /** Set while events lead to events without a pause; see `chain.ts`. */
  readonly chain?: Chain | undefined;
}

/** A pending event before the queue has given it a rank. */
export type Unranked = Omit<Pending, "rank">;

/**
 * What became of an entry. `handled`, `unhandled` (the state has no transition for it), `stale` (a reply that
 * nobody waits for any more), `dead` (its agent failed on it, or cannot take it), `parked` (its agent is out).
 */
export type Outcome = "handled" | "unhandled" | "stale" | "dead" | "parked";

/** What an agent asks of the outside. */
export interface Request {
  /** `agent:ada#17`: the asking agent and the number of its request, from 0. */
  readonly id: string;
  readonly effect: string;
  readonly input: unknown;
}

/** One line of the journal. */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly to: Address;
  readonly event: EventBody;
  readonly key: number;
  readonly cause?: number | undefined;
  /** The request that this entry answers. */
  readonly request?: string;
  readonly outcome: Outcome;
  /** Why the entry is dead: the message of what its agent threw. */
  readonly reason?: string;
  readonly requests: readonly Request[];
  /** Types of the actions that are neither requests nor messages, such as `xstate.log` or a user's own. */
  readonly actions?: readonly string[];
}
