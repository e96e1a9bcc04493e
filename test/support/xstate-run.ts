// Full runs of XState's own actor on an exact clock, its invocations answered after a latency.
import {
  type ActorLogic,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type EventObject,
  type InspectionEvent,
  type Snapshot,
} from "xstate";
import { effectOf } from "../../src/core/effect.ts";
import { messageOf } from "../../src/core/error.ts";
import { partsOf, type ResolvedAction } from "../../src/core/machine/internals.ts";
import { rootKey } from "../../src/core/random.ts";
import type { OutsideEvent } from "../../src/core/scenario.ts";
import { textOf, viewOf } from "./host-check.ts";

/** One handled event of a run: when, and what came of it. */
export interface Line {
  readonly at: number;
  readonly actions: readonly string[];
  /** The state after it, or the error in it. */
  readonly view: string;
}

export interface RunCheck {
  readonly machine: AnyStateMachine;
  readonly input: unknown;
  readonly events: readonly OutsideEvent[];
  readonly until: number;
  readonly viaJson: boolean;
}

/** A machine may go on for ever within one instant; so many lines are compared. */
export const MAX_LINES = 150;

/** A clock that fires everything at its own instant, in the order in which it was set. */
function makeClock() {
  interface Alarm {
    readonly at: number;
    readonly nth: number;
    readonly ring: () => void;
  }
  const alarms: Alarm[] = [];
  let now = 0;
  let nth = 0;
  return {
    now: () => now,
    setTimeout: (ring: () => void, delay: number): Alarm => {
      const alarm = { at: now + Math.max(0, Math.round(delay)), nth: nth++, ring };
      alarms.push(alarm);
      alarms.sort((a, b) => a.at - b.at || a.nth - b.nth);
      return alarm;
    },
    clearTimeout: (alarm: Alarm): void => {
      const index = alarms.indexOf(alarm);
      if (index >= 0) alarms.splice(index, 1);
    },
    /** Rings the next alarm. @returns false when none is due any more */
    advance: (until: number): boolean => {
      const [next] = alarms;
      if (next === undefined || next.at > until) return false;
      alarms.shift();
      now = next.at;
      next.ring();
      return true;
    },
  };
}

type Clock = ReturnType<typeof makeClock>;

interface TestAnswer {
  readonly latency: number;
  readonly isDone: boolean;
  readonly n: number;
}

/** The answer to a request depends on nothing but the request. */
export function answerTo(effect: string, input: unknown): TestAnswer {
  const hash = rootKey(`${effect} ${JSON.stringify(input ?? null)}`);
  return { latency: 3 + 10 * (hash % 12), isDone: hash % 5 !== 0, n: hash % 7 };
}

export const failureFor = ({ n }: TestAnswer): object => ({ kind: "failed", reason: `for ${n}` });

/** A request under way; XState keeps whatever else its snapshot holds. */
type Asked = Snapshot<unknown> & { readonly input?: unknown };

/** The effect as a real XState actor: it answers its parent after its latency, unless it is stopped before. */
function answering(effect: string, clock: Clock): ActorLogic<Asked, EventObject, unknown> {
  const open = { output: undefined, error: undefined } as const;
  return {
    getInitialSnapshot: (_, input) => ({ ...open, status: "active", input }),
    getPersistedSnapshot: (snapshot) => snapshot,
    start: ({ input }, { self }) => {
      const reply = (): void => {
        if (self.getSnapshot().status === "active") self.send({ type: "answered" });
      };
      clock.setTimeout(reply, answerTo(effect, input).latency);
    },
    transition: (snapshot, { type }) => {
      if (type === "xstate.stop") return { ...snapshot, ...open, status: "stopped" };
      const answer = answerTo(effect, snapshot.input);
      return answer.isDone
        ? { ...open, status: "done", output: { n: answer.n } }
        : { ...open, status: "error", error: failureFor(answer) };
    },
  };
}

const effectNames = (
  machine: AnyStateMachine,
): readonly (readonly [src: string, effect: string])[] =>
  Object.entries(partsOf(machine).implementations.actors).map(
    ([src, logic]) => [src, effectOf(logic)?.name ?? ""] as const,
  );

/** What an action shows in the journal: a request, or its type; undefined for the engine's own affairs. */
function shownAction(
  names: ReadonlyMap<string, string>,
  { type, params }: Pick<ResolvedAction, "type" | "params">,
): string | undefined {
  const fields: Readonly<Record<string, unknown>> = Object(params);
  if (type === "xstate.spawnChild") {
    return textOf(["request", names.get(String(fields.src)), fields.input ?? null]);
  }
  if (type === "xstate.emit") return textOf(Object(fields.event).type);
  return type.startsWith("xstate.") && type !== "xstate.log" ? undefined : textOf(type);
}

export interface ReferenceRun {
  readonly lines: readonly Line[];
  /**
   * Whether XState lost hold of an invocation. It enters a state anew without having left it when the state's
   * history leads back to it; the invocations of before go on beside the new ones and answer under the same ids.
   * The host answers each invocation once, so the run is compared up to there.
   */
  readonly isOrphaned: boolean;
}

/** Collects what an actor does between two of its states. */
function makeObserver(machine: AnyStateMachine, now: () => number) {
  const sources = new Map(effectNames(machine));
  const running = new Set<unknown>();
  const lines: Line[] = [];
  let actions: string[] = [];
  let isOrphaned = false;
  return {
    lines,
    isOver: (): boolean => isOrphaned || lines.length >= MAX_LINES,
    isOrphaned: (): boolean => isOrphaned,
    act: (action: Pick<ResolvedAction, "type" | "params">): void => {
      const { id }: { readonly id?: unknown } = Object(action.params);
      if (action.type === "xstate.spawnChild") {
        isOrphaned ||= running.has(id);
        running.add(id);
      }
      if (action.type === "xstate.stopChild") running.delete(id);
      const shown = shownAction(sources, action);
      if (shown !== undefined) actions.push(shown);
    },
    note: (view: string): void => {
      lines.push({ at: now(), actions, view });
      actions = [];
    },
    fail: (error: unknown): void => {
      lines.push({ at: now(), actions: [], view: errorText(error) });
    },
  };
}

export const errorText = (error: unknown): string => `error: ${messageOf(error)}`.slice(0, 200);

/** A run of XState's own actor. */
export function referenceRun({ machine, input, events, until }: RunCheck): ReferenceRun {
  const clock = makeClock();
  const answers = effectNames(machine).map(([src, effect]) => [src, answering(effect, clock)]);
  const observer = makeObserver(machine, clock.now);
  const inspect = (seen: InspectionEvent): void => {
    if (seen.type === "@xstate.action" && seen.actorRef === actor) observer.act(seen.action);
    if (seen.type !== "@xstate.snapshot" || seen.actorRef !== actor) return;
    if (seen.snapshot.status !== "error")
      observer.note(viewOf(seen.snapshot as AnyMachineSnapshot));
  };
  for (const { at, event } of events) clock.setTimeout(() => actor.send(event), at);
  const provided = machine.provide({ actors: Object.fromEntries(answers) });
  const actor = createActor(provided, { clock, input, inspect, logger: () => undefined });
  actor.subscribe({ error: observer.fail });
  actor.start();
  const isActive = (): boolean => actor.getSnapshot().status === "active";
  while (!observer.isOver() && isActive() && clock.advance(until));
  return { lines: observer.lines.slice(0, MAX_LINES), isOrphaned: observer.isOrphaned() };
}
