// A traced step is the step itself, and tells which guard decided.
import { describe, expect, test } from "vitest";
import { type AnyStateMachine, and, assign, not, or, raise, setup, stateIn } from "xstate";
import { type Agent, type Backend, makeAgent, xstateBackend } from "../../src/core/agent.ts";
import { lineOf } from "../../src/core/journal-line.ts";
import { prepareMachine } from "../../src/core/machine/prepare.ts";
import type { Candidate, Trace } from "../../src/core/machine/trace.ts";
import { tracingBackend } from "../../src/core/machine/tracing-backend.ts";
import { produce } from "../../src/core/production.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { firstState } from "../../src/core/state.ts";
import { step } from "../../src/core/step.ts";
import { simulateReply } from "../../src/run/simulated-reply.ts";
import { makeStage } from "../../src/run/stage.ts";
import { checkSteps, machineCases } from "../support/equivalence.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { scenarioNames, shippedScenario } from "../support/golden.ts";
import { host, newTally } from "../support/host-check.ts";

const FILE = "test/core/trace.test.ts";
/** Random machines per run of the tests; RUNS=1500 tries more. */
const MACHINES = 60;
/** Entries of each shipped scenario. */
const ENTRIES = 1000;

describe("a traced step changes nothing", () => {
  test("on random machines it gives what XState gives: state, actions and errors", async () => {
    const tally = newTally();
    let microsteps = 0;
    const tracing = {
      ...host,
      backend: () =>
        tracingBackend((trace) => {
          microsteps += trace.microsteps.length;
        }),
    };
    await tryOut(FILE, MACHINES, machineCases, (machineCase) =>
      checkSteps(tracing, machineCase, { viaJson: false }, tally),
    );
    expect(tally.moves).toBeGreaterThan(tally.machines);
    expect(microsteps).toBeGreaterThan(tally.steps);
  });

  test.each(scenarioNames())("%s happens entry for entry as without a trace", async (name) => {
    const scenario = await shippedScenario(name);
    const traces: Trace[] = [];
    const traced = linesOf(
      scenario,
      tracingBackend((trace) => traces.push(trace)),
    );
    const plain = linesOf(scenario, xstateBackend());
    expect(plain.findIndex((line, i) => line !== traced[i])).toBe(-1);
    expect(traced.length).toBe(ENTRIES);
    expect(traces.length).toBeGreaterThan(ENTRIES / 4);
  });
});

