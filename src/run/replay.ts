// Executes a journal again: requests get the answers that it holds, and nothing else is asked.
import type { Outgoing } from "../core/actions.ts";
import { xstateBackend } from "../core/agent.ts";
import { continueChain } from "../core/chain.ts";
import { EngineError } from "../core/error.ts";
import { type Entry, NORMAL_PRIORITY, type Unranked, WORLD } from "../core/event.ts";
import { produce } from "../core/production.ts";
import { loadState } from "../core/save.ts";
import { firstState } from "../core/state.ts";
import { Digest } from "./digest.ts";
import type { Interpreter } from "./entry-of.ts";
import { checkSame } from "./moment.ts";
import type { Run } from "./run.ts";
import { play, type SimulateOptions } from "./simulate.ts";

export type ReplayOptions = Pick<SimulateOptions, "observe" | "onProgress" | "signal">;

/**
 * Executes the journal of a run again; a fork from where it left its parent. No effect is simulated.
 * @returns a run with the digest of the run
 * @throws EngineError RUN_DIFFERS with the first entry that is another one
 */
export async function replay(run: Run, options: ReplayOptions = {}): Promise<Run> {
  const production = produce(run.scenario, run.options);
  const start = run.parent && run.snapshots.find(({ seq }) => seq === run.parent?.seq);
  const state = start
    ? loadState(production, xstateBackend(), start.state)
    : firstState(production, xstateBackend(), run.seed);
  const replayed = await play(state, {
    ...run,
    options: { ...run.options, ...options },
    past: { journal: run.journal.slice(0, state.seq), snapshots: start ? [start] : [] },
    digest: new Digest(start?.digest, state.agents),
    interpret: recorded(run.journal),
  });
  for (const entry of replayed.journal) checkSame(run, entry);
  if (replayed.digest !== run.digest && replayed.complete) {
    const problem = `"${run.run}" has digest ${run.digest}, replayed ${replayed.digest}`;
    throw new EngineError("RUN_DIFFERS", `${problem}: a machine has changed`);
  }
  return replayed;
}

/** Answers requests from a journal. One that has no answer there was in flight when it ended, and stays so. */
function recorded(journal: readonly Entry[]): Interpreter {
  const answers = new Map<string, Entry>();
  for (const entry of journal) {
    const request = entry.to === WORLD ? entry.event.request : entry.request;
    if (typeof request === "string" && !answers.has(request)) answers.set(request, entry);
  }
  return (outgoing) => {
    const { body } = outgoing;
    const answer = body.kind === "request" ? answers.get(body.request.id) : undefined;
    return answer && again(outgoing, answer);
  };
}

function again(outgoing: Outgoing, { at, to, event, key, request }: Entry): Unranked {
  const kind = request === undefined ? "event" : "reply";
  const chain = continueChain(outgoing.chain, { to, at, kind }, outgoing.at);
  return {
    kind,
    at,
    priority: NORMAL_PRIORITY,
    to,
    event,
    key,
    cause: outgoing.cause,
    ...(request !== undefined && { request }),
    ...(chain && { chain }),
  };
}
