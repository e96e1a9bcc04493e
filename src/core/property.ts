// What must hold in every run of a scenario: properties of the steps of an agent, judged one step after the other.
import type { AnyMachineSnapshot, StateValue } from "xstate";
import type { Entry, EventBody, Request } from "./event.ts";
import { formatDuration } from "./time.ts";

/** One step of one agent, as a property sees it. */
export interface AgentStep {
  /** Its id. */
  readonly agent: string;
  /** Virtual milliseconds. */
  readonly at: number;
  readonly event: EventBody;
  /** What it asked for in this step. */
  readonly requests: readonly Request[];
  /** The request that `event` answers: `event.kind` says what came of it, `done` or a failure. */
  readonly answered: Request | undefined;
  /** Its state after the step, and its context. */
  readonly value: StateValue;
  readonly context: unknown;
  /** Before the step; undefined where it starts. */
  readonly before: { readonly value: StateValue; readonly context: unknown } | undefined;
  /** Whether it is in a state now, and was before: `isIn("activity.asleep")`. A state that there is not is no error. */
  readonly isIn: (path: string) => boolean;
  readonly wasIn: (path: string) => boolean;
  readonly asksFor: (effect: string) => boolean;
  /** Whether a request for it was granted, as it learns in this step. */
  readonly isGranted: (effect: string) => boolean;
}

/** How an agent was before an entry and is after it. */
interface Change {
  readonly entry: Pick<Entry, "at" | "event" | "requests">;
  readonly agent: string;
  readonly answered: Request | undefined;
  readonly before: AnyMachineSnapshot | undefined;
  readonly after: AnyMachineSnapshot;
}

export function agentStep({ entry, agent, answered, before, after }: Change): AgentStep {
  const { at, event, requests } = entry;
  const isIn = (path: string): boolean => isWithin(after.value, path.split("."));
  return {
    ...{ agent, at, event, requests, answered, isIn },
    value: after.value,
    context: after.context,
    before: before && { value: before.value, context: before.context },
    wasIn: (path) => before !== undefined && isWithin(before.value, path.split(".")),
    asksFor: (name) => requests.some(({ effect }) => effect === name),
    isGranted: (name) => answered?.effect === name && event.kind === "done",
  };
}

function isWithin(value: StateValue, [key = "", ...rest]: readonly string[]): boolean {
  if (typeof value === "string") return value === key && rest.length === 0;
  const inner = value[key];
  return inner !== undefined && (rest.length === 0 || isWithin(inner, rest));
}

/**
 * Something that must hold, as it stands after the steps of one agent so far: made by `never`, `always`, `apart` and
 * `atMost`.
 */
export interface Property {
  /** What the next step makes of it. */
  readonly next: (step: AgentStep) => Judgement;
  /** Whatever of the past an exploration has to tell apart, at an instant. */
  readonly phase: (at: number) => string;
}

export interface Judgement {
  readonly after: Property;
  /** Why it does not hold; undefined when it does. */
  readonly breach?: string;
}

/** A property that did not hold for an agent of a run. */
export interface Violation {
  readonly property: string;
  readonly agent: string;
  /** Of the first entry with which it did not hold, and its instant. */
  readonly seq: number;
  readonly at: number;
  readonly reason: string;
  /** With so many entries it did not hold. */
  readonly count: number;
}

/**
 * No step is like this.
 * @example never((step) => step.isIn("activity.asleep") && step.asksFor("social.post"))
 */
export function never(isBad: (step: AgentStep) => boolean): Property {
  const property: Property = {
    next: (step) => ({ after: property, ...(isBad(step) && { breach: "it happens" }) }),
    phase: () => "",
  };
  return property;
}

/** Every step is like this. */
export function always(isGood: (step: AgentStep) => boolean): Property {
  const property: Property = {
    next: (step) => ({ after: property, ...(!isGood(step) && { breach: "it does not hold" }) }),
    phase: () => "",
  };
  return property;
}

export interface ApartSpec {
  /** Virtual milliseconds, or what they are for the agent of this step. */
  readonly atLeast: number | ((step: AgentStep) => number);
  readonly of: (step: AgentStep) => boolean;
}

/**
 * On every path at least so much time lies between two such steps of an agent.
 * @example apart({ atLeast: minutes(20), of: (step) => step.isGranted("social.post") })
 */
export const apart = (spec: ApartSpec): Property => apartSince(spec, undefined);

interface Last {
  readonly at: number;
  readonly gap: number;
}

function apartSince(spec: ApartSpec, last: Last | undefined): Property {
  const property: Property = {
    next: (step) => {
      if (!spec.of(step)) return { after: property };
      const gap = typeof spec.atLeast === "number" ? spec.atLeast : spec.atLeast(step);
      const after = apartSince(spec, { at: step.at, gap });
      const pause = step.at - (last?.at ?? step.at - gap);
      if (pause >= gap) return { after };
      const breach = `${shortSpan(pause)} after the last one, not ${shortSpan(gap)}`;
      return { after, breach };
    },
    phase: (at) => (last !== undefined && at - last.at < last.gap ? "soon" : ""),
  };
  return property;
}

/** Without parts of a second. */
const shortSpan = (span: number): string =>
  formatDuration(span < 1000 ? span : span - (span % 1000));

export interface AtMostSpec {
  /** At least 0. */
  readonly times: number;
  /** What a step counts for, such as the conversation of a reply; undefined when it does not count. */
  readonly of: (step: AgentStep) => string | undefined;
}

/**
 * On every path an agent takes at most so many such steps for each thing that they count for.
 * @example atMost({ times: 3, of: (step) => threadOfReply(step) })
 */
export const atMost = (spec: AtMostSpec): Property => atMostAfter(spec, new Map(), 0);

function atMostAfter(
  spec: AtMostSpec,
  counts: ReadonlyMap<string, number>,
  most: number,
): Property {
  const property: Property = {
    next: (step) => {
      const thing = spec.of(step);
      if (thing === undefined) return { after: property };
      const count = (counts.get(thing) ?? 0) + 1;
      const after = atMostAfter(
        spec,
        new Map(counts).set(thing, count),
        count > most ? count : most,
      );
      const breach = `"${thing}" ${count} times, at most ${spec.times}`;
      return { after, ...(count > spec.times && { breach }) };
    },
    phase: () => (most > spec.times ? "too often" : String(most)),
  };
  return property;
}
