// The state of one agent as plain JSON: all that decides what it does next.
import type { AnyMachineSnapshot } from "xstate";
import type { Agent } from "./agent.ts";
import { freezeSnapshot, type SnapshotState, thawSnapshot } from "./machine/snapshot.ts";

export interface AgentState {
  readonly agent: string;
  readonly status: Agent["status"];
  readonly snapshot?: SnapshotState;
  /** Timers by id and rank; their instants are in the queue. */
  readonly timers: readonly (readonly [id: string, rank: number])[];
  readonly flights: Agent["flights"];
  readonly nextRequest: number;
  readonly failures: readonly number[];
  readonly restartAt: number;
  readonly spin: readonly [count: number, at: number];
  /** Its persona, where it is not the one that it was cast with. */
  readonly input?: unknown;
}

export function agentState(agent: Agent): AgentState {
  const { address, status, snapshot, timers, flights, nextRequest, failures, restartAt } = agent;
  return {
    agent: address,
    status,
    ...(snapshot && { snapshot: freezeSnapshot(snapshot) }),
    timers: timers.map(({ id, rank }) => [id, rank]),
    flights,
    nextRequest,
    failures,
    restartAt,
    spin: [agent.spin, agent.spinAt],
    ...(agent.isRecast && { input: agent.input }),
  };
}

export const thawAgent = (agent: Agent, state: AgentState): AnyMachineSnapshot | undefined =>
  state.snapshot && thawSnapshot(agent.machine, state.snapshot);
