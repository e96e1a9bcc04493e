// What `--json` prints: exactly one JSON value.
import type { Violation } from "../core/property.ts";
import type { MetricValue } from "../core/scenario.ts";
import type { AgentFailure } from "../core/state.ts";
import type { Run } from "../run/run.ts";

/** A run as programs read it. */
export interface RunJson {
  readonly run: string;
  readonly scenario: string;
  readonly seed: number;
  readonly agents: number;
  /** Virtual milliseconds: where it ended, which Ctrl-C may have brought about early. */
  readonly until: number;
  readonly steps: number;
  readonly posts: number;
  /** 64 hex digits. */
  readonly digest: string;
  readonly handled: number;
  readonly unhandled: number;
  readonly deadLetters: number;
  readonly parked: number;
  readonly failures: readonly AgentFailure[];
  readonly neverEntered: readonly string[];
  /** Properties of the scenario that did not hold. */
  readonly violations: readonly Violation[];
  readonly metrics: Readonly<Record<string, MetricValue>>;
  readonly wallMs: number;
  readonly stepsPerSecond: number;
  /** A fork: whose past it shares, and up to which instant. */
  readonly parent?: string;
  readonly forkedAt?: number;
}

export function runJson(run: Run): RunJson {
  const { handled, unhandled, deadLetters, parked } = run;
  return {
    run: run.run,
    scenario: run.scenario.name,
    seed: run.seed,
    agents: run.agents.length,
    until: run.complete ? run.until : run.state.at,
    steps: run.steps,
    posts: run.posts.length,
    digest: run.digest,
    handled,
    unhandled,
    deadLetters,
    parked,
    failures: run.failures,
    neverEntered: run.neverEntered,
    violations: run.violations,
    metrics: run.metrics,
    wallMs: Math.round(run.wallMs * 10) / 10,
    stepsPerSecond: Math.round(run.stepsPerSecond),
    ...(run.parent && { parent: run.parent.run, forkedAt: run.parent.at }),
  };
}

/** A value as the one line of output. */
export const jsonLine = (value: unknown): string => `${JSON.stringify(value)}\n`;
