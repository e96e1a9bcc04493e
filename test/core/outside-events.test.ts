// What comes from outside: to one agent, several or everyone, in the order of instants and priorities.
import { describe, expect, test } from "vitest";
import { setup } from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";
import { type Entry, NORMAL_PRIORITY, type Priority, priorities } from "../../src/core/event.ts";
import { EventQueue } from "../../src/core/queue.ts";
import { cast, defineScenario, type OutsideEvent, type Staging } from "../../src/core/scenario.ts";
import { tell } from "../../src/core/tell.ts";
import { hours, minutes, seconds } from "../../src/core/time.ts";
import { fork } from "../../src/run/fork.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { listener, type Told } from "../support/lone-agent.ts";

const member = cast(listener, {});
const trio = { ada: member, bob: member, cleo: member };

const play = (staging: Staging, until = hours(5)): Promise<Run> =>
  simulate(defineScenario({ name: "outside", until, agents: trio, ...staging }));

const rang = (at: number, to: OutsideEvent["to"], more: object = {}): OutsideEvent => ({
  at,
  to,
  event: { type: "rang" },
  ...more,
});

const heard = ({ journal }: Run, type = "rang"): readonly string[] =>
  journal
    .filter(({ event, to }) => event.type === type && to !== "world")
    .map(({ at, to, outcome }) => `${at} ${to} ${outcome}`);
const refusal = (staging: object): Promise<unknown> =>
  play(staging).then(
    () => "",
    (error: unknown) => String(error),
  );

describe("an event from outside", () => {
  test("goes to one agent, to several or to everyone, at its instant", async () => {
    const events = [rang(1000, "bob"), rang(2000, ["cleo", "ada"]), rang(3000, "everyone")];
    expect(heard(await play({ events }))).toEqual([
      "1000 agent:bob handled",
      "2000 agent:cleo handled",
      "2000 agent:ada handled",
      "3000 agent:ada handled",
      "3000 agent:bob handled",
      "3000 agent:cleo handled",
    ]);
  });

  test("goes to each once, however often a list names it, and a list with everyone is everyone", async () => {
    const events = [rang(1000, ["bob", "bob"]), rang(2000, ["bob", "everyone"])];
    expect(heard(await play({ events }))).toHaveLength(4);
  });

  test("for several is the same as one for each", async () => {
    const several = await play({ events: [rang(1000, ["ada", "cleo"])] });
    const single = await play({ events: [rang(1000, "ada"), rang(1000, "cleo")] });
    expect(several.digest).toBe(single.digest);
  });

  test("for everyone has a key of its own for each, which one more agent does not change", async () => {
    const keysOf = async (agents: Staging["agents"]): Promise<ReadonlyMap<string, number>> => {
      const { journal } = await play({
        agents: { ...trio, ...agents },
        events: [rang(9, "everyone")],
      });
      const rings = journal.filter(({ event }) => event.type === "rang");
      return new Map(rings.map(({ to, key }) => [to, key]));
    };
    const before = await keysOf({});
    const after = await keysOf({ abe: member });
    expect(new Set(after.values()).size).toBe(4);
    expect([...after].filter(([to]) => to !== "agent:abe")).toEqual([...before]);
  });

  test("for everyone finds them started, even in the first millisecond", async () => {
    const run = await play({ events: [rang(0, "everyone", { priority: "critical" })] });
    expect(heard(run)).toHaveLength(3);
    expect(heard(run).every((line) => line.endsWith("handled"))).toBe(true);
  });

  test("of any type goes to everyone, and one for the world to the world alone", async () => {
    const events = [
      { at: 1, to: "everyone", event: { type: "fair-opened", stalls: [1, 2] } },
      { at: 2, to: "world", event: { type: "rang" } },
    ];
    const { journal } = await play({ events });
    const fairs = journal.filter(({ event }) => event.type === "fair-opened");
    expect(fairs.map(({ event }) => event)).toEqual(
      Object.keys(trio).map(() => ({ type: "fair-opened", stalls: [1, 2] })),
    );
    expect(journal.at(-1)).toMatchObject({ to: "world", outcome: "unhandled" });
  });

  test("for everyone cannot be announced by an agent", async () => {
    const crier = setup({}).createMachine({
      entry: tell({ to: "world", event: { type: "announced", event: { type: "rang" } } } as never),
    });
    const run = await play({ agents: { ...trio, crier: cast(crier, undefined) } });
    expect(heard(run)).toEqual([]);
  });
});

