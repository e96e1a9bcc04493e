// Holds full runs of the host, timers and replies included, to XState's own actor on an exact clock.
import { deepEqual } from "node:assert/strict";
import {
  type ActorLogic,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type EventObject,
  type InspectionEvent,
  type Snapshot,
} from "xstate";
import { xstateBackend } from "../../src/core/agent.ts";
import { effectOf } from "../../src/core/effect.ts";
import { messageOf } from "../../src/core/error.ts";
import { type Entry, NORMAL_PRIORITY } from "../../src/core/event.ts";
import { partsOf, type ResolvedAction } from "../../src/core/machine/internals.ts";
import { produce } from "../../src/core/production.ts";
import { rootKey } from "../../src/core/random.ts";
import { cast, defineScenario, type OutsideEvent } from "../../src/core/scenario.ts";
import { firstState, type RunState } from "../../src/core/state.ts";
import type { Ports } from "../../src/core/step.ts";
import { type HostParts, overJson, textOf, viewOf } from "./host-check.ts";

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
const MAX_LINES = 150;

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
function answerTo(effect: string, input: unknown): TestAnswer {
  const hash = rootKey(`${effect} ${JSON.stringify(input ?? null)}`);
  return { latency: 3 + 10 * (hash % 12), isDone: hash % 5 !== 0, n: hash % 7 };
}

const failureFor = ({ n }: TestAnswer): object => ({ kind: "failed", reason: `for ${n}` });

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
    return textOf(["request", names.get(String(fields["src"])), fields["input"] ?? null]);
  }
  if (type === "xstate.emit") return textOf(Object(fields["event"]).type);
  return type.startsWith("xstate.") && type !== "xstate.log" ? undefined : textOf(type);
}

/** A run of XState's own actor. */
export function referenceRun({ machine, input, events, until }: RunCheck): readonly Line[] {
  const clock = makeClock();
  const names = effectNames(machine);
  const sources = new Map(names);
  const actors = Object.fromEntries(names.map(([src, effect]) => [src, answering(effect, clock)]));
  const lines: Line[] = [];
  let actions: string[] = [];
  const note = (view: string): void => {
    lines.push({ at: clock.now(), actions, view });
    actions = [];
  };
  const inspect = (seen: InspectionEvent): void => {
    if (seen.type === "@xstate.action" && seen.actorRef === actor) {
      const shown = shownAction(sources, seen.action);
      if (shown !== undefined) actions.push(shown);
    }
    if (
      seen.type === "@xstate.snapshot" &&
      seen.actorRef === actor &&
      seen.snapshot.status !== "error"
    ) {
      note(viewOf(seen.snapshot as AnyMachineSnapshot));
    }
  };
  for (const { at, event } of events) clock.setTimeout(() => actor.send(event), at);
  const actor = createActor(machine.provide({ actors }), {
    clock,
    input,
    inspect,
    logger: () => undefined,
  });
  actor.subscribe({
    error: (error) => {
      actions = [];
      note(errorText(error));
    },
  });
  actor.start();
  while (
    lines.length < MAX_LINES &&
    actor.getSnapshot().status === "active" &&
    clock.advance(until)
  );
  return lines.slice(0, MAX_LINES);
}

const errorText = (error: unknown): string => `error: ${messageOf(error)}`.slice(0, 200);

/** Requests are answered as in the reference; nobody else is there. */
const portsOf = (state: RunState): Ports => ({
  deliver: () => undefined,
  send: ({ body, at, from, key, cause }) => {
    if (body.kind !== "request") return;
    const { id, effect, input } = body.request;
    const answer = answerTo(effect, input);
    const outcome = answer.isDone ? { kind: "done", reply: { n: answer.n } } : failureFor(answer);
    state.queue.push({
      kind: "reply",
      at: at + answer.latency,
      priority: NORMAL_PRIORITY,
      to: from,
      event: { type: "replied", ...outcome },
      key,
      cause,
      request: id,
    });
  },
});

function lineOf(entry: Entry, snapshot: AnyMachineSnapshot | undefined): Line {
  const { at, outcome, reason, requests, actions = [] } = entry;
  if (outcome === "dead") return { at, actions: [], view: errorText(reason) };
  const asked = requests.map(({ effect, input }) => textOf(["request", effect, input]));
  return {
    at,
    actions: [...asked, ...actions.map(textOf)],
    view: snapshot ? viewOf(snapshot) : "",
  };
}

/** The same run in the host: one agent, alone. */
export function hostRun(parts: HostParts, check: RunCheck): readonly Line[] {
  const { machine, input, events, until, viaJson } = check;
  const scenario = defineScenario({
    name: "one",
    until,
    agents: { one: cast(machine, input) },
    events,
  });
  const state = firstState(produce(scenario), xstateBackend(), 1);
  const ports = portsOf(state);
  const [agent] = state.agents;
  const lines: Line[] = [];
  while (lines.length < MAX_LINES && agent?.status === "active") {
    const at = state.queue.peekAt();
    if (at === undefined || at > until) break;
    const stepped = parts.step(state, ports);
    if (stepped === undefined || stepped.entry.outcome === "stale") continue;
    lines.push(lineOf(stepped.entry, agent.snapshot));
    if (viaJson && agent.snapshot) agent.snapshot = overJson(parts, agent.machine, agent.snapshot);
  }
  return lines;
}

/** @throws AssertionError at the first difference @returns the number of lines compared */
export function compareRuns(parts: HostParts, check: RunCheck): readonly Line[] {
  const expected = referenceRun(check).map(sorted);
  const actual = hostRun(parts, check).map(sorted);
  for (let i = 0; i < Math.max(expected.length, actual.length); i++) {
    deepEqual(actual[i], expected[i], `entry ${i} of a run`);
  }
  return expected;
}

/** The journal keeps requests and actions apart, so only the order within each of them is compared here. */
const sorted = ({ at, actions, view }: Line): Line => ({
  at,
  view,
  actions: [
    ...actions.filter((text) => text.startsWith("[")),
    ...actions.filter((text) => !text.startsWith("[")),
  ],
});
