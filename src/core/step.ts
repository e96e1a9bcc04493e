// The only place where the state of a run changes: one entry is taken from the queue and handled.

import { applyActions, type Outgoing, readActions } from "./actions.ts";
import { type Agent, failureText, type Stepped, withoutId } from "./agent.ts";
import { CYCLE_PAUSE, continueChain, isCycle, MAX_CYCLE_DELIVERIES } from "./chain.ts";
import { assert } from "./error.ts";
import {
  type Entry,
  type EventBody,
  type Pending,
  type Stamp,
  toId,
  type Unranked,
  WORLD,
} from "./event.ts";
import { seal } from "./json.ts";
import { comeOrGo, recast } from "./presence.ts";
import { seededKey } from "./random.ts";
import { count, noteFailure, type RunState, seedKeyOf } from "./state.ts";
import { superviseFailure } from "./supervision.ts";
import type { Post } from "./world/posts.ts";
import { worldStep } from "./world.ts";

/** Where a step sends what must go on: it comes back through the queue. */
export interface Ports {
  /** From an agent: requests, messages, emitted events. */
  readonly send: (outgoing: Outgoing) => void;
  /** From the world to an agent, or to itself. */
  readonly deliver: (delivery: Unranked) => void;
}

/** What handling an entry came to. */
type Handled = Pick<Entry, "outcome"> &
  Partial<Pick<Entry, "reason" | "requests" | "actions">> & {
    readonly post?: Post;
  };

export interface Step {
  readonly entry: Entry;
  /** The post that the entry put into the world. */
  readonly post?: Post;
  /** The agent whose entry it was. */
  readonly agent?: Agent;
}

/**
 * Handles the next entry. @returns undefined when nothing happened: the queue is empty, or the entry must wait
 * for its agent's restart.
 */
export function step(state: RunState, ports: Ports): Step | undefined {
  const pending = state.queue.pop();
  if (pending === undefined) return undefined;
  const agent = state.byAddress.get(pending.to);
  if (agent?.status === "paused" && waits(agent, pending)) {
    postpone(state, agent, pending);
    return undefined;
  }
  assert(pending.at >= state.at, "virtual time never goes back");
  state.at = pending.at;
  const handled = handle(state, agent, pending, ports);
  const entry = toEntry(state.seq, pending, handled);
  count(state.counts, entry);
  if (agent !== undefined) state.world.touched.agents.add(agent.address);
  state.seq++;
  return { entry, ...(handled.post && { post: handled.post }), ...(agent && { agent }) };
}

/** Whoever leaves waits for nothing. */
const waits = ({ restartAt }: Agent, { kind, at }: Pending): boolean =>
  at < restartAt && kind !== "restart" && kind !== "leave";

function toEntry(seq: number, pending: Pending, handled: Handled): Entry {
  const { at, to, event, key, cause, request } = pending;
  const { outcome, reason, requests = [], actions } = handled;
  return {
    seq,
    at,
    to,
    event,
    key,
    ...(cause !== undefined && { cause }),
    ...(request !== undefined && { request }),
    outcome,
    ...(reason !== undefined && { reason }),
    requests,
    ...(actions && actions.length > 0 && { actions }),
  };
}

/** Events that arrive in a pause wait for the restart, in the order in which they came: that is their new rank. */
function postpone(state: RunState, agent: Agent, { rank: before, ...entry }: Pending): void {
  const rank = state.queue.nextRank;
  const handle = state.queue.push({ ...entry, at: agent.restartAt });
  agent.timers = agent.timers.map((timer) =>
    timer.rank === before ? { ...timer, rank, handle } : timer,
  );
  state.world.touched.agents.add(agent.address);
}

function handle(
  state: RunState,
  agent: Agent | undefined,
  pending: Pending,
  ports: Ports,
): Handled {
  if (pending.to === WORLD) return handleInWorld(state, pending, ports);
  if (agent === undefined) return { outcome: "dead", reason: `no agent "${toId(pending.to)}"` };
  return handleInAgent(state, agent, pending, ports);
}

function handleInWorld(state: RunState, pending: Pending, ports: Ports): Handled {
  const { event, at, key, priority } = pending;
  if (pending.kind === "change") return reseed(state, event);
  const seeded = seededKey(key, state.seedKey);
  const { deliveries, handled, post } = worldStep(state.world, {
    event,
    at,
    key,
    seeded,
    priority,
  });
  for (const delivery of deliveries) {
    if (delivery.kind === "event" && !isReached(state, delivery.to)) continue;
    // News is one event for all whom it reaches; frozen, none of them can change it for the others.
    if (!Object.isFrozen(delivery.event)) seal(delivery.event, "event");
    const chain = continueChain(pending.chain, delivery, at);
    ports.deliver({ ...delivery, cause: state.seq, ...(chain && { chain }) });
  }
  return { outcome: handled ? "handled" : "unhandled", ...(post && { post }) };
}