describe("priorities", () => {
  const ring = (to: OutsideEvent["to"]) =>
    [...priorities].reverse().map((priority) => ({
      ...rang(1000, to),
      event: { type: priority },
      priority,
    }));
  const order = ({ journal }: Run, to: string): readonly string[] =>
    journal.filter((entry) => entry.to === to && entry.at === 1000).map(({ event }) => event.type);

  test("order the events of one instant: critical, high, normal, low", async () => {
    const run = await play({ events: ring("ada") });
    expect(order(run, "agent:ada")).toEqual(["critical", "high", "normal", "low"]);
  });

  test("order what is for everyone together with what is for one", async () => {
    const [low, normal, high, critical] = ring("everyone");
    const events = [low, normal, ...ring("ada").slice(2), high, critical].filter(
      (event) => event !== undefined,
    );
    const run = await play({ events });
    expect(order(run, "agent:bob")).toEqual(["critical", "high", "normal", "low"]);
    expect(order(run, "agent:ada")).toEqual([
      ...["critical", "critical", "high", "high"],
      ...["normal", "low"],
    ]);
  });

  test("of equal rank keep the order in which they were written", async () => {
    const events = ["one", "two", "three"].map((type) => ({ at: 5, to: "ada", event: { type } }));
    const { journal } = await play({ events });
    expect(journal.slice(-3).map(({ event }) => event.type)).toEqual(["one", "two", "three"]);
  });

  test.each(["urgent", "Critical", 3, null])("an unknown priority is refused: %s", async (odd) => {
    const priority = odd as Priority;
    const says = `priority "${odd}"; there are critical, high, normal, low`;
    expect(await refusal({ events: [rang(1, "ada", { priority })] })).toContain(says);
    expect(await refusal({ news: [{ at: 1, topic: "", headline: "", priority }] })).toContain(says);
    const event = { type: "rang" };
    expect(await refusal({ random: [{ name: "luck", every: 5, event, priority }] })).toContain(
      says,
    );
    const run = await play({});
    const forked = fork(run, { at: 1, events: [rang(2, "ada", { priority })] });
    await expect(forked).rejects.toThrow(says);
  });
});

describe("a target that there is not", () => {
  const news = (to: unknown) => ({ news: [{ at: 1, topic: "", headline: "", to }] });
  const random = (to: unknown) => ({
    random: [{ name: "luck", every: 5, event: { type: "rang" }, to }],
  });

  test.each<readonly [what: string, staging: object, says: string]>([
    ["in an event", { events: [rang(1, "adda")] }, 'event for "adda", but the cast is ada, bob'],
    ["in a list", { events: [rang(1, ["ada", "zoe"])] }, 'event for "zoe", but the cast is ada'],
    ["in news", news(["ada", "zoe"]), 'news for "zoe", but the cast is ada'],
    ["in news for the world", news("world"), 'news for "world", but the cast is ada'],
    ["in a random event", random("zoe"), 'random event for "zoe", but the cast is ada'],
    ["in an empty list", { events: [rang(1, [])] }, 'event for nobody; name agents, or "everyone"'],
    [
      "by being left out",
      { events: [{ at: 1, event: { type: "rang" } }] },
      'event for "undefined"',
    ],
  ])("is refused %s", async (_, staging, says) => {
    expect(await refusal(staging)).toContain(says);
  });

  test("is refused in a fork", async () => {
    const run = await play({});
    const events = [rang(2, ["ada", "cloe"])];
    await expect(fork(run, { at: 1, events })).rejects.toThrow(
      'event for "cloe", who is not cast; did you mean cleo?',
    );
    await expect(fork(run, { at: 1, events: [rang(2, [])] })).rejects.toThrow("event for nobody");
  });

  test("no agent may be called everyone", async () => {
    expect(await refusal({ agents: { everyone: member } })).toContain('agent id "everyone"');
  });
});

test("a fork takes events for several and for everyone", async () => {
  const run = await play({});
  const events = [rang(2000, ["ada", "bob"]), rang(3000, "everyone", { priority: "high" })];
  expect(heard(await fork(run, { at: 1000, events }))).toHaveLength(5);
});

