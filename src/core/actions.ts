// What a machine's actions mean to the engine: timers, requests and messages. XState resolves them, and nothing
// of them is ever executed.
import { type Agent, type Flight, withoutId } from "./agent.ts";
import { type Chain, continueChain } from "./chain.ts";
import { effectOf } from "./effect.ts";
import {
  type Address,
  type EventBody,
  NORMAL_PRIORITY,
  type Pending,
  type Request,
  toAddress,
  toId,
} from "./event.ts";
import { seal } from "./json.ts";
import type { ResolvedAction } from "./machine/internals.ts";
import { max, round } from "./math.ts";
import { checkEvent } from "./production.ts";
import { deriveKey } from "./random.ts";
import type { RunState } from "./state.ts";
import { TOLD } from "./tell.ts";

/** What goes out of an agent in one step. */
export interface Outgoing {
  readonly from: Address;
  readonly at: number;
  readonly key: number;
  /** Seq of the entry in which it arose. */
  readonly cause: number;
  readonly chain?: Chain | undefined;
  readonly body:
    | { readonly kind: "request"; readonly request: Request }
    | { readonly kind: "message"; readonly to: Address; readonly event: EventBody }
    | { readonly kind: "emitted"; readonly event: EventBody };
}

/** An action in the engine's terms. */
type Read =
  | {
      readonly kind: "timer";
      readonly id: string;
      readonly delay: number;
      readonly event: EventBody;
    }
  | { readonly kind: "cancel"; readonly id: string }
  | {
      readonly kind: "request";
      readonly child: string;
      readonly effect: string;
      readonly input: unknown;
    }
  | { readonly kind: "stop"; readonly child: string }
  | { readonly kind: "message"; readonly to: Address; readonly event: EventBody }
  | { readonly kind: "emitted"; readonly event: EventBody }
  | { readonly kind: "noted"; readonly type: string };

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (params: unknown): Fields =>
  typeof params === "object" && params !== null ? { ...params } : {};

/**
 * Reads all actions of a step before any of them counts.
 * @throws Error for what only shows at run time: it fails the step
 */
export function readActions(agent: Agent, actions: readonly ResolvedAction[]): readonly Read[] {
  return actions.map((action) => readAction(agent, action)).filter((read) => read !== undefined);
}

function readAction(agent: Agent, action: ResolvedAction): Read | undefined {
  const { type, exec } = action;
  const params = fieldsOf(action.params);
  switch (type) {
    case "xstate.raise":
      return readRaise(params);
    case "xstate.cancel":
      return { kind: "cancel", id: String(params.sendId) };
    case "xstate.spawnChild":
      return readInvocation(agent, params);
    case "xstate.stopChild":
      return readStop(action.params);
    case "xstate.emit":
      return readEmit(agent, fieldsOf(params.event));
    case "xstate.sendTo":
      throw new Error("sendTo is not supported; reach other agents with tell()");
    case "xstate.log":
      return { kind: "noted", type };
    default:
      if (exec === undefined) throw new Error(`unknown action "${type}"`);
      return { kind: "noted", type };
  }
}

/** Immediate raises were handled within the step. */
function readRaise(params: Fields): Read | undefined {
  const delay = params.delay;
  if (typeof delay !== "number") return undefined;
  if (!Number.isFinite(delay)) throw new Error(`a delay of ${delay} milliseconds`);
  const event = toEvent(params.event, "a delayed event");
  return { kind: "timer", id: String(params.id ?? ""), delay: max(0, round(delay)), event };
}

function readInvocation(agent: Agent, params: Fields): Read {
  const { id: child, src } = params;
  const input = withoutAbsent(params.input);
  const logic = agent.machine.parts.implementations.actors[String(src)];
  const effect = effectOf(logic);
  if (effect === undefined || typeof child !== "string") {
    throw new Error("spawnChild is not supported; invoke an effect");
  }
  const problem = seal(input ?? null, "input");
  if (problem !== undefined)
    throw new Error(`request ${effect.name}: ${problem.path} is ${problem.problem}`);
  return { kind: "request", child, effect: effect.name, input: input ?? null };
}

/** In a request a field that is undefined is one left out. */
function withoutAbsent(input: unknown): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  if (!Object.values(input).includes(undefined)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, field]) => field !== undefined));
}

