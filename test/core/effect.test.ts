// Defining effects: their names, what some of them share, and what all agents see alike.
import { expect, test } from "vitest";
import { assign, setup } from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";
import { defineScenario } from "../../src/core/scenario.ts";
import { minutes } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";

const empty = { coins: 0 };
const purse = { request: z.null(), reply: z.number(), state: empty, stateName: "purse" };
const put = defineEffect({
  ...{ ...purse, name: "purse.put" },
  simulate: (_, { coins }) => [{ kind: "done", reply: coins + 1 }, { coins: coins + 1 }, 10],
});
const count = defineEffect({
  ...{ ...purse, name: "purse.count" },
  simulate: (_, state) => [{ kind: "done", reply: state.coins }, state, 10],
});
const sky = defineEffect({
  ...{ name: "sky.read", request: z.null(), reply: z.number(), state: null },
  simulate: (_, state, { shared }) => [{ kind: "done", reply: shared("cloud") }, state, 10],
});

const saver = setup({
  types: { context: {} as { readonly told: readonly number[] } },
  actors: { put: perform(put), count: perform(count), look: perform(sky) },
}).createMachine({
  id: "saver",
  context: { told: [] },
  initial: "putting",
  states: {
    putting: { invoke: { src: "put", input: null, onDone: "counting" } },
    counting: {
      invoke: {
        src: "count",
        input: null,
        onDone: {
          target: "looking",
          actions: assign(({ context, event }) => ({ told: [...context.told, event.output] })),
        },
      },
    },
    looking: {
      invoke: {
        src: "look",
        input: null,
        onDone: {
          target: "resting",
          actions: assign(({ context, event }) => ({ told: [...context.told, event.output] })),
        },
      },
    },
    resting: { after: { 60000: "putting" } },
  },
});

const toldIn = async (seed: number): Promise<readonly (readonly number[])[]> => {
  const agents = { ada: { machine: saver, input: null }, bob: { machine: saver, input: null } };
  const scenario = defineScenario({ name: "purses", until: minutes(2.5), agents });
  const { state } = await simulate(scenario, { seed });
  return state.agents.map(({ snapshot }) => snapshot?.context.told ?? []);
};

test("effects that name one state share it, for each agent by itself", async () => {
  for (const told of await toldIn(1)) expect(told.filter((_, n) => n % 2 === 0)).toEqual([1, 2, 3]);
});

test("a shared draw is the same for all agents and requests, and another one with another seed", async () => {
  const seen = async (seed: number) =>
    new Set((await toldIn(seed)).flatMap((told) => told.filter((_, n) => n % 2 === 1)));
  const [one, two] = [await seen(1), await seen(2)];
  expect([one.size, two.size]).toEqual([1, 1]);
  expect(one).not.toEqual(two);
});

test.each(["Purse", "purse.put", ""])("a state is not called %o", (stateName) => {
  const define = () =>
    defineEffect({ ...purse, stateName, name: "purse.take", simulate: () => [] as never });
  expect(define).toThrow(/EFFECT_UNKNOWN|stateName/);
});
