// What an agent shows to those who look at it before its start.
import type { AnyMachineSnapshot } from "xstate";
import type { Agent } from "../core/agent.ts";
import { rootKey, seededKey } from "../core/random.ts";
import type { RunState } from "../core/state.ts";

/** Like an actor of XState, an agent shows before its start the state in which it will start. */
export function firstSnapshot(state: RunState, agent: Agent): AnyMachineSnapshot | undefined {
  const key = seededKey(rootKey(`start:${agent.address}`), state.seedKey);
  try {
    return state.backend.start(agent, { at: 0, key, startAt: state.world.startAt }).snapshot;
  } catch {
    // It will fail at its start, and be supervised then.
    return undefined;
  }
}