function readStop(child: unknown): Read | undefined {
  const { id } =
    child !== null && typeof child === "object" && "id" in child ? child : { id: undefined };
  return typeof id === "string" ? { kind: "stop", child: id } : undefined;
}

function readEmit(agent: Agent, emitted: Fields): Read {
  if (emitted.type !== TOLD) {
    return { kind: "emitted", event: toEvent(emitted, "an emitted event") };
  }
  const event = toEvent(emitted.event, "a message");
  checkEvent(event, "a message");
  return {
    kind: "message",
    to: toAddress(String(emitted.to)),
    event: Object.freeze({ ...event, from: toId(agent.address) }),
  };
}

function toEvent(value: unknown, what: string): EventBody {
  const { type, ...fields } = fieldsOf(value);
  if (typeof type !== "string") throw new Error(`${what} has no type`);
  const event: EventBody = { type, ...fields };
  const problem = seal(event, "event");
  if (problem !== undefined) throw new Error(`${what}: ${problem.path} is ${problem.problem}`);
  return event;
}

/** The step that is being concluded. */
interface Concluded {
  readonly agent: Agent;
  readonly cause: Pending;
  readonly read: readonly Read[];
}

interface Sent {
  readonly requests: readonly Request[];
  readonly actions: readonly string[];
}

/** Applies the actions of a step that did not fail, in their order. Nothing here throws for the agent's sake. */
export function applyActions(
  state: RunState,
  { agent, cause, read }: Concluded,
  send: (outgoing: Outgoing) => void,
): Sent {
  const requests: Request[] = [];
  const actions: string[] = [];
  const ordinals = { timer: 0, request: 0, message: 0 };
  const out = (key: number, body: Outgoing["body"]): void => {
    const { at, chain } = cause;
    send({ from: agent.address, at, key, cause: state.seq, ...(chain && { chain }), body });
  };
  for (const action of read) {
    switch (action.kind) {
      case "timer":
        startTimer(state, { agent, cause, ordinal: ordinals.timer++ }, action);
        break;
      case "cancel":
        cancelTimer(state, agent, action.id);
        break;
      case "request": {
        const request = makeRequest(agent, action);
        requests.push(request);
        const key = deriveKey(cause.key, "request", ordinals.request++);
        out(key, { kind: "request", request });
        break;
      }
      case "stop":
        agent.flights = agent.flights.filter(({ child }) => child !== action.child);
        break;
      case "message":
        out(deriveKey(cause.key, "message", ordinals.message++), action);
        break;
      case "emitted":
        actions.push(action.event.type);
        out(cause.key, action);
        break;
      case "noted":
        actions.push(action.type);
        break;
    }
  }
  if (agent.snapshot?.status === "done") release(state, agent, "done");
  return { requests, actions };
}

function makeRequest(
  agent: Agent,
  { child, effect, input }: Extract<Read, { kind: "request" }>,
): Request {
  const id = `${agent.address}#${agent.nextRequest++}`;
  const flight: Flight = { child, request: id, effect };
  agent.flights = [...agent.flights.filter((other) => other.child !== child), flight];
  return { id, effect, input };
}

function startTimer(
  state: RunState,
  {
    agent,
    cause,
    ordinal,
  }: { readonly agent: Agent; readonly cause: Pending; readonly ordinal: number },
  { id, delay, event }: Extract<Read, { kind: "timer" }>,
): void {
  const entry = { kind: "timer", at: cause.at + delay, to: agent.address } as const;
  const chain = continueChain(cause.chain, entry, cause.at);
  const rank = state.queue.nextRank;
  const handle = state.queue.push({
    ...entry,
    priority: NORMAL_PRIORITY,
    event,
    key: deriveKey(cause.key, "timer", ordinal),
    cause: state.seq,
    timer: id,
    ...(chain && { chain }),
  });
  agent.timers = [...withoutId(agent.timers, id), { id, rank, handle }];
}

function cancelTimer(state: RunState, agent: Agent, id: string): void {
  const timer = agent.timers.find((other) => other.id === id && id !== "");
  if (timer === undefined) return;
  state.queue.cancel(timer.handle);
  agent.timers = agent.timers.filter((other) => other !== timer);
}

/** An agent that is out waits for nothing any more. */
export function release(state: RunState, agent: Agent, status: "done" | "left"): void {
  for (const { handle } of agent.timers) state.queue.cancel(handle);
  agent.timers = [];
  agent.flights = [];
  agent.status = status;
}
