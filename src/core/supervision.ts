// What becomes of an agent that fails: it restarts from its state before the failed event, with growing pauses,
// and is parked when that does not help. Nobody else notices.
import type { Agent } from "./agent.ts";
import { type Pending, RESTART_PRIORITY } from "./event.ts";
import { deriveKey } from "./random.ts";
import type { RunState } from "./state.ts";
import { minutes, seconds } from "./time.ts";

/** Restarts within RESTART_WINDOW; one failure more parks the agent. */
export const MAX_RESTARTS = 3;
export const RESTART_WINDOW = minutes(1);

/** Pause before the n-th restart within the window, n from 1: 1 s, 4 s, 16 s. */
export function restartPause(n: number): number {
  let pause = seconds(1);
  for (let i = 1; i < n; i++) pause *= 4;
  return pause;
}

/** The agent failed on an entry: plans its restart, or parks it. */
export function superviseFailure(state: RunState, agent: Agent, failed: Pending): void {
  const { at } = failed;
  agent.failures = [...agent.failures.filter((then) => at - then < RESTART_WINDOW), at];
  if (agent.failures.length > MAX_RESTARTS) {
    agent.status = "parked";
    return;
  }
  agent.status = "paused";
  agent.restartAt = at + restartPause(agent.failures.length);
  state.queue.push({
    kind: "restart",
    at: agent.restartAt,
    priority: RESTART_PRIORITY,
    to: agent.address,
    event: { type: "restarted" },
    key: deriveKey(failed.key, "restart"),
    cause: state.seq,
  });
  if (failed.kind !== "event" && failed.kind !== "recast") deliverAgain(state, agent, failed);
}

/**
 * A start, a timer or a reply that failed comes again after the pause: consumed, it would leave the agent
 * waiting for ever. An event from outside does not.
 */
function deliverAgain(state: RunState, agent: Agent, failed: Pending): void {
  const { rank: _, chain: __, ...entry } = failed;
  const rank = state.queue.nextRank;
  const handle = state.queue.push({
    ...entry,
    at: agent.restartAt,
    priority: RESTART_PRIORITY,
    key: deriveKey(failed.key, "again"),
    cause: state.seq,
  });
  if (failed.timer !== undefined) {
    agent.timers = [...agent.timers, { id: failed.timer, rank, handle }];
  }
}
