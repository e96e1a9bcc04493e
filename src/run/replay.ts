// Executes a journal again: requests get the answers that it holds, and nothing else is asked.
import type { Outgoing } from "../core/actions.ts";
import { xstateBackend } from "../core/agent.ts";
import { continueChain } from "../core/chain.ts";
import { EngineError } from "../core/error.ts";
import { type Entry, NORMAL_PRIORITY, type Unranked, WORLD } from "../core/event.ts";
import { loadState } from "../core/save.ts";
import { firstState } from "../core/state.ts";
import { Digest } from "./digest.ts";
import type { Interpreter } from "./entry-of.ts";
import { checker } from "./moment.ts";
import { entriesOf, type Past } from "./past.ts";
import { type PlayOptions, play } from "./play.ts";
import type { Run } from "./run.ts";
import { gapsIn, Strangers } from "./strangers.ts";

/**
 * Executes the journal of a run again; a fork from where it left its parent. No effect is simulated.
 * @returns a run with the digest of the run
 * @throws EngineError RUN_DIFFERS with the first entry that is another one
 */
export async function replay(past: Past, options: PlayOptions = {}): Promise<Run> {
  const { run, scenario, seed, until, options: given, parent, complete, steps } = past;
  const { production, firstSeed } = past;
  const start = parent && (await past.snapshotAt(parent.at, parent.seq));
  const state = start
    ? loadState(production, xstateBackend(), start.state, start.agents)
    : firstState(production, xstateBackend(), seed);
  const journal = await entriesOf(past);
  const replayed = await play(state, {
    ...{ run, scenario, seed, firstSeed, until, options: given, parent },
    ...options,
    journal: journal.slice(0, state.seq),
    digest: new Digest(start?.digest, state.byAddress, new Strangers(past.strangers, state.seq)),
    interpret: recorded(journal),
    check: checker(past),
    before: complete ? undefined : steps,
  });
  const isThrough = replayed.complete || replayed.steps === steps;
  if (isThrough && replayed.digest !== past.digest) throw otherDigest(past, replayed);
  return replayed;
}

function otherDigest({ run, digest, steps, strangers }: Past, replayed: Run): EngineError {
  const problem =
    steps === replayed.steps
      ? `has digest ${digest}, replayed ${replayed.digest}: a machine has changed`
      : `has ${steps} entries, replayed ${replayed.steps}: the code has changed`;
  return new EngineError("RUN_DIFFERS", `"${run}" ${problem}${gapsIn(strangers)}`);
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