describe("news", () => {
  const item = { at: minutes(1), topic: "rain", headline: "Rain", description: "Much of it." };

  test("for somebody reaches them all and nobody else, without saying so", async () => {
    const run = await play({ news: [{ ...item, to: ["ada", "cleo"], priority: "high" }] });
    const told = run.journal.filter(({ event, to }) => event.type === "news" && to !== "world");
    expect(told.map(({ to }) => to).sort()).toEqual(["agent:ada", "agent:cleo"]);
    const { at: _, ...said } = item;
    for (const { event } of told) expect(event).toEqual({ type: "news", ...said });
  });

  test("for everyone reaches everyone", async () => {
    const items = Array.from({ length: 10 }, (_, n) => ({
      ...item,
      at: minutes(n),
      to: "everyone",
    }));
    expect(heard(await play({ news: items }), "news")).toHaveLength(30);
  });
});

describe("a random event", () => {
  const luck = { name: "luck", every: minutes(10), event: { type: "rang" } };
  const ringsOf = ({ journal }: Run, to: string): readonly Entry[] =>
    journal.filter((entry) => entry.to === to && entry.event.type === "rang");

  test("for some comes to them as if it were for everyone, and to nobody else", async () => {
    const all = await play({ random: [luck] });
    const some = await play({ random: [{ ...luck, to: ["bob"] }] });
    const times = (run: Run, to: string) => ringsOf(run, to).map(({ at, key }) => [at, key]);
    expect(times(some, "agent:bob").length).toBeGreaterThan(10);
    expect(times(some, "agent:bob")).toEqual(times(all, "agent:bob"));
    expect(times(some, "agent:ada")).toEqual([]);
  });
});

describe("what Puppet Engine v1 got wrong", () => {
  const failing = setup({ types: { events: {} as Told } }).createMachine({
    on: { "*": { guard: () => JSON.parse("{") } },
  });
  const agents = { ada: cast(failing, undefined), bob: member, cleo: member };
  const outcomes = (run: Run, type: string): readonly string[] =>
    heard(run, type)
      .map((line) => line.replace(/^\d+ agent:/, ""))
      .sort();

  test("one agent's error does not stop the event for the others", async () => {
    const news = [{ at: 0, topic: "rain", headline: "Rain", to: "everyone" }];
    const run = await play({ agents, news, events: [rang(hours(2), "everyone")] });
    const expected = ["ada dead", "bob handled", "cleo handled"];
    expect([outcomes(run, "news"), outcomes(run, "rang")]).toEqual([expected, expected]);
  });

  test("a scheduled event fires on its time even if nothing else happens", async () => {
    const events = [rang(hours(3), "ada"), rang(hours(4), "everyone")];
    const run = await play({ agents: { ada: member }, events });
    expect(heard(run)).toEqual([`${hours(3)} agent:ada handled`, `${hours(4)} agent:ada handled`]);
  });

  test("a slow answer to one agent holds up nobody else", async () => {
    const think = defineEffect({
      name: "slow.think",
      request: z.strictObject({}),
      reply: z.strictObject({}),
      state: 0,
      simulate: (_, n) => [{ kind: "done", reply: {} }, n, seconds(50)],
    });
    const thinker = setup({ actors: { think: perform(think) } }).createMachine({
      initial: "idle",
      states: {
        idle: { on: { rang: "thinking" } },
        thinking: { invoke: { src: "think", input: {}, onDone: "idle", onError: "idle" } },
      },
    });
    const crowd = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [`p${n}`, cast(thinker, undefined)]),
    );
    const { journal } = await play({ agents: crowd, events: [rang(1000, "everyone")] });
    const replies = journal.filter(({ event }) => event.type === "replied");
    expect(replies).toHaveLength(50);
    expect(replies.every(({ at }) => at === 1000 + seconds(50))).toBe(true);
  });

  test("30,000 events that wait at once leave in their order", () => {
    const queue = new EventQueue();
    for (let n = 0; n < 30_000; n++) {
      queue.push({
        kind: "event",
        at: (n * 7919) % 30_011,
        priority: NORMAL_PRIORITY,
        to: "agent:ada",
        event: { type: "rang" },
        key: n,
      });
    }
    let before = -1;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      expect(next.at).toBeGreaterThan(before);
      before = next.at;
    }
    expect(queue.size).toBe(0);
  });
});
