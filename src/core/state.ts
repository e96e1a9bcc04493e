// The state of a run: everything that `step` reads and changes.
import { type Agent, type Backend, makeAgent } from "./agent.ts";
import { type Address, type Entry, RESTART_PRIORITY, toAddress, toId, WORLD } from "./event.ts";
import { canonical } from "./json.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import { outsideEntry, outsideKind, startKey } from "./outside.ts";
import type { Production } from "./production.ts";
import { EventQueue } from "./queue.ts";
import { deriveKey, rootKey, seededKey } from "./random.ts";
import type { OutsideEvent } from "./scenario.ts";
import { accountOf, placeInWorld } from "./world/account.ts";
import { planRandom } from "./world/random-events.ts";
import { makeWorld, type RandomEvent, type World } from "./world/world-state.ts";

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
  scheduleHappenings(state);
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

function worldOf({ scenario, roles, random, world }: Production): World {
  return makeWorld({
    startAt: scenario.startAt,
    feed: world?.feed ?? "recent",
    accounts: new Map(roles.map(({ id, input }) => [toAddress(id), accountOf(id, input)])),
    random: random ?? [],
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
  world.random.forEach((random, index) => {
    for (const agent of present) planFirst(state, agent, { random, index, at: 0 });
  });
}

function latecomers({ roles, events = [] }: Production): ReadonlySet<Address> {
  const joining = events.filter((outside) => outsideKind(outside) === "init");
  const newcomers = roles.filter(({ isNewcomer }) => isNewcomer);
  return new Set([...joining.map(({ to }) => to), ...newcomers.map(({ id }) => id)].map(toAddress));
}

/** Plans a random event for an agent that is there from an instant on. */
export function planFirst(
  { queue, seedKey }: RunState,
  { address }: Agent,
  {
    at,
    index,
    random,
  }: { readonly at: number; readonly index: number; readonly random: RandomEvent },
): void {
  const key = rootKey(`random:${random.name}:${address}`);
  const from = { at, key, seeded: seededKey(key, seedKey) };
  queue.push(planRandom(random, { index, agent: address }, from));
}

/**
 * Outside events get their keys from what they say and to whom, and equal ones from their number: one more
 * event changes the chance of no other, wherever it stands in the list.
 */
function scheduleHappenings({ production, queue }: RunState): void {
  const { events = [], news = [] } = production;
  const outside: readonly OutsideEvent[] = [
    ...events,
    ...news.map(({ at, ...item }) => ({ at, to: WORLD, event: { type: "news", ...item } })),
  ];
  const occurrences = new Map<string, number>();
  for (const happening of outside) {
    const { at, to, event } = happening;
    const text = `outside:${at}:${toAddress(to)}:${canonical(event)}`;
    const nth = occurrences.get(text) ?? 0;
    occurrences.set(text, nth + 1);
    queue.push(outsideEntry(happening, deriveKey(rootKey(text), "nth", nth)));
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
