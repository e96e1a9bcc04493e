// What an agent shows to those who look at it before its start.
import type { AnyMachineSnapshot } from "xstate";
import type { Agent } from "../core/agent.ts";
import type { Pending } from "../core/event.ts";
import { startKey } from "../core/outside.ts";
import { seededKey } from "../core/random.ts";
import type { RunState } from "../core/state.ts";

/** Like an actor of XState, an agent shows before its start the state in which it will start. */
export function firstSnapshot(state: RunState, agent: Agent): AnyMachineSnapshot | undefined {
  const { address, status, input, entered } = agent;
  const isStart = ({ to, kind }: Pending): boolean => to === address && kind === "init";
  const joining = status === "absent" ? state.queue.waiting().find(isStart) : undefined;
  const at = joining?.at ?? 0;
  const key = seededKey(startKey(address), state.seedKey);
  // A look at it is no entering of states.
  const looked = { ...agent, input: joining?.event.persona ?? input, entered: entered.slice() };
  try {
    return state.backend.start(looked, { at, key, startAt: state.world.startAt }).snapshot;
  } catch {
    // It will fail at its start, and be supervised then.
    return undefined;
  }
}
