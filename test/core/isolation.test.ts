// What one agent does with its own state, with events and with messages stays its own affair.
import { describe, expect, test } from "vitest";
import { type AnyStateMachine, setup } from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";
import { type CastMember, cast, defineScenario } from "../../src/core/scenario.ts";
import { tell } from "../../src/core/tell.ts";
import { minutes, seconds } from "../../src/core/time.ts";
import { socialPost } from "../../src/effects/social-post.ts";
import { socialRead } from "../../src/effects/social-read.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import {
  alone,
  boom,
  contextOf,
  expectNothingLost,
  lines,
  linesOf,
  listener,
  poke,
  type Told,
  type Watch,
  watch,
} from "../support/lone-agent.ts";

describe("a context that was changed in place before a throw", () => {
  const spoil = ({ context }: { readonly context: Watch }): Partial<Watch> => {
    Object.assign(context, { n: 99 });
    return {};
  };
  const spoilList = ({ context }: { readonly context: Watch }): Partial<Watch> => {
    Object.assign(context.heard, { 0: "spoilt" });
    return boom();
  };
  const SHARED: Watch = { n: 0, heard: [] };
  const on = {
    poke: { actions: watch.assign(spoil) },
    push: { actions: watch.assign(spoilList) },
  } as const;
  const machines: readonly (readonly [where: string, machine: AnyStateMachine])[] = [
    ["in the machine itself", watch.createMachine({ context: { n: 0, heard: [] }, on })],
    ["made for each agent", watch.createMachine({ context: () => ({ n: 0, heard: [] }), on })],
    [
      "taken from what all agents share",
      watch.createMachine({ context: () => ({ ...SHARED }), on }),
    ],
  ];

  test.each(machines)(
    "spoils neither the restart nor another agent when it is %s",
    async (_, machine) => {
      const events = [poke(1000), { at: 5000, event: { type: "push" } }].map((event) => ({
        ...event,
        to: "one",
      }));
      const agents = { one: cast(machine, {}), two: cast(machine, {}) };
      const run = await simulate(
        defineScenario({ name: "two", until: minutes(1), agents, events }),
      );
      expect(run.deadLetters).toBe(2);
      for (const id of ["agent:one", "agent:two"])
        expect(contextOf(run, id)).toEqual({ n: 0, heard: [] });
    },
  );

  test("at the start of an agent spoils no other agent's start", async () => {
    const shared: Watch = { n: 0, heard: [] };
    const machine = watch.createMachine({
      context: () => ({ n: shared.n, heard: shared.heard }),
      entry: watch.assign(({ context, event }) => (event.at < 500 ? spoilList({ context }) : {})),
    });
    const agents = { one: cast(machine, {}), two: cast(machine, {}) };
    const run = await simulate(defineScenario({ name: "two", until: seconds(5), agents }));
    expect(run.deadLetters).toBe(2);
    for (const id of ["agent:one", "agent:two"])
      expect(contextOf(run, id)).toEqual({ n: 0, heard: [] });
  });
});

/** Changes a part of an event, as careless code does. */
function spoilPart(part: unknown, change: object): object {
  Object.assign(Object(part), change);
  return {};
}

describe("an event that an agent changes in place", () => {
  test("is as it was for everyone else and in the journal", async () => {
    const spoiler = watch.createMachine({
      context: { n: 0, heard: [] },
      on: { news: { actions: watch.assign(({ event }) => spoilPart(event.mood, { valence: 9 })) } },
    });
    const mood = { valence: -0.5, arousal: 0, dominance: 0 };
    const run = await simulate(
      defineScenario({
        name: "news",
        until: minutes(90),
        agents: { one: cast(spoiler, {}), two: cast(listener, {}) },
        news: Array.from({ length: 10 }, (_, i) => ({
          at: i,
          topic: "t",
          headline: `h${i}`,
          mood,
        })),
      }),
    );
    const seen = run.journal.map(({ event }) => event.mood).filter((it) => it !== undefined);
    expect(seen.length).toBeGreaterThan(12);
    for (const one of seen) expect(one).toEqual({ valence: -0.5, arousal: 0, dominance: 0 });
    expect(run.deadLetters).toBeGreaterThan(0);
  });

  test("is as it was in the journal when it is the reply to a request", async () => {
    const social = setup({ actors: { publish: perform(socialPost), read: perform(socialRead) } });
    const writer = social.createMachine({
      initial: "writing",
      states: { writing: { invoke: { src: "publish", input: { text: "true" } } } },
    });
    const reader = social.createMachine({
      initial: "waiting",
      context: {},
      states: {
        waiting: { after: { 10000: "reading" } },
        reading: {
          invoke: {
            src: "read",
            input: { limit: 5 },
            onDone: {
              actions: watch.assign(({ event }) => {
                const { posts } = Object(event.output);
                return spoilPart(posts[0], { text: "spoilt" });
              }) as never,
            },
          },
        },
      },
    });
    const run = await simulate(
      defineScenario({
        name: "readers",
        until: minutes(2),
        agents: { reader: cast(reader, undefined), writer: cast(writer, undefined) },
        follows: { reader: ["writer"] },
      }),
    );
    const replies = run.journal.filter(
      ({ to, event }) => to === "agent:reader" && event.type === "replied",
    );
    expect(replies.map(({ outcome }) => outcome)).toEqual(["dead", "dead", "dead", "dead"]);
    for (const { event } of replies)
      expect(event.reply).toMatchObject({ posts: [{ text: "true" }] });
  });
});

