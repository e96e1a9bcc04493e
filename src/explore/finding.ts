// What an exploration finds, in words and as plain JSON.
import type { StateValue } from "xstate";
import type { EventBody } from "../core/event.ts";
import type { Path } from "./path.ts";

/**
 * What does not hold. `load`: the host refuses the machine. `unreachable`: no transition leads to a state, or none of
 * all that was tried. `dead-end`: an atomic state that nothing leaves, `deadlock`: a whole configuration. `failure`: a
 * step that throws. `property`: one of the scenario's.
 */
export interface Finding {
  readonly kind: "load" | "unreachable" | "dead-end" | "deadlock" | "failure" | "property";
  /** Ids of states, the name of the property, or what was thrown. */
  readonly what: string;
  readonly why: string;
  /** How it comes to this: the counter-example. */
  readonly path?: Path;
  readonly steps?: readonly PathStep[];
}

export interface PathStep {
  readonly at: number;
  /** What came: an event, a reply with its effect, a timer. */
  readonly came: string;
  /** Whether it came from outside: an event, or a reply that is no good one. */
  readonly isFromOutside: boolean;
  readonly event: EventBody;
  /** What the agent asked for in this step. */
  readonly asked: readonly string[];
  /** Its state after it. */
  readonly value: StateValue;
}

/** What is no fault by itself: a transition never taken, an event that nothing sends or nobody takes. */
export interface Note {
  readonly kind: "never-taken" | "never-entered" | "never-sent" | "never-handled";
  readonly what: string;
}

/** What came of exploring one machine. */
export interface Examination {
  readonly machine: string;
  /** Whose parts it was given. */
  readonly agents: readonly string[];
  /** Undefined for a machine that the host refuses. */
  readonly explored?: Extent;
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  /** Types of the messages that it was seen to tell others. */
  readonly tells: readonly string[];
}

/** How much was explored. */
export interface Extent {
  readonly seeds: number;
  readonly steps: number;
  readonly configurations: number;
  /** Entered, of all; taken, of all. */
  readonly states: readonly [number, number];
  readonly transitions: readonly [number, number];
  /** False when the steps ran out before there was nothing left to try. */
  readonly isThrough: boolean;
}
