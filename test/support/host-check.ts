// Holds a host of machines to XState itself, step by step: whatever XState's own transition gives, the host must give.
import { deepEqual, equal, fail } from "node:assert/strict";
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  initialTransition,
  transition,
} from "xstate";
import {
  type Agent,
  type Backend,
  makeAgent,
  type Stepped,
  xstateBackend,
} from "../../src/core/agent.ts";
import { messageOf } from "../../src/core/error.ts";
import type { EventBody, Stamp } from "../../src/core/event.ts";
import { activeNodes, type ResolvedAction } from "../../src/core/machine/internals.ts";
import { type PreparedMachine, prepareMachine } from "../../src/core/machine/prepare.ts";
import {
  freezeSnapshot,
  type SnapshotState,
  thawSnapshot,
} from "../../src/core/machine/snapshot.ts";
import { step } from "../../src/core/step.ts";

/** The parts of the host that are held to XState; planted faults exchange one of them. */
export interface HostParts {
  readonly prepare: (machine: AnyStateMachine, name: string) => PreparedMachine;
  readonly backend: () => Backend;
  readonly freeze: (snapshot: AnyMachineSnapshot) => SnapshotState;
  readonly thaw: (machine: PreparedMachine, state: SnapshotState) => AnyMachineSnapshot;
  readonly step: typeof step;
}

export const host: HostParts = {
  prepare: prepareMachine,
  backend: xstateBackend,
  freeze: freezeSnapshot,
  thaw: thawSnapshot,
  step,
};

/** What was compared, to be summed over machines. */
export interface Tally {
  machines: number;
  steps: number;
  actions: number;
  /** Steps that changed the state value. */
  moves: number;
  /** Steps in which both sides threw. */
  errors: number;
  /** Of these, endless loops that both sides cut. */
  loops: number;
  /** Machines that ended. */
  done: number;
}

export const newTally = (): Tally => ({
  machines: 0,
  steps: 0,
  actions: 0,
  moves: 0,
  errors: 0,
  loops: 0,
  done: 0,
});

/** Only the host knows stamps: they are the one difference that is allowed. */
const STAMPS = new Set(["at", "key", "startAt"]);

/** As text, in which the order of keys counts and a field that is undefined can be told from none. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (key, field: unknown) => {
    if (STAMPS.has(key)) return undefined;
    return field === undefined ? "(undefined)" : field;
  });

/** All of a snapshot that decides what happens next, and all that users see. */
export function viewOf(snapshot: AnyMachineSnapshot): string {
  const { value, context, status, output, tags, historyValue, children } = snapshot;
  const history = Object.entries(historyValue).map(([id, nodes]) => [
    id,
    nodes.map((node) => node.id),
  ]);
  const nodes = activeNodes(snapshot).map(({ id }) => id);
  const meta = snapshot.getMeta();
  return textOf({
    value,
    context,
    status,
    output,
    tags: [...tags],
    nodes,
    history,
    meta,
    children: Object.keys(children),
  });
}

const idOf = (child: unknown): unknown =>
  typeof child === "object" && child !== null && "id" in child ? child.id : undefined;

/** An action without the actor objects, which the host does not make. */
export function actionText({ type, params }: ResolvedAction): string {
  if (type === "xstate.stopChild") return textOf([type, idOf(params)]);
  if (type !== "xstate.spawnChild") return textOf([type, params]);
  const { actorRef: _, ...rest } = { actorRef: undefined, ...Object(params) };
  return textOf([type, rest]);
}

/** What a step came to, in comparable form: a state and actions, or an error. */
export interface Result {
  readonly snapshot: AnyMachineSnapshot | undefined;
  readonly actions: readonly string[];
  readonly error: string | undefined;
}

const failed = (thrown: unknown): Result => ({
  snapshot: undefined,
  actions: [],
  error: messageOf(thrown),
});

export function attempt(
  take: () => readonly [AnyMachineSnapshot, readonly ResolvedAction[]],
): Result {
  try {
    const [snapshot, actions] = take();
    if (snapshot.status === "error") return failed(snapshot.error);
    return { snapshot, actions: actions.map(actionText), error: undefined };
  } catch (thrown) {
    return failed(thrown);
  }
}

/** XState's own: the machine as its author wrote it. */
export type Reference = (
  before: AnyMachineSnapshot | undefined,
  event: EventObject & Stamp,
) => readonly [AnyMachineSnapshot, readonly ResolvedAction[]];