const echo = watch.createMachine({
  context: { n: 0, heard: [] },
  on: {
    ping: {
      actions: [
        "count",
        tell(({ event }: { readonly event: Told }) => ({
          to: String(event.other),
          event: { type: "ping", other: event.from },
        })) as never,
      ],
    },
  },
});

const bystander = watch.createMachine({
  context: { n: 0, heard: [] },
  initial: "beating",
  on: { "*": { actions: "hear" } },
  states: { beating: { after: { 500: { target: "beating", reenter: true, actions: "count" } } } },
});

describe("two agents in an endless exchange", () => {
  const run = simulate(
    defineScenario({
      name: "exchange",
      until: minutes(1),
      agents: { ada: cast(echo, {}), bob: cast(echo, {}), cleo: cast(bystander, {}) },
      events: [{ at: 1000, to: "ada", event: { type: "ping", other: "bob", from: "bob" } }],
    }),
  );

  test("end parked, with the reason told, and time goes on for the others", async () => {
    const { state, failures, journal } = await run;
    expect(contextOf(await run, "agent:cleo")).toMatchObject({ n: 120 });
    const parked = ["ada", "bob"].filter(
      (id) => state.byAddress.get(`agent:${id}`)?.status === "parked",
    );
    expect(parked.length).toBeGreaterThan(0);
    expect(failures[0]?.reason).toContain("an endless exchange without a pause");
    expect(journal.length).toBeLessThan(3000);
    expectNothingLost(await run);
  });

  test("take nothing from the journal of anybody else", async () => {
    const quiet = await simulate(
      defineScenario({
        name: "exchange",
        until: minutes(1),
        agents: { ada: cast(listener, {}), bob: cast(listener, {}), cleo: cast(bystander, {}) },
      }),
    );
    const of = ({ journal }: Run): readonly unknown[] =>
      journal
        .filter(({ to }) => to === "agent:cleo")
        .map(({ at, event, key, outcome }) => [at, event, key, outcome]);
    expect(of(await run)).toEqual(of(quiet));
  });
});

test("an agent that wakes itself within one instant for ever is parked", async () => {
  const machine = watch.createMachine({
    context: { n: 0, heard: [] },
    initial: "spinning",
    states: { spinning: { after: { 0: { target: "spinning", reenter: true, actions: "count" } } } },
  });
  const run = await alone(machine, { events: [poke(500)] });
  expect(run.journal.every(({ at }) => at === 0 || at === 500)).toBe(true);
  expect(run.failures[0]?.reason).toContain("an endless exchange without a pause");
  expect(linesOf(run, "poke")).toEqual(["500 poke parked"]);
});

const SIZE = 10_000;
const numbered = (n: number): string => `a${String(n).padStart(5, "0")}`;
const crowd = (machine: AnyStateMachine): Readonly<Record<string, CastMember>> =>
  Object.fromEntries(Array.from({ length: SIZE }, (_, n) => [numbered(n), { machine, input: {} }]));

