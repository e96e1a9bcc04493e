// The whole state of a run as plain JSON, and back: what a snapshot holds. Everything is a queue entry, so "after
// one entry" is always a good moment.
import type { Agent, Backend } from "./agent.ts";
import { type AgentState, thawAgent } from "./agent-state.ts";
import { assert } from "./error.ts";
import { type Pending, toAddress } from "./event.ts";
import { freeze } from "./json.ts";
import { nodesOf } from "./machine/internals.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import type { Production } from "./production.ts";
import { byDue, type Handle } from "./queue.ts";
import { type Counts, emptyState, type RunState } from "./state.ts";
import { type SavedTables, type TableName, tables } from "./tables.ts";
import { placeInWorld, setPresence } from "./world/account.ts";
import { addPost } from "./world/posts.ts";
import type { World } from "./world/world-state.ts";

/** Snapshots of another version are refused. */
export const STATE_VERSION = 1;

/** What a state holds besides its tables. */
export interface SavedRest {
  readonly version: number;
  readonly seedKey: number;
  /** Instant of the last entry. */
  readonly at: number;
  /** Number of entries so far. */
  readonly seq: number;
  readonly counts: Counts;
  /** The rank of the next insertion into the queue. */
  readonly nextRank: number;
  /** By machine, in the order of its first agent: the ids of the states that were entered. */
  readonly entered: readonly (readonly [machine: string, states: readonly string[]])[];
}

export interface SavedState extends SavedRest, SavedTables {}

export function saveState(state: RunState): SavedState {
  const records = new Map<TableName, readonly unknown[]>(
    tables.map(({ name, ids, record }) => [name, [...ids(state)].map((id) => record(state, id))]),
  );
  records.set("queue", state.queue.waiting());
  return joinState(saveRest(state), (name) => records.get(name) ?? []);
}

export function saveRest(state: RunState): SavedRest {
  const { seedKey, at, seq, counts, queue, entered } = state;
  return {
    version: STATE_VERSION,
    seedKey,
    at,
    seq,
    counts: { ...counts },
    nextRank: queue.nextRank,
    entered: [...entered].map(([machine, marks]) => [machine.id, enteredIn(machine, marks)]),
  };
}

const enteredIn = ({ parts }: PreparedMachine, entered: Uint8Array): readonly string[] =>
  nodesOf(parts)
    .filter(({ order }) => entered[order] === 1)
    .map(({ id }) => id);

/**
 * A state from its parts.
 * @param recordsOf what `tables` wrote, in the order of the state
 */
export function joinState(
  rest: SavedRest,
  recordsOf: (name: TableName) => readonly unknown[],
): SavedState {
  const names: readonly TableName[] = [...tables.map(({ name }) => name), "queue"];
  const parts = names.map((name) => [name, recordsOf(name)] as const);
  const joined: unknown = { ...rest, ...Object.fromEntries(parts) };
  assert(isSavedState(joined), "a state has all of its tables");
  return { ...joined, queue: [...joined.queue].sort(byDue) };
}

/** The shape alone: what is in it was written by `tables`, and proved by its hash where it was read. */
const isSavedState = (value: unknown): value is SavedState =>
  typeof value === "object" && value !== null && tables.every(({ name }) => name in value);

/** The states of agents by index, each read when it is asked for. */
export interface SavedAgents {
  /** In the order of the state. */
  readonly addresses: readonly string[];
  readonly stateOf: (index: number) => AgentState | undefined;
}

const agentsOf = ({ agents }: SavedState): SavedAgents => ({
  addresses: agents.map(({ agent }) => agent),
  stateOf: (index) => agents[index],
});

/**
 * The state of a run again, to go on from. An agent is loaded when somebody asks for it.
 * @param saved of the same scenario, checked where it was read
 * @param savedAgents where they need not be read all at once
 * @throws Error when it is of another cast; an agent that is of another machine throws when it is asked for
 */
export function loadState(
  production: Production,
  backend: Backend,
  saved: SavedState,
  savedAgents: SavedAgents = agentsOf(saved),
): RunState {
  const state = emptyState(production, backend, saved.seedKey);
  Object.assign(state, { at: saved.at, seq: saved.seq });
  Object.assign(state.counts, saved.counts);
  for (const [id, failure] of saved.failures) state.failures.set(id, failure);
  for (const [id, effectState] of saved.effects) state.effectStates.set(id, freeze(effectState));
  const handles = new Map(saved.queue.map((entry) => [entry.rank, requeue(state, entry)]));
  state.queue.continueRanks(saved.nextRank);
  loadAgents(state, savedAgents, handles);
  loadWorld(state.world, saved);
  [...state.entered].forEach(([machine, marks], index) => {
    const ids = saved.entered[index]?.[1] ?? [];
    for (const id of ids) marks[machine.parts.idMap.get(id)?.order ?? 0] = 1;
  });
  return state;
}

/** An agent that a fork brings in has no state yet. */
function loadAgents(
  { byAddress, production, world }: RunState,
  { addresses, stateOf }: SavedAgents,
  handles: ReadonlyMap<number, Handle>,
): void {
  const newcomers = production.roles.slice(addresses.length);
  const isWhole = newcomers.every(({ isNewcomer }) => isNewcomer);
  assert(isWhole, "a snapshot has a state for every agent");
  for (const { id } of newcomers) {
    placeInWorld(world, { address: toAddress(id), status: "absent", input: null, isRecast: false });
  }
  byAddress.loadWith((agent) => {
    if (agent.index >= addresses.length) agent.status = "absent";
    else loadAgent(agent, stateOf(agent.index), handles);
  });
}

/** Events are frozen in the queue, as they were when they came in. */
function requeue({ queue }: RunState, entry: Pending): Handle {
  freeze(entry.event);
  return queue.reinsert(entry);
}

function loadAgent(
  agent: Agent,
  saved: AgentState | undefined,
  handles: ReadonlyMap<number, Handle>,
): void {
  assert(saved?.agent === agent.address, "a snapshot lists its agents by address");
  const { status, timers, flights, nextRequest, failures, restartAt, spin } = saved;
  const snapshot = thawAgent(agent, saved);
  freeze(snapshot?.context);
  Object.assign(agent, { snapshot, status, flights, nextRequest, failures, restartAt });
  [agent.spin, agent.spinAt] = spin;
  if (saved.input !== undefined) {
    freeze(saved.input);
    Object.assign(agent, { input: saved.input, isRecast: true });
  }
  agent.timers = timers.map(([id, rank]) => {
    const handle = handles.get(rank);
    assert(handle !== undefined, "every timer waits in the queue");
    return { id, rank, handle };
  });
}

function loadWorld(world: World, saved: SavedTables): void {
  for (const [follower, followed] of saved.follows) world.follows.set(follower, new Map(followed));
  for (const post of saved.posts) addPost(world.posts, post);
  for (const { post, likes, ...counts } of saved.engagement) {
    world.posts.engagement.set(post, { likes: new Set(likes), ...counts });
  }
  for (const [address, presence] of saved.presence) setPresence(world, address, presence);
  for (const [address, until, marks] of saved.seen) {
    world.seen.set(address, { until, marks: [...marks] });
  }
}
