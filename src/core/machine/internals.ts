// The parts of XState 5.33.3 that its types do not show and the host relies on. The version is pinned, and
// the equivalence test holds every upgrade to them. The casts of the host to XState are all in this file.
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from "xstate";

/** An action as XState hands it to the executor: resolved, not executed. */
export interface ResolvedAction {
  readonly type: string;
  readonly params: unknown;
  /** Undefined when the machine has no implementation of that name. */
  readonly exec: unknown;
}

/** What `machine.transition` reads of the actor and the system that it runs in. */
export interface TransitionScope {
  self: unknown;
  readonly system: unknown;
  readonly actionExecutor: (action: ResolvedAction) => void;
  readonly defer: () => void;
}

/** An action function with what its creator attached: `raise`, `assign`, `enqueueActions` … */
export interface ActionCreation {
  (...args: readonly unknown[]): unknown;
  readonly type?: string;
  readonly event?: unknown;
  readonly delay?: unknown;
  readonly src?: unknown;
  readonly resolve?: (...args: readonly unknown[]) => readonly unknown[];
}

/** A guard function, or what `and`, `or`, `not` and `stateIn` make. */
export interface GuardCreation {
  (...args: readonly unknown[]): unknown;
  readonly check?: unknown;
  readonly guards?: readonly unknown[];
  readonly stateValue?: unknown;
}

export interface Transition {
  readonly eventType: string | null;
  readonly guard?: unknown;
  readonly actions: unknown[];
  readonly target?: readonly Node[] | undefined;
}

export interface Invocation {
  readonly src: unknown;
  readonly id: string;
  readonly onSnapshot?: unknown;
  readonly systemId?: string;
}

/** A state node with its private parts. */
export interface Node {
  readonly id: string;
  readonly key: string;
  /** Keys of the states around it and its own; empty for the root. */
  readonly path: readonly string[];
  readonly machine: { readonly id: string };
  readonly type: "atomic" | "compound" | "parallel" | "final" | "history";
  readonly order: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly states: Readonly<Record<string, Node>>;
  readonly entry: unknown[];
  readonly exit: unknown[];
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
  readonly always?: readonly Transition[];
  readonly initial: Transition;
  readonly invoke: readonly Invocation[];
  readonly tags: readonly string[];
  /** Of a final state, or of the machine when the node is its root: a value or a function. */
  output?: unknown;
}

export interface MachineParts {
  readonly id: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly implementations: {
    readonly actors: Record<string, unknown>;
    readonly actions: Record<string, unknown>;
    readonly guards: Record<string, unknown>;
    readonly delays: Record<string, unknown>;
  };
  readonly root: Node;
  readonly idMap: ReadonlyMap<string, Node>;
  readonly options: { maxIterations: number };
  transition: (
    snapshot: AnyMachineSnapshot,
    event: EventObject,
    scope: TransitionScope,
  ) => AnyMachineSnapshot;
  getInitialSnapshot: (scope: TransitionScope, input: unknown) => AnyMachineSnapshot;
  getTransitionData: (snapshot: AnyMachineSnapshot, event: EventObject) => readonly unknown[];
  _getPreInitialState: (scope: unknown, event: EventObject, queue: unknown) => AnyMachineSnapshot;
}

export const partsOf = (machine: AnyStateMachine): MachineParts =>
  machine as unknown as MachineParts;
export const machineOf = (parts: MachineParts): AnyStateMachine =>
  parts as unknown as AnyStateMachine;

/** The active nodes of a snapshot in the order in which XState holds them: that order is state. */
export const activeNodes = (snapshot: AnyMachineSnapshot): readonly Node[] =>
  (snapshot as unknown as { readonly _nodes: readonly Node[] })._nodes;

/** Snapshot with some fields exchanged; its methods stay. */
export const withFields = (
  snapshot: AnyMachineSnapshot,
  fields: Readonly<Record<string, unknown>>,
): AnyMachineSnapshot => ({ ...snapshot, ...fields }) as unknown as AnyMachineSnapshot;

export const isActionCreation = (action: unknown): action is ActionCreation =>
  typeof action === "function" && "resolve" in action;

export const isGuardCreation = (guard: unknown): guard is GuardCreation =>
  typeof guard === "function";

/** A machine of this copy of XState, judged by its class. */
export const isMachine = (value: unknown): value is AnyStateMachine =>
  typeof value === "object" && value !== null && "__xstatenode" in value;

/** `persona.mood.neutral`: what a state is called for people, whether or not it has an id of its own. */
export const nameOf = ({ machine, path }: Node): string => [machine.id, ...path].join(".");

/** All nodes of a machine, the root first, in document order. */
export function nodesOf(parts: MachineParts): readonly Node[] {
  return [...parts.idMap.values()].sort((a, b) => a.order - b.order);
}

/** All transitions that leave a node: by event, and without one. */
export function transitionsOf(node: Node): readonly Transition[] {
  return [...node.transitions.values()].flat().concat(node.always ?? []);
}
