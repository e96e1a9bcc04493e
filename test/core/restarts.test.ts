// What becomes of an agent that fails: pauses, restarts and parking, and that nothing it was sent is lost.
import { describe, expect, test } from "vitest";
import { assign, setup } from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";
import { minutes } from "../../src/core/time.ts";
import {
  alone,
  boom,
  contextOf,
  expectNothingLost,
  heart,
  lines,
  linesOf,
  listener,
  poke,
  statusOf,
  type Told,
  watch,
} from "../support/lone-agent.ts";

describe("an agent that fails", () => {
  test("restarts after 1, 4 and 16 seconds and is parked at its fourth failure within a minute", async () => {
    const run = await alone(listener, {
      events: [10_000, 12_000, 17_000, 34_000, 40_000].map(poke),
    });
    expect(linesOf(run, "poke", "restarted")).toEqual([
      "10000 poke dead",
      "11000 restarted handled",
      "12000 poke dead",
      "16000 restarted handled",
      "17000 poke dead",
      "33000 restarted handled",
      "34000 poke dead",
      "40000 poke parked",
    ]);
    expect(statusOf(run)).toBe("parked");
    expect(run.failures).toEqual([
      { agent: "one", reason: "boom", firstAt: 10_000, lastAt: 34_000, count: 4 },
    ]);
    expectNothingLost(run);
  });

  test("once in a minute is never parked and always back after a second", async () => {
    const run = await alone(listener, {
      events: [0, 1, 2, 3, 4, 5].map((n) => poke(1000 + n * 61_000)),
      until: minutes(10),
    });
    expect(linesOf(run, "restarted")).toEqual(
      [0, 1, 2, 3, 4, 5].map((n) => `${2000 + n * 61_000} restarted handled`),
    );
    expect(statusOf(run)).toBe("active");
  });

  test("takes what arrives in its pause afterwards, in the order in which it came, and loses nothing", async () => {
    const late = { at: 10_700, event: { type: "c" } };
    const early = { at: 10_200, event: { type: "a" } };
    const urgent = { at: 10_900, event: { type: "d" } };
    const run = await alone(listener, {
      events: [poke(10_000), late, early, { at: 10_400, event: { type: "b" } }, urgent],
    });
    expect(linesOf(run, "a", "b", "c", "d")).toEqual([
      "11000 a handled",
      "11000 b handled",
      "11000 c handled",
      "11000 d handled",
    ]);
    expect(contextOf(run)).toMatchObject({ heard: ["a", "b", "c", "d"] });
    expectNothingLost(run);
  });

  test("has its timers fire after the pause, and they can still be cancelled", async () => {
    const machine = watch.createMachine({
      context: { n: 0, heard: [] },
      entry: [
        watch.raise({ type: "first" } as Told, { delay: 10_500, id: "first" }),
        watch.raise({ type: "second" } as Told, { delay: 10_600, id: "second" }),
      ],
      on: {
        poke: { actions: "fail" },
        first: { actions: ["hear", watch.cancel("second")] },
        "*": { actions: "hear" },
      },
    });
    const run = await alone(machine, { events: [poke(10_000)] });
    expect(contextOf(run)).toMatchObject({ heard: ["first"] });
    expect(linesOf(run, "first", "second")).toEqual(["11000 first handled"]);
  });

  test("is not sent an outside event a second time", async () => {
    const run = await alone(heart, { events: [poke(10_500)], until: minutes(1) });
    expect(linesOf(run, "poke")).toEqual(["10500 poke dead"]);
    expect(run.deadLetters).toBe(1);
  });

  test("goes on from its state before the failure", async () => {
    const run = await alone(heart, { events: [poke(10_500)], until: 30_000 });
    // The beat that was due in the pause comes when it is over; from then on one each second.
    expect(contextOf(run)).toMatchObject({ n: 29 });
  });
});

describe("an agent that fails once", () => {
  test("on its timer goes on living", async () => {
    const machine = watch.createMachine({
      context: { n: 0, heard: [] },
      initial: "beating",
      states: {
        beating: {
          after: {
            1000: [
              { guard: { type: "isEarly", params: { until: 1500 } } },
              { target: "beating", reenter: true, actions: "count" },
            ],
          },
        },
      },
    });
    const run = await alone(machine, { until: 20_000 });
    const beat = "xstate.after.1000.(machine).beating";
    expect(linesOf(run, beat, "restarted").slice(0, 4)).toEqual([
      `1000 ${beat} dead`,
      "2000 restarted handled",
      `2000 ${beat} handled`,
      `3000 ${beat} handled`,
    ]);
    expect(contextOf(run)).toMatchObject({ n: 19 });
    expectNothingLost(run);
  });

  test("on a reply gets it again and goes on living", async () => {
    const slow = defineEffect({
      name: "slow.read",
      request: z.null(),
      reply: z.strictObject({ n: z.number() }),
      state: 0,
      simulate: (_, asked) => [{ kind: "done", reply: { n: asked } }, asked + 1, 1000],
    });
    const machine = setup({
      types: { context: {} as { readonly got: readonly number[] } },
      actors: { read: perform(slow) },
      guards: { isEarly: ({ event }) => "at" in event && Number(event.at) < 1500 && boom() },
    }).createMachine({
      context: { got: [] },
      initial: "reading",
      states: {
        reading: {
          invoke: {
            src: "read",
            input: null,
            onDone: [
              { guard: "isEarly" },
              {
                target: "reading",
                reenter: true,
                actions: assign({ got: ({ context, event }) => [...context.got, event.output.n] }),
              },
            ],
          },
        },
      },
    });
    const run = await alone(machine, { until: 5500 });
    expect(lines(run)).toEqual([
      "0 started handled",
      "1000 replied dead",
      "2000 restarted handled",
      "2000 replied handled",
      "3000 replied handled",
      "4000 replied handled",
      "5000 replied handled",
    ]);
    expect(contextOf(run)).toEqual({ got: [0, 1, 2, 3] });
  });

  test("at its start is started again", async () => {
    const machine = watch.createMachine({
      context: { n: 0, heard: [] },
      initial: "starting",
      states: {
        starting: { always: [{ guard: { type: "isEarly", params: { until: 500 } } }, "beating"] },
        beating: { after: { 1000: { target: "beating", reenter: true, actions: "count" } } },
      },
    });
    const run = await alone(machine, { events: [{ at: 300, event: { type: "a" } }], until: 5500 });
    expect(lines(run).slice(0, 4)).toEqual([
      "0 started dead",
      "1000 restarted handled",
      "1000 started handled",
      "1000 a unhandled",
    ]);
    expect(contextOf(run)).toMatchObject({ n: 4 });
  });
});

test("an agent that can never start is parked after four attempts", async () => {
  const machine = watch.createMachine({ context: boom });
  const run = await alone(machine, { events: [{ at: 50_000, event: { type: "a" } }] });
  expect(lines(run)).toEqual([
    "0 started dead",
    "1000 restarted handled",
    "1000 started dead",
    "5000 restarted handled",
    "5000 started dead",
    "21000 restarted handled",
    "21000 started dead",
    "50000 a parked",
  ]);
});
