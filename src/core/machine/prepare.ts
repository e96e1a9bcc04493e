// A machine made ready for the host: a copy of the user's machine in which every event carries time and key.
//
// XState shows a guard only context and event, so chance can only come in on the event. Events from the queue
// are stamped when they are delivered; what arises inside a step (`xstate.init`, immediate raises,
// `xstate.done.state.*`) is stamped here, each with a key of its own.
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from "xstate";
import type { Stamp } from "../event.ts";
import { min } from "../math.ts";
import { deriveKey } from "../random.ts";
import { checkMachine, UNSUPPORTED } from "./check.ts";
import {
  type ActionCreation,
  isActionCreation,
  type MachineParts,
  machineOf,
  nodesOf,
  partsOf,
  transitionsOf,
} from "./internals.ts";

/** A step ends with an error after this many microsteps: an endless `always` or `raise`. */
export const MAX_MICROSTEPS = 1000;

/** What the events of the step under way are stamped with, and what was seen of it. */
export interface Stamping {
  at: number;
  key: number;
  startAt: number;
  /** Events that arose inside the step so far. */
  internal: number;
  /** The event from the queue, to tell it from internal ones. */
  delivered: EventObject | undefined;
  /** Whether the state had a transition for it. */
  handled: boolean;
  /** Not while somebody asks a snapshot what it can do: that event is not ours. */
  isUnderWay: boolean;
}

export interface PreparedMachine {
  readonly id: string;
  readonly parts: MachineParts;
  readonly stamping: Stamping;
  /** A snapshot of the machine from which others are made: XState takes long to make one. */
  readonly template: AnyMachineSnapshot;
}

/**
 * Checks a machine and makes it ready.
 * @param name what error messages call it
 * @throws EngineError MACHINE_INVALID with the path of what the host cannot do
 */
export function prepareMachine(machine: AnyStateMachine, name: string): PreparedMachine {
  const actions = partsOf(machine).implementations.actions;
  const copies = Object.entries(actions).map(([key, action]) => [key, withFreshEvents(action)]);
  const parts = partsOf(machine.provide({ actions: Object.fromEntries(copies) }));
  checkMachine(parts, name);
  copyRaisedEvents(parts);
  parts.options.maxIterations = min(parts.options.maxIterations, MAX_MICROSTEPS);
  const stamping: Stamping = {
    at: 0,
    key: 0,
    startAt: 0,
    internal: 0,
    delivered: undefined,
    handled: false,
    isUnderWay: false,
  };
  stampInternalEvents(parts, stamping);
  stampOutput(parts, stamping);
  const template = machineOf(parts).resolveState({ value: {}, context: {} });
  return { id: parts.id, parts, stamping, template };
}

function stampInternalEvents(parts: MachineParts, stamping: Stamping): void {
  const select = parts.getTransitionData.bind(parts);
  parts.getTransitionData = (snapshot: AnyMachineSnapshot, event: EventObject) => {
    if (!stamping.isUnderWay) return select(snapshot, event);
    if (event !== stamping.delivered) return select(snapshot, stampInternal(event, stamping));
    const transitions = select(snapshot, event);
    stamping.handled ||= transitions.length > 0;
    return transitions;
  };
  const preInitial = parts._getPreInitialState.bind(parts);
  parts._getPreInitialState = (scope, event, queue) =>
    preInitial(scope, Object.assign(event, initStamp(stamping)), queue);
}

function stampInternal(event: EventObject, stamping: Stamping): EventObject {
  const key = deriveKey(stamping.key, "internal", stamping.internal++);
  return Object.assign(event, { at: stamping.at, key });
}

/** XState makes an event for the output of a machine, which no transition ever sees. */
function stampOutput({ root }: MachineParts, stamping: Stamping): void {
  const { output } = root;
  if (typeof output !== "function") return;
  root.output = (args: { readonly event: EventObject }): unknown =>
    output({ ...args, event: stampInternal(args.event, stamping) });
}

const initStamp = ({ at, key, startAt }: Stamping): Required<Stamp> => ({ at, key, startAt });

/**
 * Raised events are often constants of the machine, shared by all agents and all steps. Stamping them in
 * place would rewrite a past event that some context kept, so every raise puts a copy into the queue.
 */
function copyRaisedEvents(parts: MachineParts): void {
  for (const node of nodesOf(parts)) {
    const lists = [node.entry, node.exit, ...transitionsOf(node).map(({ actions }) => actions)];
    if (node.type !== "history" && node.initial) lists.push(node.initial.actions);
    for (const list of lists) list.splice(0, list.length, ...list.map(withFreshEvents));
  }
}

function withFreshEvents(action: unknown): unknown {
  if (!isActionCreation(action) || action.resolve === undefined) return action;
  if (action.type === "xstate.raise") return withResolve(action, resolveRaise);
  return action.type === "xstate.enqueueActions" ? withResolve(action, resolveEnqueued) : action;
}

type Resolve = NonNullable<ActionCreation["resolve"]>;

function withResolve(action: ActionCreation, wrap: (inner: Resolve) => Resolve): ActionCreation {
  const inner = action.resolve;
  if (inner === undefined) return action;
  return Object.assign((): void => undefined, action, { resolve: wrap(inner) });
}

/**
 * `resolve(scope, snapshot, args, params, action, { internalQueue })`: the queue gets copies.
 * @throws Error when a delay comes to no number: XState would raise the event at once
 */
const resolveRaise =
  (inner: Resolve): Resolve =>
  (...args) => {
    const extra = args[5];
    if (!hasQueue(extra)) return inner(...args);
    const internalQueue = { push: (event: EventObject) => extra.internalQueue.push({ ...event }) };
    const resolved = inner(...args.slice(0, 5), { ...extra, internalQueue });
    const wanted = delayOf(args[4]);
    const delay = delayOf(resolved[1]);
    if (wanted === undefined || typeof delay === "number") return resolved;
    const name = typeof wanted === "string" ? `; "${wanted}" is undeclared` : "";
    throw new Error(`a delay of ${delay} milliseconds${name}`);
  };

const delayOf = (value: unknown): unknown =>
  (typeof value === "object" || typeof value === "function") && value !== null && "delay" in value
    ? value.delay
    : undefined;

const hasQueue = (extra: unknown): extra is { readonly internalQueue: EventObject[] } =>
  typeof extra === "object" && extra !== null && "internalQueue" in extra;

/** @throws Error when it hides an action that the check at load would have refused */
const resolveEnqueued =
  (inner: Resolve): Resolve =>
  (...args) => {
    const [snapshot, params, actions] = inner(...args);
    if (!Array.isArray(actions)) return [snapshot, params, actions];
    for (const action of actions) {
      const unsupported = isActionCreation(action) ? UNSUPPORTED[action.type ?? ""] : undefined;
      if (unsupported !== undefined) throw new Error(`not supported: ${unsupported}`);
    }
    return [snapshot, params, actions.map(withFreshEvents)];
  };
