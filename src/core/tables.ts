// The parts of a state that grow, record by record: so that a snapshot can tell only what has changed.
import { type AgentState, agentState } from "./agent-state.ts";
import { assert } from "./error.ts";
import type { Address, Pending } from "./event.ts";
import type { AgentFailure, RunState } from "./state.ts";
import type { Post, Presence } from "./world/posts.ts";

/** What each table holds, record by record. */
export interface SavedTables {
  readonly failures: readonly (readonly [id: string, failure: AgentFailure])[];
  /** In the order in which they will leave. */
  readonly queue: readonly Pending[];
  /** By address. */
  readonly agents: readonly AgentState[];
  readonly follows: readonly (readonly [
    follower: Address,
    followed: readonly (readonly [Address, weight: number])[],
  ])[];
  /** In the order in which they were written. */
  readonly posts: readonly Post[];
  readonly engagement: readonly {
    readonly post: string;
    readonly likes: readonly Address[];
    readonly replies: number;
    readonly quotes: number;
    readonly reposts: number;
  }[];
  readonly seen: readonly (readonly [Address, until: number, posts: readonly string[]])[];
  /** Of those who come, go or become others; stores made before that have none. */
  readonly presence: readonly (readonly [Address, presence: Presence])[];
  /** States of the simulated replies. */
  readonly effects: readonly (readonly [id: string, state: unknown])[];
}
export type TableName = keyof SavedTables;

/** The tables whose changes are noted as they happen; the queue has too many of them. */
export type NotedTable = Exclude<TableName, "queue">;

/** Ids of the records that were added or changed since somebody emptied these, for snapshots. None ever goes away. */
export type Touched = Readonly<Record<NotedTable, Set<string>>>;

export const untouched = (): Touched => ({
  failures: new Set(),
  agents: new Set(),
  follows: new Set(),
  posts: new Set(),
  engagement: new Set(),
  seen: new Set(),
  presence: new Set(),
  effects: new Set(),
});

/** Records of one kind by id, in the order in which the state holds them. */
export interface Table {
  readonly name: NotedTable;
  readonly ids: (state: RunState) => Iterable<string>;
  /** The record of an id. */
  readonly record: (state: RunState, id: string) => unknown;
}

interface Rows<Source> {
  readonly get: (id: string) => Source | undefined;
  readonly keys: () => Iterable<string>;
}

function table<Name extends NotedTable, Source>(
  name: Name,
  rows: (state: RunState) => Rows<Source>,
  write: (source: Source, id: string) => SavedTables[Name][number],
): Table {
  const record = (state: RunState, id: string): unknown => {
    const source = rows(state).get(id);
    assert(source !== undefined, `table ${name} has what was noted of it`);
    return write(source, id);
  };
  return { name, ids: (state) => rows(state).keys(), record };
}

/** Every table but the queue. */
export const tables: readonly Table[] = [
  table(
    "failures",
    (state) => state.failures,
    (failure, id) => [id, failure],
  ),
  table("agents", (state) => state.byAddress, agentState),
  table(
    "follows",
    ({ world }) => world.follows,
    (followed, id) => [id, [...followed]],
  ),
  table(
    "posts",
    ({ world }) => world.posts.byId,
    (post) => post,
  ),
  table(
    "engagement",
    ({ world }) => world.posts.engagement,
    ({ likes, ...counts }, post) => ({ post, likes: [...likes], ...counts }),
  ),
  table(
    "seen",
    ({ world }) => world.seen,
    ({ until, marks }, id) => [id, until, [...marks]],
  ),
  table(
    "presence",
    ({ world }) => world.presence,
    (presence, id) => [id, presence],
  ),
  table(
    "effects",
    (state) => state.effectStates,
    (effectState, id) => [id, effectState],
  ),
];
