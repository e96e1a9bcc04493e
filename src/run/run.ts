// A finished run: what it came to, and how to look at it again.
import { guarded } from "../core/casting.ts";
import type { Entry } from "../core/event.ts";
import type { ProductionOptions } from "../core/production.ts";
import type { Violation } from "../core/property.ts";
import type { MetricValue, Scenario } from "../core/scenario.ts";
import type { AgentFailure, Counts, RunState } from "../core/state.ts";
import type { ForkPoint } from "../storage/snapshot.ts";
import type { Digest } from "./digest.ts";
import { neverEntered } from "./never-entered.ts";
import { blocksOf, type Kept, type Past } from "./past.ts";
import { type Recording, recordingOf } from "./stage.ts";

/** A run that has ended: at its end, or early by its signal. Without a journal its digest is empty. */
export interface Run extends Past, Counts, Recording {
  readonly agents: readonly string[];
  readonly failures: readonly AgentFailure[];
  /** States that no agent ever entered: `machine: path`. */
  readonly neverEntered: readonly string[];
  readonly metrics: Readonly<Record<string, MetricValue>>;
  /** Properties of the scenario that did not hold, in what was played of the run just now. */
  readonly violations: readonly Violation[];
  /** What observers threw; the run never noticed. */
  readonly observerErrors: readonly string[];
  readonly state: RunState;
  readonly wallMs: number;
  readonly stepsPerSecond: number;
}

/** What a run leaves besides its state. */
export interface Ending {
  readonly run: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly firstSeed?: number;
  readonly until: number;
  readonly options: ProductionOptions;
  readonly complete: boolean;
  readonly wallMs: number;
  readonly observerErrors: readonly string[];
  readonly violations: readonly Violation[];
  readonly journal: readonly Entry[];
  /** The digest after each block that was played. */
  readonly chains: readonly string[];
  readonly kept: Kept | undefined;
  readonly snapshotAt?: Past["snapshotAt"];
  /** Undefined without a journal. */
  readonly digest: Digest | undefined;
  readonly parent?: ForkPoint | undefined;
}

/** @throws EngineError SCENARIO_THROWS when a metric does */
export function metricsOf(
  scenario: Scenario,
  journal: readonly Entry[],
): Readonly<Record<string, MetricValue>> {
  const metrics = Object.entries(scenario.metrics).map(([name, metric]) => {
    return [name, guarded(scenario, `metric "${name}"`, () => metric(journal))] as const;
  });
  return Object.fromEntries(metrics);
}

/** @throws EngineError SCENARIO_THROWS when a metric does */
export function conclude(state: RunState, ending: Ending): Run {
  const { run, scenario, seed, firstSeed = seed, until } = ending;
  const { options, complete, observerErrors, violations } = ending;
  const { digest, journal, chains, wallMs, parent, kept, snapshotAt } = ending;
  const posts = [...state.world.posts.byId.values()];
  return {
    ...state.counts,
    ...{ run, scenario, seed, firstSeed, until, options, complete, observerErrors, violations },
    wallMs,
    production: state.production,
    reached: complete ? until : state.at - 1,
    agents: state.production.roles.map(({ id }) => id),
    steps: state.seq,
    digest: digest?.value() ?? "",
    failures: [...state.failures.values()],
    neverEntered: neverEntered(state),
    metrics: digest ? metricsOf(scenario, journal) : {},
    ...recordingOf({ journal, posts, until }),
    ...(parent && { parent }),
    ...(kept && { kept }),
    block: blocksOf(journal, chains),
    strangers: digest?.strangers.texts ?? [],
    snapshotAt: snapshotAt ?? (async () => undefined),
    state,
    stepsPerSecond: wallMs > 0 ? (state.seq / wallMs) * 1000 : 0,
  };
}
