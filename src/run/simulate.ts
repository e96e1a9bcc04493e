// Runs a scenario in mode `sim`: offline, in virtual time, the same for the same seed.
import { xstateBackend } from "../core/agent.ts";
import { EngineError } from "../core/error.ts";
import type { Entry } from "../core/event.ts";
import { type ProductionOptions, produce } from "../core/production.ts";
import { saveState } from "../core/save.ts";
import type { Scenario } from "../core/scenario.ts";
import { firstState, type RunState } from "../core/state.ts";
import { formatDuration, MAX_AT } from "../core/time.ts";
import type { ForkPoint, Snapshot } from "../storage/store.ts";
import { crank, type Progress } from "./crank.ts";
import { Digest } from "./digest.ts";
import type { Keeper } from "./keep.ts";
import { conclude, type Run } from "./run.ts";
import { simulateReply } from "./simulated-reply.ts";
import { type Interpreter, type LiveRun, makeStage } from "./stage.ts";

export interface SimulateOptions extends ProductionOptions {
  /** Behind all chance of the run; any safe integer, 1 by default. */
  readonly seed?: number;
  /** The last instant, inclusive, in virtual milliseconds; the scenario's own by default. */
  readonly until?: number;
  /** Keep the journal and compute digest and metrics; true by default. */
  readonly journal?: boolean;
  /** Keep a snapshot after so many virtual milliseconds each, to restore from; none by default. */
  readonly snapshotEvery?: number;
  /** Takes the run at every snapshot and at its end, to keep it in a store. */
  readonly keep?: Keeper;
  /** Called before the first step, with the streams of the run. */
  readonly observe?: (live: LiveRun) => void;
  /** Called now and then with the instant reached, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run early, after the entry under way. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a scenario.
 * @throws EngineError for whatever in scenario and options cannot run, before the first step
 * @example const run = await simulate(rumour, { seed: 7 }); console.log(run.digest);
 */
export async function simulate(scenario: Scenario, options: SimulateOptions = {}): Promise<Run> {
  const { seed = 1, until = scenario.until } = options;
  checkSeed(seed);
  checkUntil(until);
  const state = firstState(produce(scenario, options), xstateBackend(), seed);
  const run = `${scenario.name}-${seed}`;
  return play(state, { run, scenario, seed, until, options });
}

/** @throws EngineError SEED_INVALID */
export function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed)) return;
  throw new EngineError("SEED_INVALID", `seed ${seed}; give an integer, such as 1`);
}

/** @throws EngineError UNTIL_INVALID */
export function checkUntil(until: number): void {
  if (Number.isInteger(until) && until >= 0 && until <= MAX_AT) return;
  const most = formatDuration(MAX_AT);
  throw new EngineError("UNTIL_INVALID", `until ${until}; give virtual milliseconds up to ${most}`);
}

/** A run that is to be played from the state it is in. */
export interface Play {
  readonly run: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly until: number;
  readonly options: SimulateOptions;
  /** What has happened before this state. */
  readonly past?: { readonly journal: readonly Entry[]; readonly snapshots: readonly Snapshot[] };
  readonly digest?: Digest;
  readonly parent?: ForkPoint | undefined;
  /** How requests are answered; simulated by default. */
  readonly interpret?: Interpreter;
}

/** The interpreter of mode `sim`. */
export const simulated =
  (state: RunState): Interpreter =>
  (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined;

/** Plays a state on to the end: the one way in which every kind of run goes forward. */
export async function play(state: RunState, play: Play): Promise<Run> {
  const { until, options, past } = play;
  const stage = makeStage(state, play.interpret ?? simulated(state));
  options.observe?.(stage.live);
  const keepsJournal = options.journal !== false;
  const digest = keepsJournal ? (play.digest ?? new Digest()) : undefined;
  const journal = [...(past?.journal ?? [])];
  const snapshots = [...(past?.snapshots ?? [])];
  const recording = digest && { digest, journal, snapshots };
  const startedAt = performance.now();
  const complete = await crank(state, {
    stage,
    until,
    onInstant: recording && snapshotter(state, recording, options),
    onStep: ({ entry, agent }) => {
      if (digest === undefined) return;
      journal.push(entry);
      digest.add(entry, agent);
    },
    onProgress: options.onProgress,
    signal: options.signal,
  });
  if (recording && options.keep)
    await keepEnd(state, recording, { keep: options.keep, complete, until });
  const wallMs = performance.now() - startedAt;
  const observerErrors = await stage.close();
  const ending = { complete, wallMs, observerErrors, journal, snapshots, digest };
  return conclude(state, { ...play, ...ending, options: productionOptions(options) });
}

const productionOptions = ({ params, agents }: ProductionOptions): ProductionOptions => ({
  ...(params && { params }),
  ...(agents !== undefined && { agents }),
});

interface Recorded {
  readonly digest: Digest;
  readonly journal: readonly Entry[];
  readonly snapshots: Snapshot[];
}

/** Takes a snapshot at the first new instant after each pause: then all of the one before has happened. */
function snapshotter(
  state: RunState,
  { digest, journal, snapshots }: Recorded,
  { snapshotEvery: every, keep }: SimulateOptions,
): ((at: number) => Promise<void> | undefined) | undefined {
  if (every === undefined) return undefined;
  let due = state.at + every;
  return (next) => {
    if (next <= due) return undefined;
    const snapshot = takeSnapshot(state, digest);
    snapshots.push(snapshot);
    while (due < next) due += every;
    return keep?.({
      state,
      digest,
      journal,
      snapshots: [snapshot],
      at: state.at,
      isComplete: false,
    });
  };
}

/** The last checkpoint holds a snapshot, so that the run can be continued from its end at once. */
async function keepEnd(
  state: RunState,
  { digest, journal, snapshots }: Recorded,
  end: { readonly keep: Keeper; readonly complete: boolean; readonly until: number },
): Promise<void> {
  const snapshot = takeSnapshot(state, digest);
  if (snapshots.at(-1)?.seq !== snapshot.seq) snapshots.push(snapshot);
  const at = end.complete ? end.until : state.at;
  await end.keep({ state, digest, journal, snapshots: [snapshot], at, isComplete: end.complete });
}

/** The whole state after the entry that was last. */
export function takeSnapshot(state: RunState, digest: Digest): Snapshot {
  return { seq: state.seq, at: state.at, state: saveState(state), digest: digest.open() };
}