function linesOf(scenario: Scenario, backend: Backend): readonly string[] {
  const state = firstState(produce(scenario), backend, 5);
  const { ports } = makeStage(state, (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined,
  );
  const lines: string[] = [];
  while (lines.length < ENTRIES && state.queue.size > 0) {
    const entry = step(state, ports)?.entry;
    if (entry !== undefined) lines.push(lineOf(entry));
  }
  return lines;
}

interface Told {
  readonly type: string;
}

const made = setup({
  types: { context: {} as { readonly n: number }, events: {} as Told },
  guards: {
    isBelow: ({ context }, { limit }: { readonly limit: number }) => context.n < limit,
    isOdd: ({ context }) => context.n % 2 === 1,
    isEven: not("isOdd"),
    fails: () => {
      throw new Error("no idea");
    },
  },
  actions: {
    count: assign({ n: ({ context }) => context.n + 1 }),
    greet: () => undefined,
    leave: () => undefined,
  },
});

/** Starts a machine and sends it events, one by one. */
function traceAll(machine: AnyStateMachine, ...types: readonly string[]): readonly Trace[] {
  const traces: Trace[] = [];
  const backend = tracingBackend((trace) => traces.push(trace));
  const agent: Agent = makeAgent(prepareMachine(machine, "made"), {
    index: 0,
    address: "agent:one",
    input: {},
  });
  agent.snapshot = backend.start(agent, { at: 0, key: 1 }).snapshot;
  types.forEach((type, i) => {
    agent.snapshot = backend.step(agent, { type, at: i + 1, key: i + 2 }).snapshot;
  });
  return traces;
}

const candidatesOf = (trace: Trace | undefined): readonly Candidate[] =>
  trace?.microsteps[0]?.candidates ?? [];

test("of three guarded transitions it tells those that were asked, their results, and the one taken", () => {
  const machine = made.createMachine({
    id: "m",
    context: { n: 3 },
    initial: "idle",
    states: {
      idle: {
        on: {
          poked: [
            { guard: { type: "isBelow", params: { limit: 2 } }, target: "low" },
            { guard: { type: "isBelow", params: { limit: 5 } }, target: "middle" },
            { guard: { type: "isBelow", params: { limit: 9 } }, target: "high" },
          ],
        },
      },
      low: {},
      middle: {},
      high: {},
    },
  });
  const [, poked] = traceAll(machine, "poked");
  const judged = (limit: number, result: boolean) => ({
    name: "isBelow",
    params: { limit },
    result,
    parts: [],
  });
  expect(poked).toEqual({
    kind: "step",
    before: "idle",
    after: "middle",
    microsteps: [
      {
        event: { type: "poked" },
        candidates: [
          {
            state: "m.idle",
            on: "poked",
            targets: ["m.low"],
            isTaken: false,
            guard: judged(2, false),
          },
          {
            state: "m.idle",
            on: "poked",
            targets: ["m.middle"],
            isTaken: true,
            guard: judged(5, true),
          },
        ],
        exited: ["m.idle"],
        entered: ["m.middle"],
        actions: [],
      },
    ],
  });
});

test("states with ids of their own are told by their place", () => {
  const machine = made.createMachine({
    id: "m",
    context: { n: 3 },
    type: "parallel",
    states: {
      left: {
        id: "own",
        initial: "idle",
        on: { poked: "#own.busy" },
        states: { idle: {}, busy: { id: "other" } },
      },
    },
  });
  const [, poked] = traceAll(machine, "poked");
  expect(poked?.microsteps).toMatchObject([
    {
      candidates: [{ state: "m.left", targets: ["m.left.busy"] }],
      exited: ["m.left.idle"],
      entered: ["m.left.busy"],
    },
  ]);
});

test("composed guards show their parts as far as they were asked, inline ones their text", () => {
  const machine = made.createMachine({
    id: "m",
    context: { n: 3 },
    initial: "idle",
    states: {
      idle: {
        on: {
          poked: {
            guard: and([
              stateIn("#m.idle"),
              or(["isOdd", "fails"]),
              not(({ context }) => context.n > 7),
              "isEven",
            ]),
          },
        },
      },
    },
  });
  const [, poked] = traceAll(machine, "poked");
  expect(candidatesOf(poked)[0]?.guard).toMatchObject({
    name: "and",
    result: false,
    parts: [
      { name: "stateIn", params: "#m.idle", result: true, parts: [] },
      { name: "or", result: true, parts: [{ name: "isOdd", result: true, parts: [] }] },
      {
        name: "not",
        result: true,
        parts: [{ name: "({ context }) => context.n > 7", result: false }],
      },
      { name: "isEven", result: false, parts: [{ name: "isOdd", result: true }] },
    ],
  });
});

test("what an action asks of a guard is not taken for the guard of the transition", () => {
  const machine = made.createMachine({
    id: "m",
    context: { n: 1 },
    on: {
      poked: {
        guard: "isOdd",
        actions: made.enqueueActions(({ check, enqueue }) => {
          if (!check("isEven")) enqueue("count");
        }),
      },
    },
  });
  const [, poked] = traceAll(machine, "poked");
  expect(candidatesOf(poked)).toMatchObject([{ guard: { name: "isOdd", result: true } }]);
});

test("raised events and always are microsteps of their own, with states and actions in their order", () => {
  const machine = made.createMachine({
    id: "m",
    context: { n: 0 },
    initial: "a",
    states: {
      a: {
        exit: "leave",
        on: { poked: { target: "b", actions: ["count", raise({ type: "again" })] } },
      },
      b: { entry: "greet", on: { again: "c" }, after: { 1000: "a" } },
      c: { always: { guard: "isOdd", target: "d" } },
      d: {},
    },
  });
  const [start, poked] = traceAll(machine, "poked");
  expect(start).toMatchObject({ kind: "start", microsteps: [{ entered: ["m", "m.a"] }] });
  expect(start?.before).toBe(undefined);
  expect(poked?.microsteps).toMatchObject([
    {
      event: { type: "poked" },
      exited: ["m.a"],
      entered: ["m.b"],
      actions: ["leave", "count", "xstate.raise", "greet"],
    },
    { event: { type: "again" }, exited: ["m.b"], entered: ["m.c"], actions: [] },
    { candidates: [{ state: "m.c", guard: { name: "isOdd", result: true }, isTaken: true }] },
  ]);
  expect(poked?.microsteps[2]?.event).toBe(undefined);
  expect(poked?.after).toBe("d");
});

test("a transition that another region preempts is not taken though its guard passed", () => {
  const machine = made.createMachine({
    id: "m",
    context: { n: 1 },
    type: "parallel",
    states: {
      first: { initial: "a", states: { a: { on: { poked: { guard: "isOdd", target: "#out" } } } } },
      second: {
        initial: "b",
        states: { b: { on: { poked: { guard: "isOdd", target: "#out" } } } },
      },
      third: { initial: "c", states: { c: {}, out: { id: "out" } } },
    },
  });
  const [, poked] = traceAll(machine, "poked");
  expect(candidatesOf(poked)).toMatchObject([
    { state: "m.first.a", guard: { result: true }, isTaken: true },
    { state: "m.second.b", guard: { result: true }, isTaken: false },
  ]);
});

test("a guard that throws has no result, and the step no state after it", () => {
  const machine = made.createMachine({
    id: "m",
    context: { n: 1 },
    on: { poked: [{ guard: "isEven" }, { guard: "fails" }, { actions: "count" }] },
  });
  const traces: Trace[] = [];
  const prepared = prepareMachine(machine, "made");
  const agent = makeAgent(prepared, { index: 0, address: "agent:one", input: {} });
  const plain = xstateBackend();
  agent.snapshot = plain.start(agent, { at: 0, key: 1 }).snapshot;
  const event = { type: "poked", at: 1, key: 2 };
  const errorOf = (backend: Backend): unknown => {
    try {
      return backend.step(agent, event);
    } catch (thrown) {
      return String(thrown);
    }
  };
  const error = errorOf(tracingBackend((trace) => traces.push(trace)));
  expect(error).toBe(errorOf(plain));
  expect(error).toMatch(/no idea/);
  expect(candidatesOf(traces[0]).map(({ guard }) => guard?.result)).toEqual([false, undefined]);
  expect(traces[0]).not.toHaveProperty("after");
});
