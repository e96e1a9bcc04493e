// Makes a machine tell how XState decides on it, without changing what it decides.
//
// XState reads the guard of every transition that it considers, the actions of every one that it takes, and the
// entry or exit actions of every state that it enters or leaves. Properties that tell when they are read show all
// of this in XState's own order, even transitions without a guard and those that another one preempts.
import type { EventObject } from "xstate";
import {
  isActionCreation,
  isGuardCreation,
  type MachineParts,
  type Node,
  nodesOf,
  type Transition,
  transitionsOf,
} from "./internals.ts";

/** A guard about to be evaluated. */
export interface GuardCall {
  /** As it was declared, `and`, `or`, `not`, `stateIn`, or the text of an inline function. */
  readonly name: string;
  readonly params: unknown;
}

/** Is told what XState does, while it does it. */
export interface Watcher {
  /** Transitions are selected for an event; what is considered at other times is `always`. */
  readonly select: <Selected>(event: EventObject, select: () => Selected) => Selected;
  readonly consider: (
    transition: Transition,
    whose: { readonly state: Node; readonly isGuarded: boolean },
  ) => void;
  /** During a `select` it means no more than that its guard passed. */
  readonly take: (transition: Transition, actions: readonly string[]) => void;
  readonly exit: (state: Node) => void;
  readonly enter: (state: Node) => void;
  /** Actions of a state that is left or entered. */
  readonly act: (actions: readonly string[]) => void;
  readonly judge: (call: GuardCall, evaluate: () => unknown) => unknown;
}

/** @param parts of a machine that is watched from now on: a copy that nobody else uses */
export function watch(parts: MachineParts, watcher: Watcher): void {
  const select = parts.getTransitionData;
  parts.getTransitionData = (snapshot, event) =>
    watcher.select(event, () => select(snapshot, event));
  const { guards } = parts.implementations;
  for (const [name, guard] of Object.entries(guards)) {
    guards[name] = watched(guard, watcher.judge, name);
  }
  for (const node of nodesOf(parts)) watchState(node, watcher);
}

function watchState(state: Node, watcher: Watcher): void {
  const { entry, exit } = state;
  onRead(state, "entry", entry, () => {
    watcher.enter(state);
    watcher.act(namesOf(entry));
  });
  onRead(state, "exit", exit, () => {
    watcher.exit(state);
    watcher.act(namesOf(exit));
  });
  for (const transition of transitionsOf(state)) watchTransition(transition, state, watcher);
  if (state.type === "history") return;
  const { actions } = state.initial;
  onRead(state.initial, "actions", actions, () => watcher.act(namesOf(actions)));
}

function watchTransition(transition: Transition, state: Node, watcher: Watcher): void {
  const { actions } = transition;
  const guard = watched(transition.guard, watcher.judge);
  const whose = { state, isGuarded: guard !== undefined };
  onRead(transition, "guard", guard, () => watcher.consider(transition, whose));
  onRead(transition, "actions", actions, () => watcher.take(transition, namesOf(actions)));
}

function onRead(owner: object, name: string, value: unknown, tell: () => void): void {
  Object.defineProperty(owner, name, {
    get: () => {
      tell();
      return value;
    },
  });
}

/** A guard that tells of its evaluation. One that is only a name leads to an implementation, which tells. */
function watched(guard: unknown, judge: Watcher["judge"], name?: string): unknown {
  if (!isGuardCreation(guard)) return guard;
  const { check, guards, stateValue } = guard;
  if (typeof check !== "function") {
    const own = name ?? sourceOf(guard);
    return (...args: readonly unknown[]) =>
      judge({ name: own, params: args[1] }, () => guard(...args));
  }
  const call = { name: name ?? guard.name, params: stateValue };
  return Object.assign((): void => undefined, guard, {
    ...(guards && { guards: guards.map((part) => watched(part, judge)) }),
    check: (...args: readonly unknown[]) => judge(call, () => check(...args)),
  });
}

const MAX_SOURCE = 200;

/** An inline function has no name of its own: XState's key `guard` would be its name. */
const sourceOf = (inline: (...args: readonly unknown[]) => unknown): string =>
  Function.prototype.toString.call(inline).replace(/\s+/g, " ").slice(0, MAX_SOURCE);

const namesOf = (actions: readonly unknown[]): readonly string[] =>
  actions.filter((action) => !belongsToAfter(action)).map(nameOf);

function nameOf(action: unknown): string {
  if (typeof action === "string") return action;
  if (isActionCreation(action)) return action.type ?? "";
  if (typeof action === "function") return action.name || "(anonymous)";
  return typeof action === "object" && action !== null && "type" in action
    ? String(action.type)
    : "";
}

/** XState keeps the timers of `after` by actions of its own. */
function belongsToAfter(action: unknown): boolean {
  if (!isActionCreation(action)) return false;
  const { event, sendId } = { sendId: undefined, ...action };
  const type = typeof event === "object" && event !== null && "type" in event ? event.type : sendId;
  return typeof type === "string" && type.startsWith("xstate.after.");
}
