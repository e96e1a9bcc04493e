// The state of a run at a moment of its past: from the nearest snapshot before it, and forward from there.
import { xstateBackend } from "../core/agent.ts";
import { EngineError } from "../core/error.ts";
import type { Entry } from "../core/event.ts";
import { BLOCK_SIZE, lineOf } from "../core/journal-line.ts";
import { floor } from "../core/math.ts";
import { loadState } from "../core/save.ts";
import { firstState, type RunState } from "../core/state.ts";
import { step } from "../core/step.ts";
import { formatInstant } from "../core/time.ts";
import { Digest } from "./digest.ts";
import { quietPorts } from "./entry-of.ts";
import type { Past } from "./past.ts";
import { simulated } from "./simulated-reply.ts";
import { gapsIn, Strangers } from "./strangers.ts";

/** A run at a moment, ready to go on. */
export interface Moment {
  readonly state: RunState;
  readonly digest: Digest;
}

/**
 * The run as it was when everything up to an instant had happened.
 * @param at virtual milliseconds, inclusive
 * @throws EngineError INSTANT_BEYOND_END
 * @throws EngineError RUN_DIFFERS when the past does not repeat itself: a machine or an effect has changed
 */
export async function momentOf(past: Past, at: number): Promise<Moment> {
  checkWithin(past, at);
  const moment = await nearest(past, at);
  return stepOn(past, moment, ({ queue }) => (queue.peekAt() ?? Number.POSITIVE_INFINITY) <= at);
}

/** The run right before an entry is taken from the queue. @param seq in [0, past.steps] */
export async function momentBefore(past: Past, seq: number): Promise<Moment> {
  const moment = await nearest(past, past.until, seq);
  return stepOn(past, moment, (state) => state.seq < seq && state.queue.size > 0);
}

async function stepOn(
  past: Past,
  { state, digest }: Moment,
  isBefore: (state: RunState) => boolean,
): Promise<Moment> {
  const ports = quietPorts(state, simulated(state));
  const check = checker(past);
  while (isBefore(state)) {
    const stepped = step(state, ports);
    if (stepped === undefined) continue;
    const { entry, agent } = stepped;
    const line = lineOf(entry);
    const busy = check(entry, line);
    if (busy !== undefined) await busy;
    digest.add(entry, agent, line);
  }
  return { state, digest };
}

function checkWithin({ run, reached }: Past, at: number): void {
  if (Number.isInteger(at) && at >= 0 && at <= reached) return;
  const asked = Number.isInteger(at) && at >= 0 ? formatInstant(at) : String(at);
  const problem = `${asked} in "${run}", which ends at ${formatInstant(reached)}`;
  throw new EngineError("INSTANT_BEYOND_END", `${problem}; restore it with a later end first`);
}

async function nearest(past: Past, at: number, seq?: number): Promise<Moment> {
  const { production } = past;
  const snapshot = await past.snapshotAt(at, seq);
  const state = snapshot
    ? loadState(production, xstateBackend(), snapshot.state, snapshot.agents)
    : firstState(production, xstateBackend(), past.firstSeed);
  const strangers = new Strangers(past.strangers, state.seq);
  return { state, digest: new Digest(snapshot?.digest, state.byAddress, strangers) };
}

/** Holds an entry with its line against what was recorded. @returns what must be awaited, where there is something */
export type Check = (entry: Entry, line: string) => Promise<void> | undefined;

/** Holds what happens again against what was recorded, as far as that reaches; a block is read when it is needed. */
export function checker(past: Past): Check {
  let lines: readonly string[] = [];
  let number = -1;
  const check = (entry: Entry, line: string): void => {
    if (lines[entry.seq % BLOCK_SIZE] !== line) throw differs(past, entry);
  };
  return (entry, line) => {
    if (entry.seq >= past.steps) return undefined;
    const wanted = floor(entry.seq / BLOCK_SIZE);
    if (wanted === number) return void check(entry, line);
    number = wanted;
    return past.block(wanted).then((block) => {
      lines = block.lines;
      check(entry, line);
    });
  };
}

function differs({ run, strangers }: Past, { seq, at, to }: Entry): EngineError {
  const place = `entry ${seq} of "${run}" at ${formatInstant(at)}, to ${to}`;
  const reason = `the code has changed${gapsIn(strangers)}`;
  return new EngineError("RUN_DIFFERS", `${place}, is not what was recorded: ${reason}`);
}
