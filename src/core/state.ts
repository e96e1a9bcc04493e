// The state of a run: everything that `step` reads and changes.
import type { Agent, Backend } from "./agent.ts";
import { Agents } from "./agents.ts";
import { type Address, type Entry, RESTART_PRIORITY, toAddress, toId, WORLD } from "./event.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import {
  type AimedEvent,
  outsideEntry,
  outsideKey,
  outsideKind,
  outsideText,
  startKey,
} from "./outside.ts";
import type { Production } from "./production.ts";
import { EventQueue } from "./queue.ts";
import { rootKey } from "./random.ts";
import { accountOf, placeInWorld } from "./world/account.ts";
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
  /** By index; whoever asks for them all has all of them read. */
  readonly agents: readonly Agent[];
  readonly byAddress: Agents;
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
  const machines = new Set(production.roles.map(({ machine }) => machine));
  const entered = new Map(
    Array.from(machines, (machine) => [machine, new Uint8Array(machine.parts.idMap.size)]),
  );
  const byAddress = new Agents(production, entered);
  return {
    production,
    backend,
    seedKey,
    get agents() {
      return byAddress.all;
    },
    byAddress,
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

/**
 * In the order of addresses: creating agents in another order changes nothing. Before all else, however urgent:
 * an event finds its agent started.
 */
function scheduleStarts(state: RunState): void {
  const { agents, queue, world } = state;
  const later = latecomers(state.production);
  for (const agent of agents) {
    if (!later.has(agent.address)) continue;
    agent.status = "absent";
    placeInWorld(world, agent);
  }
  const present = agents.filter(({ status }) => status !== "absent");
  for (const { address } of present) {
    queue.push({
      kind: "init",
      at: 0,
      priority: RESTART_PRIORITY,
      to: address,
      event: { type: "started" },
      key: startKey(address),
    });
  }
  for (const reminder of firstReminders(world)) queue.push(reminder);
  for (const agent of present) remindOf(state, agent, 0);
}

function latecomers({ roles, events = [] }: Production): ReadonlySet<Address> {
  const joining = events.filter((outside) => outsideKind(outside) === "init");
  const newcomers = roles.filter(({ isNewcomer }) => isNewcomer);
  return new Set([...joining.map(({ to }) => to), ...newcomers.map(({ id }) => id)].map(toAddress));
}

/** Plans what comes by itself to an agent that is there from an instant on. */
export function remindOf(
  { queue, seedKey, world }: RunState,
  { address }: Agent,
  at: number,
): void {
  for (const reminder of remindersOf(world, address, { at, seedKey })) queue.push(reminder);
}

/**
 * Outside events get their keys from what they say and to whom, and equal ones from their number: one more
 * event changes the chance of no other, wherever it stands in the list.
 */
function scheduleOutside({ production, queue }: RunState): void {
  const { events = [], news = [] } = production;
  const outside: readonly AimedEvent[] = [
    ...events,
    ...news.map(({ at, priority, ...item }) => ({
      ...{ at, to: WORLD, ...(priority && { priority }) },
      event: { type: "news", ...item },
    })),
  ];
  const occurrences = new Map<string, number>();
  for (const happening of outside) {
    const text = outsideText(happening);
    const nth = occurrences.get(text) ?? 0;
    occurrences.set(text, nth + 1);
    queue.push(outsideEntry(happening, outsideKey(text, nth)));
  }
}

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
