// The state of a run: everything that `step` reads and changes.
import { type Agent, type Backend, makeAgent } from "./agent.ts";
import {
  type Address,
  type Entry,
  NORMAL_PRIORITY,
  type Pending,
  RESTART_PRIORITY,
  toAddress,
  toId,
  toRankedPriority,
  type Unranked,
  WORLD,
} from "./event.ts";
import { canonical } from "./json.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import type { Production } from "./production.ts";
import { EventQueue } from "./queue.ts";
import { deriveKey, rootKey } from "./random.ts";
import { addressed } from "./targets.ts";
import type { Account } from "./world/posts.ts";
import { firstReminders, remindersOf } from "./world/reminders.ts";
import { makeWorld, type World } from "./world/world-state.ts";

/** delivered = handled + unhandled + deadLetters + parked */
export interface Counts {
  delivered: number;
  handled: number;
  unhandled: number;
  deadLetters: number;
  parked: number;
}

/** One kind of failure of one agent. */
export interface AgentFailure {
  readonly agent: string;
  readonly reason: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
}

export interface RunState {
  readonly production: Production;
  readonly backend: Backend;
  /** `rootKey` of the seed; a fork may change it. */
  seedKey: number;
  readonly agents: readonly Agent[];
  readonly byAddress: ReadonlyMap<Address, Agent>;
  readonly world: World;
  readonly queue: EventQueue;
  /** Which states were ever entered, by machine and document order. */
  readonly entered: ReadonlyMap<PreparedMachine, Uint8Array>;
  /** State of the simulated replies, by effect and agent. */
  readonly effectStates: Map<string, unknown>;
  readonly failures: Map<string, AgentFailure>;
  readonly counts: Counts;
  /** Instant of the last entry. */
  at: number;
  /** Number of entries so far: the seq of the next. */
  seq: number;
}

/** @param seed any safe integer */
export const seedKeyOf = (seed: number): number => rootKey(`seed:${seed}`);

/** The state before anything has happened: everyone is about to start, outside events wait. */
export function firstState(production: Production, backend: Backend, seed: number): RunState {
  const state = emptyState(production, backend, seedKeyOf(seed));
  for (const [id, followed] of production.follows) {
    const weights = [...followed].map(([other, weight]) => [toAddress(other), weight] as const);
    state.world.follows.set(toAddress(id), new Map(weights));
  }
  scheduleStarts(state);
  scheduleOutside(state);
  return state;
}

/** A state in which nothing waits: to be filled. */
export function emptyState(production: Production, backend: Backend, seedKey: number): RunState {
  const entered = new Map(
    production.roles.map(({ machine }) => [machine, new Uint8Array(machine.parts.idMap.size)]),
  );
  const agents = production.roles.map(({ id, machine, input }, index) => {
    const own = entered.get(machine);
    return makeAgent(machine, {
      index,
      address: toAddress(id),
      input,
      ...(own && { entered: own }),
    });
  });
  return {
    production,
    backend,
    seedKey,
    agents,
    byAddress: new Map(agents.map((agent) => [agent.address, agent])),
    world: worldOf(production),
    queue: new EventQueue(),
    entered,
    effectStates: new Map(),
    failures: new Map(),
    counts: { delivered: 0, handled: 0, unhandled: 0, deadLetters: 0, parked: 0 },
    at: 0,
    seq: 0,
  };
}

function worldOf({ scenario, roles, random, happenings, world }: Production): World {
  return makeWorld({
    startAt: scenario.startAt,
    feed: world?.feed ?? "recent",
    accounts: new Map(roles.map(({ id, input }) => [toAddress(id), accountOf(id, input)])),
    random: random ?? [],
    happenings,
    follows: new Map(),
  });
}

/** What the world knows of an agent: its name and interests, where its persona tells them. */
function accountOf(id: string, input: unknown): Account {
  const address = toAddress(id);
  const persona = typeof input === "object" && input !== null ? input : {};
  const name = "name" in persona && typeof persona.name === "string" ? persona.name : id;
  return { address, id, name, interests: interestsOf(persona) };
}

function interestsOf(persona: object): readonly string[] {
  const personality = "personality" in persona ? persona.personality : persona;
  if (typeof personality !== "object" || personality === null) return [];
  const interests = "interests" in personality ? personality.interests : undefined;
  return Array.isArray(interests) ? interests.filter((topic) => typeof topic === "string") : [];
}

/**
 * In the order of addresses: creating agents in another order changes nothing. Before all else, however urgent:
 * an event finds its agent started.
 */
function scheduleStarts({ agents, queue, world, seedKey }: RunState): void {
  for (const { address } of agents) {
    queue.push({
      kind: "init",
      at: 0,
      priority: RESTART_PRIORITY,
      to: address,
      event: { type: "started" },
      key: rootKey(`start:${address}`),
    });
  }
  for (const reminder of firstReminders(world)) queue.push(reminder);
  for (const { address } of agents) {
    for (const reminder of remindersOf(world, address, { at: 0, seedKey })) queue.push(reminder);
  }
}

/**
 * Outside events get their keys from what they say and to whom, and equal ones from their number: one more
 * event changes the chance of no other, wherever it stands in the list.
 */
function scheduleOutside({ production, queue }: RunState): void {
  const { events = [], news = [] } = production;
  const outside = [
    ...events.flatMap(({ to, event, ...rest }) =>
      addressed(to, event).map((one) => ({ ...rest, ...one })),
    ),
    ...news.map(({ at, priority, ...item }) => ({
      ...{ at, priority, to: WORLD },
      event: { type: "news", ...item },
    })),
  ];
  const occurrences = new Map<string, number>();
  for (const { at, to, event, priority = "normal" } of outside) {
    const text = outsideText({ at, to, event });
    const nth = occurrences.get(text) ?? 0;
    occurrences.set(text, nth + 1);
    queue.push({
      ...outsideEntry({ at, to, event }, nth),
      priority: toRankedPriority(priority),
    });
  }
}

type OneEvent = Pick<Pending, "at" | "to" | "event">;

const outsideText = ({ at, to, event }: OneEvent): string =>
  `outside:${at}:${to}:${canonical(event)}`;

/** An event from outside as an entry. @param nth of the equal ones, from 0 */
export const outsideEntry = (outside: OneEvent, nth: number): Unranked => ({
  kind: "event",
  ...{ at: outside.at, to: outside.to, event: outside.event },
  priority: NORMAL_PRIORITY,
  key: deriveKey(rootKey(outsideText(outside)), "nth", nth),
});

/** Counts an entry under its outcome. */
export function count(counts: Counts, { outcome }: Pick<Entry, "outcome">): void {
  counts.delivered++;
  switch (outcome) {
    case "handled":
      counts.handled++;
      break;
    case "unhandled":
    case "stale":
      counts.unhandled++;
      break;
    case "dead":
      counts.deadLetters++;
      break;
    case "parked":
      counts.parked++;
      break;
  }
}

/** Remembers at most this many different failures; the journal has them all. */
const MAX_FAILURES = 1000;

export function noteFailure(state: RunState, agent: Agent, reason: string): void {
  const id = `${agent.address} ${reason}`;
  const before = state.failures.get(id);
  if (before === undefined && state.failures.size >= MAX_FAILURES) return;
  state.world.touched.failures.add(id);
  state.failures.set(id, {
    agent: toId(agent.address),
    reason,
    firstAt: before?.firstAt ?? state.at,
    lastAt: state.at,
    count: (before?.count ?? 0) + 1,
  });
}