/** `transition` and `initialTransition`, which see events without stamps. */
export const plainReference =
  (machine: AnyStateMachine, input: unknown): Reference =>
  (before, { at: _, key: __, ...event }) =>
    before === undefined ? initialTransition(machine, input) : transition(machine, before, event);

/** A host with one agent. */
interface Hosted {
  readonly agent: Agent;
  readonly take: (event: EventBody & Stamp) => Stepped;
}

function hosted(parts: HostParts, machine: AnyStateMachine, input: unknown): Hosted {
  const backend = parts.backend();
  const prepared = parts.prepare(machine, "random");
  const agent = makeAgent(prepared, { index: 0, address: "agent:one", input });
  const take = (event: EventBody & Stamp): Stepped =>
    agent.snapshot === undefined ? backend.start(agent, event) : backend.step(agent, event);
  return { agent, take };
}

export interface StepCheck {
  readonly machine: AnyStateMachine;
  readonly input: unknown;
  readonly reference: Reference;
  /** The next event, from the state that XState is in; undefined when there is none left. */
  readonly nextEvent: (snapshot: AnyMachineSnapshot, nth: number) => EventObject | undefined;
  /** Whether the host's state goes through JSON and back before every step. */
  readonly viaJson: boolean;
  /** Told when the host begins and ends a step. */
  readonly onHost?: (stamp: Stamp | undefined) => void;
}

const START: EventObject = { type: "xstate.init" };

/** @throws AssertionError at the first difference, with the step at which it is */
export function compareSteps(parts: HostParts, check: StepCheck, tally: Tally): void {
  const one = hosted(parts, check.machine, check.input);
  tally.machines++;
  let before = compareStep(parts, check, { one, before: undefined, next: START, nth: 0 }, tally);
  for (let nth = 1; before?.status === "active"; nth++) {
    const next = check.nextEvent(before, nth);
    if (next === undefined) return;
    before = compareStep(parts, check, { one, before, next, nth }, tally);
  }
  if (before?.status === "done") tally.done++;
}

interface Next {
  readonly one: Hosted;
  readonly before: AnyMachineSnapshot | undefined;
  readonly next: EventObject;
  readonly nth: number;
}

/** @returns the state to go on from: the one before when both sides failed, undefined when they could not start */
function compareStep(
  parts: HostParts,
  check: StepCheck,
  { one, before, next, nth }: Next,
  tally: Tally,
): AnyMachineSnapshot | undefined {
  const event = { ...next, at: 1000 * nth, key: 7919 * nth + 1 };
  const expected = attempt(() => check.reference(before, event));
  const actual = takeEvent(one, event, check);
  const difference = differenceOf(actual, expected);
  if (difference !== undefined) fail(`step ${nth} on ${textOf(next)}: ${difference}`);
  count(tally, expected, before);
  const { agent } = one;
  if (actual.snapshot !== undefined) {
    const { snapshot } = actual;
    agent.snapshot = check.viaJson ? overJson(parts, agent.machine, snapshot) : snapshot;
  }
  return expected.snapshot ?? before;
}

function takeEvent({ take }: Hosted, event: EventBody & Stamp, { onHost }: StepCheck): Result {
  onHost?.(event);
  const result = attempt(() => {
    const { snapshot, actions } = take(event);
    return [snapshot, actions];
  });
  onHost?.(undefined);
  return result;
}

/** A state as it comes back from the store. */
export function overJson(
  parts: HostParts,
  machine: PreparedMachine,
  snapshot: AnyMachineSnapshot,
): AnyMachineSnapshot {
  const state = parts.freeze(snapshot);
  const restored: SnapshotState = JSON.parse(JSON.stringify(state));
  const thawed = parts.thaw(machine, restored);
  equal(viewOf(thawed), viewOf(snapshot), "a state that went through JSON");
  return thawed;
}

/** @returns the first difference in words, or undefined */
export function differenceOf(actual: Result, expected: Result): string | undefined {
  try {
    equal(actual.error, expected.error);
    deepEqual(actual.actions, expected.actions);
    if (actual.snapshot === undefined || expected.snapshot === undefined) return undefined;
    equal(viewOf(actual.snapshot), viewOf(expected.snapshot));
    return undefined;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

/** Adds a step to a tally. */
export function count(
  tally: Tally,
  { snapshot, actions, error }: Result,
  before: AnyMachineSnapshot | undefined,
): void {
  tally.steps++;
  tally.actions += actions.length;
  if (error !== undefined) tally.errors++;
  if (error?.startsWith("Infinite loop")) tally.loops++;
  if (snapshot !== undefined && textOf(snapshot.value) !== textOf(before?.value)) tally.moves++;
}