/** Who is not there is reached by nothing. */
const isReached = ({ world }: RunState, to: string): boolean =>
  world.presence.get(to)?.isHere !== false;

/** All chance after this comes from another seed. */
function reseed(state: RunState, { seed }: EventBody): Handled {
  assert(typeof seed === "number", "a reseeding names its seed");
  state.seedKey = seedKeyOf(seed);
  return { outcome: "handled" };
}

function handleInAgent(state: RunState, agent: Agent, pending: Pending, ports: Ports): Handled {
  const gone = comeOrGo(state, agent, pending);
  if (gone !== undefined) return gone;
  switch (agent.status) {
    case "parked":
      return { outcome: "parked" };
    case "done":
      return pending.kind === "reply"
        ? { outcome: "stale" }
        : { outcome: "dead", reason: "agent done" };
    case "paused":
    case "active":
    case "absent":
    case "left":
      break;
  }
  if (pending.kind === "restart") {
    agent.status = "active";
    return { outcome: "handled" };
  }
  if (isStale(agent, pending)) return { outcome: "stale" };
  if (spins(agent, pending)) return park(state, agent);
  return attempt(state, agent, pending, ports);
}

const isStale = (agent: Agent, { kind, request }: Pending): boolean =>
  kind === "reply" && !agent.flights.some((flight) => flight.request === request);

/** Whether the agent takes part in an exchange without a pause that has gone on for too long. */
function spins(agent: Agent, { at, chain }: Pending): boolean {
  if (!isCycle(chain)) return false;
  agent.spin = at - agent.spinAt > CYCLE_PAUSE ? 1 : agent.spin + 1;
  agent.spinAt = at;
  return agent.spin > MAX_CYCLE_DELIVERIES;
}

function park(state: RunState, agent: Agent): Handled {
  const reason = `an endless exchange without a pause: ${MAX_CYCLE_DELIVERIES} deliveries on a cycle`;
  noteFailure(state, agent, reason);
  agent.status = "parked";
  return { outcome: "dead", reason };
}

/** One step of the agent's machine; whatever it throws concerns this agent alone. */
function attempt(state: RunState, agent: Agent, pending: Pending, ports: Ports): Handled {
  const stamp: Stamp = { at: pending.at, key: seededKey(pending.key, state.seedKey) };
  if (pending.kind === "timer") {
    const left = agent.timers.filter(({ rank }) => rank !== pending.rank);
    agent.timers = withoutId(left, pending.timer ?? "");
  }
  try {
    const stepped = takeStep(state, agent, pending, stamp);
    const read = readActions(agent, stepped.actions);
    agent.snapshot = stepped.snapshot;
    if (pending.kind === "recast") recast(state, agent, pending.event.persona);
    if (pending.kind === "reply") {
      agent.flights = agent.flights.filter(({ request }) => request !== pending.request);
    }
    const sent = applyActions(state, { agent, cause: pending, read }, ports.send);
    const isHandled = stepped.handled || pending.kind === "change" || pending.kind === "recast";
    return { outcome: isHandled ? "handled" : "unhandled", ...sent };
  } catch (thrown) {
    const reason = failureText(thrown);
    noteFailure(state, agent, reason);
    superviseFailure(state, agent, pending);
    return { outcome: "dead", reason };
  }
}

function takeStep(
  { backend, world }: RunState,
  agent: Agent,
  pending: Pending,
  stamp: Stamp,
): Stepped {
  switch (pending.kind) {
    case "init":
      return backend.start(agent, { ...stamp, startAt: world.startAt });
    case "change":
      return backend.change(agent, changedContext(agent, pending.event), stamp);
    default:
      return backend.step(agent, { ...machineEvent(agent, pending), ...stamp });
  }
}

/** The context with the value at a path exchanged. */
function changedContext(agent: Agent, { path, value }: EventBody): unknown {
  const put = (within: unknown, [key = "", ...rest]: readonly string[]): unknown => {
    if (typeof within !== "object" || within === null) throw new Error(`no "${key}" to change`);
    const inner = new Map<string, unknown>(Object.entries(within)).get(key);
    const changed = rest.length === 0 ? value : put(inner, rest);
    if (Array.isArray(within)) return within.map((item, i) => (String(i) === key ? changed : item));
    return { ...within, [key]: changed };
  };
  return put(agent.snapshot?.context, String(path).split("."));
}

/** A reply becomes the done or error event of the invocation that waits for it. */
function machineEvent(agent: Agent, { kind, event, request }: Pending): EventBody {
  if (kind !== "reply") return event;
  const child = agent.flights.find((flight) => flight.request === request)?.child;
  assert(child !== undefined, "a reply that nobody waits for is stale");
  return event.kind === "done"
    ? { type: `xstate.done.actor.${child}`, output: event.reply, actorId: child }
    : { type: `xstate.error.actor.${child}`, error: failureOf(event), actorId: child };
}

function failureOf({ type: _, ...failure }: EventBody): object {
  return failure;
}
