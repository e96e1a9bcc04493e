// The whole state of a run as plain JSON, and back: what a snapshot holds. Everything is a queue entry, so "after
// one entry" is always a good moment.
import type { Agent, Backend } from "./agent.ts";
import { type AgentState, agentState, thawAgent } from "./agent-state.ts";
import { assert } from "./error.ts";
import type { Address, Pending } from "./event.ts";
import { seal } from "./json.ts";
import { nodesOf } from "./machine/internals.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import type { Production } from "./production.ts";
import type { Handle } from "./queue.ts";
import { type AgentFailure, type Counts, emptyState, type RunState } from "./state.ts";
import { addPost, type Post } from "./world/posts.ts";
import type { World } from "./world/world-state.ts";

/** Snapshots of another version are refused. */
export const STATE_VERSION = 1;

export interface SavedWorld {
  /** follower, followed, weight */
  readonly follows: readonly (readonly [Address, readonly (readonly [Address, number])[]])[];
  /** In the order in which they were written. */
  readonly posts: readonly Post[];
  readonly engagement: readonly {
    readonly post: string;
    readonly likes: readonly Address[];
    readonly replies: number;
    readonly quotes: number;
    readonly reposts: number;
  }[];
  readonly seen: readonly (readonly [Address, number, readonly string[]])[];
}

export interface SavedState {
  readonly version: number;
  readonly seedKey: number;
  readonly at: number;
  readonly seq: number;
  readonly counts: Counts;
  readonly failures: readonly (readonly [string, AgentFailure])[];
  /** In the order in which they will leave. */
  readonly queue: readonly Pending[];
  readonly nextRank: number;
  readonly agents: readonly AgentState[];
  readonly world: SavedWorld;
  readonly effects: readonly (readonly [string, unknown])[];
  /** By machine, the ids of the states that were entered. */
  readonly entered: readonly (readonly [string, readonly string[]])[];
}

export function saveState(state: RunState): SavedState {
  const { seedKey, at, seq, counts, failures, queue, agents, world, effectStates } = state;
  return {
    version: STATE_VERSION,
    seedKey,
    at,
    seq,
    counts: { ...counts },
    failures: [...failures],
    queue: queue.list(),
    nextRank: queue.nextRank,
    agents: agents.map(agentState),
    world: saveWorld(world),
    effects: [...effectStates],
    entered: [...state.entered].map(([machine, marks]) => [machine.id, enteredIn(machine, marks)]),
  };
}

function saveWorld({ follows, posts, seen }: World): SavedWorld {
  return {
    follows: [...follows].map(([follower, followed]) => [follower, [...followed]]),
    posts: [...posts.byId.values()],
    engagement: [...posts.engagement].map(([post, { likes, ...counts }]) => ({
      post,
      likes: [...likes],
      ...counts,
    })),
    seen: [...seen].map(([address, { until, marks }]) => [address, until, [...marks]]),
  };
}

const enteredIn = ({ parts }: PreparedMachine, entered: Uint8Array): readonly string[] =>
  nodesOf(parts)
    .filter(({ order }) => entered[order] === 1)
    .map(({ id }) => id);

/**
 * The state of a run again, to go on from.
 * @param saved of the same scenario, checked where it was read
 * @throws Error when it is of another cast or another machine
 */
export function loadState(production: Production, backend: Backend, saved: SavedState): RunState {
  const state = emptyState(production, backend, saved.seedKey);
  Object.assign(state, { at: saved.at, seq: saved.seq });
  Object.assign(state.counts, saved.counts);
  for (const [id, failure] of saved.failures) state.failures.set(id, failure);
  for (const [id, effectState] of saved.effects) state.effectStates.set(id, effectState);
  const handles = new Map(saved.queue.map((entry) => [entry.rank, requeue(state, entry)]));
  state.queue.continueRanks(saved.nextRank);
  assert(saved.agents.length === state.agents.length, "a snapshot has a state for every agent");
  for (const agent of state.agents) loadAgent(agent, saved.agents[agent.index], handles);
  loadWorld(state.world, saved.world);
  for (const [machine, marks] of state.entered) {
    const ids = saved.entered.find(([id]) => id === machine.id)?.[1] ?? [];
    for (const id of ids) marks[machine.parts.idMap.get(id)?.order ?? 0] = 1;
  }
  return state;
}

/** Events are frozen in the queue, as they were when they came in. */
function requeue({ queue }: RunState, entry: Pending): Handle {
  seal(entry.event, "event");
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
  if (snapshot !== undefined) seal(snapshot.context, "context");
  Object.assign(agent, { snapshot, status, flights, nextRequest, failures, restartAt });
  [agent.spin, agent.spinAt] = spin;
  agent.timers = timers.map(([id, rank]) => {
    const handle = handles.get(rank);
    assert(handle !== undefined, "every timer waits in the queue");
    return { id, rank, handle };
  });
}

function loadWorld(world: World, saved: SavedWorld): void {
  world.follows.clear();
  for (const [follower, followed] of saved.follows) world.follows.set(follower, new Map(followed));
  for (const post of saved.posts) addPost(world.posts, post);
  for (const { post, likes, ...counts } of saved.engagement) {
    world.posts.engagement.set(post, { likes: new Set(likes), ...counts });
  }
  for (const [address, until, marks] of saved.seen) {
    world.seen.set(address, { until, marks: [...marks] });
  }
}
