// The law of time travel: run == restore + continue == replay == fork without change, digest for digest.
import { describe, expect, test } from "vitest";
import { days, hours } from "../../src/core/time.ts";
import { compare } from "../../src/run/compare.ts";
import { fork } from "../../src/run/fork.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { simulate } from "../../src/run/simulate.ts";
import { scenarioNames, shippedScenario } from "../support/golden.ts";

const until = days(2);
const play = async (name: string) =>
  simulate(await shippedScenario(name), { seed: 3, until, snapshotEvery: hours(6) });

describe.each(scenarioNames())("%s", (name) => {
  test("restored at any snapshot and continued, it ends with the digest of the run", async () => {
    const run = await play(name);
    expect(run.snapshots.length).toBeGreaterThan(4);
    for (const { at } of run.snapshots) {
      expect((await restore(run, { at })).digest).toBe(run.digest);
    }
  });

  test("replayed, it ends with the digest of the run, and no effect is simulated", async () => {
    const run = await play(name);
    const replayed = await replay(run);
    expect(replayed.digest).toBe(run.digest);
    expect(replayed.state.effectStates.size).toBe(0);
  });

  test("forked without a change, it ends with its parent's digest", async () => {
    const run = await play(name);
    for (const at of [hours(5), hours(12), hours(31)]) {
      const forked = await fork(run, { at });
      expect(forked.digest).toBe(run.digest);
      expect(compare(run, forked).equal).toBe(true);
    }
  });

  test("continued beyond its end, it is the longer run", async () => {
    const longer = await simulate(await shippedScenario(name), { seed: 3, until: days(3) });
    expect((await restore(await play(name), { until: days(3) })).digest).toBe(longer.digest);
  });
});

const rumour = async (end?: number) =>
  simulate(await shippedScenario("rumour"), { seed: 1, ...(end !== undefined && { until: end }) });

test("a fork with another seed shares the past and has another future", async () => {
  const run = await rumour();
  const forked = await fork(run, { at: days(1), seed: 2 });
  const { divergedAt } = compare(run, forked);
  expect(divergedAt?.at).toBe(days(1) + 1);
  expect(divergedAt?.right?.event).toEqual({ type: "reseeded", seed: 2 });
  expect((await replay(forked)).digest).toBe(forked.digest);
});

test("a fork with another mood says so in its journal, and the mood state follows at once", async () => {
  const set = { "agents.ada.context.mood.valence": -0.9 };
  const forked = await fork(await rumour(), { at: hours(12), set, until: hours(13) });
  const changed = forked.journal.find(({ event }) => event.type === "changed");
  expect(changed?.event).toEqual({ type: "changed", path: "mood.valence", value: -0.9 });
  expect(changed?.at).toBe(hours(12) + 1);
  const ada = forked.state.byAddress.get("agent:ada")?.snapshot;
  expect(ada?.value.mood).toHaveProperty("negative");
  expect((await replay(forked)).digest).toBe(forked.digest);
});

test("a fork with one more event differs from its parent first in that event", async () => {
  const run = await rumour();
  const event = { type: "news", topic: "weather", headline: "Snow before noon" };
  const forked = await fork(run, { at: hours(10), events: [{ at: hours(11), to: "bob", event }] });
  const { divergedAt } = compare(run, forked);
  expect(divergedAt).toMatchObject({ at: hours(11), to: "agent:bob" });
  expect(divergedAt?.right?.event).toEqual(event);
});

test.each([
  ["an agent who is not cast", "agents.zoe.context.mood.valence", 0, /zoe/],
  ["a value that is not there", "agents.ada.context.mood.colour", 0, /no "mood.colour"/],
  ["a value of another type", "agents.ada.context.mood.valence", "low", /is a number/],
  ["a path of another form", "ada.mood", 0, /agents.ID.context.KEY/],
])("a fork refuses %s", async (_, path, value, message) => {
  const refused = fork(await rumour(hours(3)), { at: hours(1), set: { [path]: value } });
  const problem = { code: "SET_INVALID", message: expect.stringMatching(message) };
  await expect(refused).rejects.toMatchObject(problem);
});

test("an instant beyond the end of a run is refused", async () => {
  const run = await rumour(hours(3));
  const problem = { code: "INSTANT_BEYOND_END" };
  await expect(fork(run, { at: hours(4) })).rejects.toMatchObject(problem);
  await expect(restore(run, { at: hours(4) })).rejects.toMatchObject(problem);
});
