// Explores what an agent can do: from runs of it, undisturbed and disturbed, breadth first whatever may come next.
import { guarded } from "../core/casting.ts";
import { toAddress } from "../core/event.ts";
import { canonical } from "../core/json.ts";
import { floor } from "../core/math.ts";
import type { Property } from "../core/property.ts";
import type { Exploration } from "../core/scenario.ts";
import { configurationOf, roughly } from "./abstraction.ts";
import { sampleEvents, sampleOutcomes } from "./samples.ts";
import { begin, type Choice, type Moment, type Solo, type Trail, take } from "./solo.ts";
import { watchTaken } from "./taken.ts";
import { type Guide, guides, takeFirst, WAIT } from "./walks.ts";

export interface Bounds {
  /** So many seeds are tried, from 1; and of each configuration so many states, each with chance of its own. */
  readonly seeds: number;
  /** The most steps that are taken. */
  readonly steps: number;
  /** How long the runs are from which the exploration sets out, in virtual milliseconds. */
  readonly span: number;
}

export interface ExploreOptions extends Exploration, Bounds {
  readonly properties: Readonly<Record<string, Property>>;
}

/** Something that should not be, with the shortest path there that was found. */
export interface Breach {
  readonly kind: "property" | "failure" | "deadlock";
  /** The property; what was thrown; the active states. */
  readonly what: string;
  readonly reason: string;
  readonly trail: Trail;
}

export interface Explored {
  readonly steps: number;
  readonly configurations: number;
  /** Whether there was nothing left to try. */
  readonly isThrough: boolean;
  /** By the id of a state that was entered, the shortest path there that was found. */
  readonly entered: ReadonlyMap<string, Trail>;
  /** Transitions, as `transitionId` names them. */
  readonly taken: ReadonlySet<string>;
  readonly breaches: readonly Breach[];
}

type Standing = readonly (readonly [name: string, property: Property])[];

/** A state to go on from, with what its path has made of the properties. */
interface Spot {
  readonly moment: Moment;
  readonly standing: Standing;
}

interface Exploring {
  readonly solo: Solo;
  readonly options: ExploreOptions;
  readonly events: readonly Choice[];
  /** To be gone on from, by the length of their path. */
  readonly open: Spot[][];
  /** How many states of each configuration are gone on from. */
  readonly seen: Map<string, number>;
  readonly entered: Map<string, Trail>;
  readonly breaches: Map<string, Breach>;
  steps: number;
}

/** @throws EngineError SCENARIO_THROWS when a property or the abstraction does, SCENARIO_INVALID for a reply */
export function explore(solo: Solo, options: ExploreOptions): Explored {
  const taken = watchTaken(solo.machine.parts);
  const exploring: Exploring = {
    ...{ solo, options },
    events: sampleEvents(solo.machine.parts, options).map((event) => ({ kind: "event", event })),
    open: [],
    seen: new Map(),
    entered: new Map(),
    breaches: new Map(),
    steps: 0,
  };
  for (let seed = 1; seed <= options.seeds; seed++) {
    for (const guide of guides) walk(exploring, seed, guide);
  }
  const isThrough = spread(exploring);
  const { steps, seen, entered, breaches } = exploring;
  return {
    ...{ steps, isThrough, entered },
    taken: taken(),
    configurations: seen.size,
    breaches: [...breaches.values()],
  };
}

/** Several explorations of one machine as one: what one of them has found, was found. */
export function joined(explored: readonly Explored[]): Explored {
  const entered = new Map<string, Trail>();
  const breaches = new Map<string, Breach>();
  for (const one of explored) {
    for (const [id, trail] of one.entered) keepShorter(entered, id, trail);
    for (const breach of one.breaches) note({ breaches }, breach);
  }
  return {
    entered,
    steps: explored.reduce((sum, { steps }) => sum + steps, 0),
    configurations: explored.reduce((sum, { configurations }) => sum + configurations, 0),
    isThrough: explored.every(({ isThrough }) => isThrough),
    taken: new Set(explored.flatMap(({ taken }) => [...taken])),
    breaches: [...breaches.values()],
  };
}

/** So much of all steps may go into each kind of runs. */
const WALK_SHARE = 0.2;

function walk(exploring: Exploring, seed: number, guide: Guide): void {
  const { solo, options, events } = exploring;
  const last = exploring.steps + floor((options.steps * WALK_SHARE) / options.seeds);
  let moment: Moment | undefined = begin(solo, seed);
  let standing: Standing = Object.entries(options.properties);
  while (moment !== undefined) {
    standing = arrive(exploring, moment, standing);
    if (isOver(moment) || moment.saved.at > options.span || exploring.steps >= last) return;
    const choices = guide({ events, replies: repliesAt(exploring, moment) }, moment);
    moment = takeFirst(solo, moment, choices);
  }
}

const agentOf = ({ id, input }: Solo) => ({ agent: toAddress(id), input });

