// One machine with one persona: its state, how it starts and how it takes an event.
import type { AnyMachineSnapshot } from "xstate";
import { EngineError, messageOf } from "./error.ts";
import type { Address, EventBody, Stamp } from "./event.ts";
import { seal } from "./json.ts";
import {
  activeNodes,
  type Node,
  type ResolvedAction,
  type TransitionScope,
  withFields,
} from "./machine/internals.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import type { Handle } from "./queue.ts";

/** A pending delayed event of an agent. */
export interface Timer {
  /** Under which `cancel` finds it; empty when it has none or has lost it. */
  readonly id: string;
  /** The rank of its entry, by which it is known when it fires. */
  readonly rank: number;
  readonly handle: Handle;
}

/**
 * Timers that no longer answer to an id. As in XState, several may share one and all of them fire, but the id
 * means the one that was set last: it is free again when that one is cancelled or any of them fires.
 */
export const withoutId = (timers: readonly Timer[], id: string): readonly Timer[] =>
  timers.some((timer) => timer.id === id)
    ? timers.map((timer) => (timer.id === id ? { ...timer, id: "" } : timer))
    : timers;

/** A request that its agent still waits for. */
export interface Flight {
  /** The invoke id in the machine. */
  readonly child: string;
  readonly request: string;
  readonly effect: string;
}

/**
 * `paused`: waits to be restarted after a failure; `parked`: failed too often, takes nothing any more; `absent`: has
 * not joined yet.
 */
export type AgentStatus = "active" | "paused" | "parked" | "done" | "absent" | "left";

/** An agent's place in a run. Changed by `step` alone. */
export interface Agent {
  readonly index: number;
  readonly address: Address;
  readonly machine: PreparedMachine;
  /** What it was cast with, or what it became since: its persona. */
  input: unknown;
  /** Whether it became another. */
  isRecast: boolean;
  /** Which states of its machine were ever entered in this run, by document order; shared by its agents. */
  readonly entered: Uint8Array;
  /** What machine functions see as `self`. */
  readonly self: object;
  /** Undefined until it has started. */
  snapshot: AnyMachineSnapshot | undefined;
  status: AgentStatus;
  timers: readonly Timer[];
  flights: readonly Flight[];
  nextRequest: number;
  /** Instants of recent failures, the oldest first. */
  failures: readonly number[];
  restartAt: number;
  /** Deliveries on cycles without a pause, and the instant of the last; see `chain.ts`. */
  spin: number;
  spinAt: number;
}

const NOTHING: readonly never[] = [];

/** XState makes an actor object for every invocation and asks its parent's system for a session id. */
const SYSTEM = { _bookId: (): string => "-", _sendInspectionEvent: (): void => undefined };

function refuseSend(): never {
  throw new Error("self.send is not supported; raise an event or tell()");
}

export function makeAgent(
  machine: PreparedMachine,
  place: Pick<Agent, "index" | "address" | "input"> & Partial<Pick<Agent, "entered">>,
): Agent {
  const { index, address, input } = place;
  const agent: Agent = {
    index,
    address,
    input,
    isRecast: false,
    entered: place.entered ?? new Uint8Array(machine.parts.idMap.size),
    machine,
    self: {
      id: address,
      sessionId: address,
      system: SYSTEM,
      getSnapshot: () => agent.snapshot,
      send: refuseSend,
    },
    snapshot: undefined,
    status: "active",
    timers: NOTHING,
    flights: NOTHING,
    nextRequest: 0,
    failures: NOTHING,
    restartAt: 0,
    spin: 0,
    spinAt: 0,
  };
  return agent;
}

/** What one step of a machine gives: a new snapshot and the actions in the order in which they arose. */
export interface Stepped {
  readonly snapshot: AnyMachineSnapshot;
  readonly actions: readonly ResolvedAction[];
  /** Whether the state had a transition for the event. */
  readonly handled: boolean;
}

