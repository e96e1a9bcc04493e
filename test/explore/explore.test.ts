// What an exploration finds, and that each of its paths is a run.
import { expect, test } from "vitest";
import { type AnyStateMachine, assign, setup } from "xstate";
import { z } from "zod";
import persona from "../../machines/persona.ts";
import { effectOf } from "../../src/core/effect.ts";
import { partsOf } from "../../src/core/machine/internals.ts";
import { DEFAULT_BOUNDS, examine } from "../../src/explore/examine.ts";
import { examineScenario } from "../../src/explore/examine-scenario.ts";
import { explore } from "../../src/explore/explore.ts";
import type { Examination, Finding } from "../../src/explore/finding.ts";
import { alongPath, pathOf, stepsOf } from "../../src/explore/path.ts";
import { makeSolo } from "../../src/explore/solo.ts";
import {
  atMost,
  cast,
  days,
  defineEffect,
  defineScenario,
  type EventBody,
  minutes,
  perform,
  simulate,
  tell,
} from "../../src/index.ts";
import { sleeplessTown } from "../support/sleepless.ts";

const START = "2026-01-05T00:00:00Z";

function checked(machine: AnyStateMachine, steps = 2000): Examination {
  const options = { name: "check", start: START, properties: {}, sent: new Set<string>() };
  return examine([{ id: "ada", machine, input: { name: "Ada" } }], {
    ...DEFAULT_BOUNDS,
    ...options,
    steps,
  });
}

const found = ({ findings }: Examination): readonly string[] =>
  findings.map(({ kind, what }) => `${kind} ${what}`);
const comesOf = ({ steps = [] }: Finding): readonly string[] => steps.map(({ came }) => came);

test("a machine that holds together has no findings, and all of it was seen", () => {
  const machine = setup({ delays: { pause: minutes(5) } }).createMachine({
    id: "lamp",
    initial: "off",
    states: { off: { on: { press: "on" } }, on: { after: { pause: "off" } } },
  });
  expect(checked(machine)).toMatchObject({
    findings: [],
    notes: [{ kind: "never-sent", what: "press" }],
    explored: { states: [3, 3], transitions: [2, 2], isThrough: true },
  });
});

test("a state to which no transition leads is unreachable, once for all that lies in it", () => {
  const machine = setup({}).createMachine({
    id: "m",
    initial: "a",
    states: {
      a: { after: { 1000: "d" } },
      b: { initial: "c", states: { c: { on: { go: "#m.a" } } } },
      d: { after: { 1000: "a" } },
    },
  });
  expect(found(checked(machine))).toEqual(["unreachable m.b"]);
});

test("a state behind a guard that never holds is found by trying", () => {
  const machine = setup({ guards: { isMonday: () => false } }).createMachine({
    id: "m",
    initial: "a",
    states: {
      a: {
        on: { go: { guard: "isMonday", target: "b" } },
        after: { 1000: { target: "a", reenter: true } },
      },
      b: { on: { go: "a" } },
    },
  });
  const examination = checked(machine);
  expect(found(examination)).toEqual(["unreachable m.b"]);
  expect(examination.notes).toContainEqual({
    kind: "never-taken",
    what: "m.a on go if isMonday → m.b",
  });
});

test("a state that nothing leaves is a dead end, told with a way there", () => {
  const machine = setup({}).createMachine({
    id: "m",
    initial: "a",
    states: {
      a: { on: { go: "b" } },
      b: { after: { 1000: "stuck" } },
      stuck: { on: { go: {} } },
    },
  });
  const examination = checked(machine);
  expect(found(examination)).toEqual(["dead-end m.stuck"]);
  expect(examination.findings.map(comesOf)).toEqual([["started", "go", "after 1000"]]);
});

test.each([
  ["a final state", { a: { on: { go: "b" } }, b: { type: "final" as const } }],
  [
    "one that a state around it leaves",
    { a: { initial: "c", states: { c: {} }, on: { go: "b" } }, b: { on: { go: "a" } } },
  ],
])("%s is no dead end", (_, states) => {
  expect(found(checked(setup({}).createMachine({ id: "m", initial: "a", states })))).toEqual([]);
});

test("one region that another one leaves is no dead end", () => {
  const machine = setup({}).createMachine({
    id: "m",
    initial: "both",
    states: {
      both: {
        type: "parallel",
        states: {
          one: { initial: "still", states: { still: {} } },
          two: { initial: "off", states: { off: { on: { go: "#m.over" } } } },
        },
      },
      over: { on: { go: "both" } },
    },
  });
  expect(found(checked(machine))).toEqual([]);
});

