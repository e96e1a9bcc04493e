// The check that holds a host to XState on one random machine: step by step, or in a full run.
import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { AnyMachineSnapshot, EventObject } from "xstate";
import type { Stamp } from "../../src/core/event.ts";
import { activeNodes } from "../../src/core/machine/internals.ts";
import { buildMachine } from "./build-machine.ts";
import { compareSteps, type HostParts, plainReference, type Tally } from "./host-check.ts";
import { eventTypes, type Payload } from "./machine-vocabulary.ts";
import { type EventSpec, eventSpecs, type MachineSpec, machineSpec } from "./random-machine.ts";
import { type ComparedRun, compareRuns } from "./run-check.ts";

export interface MachineCase {
  readonly spec: MachineSpec;
  readonly events: readonly EventSpec[];
  readonly n: number;
}

export const machineCases: fc.Arbitrary<MachineCase> = fc.record({
  spec: machineSpec,
  events: eventSpecs,
  n: fc.nat(12),
});

export interface CheckOptions {
  /** Whether the state goes through JSON and back after every step. */
  readonly viaJson: boolean;
}

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

/** An event from outside, one of the machine's own timers, or an answer to one of its invocations. */
function chooseEvent(snapshot: AnyMachineSnapshot, { pick, n }: EventSpec): EventObject {
  const own = activeNodes(snapshot).flatMap((node) => [...node.transitions.keys()]);
  const timers = own.filter((type) => type.startsWith("xstate.after."));
  const timer = chosen(timers, pick);
  const child = chosen(Object.keys(snapshot.children), pick);
  const answer = { actorId: child, output: { n }, error: { kind: "failed", reason: `${n}` } };
  switch (pick % 10) {
    case 9:
    case 8:
      return timer === undefined ? outsideEvent({ pick, n }) : { type: timer };
    case 7:
      return child === undefined
        ? outsideEvent({ pick, n })
        : Object.assign({ type: `xstate.done.actor.${child}` }, answer);
    case 6:
      return child === undefined
        ? outsideEvent({ pick, n })
        : Object.assign({ type: `xstate.error.actor.${child}` }, answer);
    default:
      return outsideEvent({ pick, n });
  }
}

const outsideEvent = ({ pick, n }: EventSpec): Required<Payload> => ({
  type: chosen(eventTypes, Math.floor(pick / 10)) ?? "A",
  n,
});

/** Sees to it that whatever a machine is shown in a step carries its instant, and a key of its own. */
function makeStampCheck() {
  let stamp: Stamp | undefined;
  let keys = new Map<unknown, object>();
  return {
    onHost: (now: Stamp | undefined): void => {
      stamp = now;
      keys = new Map();
    },
    watch: (event: Payload & Partial<Stamp>): void => {
      if (stamp === undefined) return;
      equal(event.at, stamp.at, `the instant on ${event.type}`);
      ok(Number.isSafeInteger(event.key), `a key on ${event.type}`);
      equal(keys.get(event.key) ?? event, event, `a key of its own on ${event.type}`);
      keys.set(event.key, event);
    },
  };
}

/** @throws AssertionError when the host differs from `transition` and `initialTransition` */
export function checkSteps(
  parts: HostParts,
  { spec, events, n }: MachineCase,
  { viaJson }: CheckOptions,
  tally: Tally,
): void {
  const { watch, onHost } = makeStampCheck();
  const machine = buildMachine(spec, watch);
  const input = { n };
  const nextEvent = (snapshot: AnyMachineSnapshot, nth: number): EventObject | undefined => {
    const event = events[nth - 1];
    return event && chooseEvent(snapshot, event);
  };
  const reference = plainReference(machine, input);
  compareSteps(parts, { machine, input, reference, nextEvent, viaJson, onHost }, tally);
}

/** How long a random machine runs, in virtual milliseconds. */
const RUN_TIME = 1000;

/** @throws AssertionError when the host differs from an XState actor on an exact clock */
export function checkRun(
  parts: HostParts,
  { spec, events, n }: MachineCase,
  { viaJson }: CheckOptions,
): ComparedRun {
  const machine = buildMachine(spec, () => undefined);
  const outside = events.map((event) => ({
    at: 10 * (event.pick % 60),
    to: "one",
    event: outsideEvent(event),
  }));
  return compareRuns(parts, { machine, input: { n }, events: outside, until: RUN_TIME, viaJson });
}