/** What executes machines. Both throw what the machine's own functions throw, and leave the agent as it was. */
export interface Backend {
  readonly start: (agent: Agent, stamp: Stamp) => Stepped;
  readonly step: (agent: Agent, event: EventBody & Stamp) => Stepped;
  /** Puts another context into an agent that has started, and lets its `always` transitions follow. */
  readonly change: (agent: Agent, context: unknown, stamp: Stamp) => Stepped;
}

/** The reference back end: XState's own transition function, with one scope shared by all agents. */
export function xstateBackend(): Backend {
  let actions: ResolvedAction[] = [];
  let entered: Uint8Array | undefined;
  const scope: TransitionScope = {
    self: undefined,
    system: {
      _bookId: () => "-",
      _sendInspectionEvent: ({ snapshot }: { readonly snapshot: AnyMachineSnapshot }) => {
        if (entered !== undefined) markEntered(entered, snapshot);
      },
    },
    actionExecutor: (action) => actions.push(action),
    defer: () => {
      throw new Error("spawn in assign is not supported; invoke an effect");
    },
  };

  const run = (agent: Agent, stamp: Stamp, delivered: (EventBody & Stamp) | undefined): Stepped => {
    const { parts, stamping } = agent.machine;
    const handled = delivered === undefined;
    Object.assign(stamping, { ...stamp, internal: 0, delivered, handled, isUnderWay: true });
    actions = [];
    entered = agent.entered;
    scope.self = agent.self;
    try {
      const next =
        delivered === undefined || agent.snapshot === undefined
          ? parts.getInitialSnapshot(scope, agent.input)
          : parts.transition(agent.snapshot, delivered, scope);
      if (delivered === undefined) markInitial(entered, parts.root);
      if (next.status === "error") throw next.error;
      sealSnapshot(next, agent.snapshot);
      markEntered(entered, next);
      return { snapshot: withStubs(next), actions, handled: stamping.handled };
    } finally {
      stamping.isUnderWay = false;
    }
  };

  return {
    start: (agent, stamp) => run(agent, stamp, undefined),
    step: (agent, event) => run(agent, event, event),
    change: (agent, context, stamp) => {
      if (agent.snapshot === undefined) throw new Error("a change before the agent has started");
      const before = agent.snapshot;
      agent.snapshot = withFields(before, { context });
      try {
        return run(agent, stamp, { type: "xstate.init", ...stamp });
      } finally {
        agent.snapshot = before;
      }
    },
  };
}

function markEntered(entered: Uint8Array, snapshot: AnyMachineSnapshot): void {
  for (const node of activeNodes(snapshot)) entered[node.order] = 1;
}

/** The states of the very first microstep, which XState does not report and may leave at once. */
function markInitial(entered: Uint8Array, node: Node): void {
  entered[node.order] = 1;
  const next = node.type === "parallel" ? Object.values(node.states) : (node.initial?.target ?? []);
  if (node.type === "parallel" || node.type === "compound") {
    for (const child of next) if (child.type !== "history") markInitial(entered, child);
  }
}

/** Context and output must survive JSON; frozen, they cannot be spoilt by an assign that mutates and then throws. */
function sealSnapshot(next: AnyMachineSnapshot, before: AnyMachineSnapshot | undefined): void {
  const problem =
    (next.context === before?.context
      ? undefined
      : seal(next.context, "context", before?.context)) ??
    (next.output === undefined ? undefined : seal(next.output, "output"));
  if (problem !== undefined) {
    throw new EngineError("CONTEXT_NOT_JSON", `${problem.path} is ${problem.problem}`);
  }
}

/** Only the ids of children are ever read again; the actors that XState made for them are let go. */
function withStubs(snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  const ids = Object.keys(snapshot.children);
  if (ids.length === 0) return snapshot;
  const isStub = (id: string): boolean => {
    const child: unknown = snapshot.children[id];
    return typeof child === "object" && child !== null && !("send" in child);
  };
  if (ids.every(isStub)) return snapshot;
  return withFields(snapshot, { children: Object.fromEntries(ids.map((id) => [id, { id }])) });
}

export const failureText = (thrown: unknown): string => messageOf(thrown).slice(0, 200);
