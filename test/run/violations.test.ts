// Properties of a scenario, held against its runs.
import { expect, test } from "vitest";
import { assign, setup } from "xstate";
import {
  type AgentStep,
  always,
  apart,
  atMost,
  cast,
  defineScenario,
  fork,
  hours,
  minutes,
  never,
  type Property,
  perform,
  replay,
  restore,
  simulate,
  socialPost,
} from "../../src/index.ts";

/** Posts every hour, and is tired after the third one. */
const writer = setup({
  types: { context: {} as { readonly posts: number }, input: {} as { readonly first: number } },
  actors: { post: perform(socialPost) },
  guards: { isTired: ({ context }) => context.posts >= 3 },
  actions: { count: assign({ posts: ({ context }) => context.posts + 1 }) },
  delays: { soon: minutes(30) },
}).createMachine({
  id: "writer",
  context: ({ input }) => ({ posts: input.first }),
  initial: "idle",
  states: {
    idle: {
      initial: "fresh",
      always: { guard: "isTired", target: ".tired" },
      after: { soon: "writing" },
      states: { fresh: {}, tired: {} },
    },
    writing: {
      exit: "count",
      invoke: { src: "post", input: { text: "Hello." }, onDone: "idle", onError: "idle" },
    },
  },
});

const town = (properties: Readonly<Record<string, Property>>) =>
  defineScenario({
    name: "writers",
    until: hours(3),
    agents: { ada: cast(writer, { first: 2 }), bob: cast(writer, { first: 0 }) },
    properties,
  });

const asks = (step: AgentStep): boolean => step.asksFor("social.post");

test("a step that is never to be is told with its first entry, and how often it was", async () => {
  const scenario = town({
    "nobody writes tired": never((step) => step.wasIn("idle.tired") && asks(step)),
  });
  const run = await simulate(scenario);
  const [ada] = run.violations;
  expect(run.violations.map(({ agent }) => agent).sort()).toEqual(["ada", "bob"]);
  expect(ada).toMatchObject({ property: "nobody writes tired", agent: "ada", count: 4 });
  const entry = run.journal[ada?.seq ?? 0];
  expect(entry).toMatchObject({ seq: ada?.seq, at: ada?.at, to: "agent:ada" });
  expect(entry?.requests).toHaveLength(1);
  expect(
    run.journal.find(({ to, requests }) => to === "agent:ada" && requests.length > 0)?.seq,
  ).toBeLessThan(ada?.seq ?? 0);
});

test("what holds is not told", async () => {
  const run = await simulate(
    town({
      "nobody is in a state that there is not": never((step) => step.isIn("idle.asleep.deep")),
      "everybody counts": always(({ context }) => JSON.stringify(context).startsWith('{"posts":')),
      "posts lie half an hour apart": apart({ atLeast: minutes(30), of: asks }),
      "nobody writes for ever": atMost({
        times: 6,
        of: (step) => (asks(step) ? "post" : undefined),
      }),
    }),
  );
  expect(run.violations).toEqual([]);
});

test("paths are judged over many steps, each agent by itself", async () => {
  const run = await simulate(
    town({
      "posts lie two hours apart": apart({
        atLeast: ({ agent }) => (agent === "ada" ? hours(2) : minutes(1)),
        of: (step) => step.isGranted("social.post"),
      }),
      "at most four each": atMost({
        times: 4,
        of: (step) => (step.isGranted("social.post") ? step.answered?.effect : undefined),
      }),
      "nobody gets beyond a count": always(
        (step) => step.before === undefined || step.at < hours(2),
      ),
    }),
  );
  const told = run.violations.map(
    ({ property, agent, reason }) => `${agent}: ${property}: ${reason}`,
  );
  expect(told.sort()).toEqual([
    'ada: at most four each: "social.post" 5 times, at most 4',
    "ada: nobody gets beyond a count: it does not hold",
    "ada: posts lie two hours apart: 30m after the last one, not 2h",
    'bob: at most four each: "social.post" 5 times, at most 4',
    "bob: nobody gets beyond a count: it does not hold",
  ]);
});

test("a replayed run has the same violations; a restored one and a fork those of their own part", async () => {
  const scenario = town({
    "nobody writes tired": never((step) => step.wasIn("idle.tired") && asks(step)),
  });
  const run = await simulate(scenario, { seed: 2 });
  expect((await replay(run)).violations).toEqual(run.violations);
  const late = run.violations[0]?.at ?? 0;
  for (const other of [await restore(run, { at: late }), await fork(run, { at: late })]) {
    expect(other.violations.find(({ agent }) => agent === "ada")).toMatchObject({ count: 3 });
  }
});

test("a property that throws is told as a mistake of the scenario", async () => {
  const scenario = town({
    "nobody is nobody": never(() => {
      throw new Error("who?");
    }),
  });
  await expect(simulate(scenario)).rejects.toThrow(
    'scenario "writers" throws in property "nobody is nobody": who?',
  );
});

test("properties are judged without a journal too, and change no digest", async () => {
  const faulty = { "nobody writes": never(asks) };
  expect((await simulate(town(faulty), { journal: false })).violations).toHaveLength(2);
  const [with_, without] = [await simulate(town(faulty)), await simulate(town({}))];
  expect(with_.digest).toBe(without.digest);
});
