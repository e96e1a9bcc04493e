// The state of a run at an instant of its past: from the nearest snapshot before it, and forward from there.
import { xstateBackend } from "../core/agent.ts";
import { assert, EngineError } from "../core/error.ts";
import type { Entry } from "../core/event.ts";
import { lineOf } from "../core/journal-line.ts";
import { produce } from "../core/production.ts";
import { loadState } from "../core/save.ts";
import { firstState, type RunState } from "../core/state.ts";
import { step } from "../core/step.ts";
import { formatInstant } from "../core/time.ts";
import { Digest } from "./digest.ts";
import type { Run } from "./run.ts";
import { simulated } from "./simulate.ts";
import { makeStage } from "./stage.ts";

/** A run at an instant, ready to go on. */
export interface Moment {
  readonly state: RunState;
  readonly digest: Digest;
  /** The entries up to here. */
  readonly journal: readonly Entry[];
}

/**
 * The run as it was when everything up to an instant had happened.
 * @param at virtual milliseconds, inclusive
 * @throws EngineError INSTANT_BEYOND_END
 * @throws EngineError RUN_DIFFERS when the past does not repeat itself: a machine or an effect has changed
 */
export async function momentOf(run: Run, at: number): Promise<Moment> {
  checkWithin(run, at);
  const { state, digest } = nearest(run, at);
  const journal = run.journal.slice(0, state.seq);
  const stage = makeStage(state, simulated(state));
  for (let next = state.queue.peekAt(); next !== undefined && next <= at; ) {
    const stepped = step(state, stage.ports);
    if (stepped !== undefined) {
      checkSame(run, stepped.entry);
      journal.push(stepped.entry);
      digest.add(stepped.entry, stepped.agent);
    }
    next = state.queue.peekAt();
  }
  await stage.close();
  return { state, digest, journal };
}

function checkWithin(run: Run, at: number): void {
  if (Number.isInteger(at) && at >= 0 && at <= run.until) return;
  const end = formatInstant(run.until);
  throw new EngineError("INSTANT_BEYOND_END", `${at} ms in "${run.run}", which ends at ${end}`);
}

function nearest(run: Run, at: number): Pick<Moment, "state" | "digest"> {
  const production = produce(run.scenario, run.options);
  const snapshot = run.snapshots.findLast((it) => it.at <= at);
  if (snapshot === undefined) {
    assert(run.parent === undefined, "a fork begins with a snapshot");
    return { state: firstState(production, xstateBackend(), run.seed), digest: new Digest() };
  }
  const state = loadState(production, xstateBackend(), snapshot.state);
  return { state, digest: new Digest(snapshot.digest, state.agents) };
}

/** @throws EngineError RUN_DIFFERS with the first entry that is another one */
export function checkSame(run: Run, entry: Entry): void {
  const stored = run.journal[entry.seq];
  if (stored === undefined || lineOf(stored) === lineOf(entry)) return;
  const place = `entry ${entry.seq} of "${run.run}" at ${formatInstant(entry.at)}, to ${entry.to}`;
  throw new EngineError("RUN_DIFFERS", `${place}, is not what was recorded: the code has changed`);
}