/** A failed step is the end of its path, and so is a final state. */
const isOver = ({ outcome, saved }: Moment): boolean =>
  outcome === "dead" || saved.agents[0]?.status !== "active";

/** @returns whether nothing was left to try */
function spread(exploring: Exploring): boolean {
  const { open } = exploring;
  for (let length = 0; length < open.length; length++) {
    for (const spot of open[length] ?? []) {
      if (!tryAll(exploring, spot)) return false;
    }
    open[length] = [];
  }
  return true;
}

/** Goes on in every way there is. @returns false when there are no steps left */
function tryAll(exploring: Exploring, { moment, standing }: Spot): boolean {
  const { solo, options } = exploring;
  let isStuck = moment.asked.length === 0 && moment.saved.queue.length === 0;
  for (const choice of choicesAt(exploring, moment)) {
    if (exploring.steps >= options.steps) return false;
    const next = take(solo, moment, choice);
    if (next === undefined) continue;
    isStuck &&= !isOver(next) && isSame(moment, next);
    arrive(exploring, next, standing);
  }
  if (isStuck) {
    const nodes = moment.saved.agents[0]?.snapshot?.nodes ?? [];
    const what = nodes
      .filter((id) => !nodes.some((other) => other.startsWith(`${id}.`)))
      .join(", ");
    note(exploring, { kind: "deadlock", what, reason: "nothing can happen", trail: moment.trail });
  }
  return true;
}

const choicesAt = (exploring: Exploring, moment: Moment): readonly Choice[] => [
  WAIT,
  ...repliesAt(exploring, moment),
  ...exploring.events,
];

/** The request that waits longest comes first, and of its replies the good one. */
const repliesAt = ({ solo, options }: Exploring, { asked }: Moment): readonly Choice[] =>
  asked.flatMap((one) =>
    sampleOutcomes(one, agentOf(solo), options).map(
      (outcome) => ({ kind: "reply", asked: one, outcome }) as const,
    ),
  );

/** Whether an event has changed nothing at all. */
function isSame(before: Moment, after: Moment): boolean {
  const [a, b] = [before, after].map(({ saved }) => saved.agents[0]?.snapshot);
  const isQuiet = !after.isBusy && after.saved.queue.length === 0;
  return isQuiet && canonical([a?.nodes, a?.context]) === canonical([b?.nodes, b?.context]);
}

/** Judges a step, and keeps its state when there are not enough of its configuration. */
function arrive(exploring: Exploring, moment: Moment, standing: Standing): Standing {
  exploring.steps++;
  const { trail, outcome } = moment;
  markEntered(exploring, moment);
  if (outcome === "dead") {
    const { reason = "" } = trail.entry;
    note(exploring, { kind: "failure", what: reason, reason, trail });
  }
  const judged = judge(exploring, moment, standing);
  if (isOver(moment) || outcome === "unhandled" || outcome === "stale") return judged;
  const configuration = configurationAt(exploring, moment, judged);
  const count = exploring.seen.get(configuration) ?? 0;
  if (count >= exploring.options.seeds) return judged;
  exploring.seen.set(configuration, count + 1);
  exploring.open[trail.length] ??= [];
  exploring.open[trail.length]?.push({ moment, standing: judged });
  return judged;
}

function judge({ solo, breaches }: Exploring, moment: Moment, standing: Standing): Standing {
  const { step, trail } = moment;
  if (step === undefined) return standing;
  return standing.map(([name, property]) => {
    const { after, breach } = guarded(solo.production.scenario, `property "${name}"`, () =>
      property.next(step),
    );
    if (breach !== undefined)
      note({ breaches }, { kind: "property", what: name, reason: breach, trail });
    return [name, after] as const;
  });
}

/** Of several paths to the same thing the shortest is kept. */
function note({ breaches }: Pick<Exploring, "breaches">, breach: Breach): void {
  const id = `${breach.kind} ${breach.what}`;
  const before = breaches.get(id);
  if (before === undefined || before.trail.length > breach.trail.length) breaches.set(id, breach);
}

/** With those that were left within the step. */
function markEntered({ entered }: Exploring, { saved, trail }: Moment): void {
  for (const id of saved.entered[0]?.[1] ?? []) keepShorter(entered, id, trail);
}

function keepShorter(trails: Map<string, Trail>, id: string, trail: Trail): void {
  const before = trails.get(id);
  if (before === undefined || before.length > trail.length) trails.set(id, trail);
}

function configurationAt({ solo, options }: Exploring, moment: Moment, standing: Standing): string {
  const { saved } = moment;
  const { snapshot, timers = [] } = saved.agents[0] ?? {};
  const { abstraction = roughly } = options;
  const { scenario } = solo.production;
  return configurationOf({
    nodes: snapshot?.nodes ?? [],
    timers: timers.map(([id]) => id).sort(),
    context: guarded(scenario, "exploration.abstraction", () =>
      abstraction(snapshot?.context, saved.at),
    ),
    phases: standing.map(([, property]) => property.phase(saved.at)),
  });
}