describe(`${SIZE} agents`, () => {
  test("hear a broadcast, and nobody takes it for a cycle", async () => {
    const speaker = setup({ types: { events: {} as Told } }).createMachine({
      on: {
        speak: {
          actions: Array.from({ length: SIZE }, (_, n) =>
            tell(() => ({ to: numbered(n), event: { type: "called" } })),
          ),
        },
      },
    });
    const run = await simulate(
      defineScenario({
        name: "broadcast",
        until: seconds(5),
        agents: { ...crowd(listener), speaker: cast(speaker, undefined) },
        events: [1000, 2000].map((at) => ({ at, to: "speaker", event: { type: "speak" } })),
      }),
    );
    expect(linesOf(run, "called")).toHaveLength(2 * SIZE);
    expect([run.deadLetters, run.parked]).toEqual([0, 0]);
  });

  test("pass a word on from one to the next, and nobody takes it for a cycle", async () => {
    const relay = setup({ types: { events: {} as Told } }).createMachine({
      on: {
        pass: {
          actions: tell(({ event }) => ({
            to: numbered((Number(event.n) + 1) % SIZE),
            event: { type: "pass", n: Number(event.n) + 1 },
          })),
        },
      },
    });
    const run = await simulate(
      defineScenario({
        name: "relay",
        until: seconds(15),
        agents: crowd(relay),
        events: [{ at: 0, to: numbered(0), event: { type: "pass", n: 0 } }],
      }),
    );
    // Once around and half way around again: a long way, but no small circle.
    expect(run.journal.filter(({ event }) => event.type === "pass").map(({ at }) => at)).toEqual(
      Array.from({ length: 15_001 }, (_, n) => n),
    );
    expect([run.deadLetters, run.parked]).toEqual([0, 0]);
  });
});

describe("an agent that is done", () => {
  const slow = defineEffect({
    name: "slow.ask",
    request: z.null(),
    reply: z.null(),
    state: null,
    simulate: () => [{ kind: "done", reply: null }, null, 5000],
  });
  const machine = setup({
    types: { events: {} as Told },
    actors: { ask: perform(slow) },
  }).createMachine({
    initial: "living",
    states: {
      living: {
        invoke: { src: "ask", input: null },
        after: { 9000: "done" },
        on: { finish: "done" },
      },
      done: { type: "final" },
    },
  });

  test("takes no events: they are dead letters, late replies are stale, timers are gone", async () => {
    const run = await alone(machine, {
      events: [1000, 2000, 20_000].map((at) => ({ at, event: { type: "finish" } })),
    });
    expect(lines(run)).toEqual([
      "0 started handled",
      "1000 finish handled",
      "2000 finish dead",
      "5000 replied stale",
      "20000 finish dead",
    ]);
    expect(run.journal[2]?.reason).toBe("agent done");
    expect(run.failures).toEqual([]);
    expectNothingLost(run);
  });

  test("with an output that is no JSON has failed instead", async () => {
    const ending = setup({ types: { events: {} as Told } }).createMachine({
      initial: "living",
      states: { living: { on: { finish: "done" } }, done: { type: "final" } },
      output: () => ({ at: new Date(0) }),
    });
    const run = await alone(ending, { events: [{ at: 1000, event: { type: "finish" } }] });
    expect(run.journal.at(-2)).toMatchObject({ outcome: "dead", reason: "output.at is a Date" });
  });
});

test("an urgent event at the very first instant finds its agent started, once", async () => {
  const run = await alone(listener, {
    events: [{ at: 0, event: { type: "alarm" }, priority: "critical" }],
  });
  expect(lines(run)).toEqual(["0 started handled", "0 alarm handled"]);
  expect(contextOf(run)).toEqual({ n: 0, heard: ["alarm"] });
});

test("a message to nobody is a dead letter, and its sender goes on", async () => {
  const machine = watch.createMachine({
    context: { n: 0, heard: [] },
    on: {
      poke: {
        actions: ["count", tell(() => ({ to: "nobody", event: { type: "hello" } })) as never],
      },
    },
  });
  const run = await alone(machine, { events: [poke(1000), poke(2000)] });
  expect(linesOf(run, "hello")).toEqual(["1001 hello dead", "2001 hello dead"]);
  expect(run.journal.find(({ event }) => event.type === "hello")?.reason).toBe('no agent "nobody"');
  expect(contextOf(run)).toMatchObject({ n: 2 });
  expectNothingLost(run);
});

test("looking at what a snapshot can do leaves the event and the run as they were", async () => {
  const event = Object.freeze({ type: "poke" });
  const run = await alone(listener, {});
  expect(run.state.agents[0]?.snapshot?.can(event)).toBe(true);
  expect(event).toEqual({ type: "poke" });
});
