// Which decisions a step of a machine took: what was considered, what the guards said, where it went.
import type { EventObject, StateValue } from "xstate";
import type { EventBody } from "../event.ts";
import { type Node, nameOf, type Transition } from "./internals.ts";
import type { Watcher } from "./watch.ts";

/** A guard as it was evaluated. */
export interface JudgedGuard {
  /** As it was declared, `and`, `or`, `not`, `stateIn`, or the text of an inline function. */
  readonly name: string;
  /** Of `stateIn` the state. */
  readonly params?: unknown;
  /** Undefined when it threw. */
  readonly result?: boolean;
  /** What it is composed of, as far as that was evaluated: an `or` ends with the first that is true. */
  readonly parts: readonly JudgedGuard[];
}

/** A transition that was considered. */
export interface Candidate {
  /** Id of the state that it belongs to. */
  readonly state: string;
  /** What it answers to, such as `mentioned` or `*`; undefined for `always`. */
  readonly on?: string;
  /** Ids of the states that it leads to; none when it stays where it is. */
  readonly targets: readonly string[];
  /** Undefined when it has none. */
  readonly guard?: JudgedGuard;
  /** False though its guard passed when a transition of another region preempted it. */
  readonly isTaken: boolean;
}

/** One selection of transitions and what followed from it. */
export interface Microstep {
  /** What came, or was raised inside the step; undefined for `always`, and where a start enters its first states. */
  readonly event?: EventBody;
  /** In the order in which they were considered: of each state the first that may is taken. */
  readonly candidates: readonly Candidate[];
  /** Ids of the states that were left and entered, in this order. */
  readonly exited: readonly string[];
  readonly entered: readonly string[];
  /** Exit, transition and entry actions by name, in the order in which they were taken. */
  readonly actions: readonly string[];
}

/** One step of one agent. */
export interface Trace {
  /** What was asked of the agent: to start, to take an event, to go on with another context. */
  readonly kind: "start" | "step" | "change";
  /** Undefined when it had not started. */
  readonly before?: StateValue;
  /** Undefined when the step failed. */
  readonly after?: StateValue;
  readonly microsteps: readonly Microstep[];
}

/** Writes down what a watched machine tells. */
export interface Recorder extends Watcher {
  /** What was told since the last call. */
  readonly recorded: () => readonly Microstep[];
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

/** A microstep that is being told. */
interface Told extends Omit<Microstep, "candidates"> {
  readonly candidates: Map<Transition, Open<Candidate>>;
  readonly exited: string[];
  readonly entered: string[];
  readonly actions: string[];
}

/** For one machine, step after step. */
export function makeRecorder(): Recorder {
  let told: Told[] = [];
  let isSelecting = false;
  let considered: Open<Candidate> | undefined;
  const begin = (event?: EventBody): Told => {
    const next: Told = {
      ...(event && { event }),
      candidates: new Map(),
      exited: [],
      entered: [],
      actions: [],
    };
    told.push(next);
    return next;
  };
  const current = (): Told => told.at(-1) ?? begin();
  return {
    select: (event, select) => {
      begin(bodyOf(event));
      isSelecting = true;
      try {
        return select();
      } finally {
        isSelecting = false;
      }
    },
    consider: (transition, { state, isGuarded }) => {
      const { candidates } = isSelecting || isUndecided(current()) ? current() : begin();
      if (candidates.has(transition)) return;
      const candidate = candidateOf(transition, state);
      candidates.set(transition, candidate);
      if (isGuarded) considered = candidate;
    },
    take: (transition, actions) => {
      const candidate = isSelecting ? undefined : current().candidates.get(transition);
      if (candidate === undefined) return;
      candidate.isTaken = true;
      current().actions.push(...actions);
    },
    exit: (node) => void current().exited.push(nameOf(node)),
    enter: (node) => void current().entered.push(nameOf(node)),
    act: (actions) => void current().actions.push(...actions),
    judge: makeJudge((guard) => {
      if (considered !== undefined) considered.guard = guard;
      considered = undefined;
    }),
    recorded: () => {
      const microsteps = told.map((one) => ({ ...one, candidates: [...one.candidates.values()] }));
      told = [];
      return microsteps;
    },
  };
}

/** @param outermost gets a guard that is no part of another one, before it is evaluated */
function makeJudge(outermost: (guard: JudgedGuard) => void): Watcher["judge"] {
  const around: JudgedGuard[][] = [];
  return ({ name, params }, evaluate) => {
    const parts: JudgedGuard[] = [];
    const guard: Open<JudgedGuard> = { name, params, parts };
    const outer = around.at(-1);
    if (outer === undefined) outermost(guard);
    else outer.push(guard);
    around.push(parts);
    try {
      const result = evaluate();
      guard.result = Boolean(result);
      return result;
    } finally {
      around.pop();
    }
  };
}

/** XState looks for `always` after every microstep: has anything come of that yet? */
const isUndecided = ({ event, candidates, entered, exited }: Told): boolean =>
  event === undefined &&
  entered.length + exited.length === 0 &&
  [...candidates.values()].every(({ isTaken }) => !isTaken);

const candidateOf = ({ eventType, target = [] }: Transition, node: Node): Open<Candidate> => ({
  state: nameOf(node),
  ...(eventType && { on: eventType }),
  targets: target.map(nameOf),
  isTaken: false,
});

/** Without the stamp, which the journal has. */
function bodyOf(event: EventObject): EventBody {
  const { at: _, key: __, ...body }: EventBody = { ...event };
  return body;
}
