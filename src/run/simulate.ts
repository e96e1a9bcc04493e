// Runs a scenario in mode `sim`: offline, in virtual time, the same for the same seed.
import { xstateBackend } from "../core/agent.ts";
import { guarded } from "../core/casting.ts";
import { EngineError } from "../core/error.ts";
import type { Entry } from "../core/event.ts";
import { type ProductionOptions, produce } from "../core/production.ts";
import type { MetricValue, Scenario } from "../core/scenario.ts";
import { type AgentFailure, type Counts, firstState, type RunState } from "../core/state.ts";
import { step } from "../core/step.ts";
import { formatDuration, MAX_AT } from "../core/time.ts";
import { Digest } from "./digest.ts";
import { neverEntered } from "./never-entered.ts";
import { simulateReply } from "./simulated-reply.ts";
import { type LiveRun, makeStage, type Recording, recordingOf } from "./stage.ts";

export interface SimulateOptions extends ProductionOptions {
  /** Behind all chance of the run; any safe integer, 1 by default. */
  readonly seed?: number;
  /** The last instant, inclusive, in virtual milliseconds; the scenario's own by default. */
  readonly until?: number;
  /** Keep the journal and compute digest and metrics; true by default. */
  readonly journal?: boolean;
  /** Called before the first step, with the streams of the run. */
  readonly observe?: (live: LiveRun) => void;
  /** Called now and then with the instant reached, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run early, after the entry under way. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly at: number;
  readonly until: number;
  readonly steps: number;
}

/** A finished run. */
export interface Run extends Counts, Recording {
  /** `<scenario>-<seed>` */
  readonly run: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly agents: readonly string[];
  readonly until: number;
  /** Whether it reached `until`; false when its signal ended it. */
  readonly complete: boolean;
  /** Entries of the journal. */
  readonly steps: number;
  /** 64 hex digits; empty without a journal. */
  readonly digest: string;
  readonly failures: readonly AgentFailure[];
  /** States that no agent ever entered: `machine: path`. */
  readonly neverEntered: readonly string[];
  readonly metrics: Readonly<Record<string, MetricValue>>;
  /** What observers threw; the run never noticed. */
  readonly observerErrors: readonly string[];
  readonly state: RunState;
  readonly wallMs: number;
  readonly stepsPerSecond: number;
}

/** Steps between two looks at the signal and the progress. */
const PULSE = 4096;

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
  const stage = makeStage(state, (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined,
  );
  options.observe?.(stage.live);
  const record = options.journal === false ? undefined : { journal: [], digest: new Digest() };
  const startedAt = performance.now();
  const complete = await crank(state, { stage, until, record, options });
  const wallMs = performance.now() - startedAt;
  const observerErrors = await stage.close();
  return conclude(state, { scenario, seed, until, complete, wallMs, observerErrors, record });
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

interface RunRecord {
  readonly journal: Entry[];
  readonly digest: Digest;
}

interface Crank {
  readonly stage: ReturnType<typeof makeStage>;
  readonly until: number;
  readonly record: RunRecord | undefined;
  readonly options: SimulateOptions;
}

/** Turns until nothing is due any more. @returns false when the signal came first */
async function crank(state: RunState, { stage, until, record, options }: Crank): Promise<boolean> {
  const { signal, onProgress } = options;
  for (let turns = 1; ; turns++) {
    const at = state.queue.peekAt();
    if (at === undefined || at > until) break;
    stage.advance(at);
    const stepped = step(state, stage.ports);
    if (stepped !== undefined) {
      record?.journal.push(stepped.entry);
      record?.digest.add(stepped.entry, stepped.agent);
      stage.show(stepped);
    }
    if (turns % PULSE !== 0) continue;
    onProgress?.({ at, until, steps: state.seq });
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return false;
  }
  stage.advance(until);
  onProgress?.({ at: until, until, steps: state.seq });
  return true;
}

interface Ending {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly until: number;
  readonly complete: boolean;
  readonly wallMs: number;
  readonly observerErrors: readonly string[];
  readonly record: RunRecord | undefined;
}

function conclude(state: RunState, ending: Ending): Run {
  const { scenario, seed, until, record, wallMs } = ending;
  const journal = record?.journal ?? [];
  const posts = [...state.world.posts.byId.values()];
  const metrics = Object.entries(record ? scenario.metrics : {});
  return {
    ...state.counts,
    run: `${scenario.name}-${seed}`,
    scenario,
    seed,
    agents: state.production.roles.map(({ id }) => id),
    until,
    complete: ending.complete,
    steps: state.seq,
    digest: record?.digest.value() ?? "",
    failures: [...state.failures.values()],
    neverEntered: neverEntered(state),
    metrics: Object.fromEntries(
      metrics.map(([name, metric]) => [
        name,
        guarded(scenario, `metric "${name}"`, () => metric(journal)),
      ]),
    ),
    observerErrors: ending.observerErrors,
    ...recordingOf({ journal, posts, until }),
    state,
    wallMs,
    stepsPerSecond: wallMs > 0 ? (state.seq / wallMs) * 1000 : 0,
  };
}