test("a configuration in which nothing can happen any more is a deadlock", () => {
  const machine = setup({
    types: { context: {} as { readonly left: number } },
    guards: { hasSome: ({ context }) => context.left > 0 },
    actions: { spend: assign({ left: ({ context }) => context.left - 1 }) },
  }).createMachine({
    id: "purse",
    context: { left: 2 },
    initial: "open",
    states: { open: { on: { bought: { guard: "hasSome", actions: "spend" } } } },
  });
  const examination = checked(machine);
  expect(found(examination)).toEqual(["deadlock purse.open"]);
  expect(examination.findings.map(comesOf)).toEqual([["started", "bought", "bought"]]);
});

const weather = defineEffect({
  name: "weather.read",
  request: z.strictObject({ place: z.string() }),
  reply: z.strictObject({ sun: z.boolean() }),
  state: null,
  simulate: (_, state, { draw }) => [
    { kind: "done", reply: { sun: draw("sun") < 0.5 } },
    state,
    200,
  ],
});

const walker = (place: string) =>
  setup({ actors: { look: perform(weather) } }).createMachine({
    id: "walker",
    initial: "indoors",
    states: {
      indoors: { after: { 3600000: "looking" } },
      looking: {
        invoke: {
          src: "look",
          input: { place },
          onDone: [
            { guard: ({ event }) => event.output.sun, target: "outdoors" },
            { target: "indoors" },
          ],
        },
      },
      outdoors: { after: { 3600000: "indoors" } },
    },
  });

test("chance is tried with several seeds, and a failure that the machine does not expect is told", () => {
  const examination = checked(walker("here"));
  expect(examination.explored).toMatchObject({ states: [4, 4], transitions: [4, 4] });
  const kinds = examination.findings.map(({ kind, why }) => `${kind} ${why}`);
  expect(kinds).toContainEqual(expect.stringMatching(/^failure .*limited/));
  expect(kinds.every((kind) => kind.startsWith("failure"))).toBe(true);
});

test("replies of the scenario are tried in place of simulated ones", () => {
  const scenario = defineScenario({
    name: "rainy",
    until: days(1),
    agents: { ada: cast(walker("here"), {}) },
    exploration: { replies: { "weather.read": [{ sun: false }] } },
  });
  const [examination] = examineScenario(scenario, DEFAULT_BOUNDS);
  expect(examination?.findings).toContainEqual(
    expect.objectContaining({ kind: "unreachable", what: "walker.outdoors" }),
  );
});

test("a reply that the effect cannot give is refused", () => {
  const scenario = defineScenario({
    name: "rainy",
    until: days(1),
    agents: { ada: cast(walker("here"), {}) },
    exploration: { replies: { "weather.read": [{ sun: "no" }] } },
  });
  expect(() => examineScenario(scenario, DEFAULT_BOUNDS)).toThrow(/weather\.read: sun: /);
});

test("all that a machine is refused for is told", () => {
  const machine = setup({}).createMachine({
    id: "m",
    initial: "a",
    entry: "wave",
    states: { a: { on: { go: { guard: "isReady", target: "b" } } }, b: { after: { soon: "a" } } },
  } as object);
  const examination = checked(machine);
  expect(examination.explored).toBeUndefined();
  expect(examination.findings.map(({ why }) => why)).toEqual([
    expect.stringContaining('at m: unknown action "wave"'),
    expect.stringContaining('at m.a on go: unknown guard "isReady"'),
    expect.stringContaining('at m.b: undeclared delay "soon"'),
  ]);
});

test("a machine that only tells and notes is never stuck", () => {
  const machine = setup({}).createMachine({
    id: "m",
    on: { go: { actions: tell(() => ({ to: "bob", event: { type: "hailed" } })) } },
  });
  expect(found(checked(machine))).toEqual([]);
});

test("a pattern of events is tried with one that fits", () => {
  const states = {
    a: { on: { "door.*": "b" } },
    b: { on: { "*": "c" } },
    c: { type: "final" as const },
  };
  const machine = setup({}).createMachine({ id: "m", initial: "a", states });
  expect(checked(machine)).toMatchObject({
    findings: [],
    notes: [],
    explored: { states: [4, 4], transitions: [2, 2] },
  });
});

