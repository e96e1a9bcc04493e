// The reference back end, telling of every step how it was decided.
import type { AnyMachineSnapshot, StateValue } from "xstate";
import { type Agent, type Backend, makeAgent, type Stepped, xstateBackend } from "../agent.ts";
import { machineOf } from "./internals.ts";
import { type PreparedMachine, prepareMachine } from "./prepare.ts";
import { freezeSnapshot, thawSnapshot } from "./snapshot.ts";
import { makeRecorder, type Recorder, type Trace } from "./trace.ts";
import { watch } from "./watch.ts";

/**
 * Takes the steps of `xstateBackend`, on a watched copy of the machine.
 * @param onTrace called after every step, also after one that failed
 */
export function tracingBackend(onTrace: (trace: Trace) => void): Backend {
  const inner = xstateBackend();
  const copies = new Map<PreparedMachine, Copy>();
  const traced = (agent: Agent, kind: Trace["kind"], take: (copy: Agent) => Stepped): Stepped => {
    const copy = copies.get(agent.machine) ?? makeCopy(agent.machine);
    copies.set(agent.machine, copy);
    const before = agent.snapshot?.value;
    let after: StateValue | undefined;
    try {
      const stepped = take(copyAgent(agent, copy.machine));
      after = stepped.snapshot.value;
      return { ...stepped, snapshot: moved(stepped.snapshot, agent.machine) };
    } finally {
      const microsteps = copy.recorder.recorded();
      onTrace({ kind, ...(before && { before }), ...(after && { after }), microsteps });
    }
  };
  return {
    start: (agent, stamp) => traced(agent, "start", (copy) => inner.start(copy, stamp)),
    step: (agent, event) => traced(agent, "step", (copy) => inner.step(copy, event)),
    change: (agent, context, stamp) =>
      traced(agent, "change", (copy) => inner.change(copy, context, stamp)),
  };
}

interface Copy {
  readonly machine: PreparedMachine;
  readonly recorder: Recorder;
}

function makeCopy({ parts, id }: PreparedMachine): Copy {
  const machine = prepareMachine(machineOf(parts), id);
  const recorder = makeRecorder();
  watch(machine.parts, recorder);
  return { machine, recorder };
}

function copyAgent(agent: Agent, machine: PreparedMachine): Agent {
  const copy = makeAgent(machine, agent);
  if (agent.snapshot !== undefined) copy.snapshot = moved(agent.snapshot, machine);
  return copy;
}

/** The same state, in a copy of its machine. */
const moved = (snapshot: AnyMachineSnapshot, to: PreparedMachine): AnyMachineSnapshot =>
  thawSnapshot(to, freezeSnapshot(snapshot));
