// A scenario: who takes part and what happens to them from outside. One question, one file.
import type { AnyStateMachine, InputFrom } from "xstate";
import { EngineError } from "./error.ts";
import type { Entry, EventBody, Priority } from "./event.ts";
import { population } from "./population/population.ts";
import type { Property } from "./property.ts";
import type { Targets } from "./targets.ts";
import { formatDuration, MAX_AT, parseInstant } from "./time.ts";
import type { FeedOrder } from "./world/feed.ts";
import type { Happenings } from "./world/happenings.ts";
import type { RandomEvent } from "./world/world-state.ts";

/** From when to when an agent takes part, in virtual milliseconds; by default from the start to the end. */
export interface Stay {
  /** It starts then. */
  readonly joinsAt?: number;
  /** From this instant on it is gone for good. */
  readonly leavesAt?: number;
}

/** A machine and what it is started with: its persona. */
export interface CastMember extends Stay {
  readonly machine: AnyStateMachine;
  readonly input: unknown;
}

/**
 * Casts a machine in a role.
 * @param input what the machine's `context` gets as `input`
 * @example cast(persona, { name: "Ada" }, { joinsAt: hours(5), leavesAt: days(2) })
 */
export function cast<Machine extends AnyStateMachine>(
  machine: Machine,
  input: InputFrom<Machine>,
  stay: Stay = {},
): CastMember {
  return { machine, input, ...stay };
}

/** Casts many: the population of a scenario by archetypes. */
cast.population = population;

/** Something from outside, at an instant. */
export interface OutsideEvent {
  /** Virtual milliseconds since the start. */
  readonly at: number;
  /** An agent's id, several, `everyone` (whoever takes part at that instant) or `world`. */
  readonly to: Targets;
  readonly event: EventBody;
  readonly priority?: Priority;
}

export interface NewsItem {
  readonly at: number;
  /** Those interested in it hear of it; of the others, some. */
  readonly topic: string;
  readonly headline: string;
  readonly description?: string;
  /** Whom it reaches, all of them and nobody else: an id, several, or `everyone`. */
  readonly to?: Targets;
  readonly priority?: Priority;
  /** How it moves whoever hears of it, each in [-1, 1]. */
  readonly mood?: {
    readonly valence: number;
    readonly arousal: number;
    readonly dominance: number;
  };
}

/** How often the simulated service refuses or breaks, per effect. */
export interface FailurePlan {
  /** Share of requests that are limited, in [0, 1]. */
  readonly limited?: number;
  /** Share of requests that fail on the way, in [0, 1]. */
  readonly failed?: number;
  /** What a limited request is told, in virtual milliseconds; 15 minutes by default. */
  readonly retryAfter?: number;
  /** Requests that an agent may make in a window, and the length of the window. */
  readonly budget?: { readonly count: number; readonly per: number };
  /** When the plan holds: [from, to) in virtual milliseconds; always, when left out. */
  readonly during?: readonly (readonly [from: number, to: number])[];
}

export interface WorldSettings {
  /** Multiplies every simulated latency; 1 by default. */
  readonly latency?: number;
  readonly failures?: Readonly<Record<string, FailurePlan>>;
  readonly feed?: FeedOrder;
}

/** One member of a population, made by its number. */
export interface Member extends CastMember {
  readonly id: string;
  readonly follows?: Follows;
}

/** Members by their numbers, as many as a run wants. */
export interface Population {
  readonly size: number;
  /** @param index from 0; @param size how many there are in this run */
  readonly member: (index: number, size: number) => Member;
}

/** Whom an agent follows: ids, or ids with weights in (0, 1]. */
export type Follows = readonly string[] | Readonly<Record<string, number>>;

export type Params = Readonly<Record<string, number | string | boolean>>;
export type MetricValue = number | readonly number[];

/** What runs: the parts that a run's parameters may change. */
export interface Staging {
  readonly agents?: Readonly<Record<string, CastMember>>;
  readonly population?: Population;
  readonly follows?: Readonly<Record<string, Follows>>;
  readonly world?: WorldSettings;
  readonly events?: readonly OutsideEvent[];
  readonly news?: readonly NewsItem[];
  readonly random?: readonly RandomEvent[];
  readonly happenings?: Happenings;
}

export interface ScenarioSpec<P extends Params = Params> extends Staging {
  readonly name: string;
  readonly question?: string;
  /** ISO instant of virtual time 0, with Z. Monday, 5 January 2026 by default. */
  readonly start?: string;
  /** Virtual milliseconds. */
  readonly until: number;
  /** Values that `--set params.NAME=…` may change, with their defaults. */
  readonly params?: P;
  /** Parts that depend on the parameters; they win over the fixed ones. */
  readonly stage?: (params: P) => Staging;
  readonly metrics?: Readonly<Record<string, (journal: readonly Entry[]) => MetricValue>>;
  /** What must hold for every agent, by what it says: `"nobody posts asleep": never(…)`. */
  readonly properties?: Readonly<Record<string, Property>>;
  /** How `puppet check` explores its machines. */
  readonly exploration?: Exploration;
}

/** How the behaviour of a machine is explored; everything has a default. */
export interface Exploration {
  /** Events that may come at any time, besides those that its machine declares. */
  readonly events?: readonly EventBody[];
  /** By effect, replies that may come; each is tried. */
  readonly replies?: Readonly<Record<string, readonly unknown[]>>;
  /** What of a context makes another configuration, as plain JSON: as little as decides what happens next. */
  readonly abstraction?: (context: unknown, at: number) => unknown;
}

export interface Scenario {
  readonly kind: "scenario";
  readonly name: string;
  readonly question: string;
  readonly start: string;
  /** The start as milliseconds since 1970 in UTC. */
  readonly startAt: number;
  readonly until: number;
  readonly params: Params;
  readonly stage: (params: Params) => Staging;
  readonly metrics: Readonly<Record<string, (journal: readonly Entry[]) => MetricValue>>;
  readonly properties: Readonly<Record<string, Property>>;
  readonly exploration: Exploration;
}

const DEFAULT_START = "2026-01-05T00:00:00Z";
/** What ids of scenarios and agents look like. */
export const ID = /^[a-z][a-z0-9_-]{0,63}$/;

export const invalid = (name: string, problem: string): EngineError =>
  new EngineError("SCENARIO_INVALID", `scenario "${name}": ${problem}`);

/**
 * Describes a scenario. Checked here is what does not depend on parameters; the rest when a run starts.
 * @throws EngineError SCENARIO_INVALID
 */
export function defineScenario<P extends Params = Params>(spec: ScenarioSpec<P>): Scenario {
  const { name, until, start = DEFAULT_START, question = "", metrics = {} } = spec;
  const { properties = {}, exploration = {} } = spec;
  if (!ID.test(name)) throw invalid(String(name), "its name is not of the form [a-z][a-z0-9_-]*");
  if (!Number.isInteger(until) || until <= 0 || until > MAX_AT) {
    throw invalid(name, `until is ${until}; give a duration up to ${formatDuration(MAX_AT)}`);
  }
  const startAt = parseInstant(start);
  if (startAt === undefined)
    throw invalid(name, `start is "${start}"; write it as ${DEFAULT_START}`);
  const params: Params = spec.params ?? {};
  const fixed: Staging = spec;
  const { stage } = spec;
  return {
    kind: "scenario",
    name,
    question,
    start,
    startAt,
    until,
    params,
    metrics,
    properties,
    exploration,
    // The caller sets only declared parameters, of their declared types: that makes them a P.
    stage: (values) => (stage === undefined ? fixed : { ...fixed, ...stage(values as P) }),
  };
}
