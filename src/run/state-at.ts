// The state of a run at an instant, as people and programs look at it.
import type { Agent, AgentStatus } from "../core/agent.ts";
import { EngineError } from "../core/error.ts";
import { toAddress, toId } from "../core/event.ts";
import { nearest } from "../core/nearest.ts";
import type { RunState } from "../core/state.ts";
import type { SavedTables } from "../core/tables.ts";
import type { World } from "../core/world/world-state.ts";
import { momentBefore, momentOf } from "./moment.ts";
import type { Past } from "./past.ts";

/** A run when everything up to an instant had happened. */
export interface Sight {
  readonly run: string;
  /** Virtual milliseconds. */
  readonly at: number;
  readonly state: RunState;
}

/**
 * Looks at a run.
 * @param at virtual milliseconds, inclusive; its end by default, or its last entry when it was ended early
 * @throws EngineError INSTANT_BEYOND_END, RUN_DIFFERS
 */
export async function lookAt(past: Past, at?: number): Promise<Sight> {
  const { run, complete, until, steps } = past;
  if (at === undefined && !complete) {
    const { state } = await momentBefore(past, steps);
    return { run, at: state.at, state };
  }
  const { state } = await momentOf(past, at ?? until);
  return { run, at: at ?? until, state };
}

/** A run at an instant as plain JSON. */
export interface StateAt {
  readonly run: string;
  /** Virtual milliseconds. */
  readonly at: number;
  /** By id. */
  readonly agents: Readonly<Record<string, AgentAt>>;
  readonly world: Pick<SavedTables, "posts" | "follows" | "engagement">;
}

export interface AgentAt {
  /** The state of its machine; null, as its context is, before it has started. */
  readonly value: unknown;
  readonly context: unknown;
  readonly status: AgentStatus;
}

/**
 * The state of a run at an instant.
 * @param at as in `lookAt`; @param agent id of the only one to tell of
 * @throws EngineError INSTANT_BEYOND_END, SCENARIO_UNKNOWN_AGENT, RUN_DIFFERS
 * @example const { agents } = await stateAt(run, days(1)); console.log(agents.ada?.value);
 */
export const stateAt = async (past: Past, at?: number, agent?: string): Promise<StateAt> =>
  toldOf(await lookAt(past, at), agent);

/** What is seen, as plain JSON. @throws EngineError SCENARIO_UNKNOWN_AGENT */
export function toldOf({ run, at, state }: Sight, agent?: string): StateAt {
  const agents = agent === undefined ? state.agents : [agentIn(state, agent)];
  return {
    run,
    at,
    agents: Object.fromEntries(agents.map((it) => [toId(it.address), agentAt(it)])),
    world: worldAt(state.world),
  };
}

const agentAt = ({ snapshot, status }: Agent): AgentAt => ({
  value: snapshot?.value ?? null,
  context: snapshot?.context ?? null,
  status,
});

const worldAt = ({ posts, follows }: World): StateAt["world"] => ({
  posts: [...posts.byId.values()],
  follows: [...follows].map(([follower, followed]) => [follower, [...followed]]),
  engagement: [...posts.engagement].map(([post, { likes, ...counts }]) => ({
    post,
    likes: [...likes],
    ...counts,
  })),
});

/** Ids of a cast that an error lists. */
const MAX_LISTED = 10;

/** @throws EngineError SCENARIO_UNKNOWN_AGENT with the nearest id, or the cast */
export function agentIn({ byAddress, production }: RunState, id: string): Agent {
  const agent = byAddress.get(toAddress(id));
  if (agent !== undefined) return agent;
  const ids = [...byAddress.keys()].map(toId);
  const meant = nearest(id, ids);
  const cast = `${ids.slice(0, MAX_LISTED).join(", ")}${ids.length > MAX_LISTED ? ", …" : ""}`;
  const wayOut = meant === undefined ? `the cast is ${cast}` : `did you mean ${meant}?`;
  const problem = `agent "${id}" of "${production.scenario.name}"`;
  throw new EngineError("SCENARIO_UNKNOWN_AGENT", `${problem}; ${wayOut}`);
}
