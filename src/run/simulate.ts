// Runs a scenario in mode `sim`: offline, in virtual time, the same for the same seed.
import { xstateBackend } from "../core/agent.ts";
import { EngineError } from "../core/error.ts";
import type { Entry } from "../core/event.ts";
import { type ProductionOptions, produce } from "../core/production.ts";
import { saveState } from "../core/save.ts";
import type { Scenario } from "../core/scenario.ts";
import { firstState, type RunState } from "../core/state.ts";
import { formatDuration, MAX_AT } from "../core/time.ts";
import type { ForkPoint, Snapshot } from "../storage/snapshot.ts";
import { crank, type Progress } from "./crank.ts";
import { Digest } from "./digest.ts";
import type { Interpreter } from "./entry-of.ts";
import { conclude, type Run } from "./run.ts";
import { simulateReply } from "./simulated-reply.ts";
import { type LiveRun, makeStage } from "./stage.ts";

export interface SimulateOptions extends ProductionOptions {
  /** Behind all chance of the run; any safe integer, 1 by default. */
  readonly seed?: number;
  /** The last instant, inclusive, in virtual milliseconds; the scenario's own by default. */
  readonly until?: number;
  /** Keep the journal and compute digest and metrics; true by default. */
  readonly journal?: boolean;
  /** Keep a snapshot after so many virtual milliseconds each, to restore from; none by default. */
  readonly snapshotEvery?: number;
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
  const keepsJournal = options.journal !== false;
  const digest = keepsJournal ? (play.digest ?? new Digest()) : undefined;
  const journal = [...(past?.journal ?? [])];
  const snapshots = [...(past?.snapshots ?? [])];
  const startedAt = performance.now();
  let complete = false;
  let wallMs = 0;
  let observerErrors: readonly string[] = [];
  try {
    options.observe?.(stage.live);
    complete = await crank(state, {
      stage,
      until,
      onInstant: digest && snapshotter(state, { digest, snapshots }, options.snapshotEvery),
      onStep: ({ entry, agent }) => {
        if (digest === undefined) return;
        journal.push(entry);
        digest.add(entry, agent);
      },
      onProgress: options.onProgress,
      signal: options.signal,
    });
  } finally {
    wallMs = performance.now() - startedAt;
    observerErrors = await stage.close();
  }
  const ending = { complete, wallMs, observerErrors, journal, snapshots, digest };
  return conclude(state, { ...play, ...ending, options: productionOptions(options) });
}

const productionOptions = ({ params, agents }: ProductionOptions): ProductionOptions => ({
  ...(params && { params }),
  ...(agents !== undefined && { agents }),
});

/** Takes a snapshot at the first new instant after each pause: then all of the one before has happened. */
function snapshotter(
  state: RunState,
  { digest, snapshots }: { readonly digest: Digest; readonly snapshots: Snapshot[] },
  every: number | undefined,
): ((at: number) => void) | undefined {
  if (every === undefined) return undefined;
  let due = state.at + every;
  return (next) => {
    if (next <= due) return;
    snapshots.push(takeSnapshot(state, digest));
    while (due < next) due += every;
  };
}

/** The whole state after the entry that was last. */
export function takeSnapshot(state: RunState, digest: Digest): Snapshot {
  return { seq: state.seq, at: state.at, state: saveState(state), digest: digest.open() };
}