test("what another machine of the scenario tells is no event that nobody sends", () => {
  const caller = setup({}).createMachine({
    id: "caller",
    initial: "calling",
    states: {
      calling: {
        after: {
          1000: {
            target: "calling",
            reenter: true,
            actions: tell(() => ({ to: "bob", event: { type: "nudged" } })),
          },
        },
      },
    },
  });
  const hearer = setup({}).createMachine({
    id: "hearer",
    initial: "deaf",
    states: {
      deaf: { on: { nudged: "awake", poked: "awake" } },
      awake: { on: { nudged: "deaf" } },
    },
  });
  const [, heard] = examineScenario(
    defineScenario({
      name: "nudges",
      until: days(1),
      agents: { ada: cast(caller, {}), bob: cast(hearer, {}) },
      events: [{ at: 5, to: "bob", event: { type: "shouted" } }],
    }),
    { ...DEFAULT_BOUNDS, steps: 500 },
  );
  expect(heard?.notes).toEqual([
    { kind: "never-sent", what: "poked" },
    { kind: "never-handled", what: "shouted" },
  ]);
});

/** What the agent of a run saw, as the steps of a path do. */
const seenIn = (journal: readonly { at: number; to: string; event: EventBody; key: number }[]) =>
  journal.filter(({ to }) => to === "agent:ada").map(({ at, event, key }) => ({ at, event, key }));

test("a persona that posts in its sleep is found out, and the counter-example runs in the simulator", async () => {
  const [examination] = examineScenario(sleeplessTown, DEFAULT_BOUNDS);
  const finding = examination?.findings.find(({ what }) => what === "nobody posts asleep");
  const { path, steps = [] } = finding ?? {};
  if (path === undefined) throw new Error("it was not found out");
  expect(steps.filter(({ isFromOutside }) => isFromOutside).map(({ came }) => came)).toEqual([
    "mentioned",
    "mentioned",
  ]);
  const scenario = alongPath(sleeplessTown, JSON.parse(JSON.stringify(path)));
  const run = await simulate(scenario, { seed: path.seed });
  expect(run.violations).toContainEqual(
    expect.objectContaining({ property: "nobody posts asleep", agent: "ada", at: path.until }),
  );
  expect(run.journal.at(-1)?.requests.map(({ effect }) => effect)).toEqual(["social.post"]);
  expect(found(examination ?? checked(persona))).toEqual([
    "property nobody posts asleep",
    "property an hour lies between two posts",
  ]);
});

test("every path of a persona is a run: the same events at the same instants with the same keys", async () => {
  const member = cast(persona, { name: "Ada" });
  const solo = makeSolo(member, { id: "ada", name: "check", start: START });
  const { entered } = explore(solo, { ...DEFAULT_BOUNDS, steps: 3000, properties: {} });
  expect(entered.size).toBeGreaterThan(15);
  for (const trail of entered.values()) {
    const path = pathOf(trail, solo.production.effects);
    const run = await simulate(alongPath(member, path), { seed: path.seed });
    expect(run.failures).toEqual([]);
    expect(seenIn(run.journal)).toEqual(
      stepsOf(trail).map(({ entry: { at, event, key } }) => ({ at, event, key })),
    );
    expect(run.state.agents[0]?.snapshot?.value).toEqual(trail.value);
  }
});

test("a chain of replies that never ends is found out", () => {
  const scenario = defineScenario({
    ...{ name: "chatty", until: days(1), agents: { ada: cast(walker("here"), {}) } },
    properties: {
      "it looks at most three times": atMost({
        times: 3,
        of: (step) => (step.asksFor("weather.read") ? "here" : undefined),
      }),
    },
  });
  const [examination] = examineScenario(scenario, DEFAULT_BOUNDS);
  const finding = examination?.findings.find(({ kind }) => kind === "property");
  expect(finding?.why).toBe('"here" 4 times, at most 3');
  expect(finding && comesOf(finding).filter((came) => came === "weather.read: done")).toHaveLength(
    3,
  );
});

test("the effects of a path are those of the machine, with its answers", () => {
  const machine = alongPath(cast(walker("here"), {}), {
    ...{ agent: "ada", seed: 1, until: 5, events: [], replies: {} },
  }).stage({}).agents?.ada?.machine;
  if (machine === undefined) throw new Error("nobody is cast");
  const [effect] = Object.values(partsOf(machine).implementations.actors).map(effectOf);
  expect(effect?.name).toBe("weather.read");
});
