// One agent by itself, the events that it is sent, and what became of it: for tests of supervision.
import { expect } from "vitest";
import { type AnyStateMachine, assign, setup } from "xstate";
import type { EventBody, Stamp } from "../../src/core/event.ts";
import { defineScenario, type OutsideEvent } from "../../src/core/scenario.ts";
import { minutes } from "../../src/core/time.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";

export type Told = EventBody & Stamp;

export interface Watch {
  readonly n: number;
  readonly heard: readonly string[];
}

export const boom = (): never => {
  throw new Error("boom");
};

export const watch = setup({
  types: { context: {} as Watch, events: {} as Told, input: {} as { readonly failUntil?: number } },
  guards: {
    /** Fails on whatever came too early. */
    isEarly: ({ event }, { until }: { readonly until: number }) => event.at < until && boom(),
  },
  actions: {
    hear: assign({ heard: ({ context, event }) => [...context.heard, event.type] }),
    count: assign({ n: ({ context }) => context.n + 1 }),
    fail: assign(boom),
  },
});

/** Beats every second, hears everything, and fails on `poke`. */
export const heart = watch.createMachine({
  id: "heart",
  context: { n: 0, heard: [] },
  initial: "beating",
  on: { poke: { actions: "fail" }, "*": { actions: "hear" } },
  states: {
    beating: { after: { 1000: { target: "beating", reenter: true, actions: "count" } } },
  },
});

/** Does nothing by itself. */
export const listener = watch.createMachine({
  id: "listener",
  context: { n: 0, heard: [] },
  on: { poke: { actions: "fail" }, "*": { actions: "hear" } },
});

interface Alone {
  readonly events?: readonly Omit<OutsideEvent, "to">[];
  readonly until?: number;
}

export const poke = (at: number): Omit<OutsideEvent, "to"> => ({ at, event: { type: "poke" } });

export function alone(
  machine: AnyStateMachine,
  { events = [], until = minutes(2) }: Alone,
): Promise<Run> {
  return simulate(
    defineScenario({
      name: "alone",
      until,
      agents: { one: { machine, input: {} } },
      events: events.map((event) => ({ ...event, to: "one" })),
    }),
  );
}

export const lines = ({ journal }: Run): readonly string[] =>
  journal.map(({ at, event, outcome }) => `${at} ${event.type} ${outcome}`);
export const linesOf = (run: Run, ...types: readonly string[]): readonly string[] =>
  lines(run).filter((line) => types.includes(line.split(" ")[1] ?? ""));
export const contextOf = ({ state }: Run, id = "agent:one"): unknown =>
  state.byAddress.get(id)?.snapshot?.context;
export const statusOf = ({ state }: Run): unknown => state.byAddress.get("agent:one")?.status;

export function expectNothingLost({
  delivered,
  handled,
  unhandled,
  deadLetters,
  parked,
  steps,
}: Run): void {
  expect(handled + unhandled + deadLetters + parked).toBe(delivered);
  expect(delivered).toBe(steps);
}
