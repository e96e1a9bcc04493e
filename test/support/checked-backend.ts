// A back end that compares every step of a run with XState itself, for machines that draw: they need stamps on all events.
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  initialTransition,
  transition,
} from "xstate";
import { type Agent, type Backend, type Stepped, xstateBackend } from "../../src/core/agent.ts";
import type { Address, Stamp } from "../../src/core/event.ts";
import { partsOf } from "../../src/core/machine/internals.ts";
import { produce } from "../../src/core/production.ts";
import { deriveKey } from "../../src/core/random.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { firstState } from "../../src/core/state.ts";
import { step } from "../../src/core/step.ts";
import { simulateReply } from "../../src/run/simulated-reply.ts";
import { makeStage } from "../../src/run/stage.ts";
import {
  attempt,
  count,
  differenceOf,
  host,
  overJson,
  type Reference,
  type Tally,
} from "./host-check.ts";

/** XState's own transition on a copy of the machine that stamps events where they arise, in place. */
function stampedReference(machine: AnyStateMachine, input: unknown): Reference {
  const copy = machine.provide({});
  const parts = partsOf(copy);
  let now: (EventObject & Stamp) | undefined;
  let internal = 0;
  const select = parts.getTransitionData.bind(parts);
  parts.getTransitionData = (snapshot, event) => {
    if (event === now) internal = 0;
    else
      Object.assign(event, { at: now?.at, key: deriveKey(now?.key ?? 0, "internal", internal++) });
    return select(snapshot, event);
  };
  const preInitial = parts._getPreInitialState.bind(parts);
  parts._getPreInitialState = (scope, event, queue) => {
    internal = 0;
    const { at, key, startAt } = now ?? {};
    return preInitial(scope, Object.assign(event, { at, key, startAt }), queue);
  };
  return (before, event) => {
    now = event;
    return before === undefined ? initialTransition(copy, input) : transition(copy, before, event);
  };
}

/** Enough to see what is wrong. */
const MAX_DIFFERENCES = 5;

interface Compared {
  readonly reference: Reference;
  before: AnyMachineSnapshot | undefined;
}

/**
 * Runs a scenario, every state going through JSON, and compares each step of each agent.
 * @param machineOf the machine as its author wrote it
 * @returns the first differences in words
 */
export function checkedRun(
  scenario: Scenario,
  machineOf: (address: Address) => AnyStateMachine,
  { seed, tally }: { readonly seed: number; readonly tally: Tally },
): readonly string[] {
  const inner = xstateBackend();
  const compared = new Map<Address, Compared>();
  const differences: string[] = [];
  const check = (agent: Agent, event: EventObject & Stamp, take: () => Stepped): Stepped => {
    const known = compared.get(agent.address) ?? makeCompared(agent);
    compared.set(agent.address, known);
    const expected = attempt(() => known.reference(known.before, { ...event }));
    let stepped: Stepped | undefined;
    const actual = attempt(() => {
      stepped = take();
      return [stepped.snapshot, stepped.actions];
    });
    const difference = differenceOf(actual, expected);
    if (difference !== undefined && differences.length < MAX_DIFFERENCES) {
      differences.push(`${agent.address} at ${event.at} on ${event.type}: ${difference}`);
    }
    count(tally, expected, known.before);
    known.before = expected.snapshot ?? known.before;
    if (stepped === undefined) throw new Error(actual.error);
    return { ...stepped, snapshot: overJson(host, agent.machine, stepped.snapshot) };
  };
  const makeCompared = ({ address, input }: Agent): Compared => ({
    reference: stampedReference(machineOf(address), input),
    before: undefined,
  });
  const backend: Backend = {
    start: (agent, stamp) =>
      check(agent, { type: "xstate.init", ...stamp }, () => inner.start(agent, stamp)),
    step: (agent, event) => check(agent, event, () => inner.step(agent, event)),
    change: inner.change,
  };
  crank(scenario, backend, seed);
  return differences;
}

function crank(scenario: Scenario, backend: Backend, seed: number): void {
  const state = firstState(produce(scenario), backend, seed);
  const stage = makeStage(state, (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined,
  );
  const isDue = (): boolean => (state.queue.peekAt() ?? scenario.until + 1) <= scenario.until;
  while (isDue()) step(state, stage.ports);
}
