// A finished run: what it came to, and how to look at it again.
import { guarded } from "../core/casting.ts";
import type { Entry } from "../core/event.ts";
import type { ProductionOptions } from "../core/production.ts";
import type { MetricValue, Scenario } from "../core/scenario.ts";
import type { AgentFailure, Counts, RunState } from "../core/state.ts";
import type { ForkPoint, Snapshot } from "../storage/snapshot.ts";
import type { Digest } from "./digest.ts";
import { neverEntered } from "./never-entered.ts";
import { type Recording, recordingOf } from "./stage.ts";

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
  /** Parameters and size of the population as they were given. */
  readonly options: ProductionOptions;
  /** Moments to restore from, the earliest first. */
  readonly snapshots: readonly Snapshot[];
  /** A fork: whose past it shares. */
  readonly parent?: ForkPoint;
  readonly state: RunState;
  readonly wallMs: number;
  readonly stepsPerSecond: number;
}

/** What a run leaves besides its state. */
export interface Ending {
  readonly run: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly until: number;
  readonly options: ProductionOptions;
  readonly complete: boolean;
  readonly wallMs: number;
  readonly observerErrors: readonly string[];
  readonly journal: readonly Entry[];
  readonly snapshots: readonly Snapshot[];
  /** Undefined without a journal. */
  readonly digest: Digest | undefined;
  readonly parent?: ForkPoint | undefined;
}

/** @throws EngineError SCENARIO_THROWS when a metric does */
export function conclude(state: RunState, ending: Ending): Run {
  const { scenario, until, digest, journal, wallMs, parent, ...rest } = ending;
  const posts = [...state.world.posts.byId.values()];
  const metrics = Object.entries(digest ? scenario.metrics : {}).map(([name, metric]) => {
    return [name, guarded(scenario, `metric "${name}"`, () => metric(journal))] as const;
  });
  return {
    ...state.counts,
    ...rest,
    scenario,
    until,
    wallMs,
    agents: state.production.roles.map(({ id }) => id),
    steps: state.seq,
    digest: digest?.value() ?? "",
    failures: [...state.failures.values()],
    neverEntered: neverEntered(state),
    metrics: Object.fromEntries(metrics),
    ...recordingOf({ journal, posts, until }),
    ...(parent && { parent }),
    state,
    stepsPerSecond: wallMs > 0 ? (state.seq / wallMs) * 1000 : 0,
  };
}
