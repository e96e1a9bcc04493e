// Pages of a run and of an agent at an instant: within their columns, with and without colour, and true.
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { assign, setup } from "xstate";
import { cast, defineScenario, hours, minutes, seconds } from "../../src/index.ts";
import { agentPage } from "../../src/report/agent.ts";
import { signedBar } from "../../src/report/mood-bars.ts";
import { statePage } from "../../src/report/state.ts";
import { widthOf } from "../../src/report/text.ts";
import { simulate } from "../../src/run/simulate.ts";
import { lookAt } from "../../src/run/state-at.ts";
import { freshSample } from "../support/fresh-seed.ts";
import { scenarioNames, shippedScenario } from "../support/golden.ts";

const plain = { columns: 80, isColoured: false };

test.each(scenarioNames())("%s: every line fits, with and without colour", async (name) => {
  const { seed, runs } = freshSample(3);
  const run = await simulate(await shippedScenario(name), { seed, until: hours(40) });
  for (let i = 0; i < runs; i++) {
    const sight = await lookAt(run, ((seed + i * 7919) % 2400) * minutes(1));
    const agent = sight.state.agents[(seed + i) % sight.state.agents.length];
    if (agent === undefined) throw new Error("a run has agents");
    for (const columns of [80, 100, 120]) {
      const look = { columns, isColoured: false };
      const pages = [statePage(sight, run, look), agentPage(sight, agent, look)];
      const lines = pages.flatMap((page) => page.split("\n"));
      expect(lines.filter((line) => widthOf(line) > columns || line !== line.trimEnd())).toEqual(
        [],
      );
      const coloured = { columns, isColoured: true };
      const inColour = [statePage(sight, run, coloured), agentPage(sight, agent, coloured)];
      expect(inColour.map(stripVTControlCharacters).join() === pages.join()).toBe(true);
      expect(inColour.join()).not.toBe(pages.join());
    }
  }
});

test("of many agents the first forty are shown, and what all of them do", async () => {
  const run = await simulate(await shippedScenario("quiet-week"), { agents: 60, until: hours(1) });
  const page = statePage(await lookAt(run), run, plain);
  expect(page).toContain("\n  quiet40  ");
  expect(page).not.toContain("\n  quiet41  ");
  expect(page).toMatch(/\n {2}and 20 more agents\n\n {2}All in all: \d+ \w+.*\n/);
});

const fragile = setup({
  actions: {
    fall: assign(() => {
      throw new Error("it has\nfallen");
    }),
  },
}).createMachine({ id: "fragile", on: { pushed: { actions: "fall" } } });

const pushed = (at: number) => ({ at, to: "vase", event: { type: "pushed" } });

test("an agent that failed says on what, and waits, or waits no more", async () => {
  const scenario = defineScenario({
    name: "shelf",
    question: "How often does a vase fall?",
    until: hours(1),
    agents: { vase: cast(fragile, {}), book: cast(fragile, {}) },
    events: [1, 5, 15, 45].map((n) => pushed(seconds(n))),
  });
  const run = await simulate(scenario);
  const pageAt = async (at: number): Promise<string> => {
    const sight = await lookAt(run, at);
    const vase = sight.state.byAddress.get("agent:vase");
    if (vase === undefined) throw new Error("the vase is cast");
    return agentPage(sight, vase, plain);
  };
  expect(await pageAt(seconds(1))).toBe(`\
vase in shelf-1 at d1 00:00:01 (2026-01-05T00:00:01Z)
machine fragile, paused until d1 00:00:02.000, 0 posts

Waits for
  d1 00:00:02.000  restarted
  d1 00:00:05.000  pushed
  d1 00:00:15.000  pushed
  d1 00:00:45.000  pushed

Failures
  it has fallen (1 time, first d1 00:00:01.000)
`);
  const end = await pageAt(hours(1));
  expect(end).toContain("machine fragile, parked, 0 posts\n");
  expect(end).toMatch(
    /\n {2}it has fallen \(4 times, first d1 00:00:01\.000, last\n? +d1 00:00:45\.000\)\n$/,
  );
  const page = statePage(await lookAt(run), run, plain);
  expect(page).toContain("\n  vase  parked\n");
});

test.each([
  [0, "     │"],
  [0.02, "     │▏"],
  [0.5, "     │██▌"],
  [1, "     │█████"],
  [-0.02, "    ▕│"],
  [-0.5, "  ▐██│"],
  [-1, "█████│"],
])("a mood of %d leans to its side", (value, shown) => {
  expect(signedBar(value, 5)[0]).toBe(shown);
});

test("who is not here yet, or has left, is shown as that", async () => {
  const scenario = defineScenario({
    name: "shelf",
    until: hours(3),
    agents: {
      vase: cast(fragile, {}, { leavesAt: hours(1) }),
      book: cast(fragile, {}, { joinsAt: hours(2) }),
    },
  });
  const run = await simulate(scenario);
  const early = await lookAt(run, minutes(30));
  const [book] = early.state.agents;
  if (book === undefined) throw new Error("the book is cast");
  expect(statePage(early, run, plain)).toMatch(/book {2}not here yet\n {2}vase\n/);
  expect(agentPage(early, book, plain)).toContain("machine fragile, not here yet, 0 posts");
  expect(agentPage(early, book, plain)).toContain("d1 02:00:00.000  joined");
  expect(statePage(await lookAt(run), run, plain)).toMatch(/book\n {2}vase {2}left\n/);
});
