// The law of time travel: run == restore + continue == replay == fork without change, digest for digest.
import { describe, expect, test } from "vitest";
import { days, hours } from "../../src/core/time.ts";
import { compare } from "../../src/run/compare.ts";
import { fork } from "../../src/run/fork.ts";
import type { Past } from "../../src/run/past.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { memoryStore } from "../../src/storage/memory-store.ts";
import { scenarioNames, shippedScenario } from "../support/golden.ts";

const until = days(2);
const inMemory = async (name: string) => simulate(await shippedScenario(name), { seed: 3, until });
const inStore = async (name: string) =>
  simulate(await shippedScenario(name), {
    seed: 3,
    until,
    store: await memoryStore(),
    snapshotEvery: hours(2),
  });

/** Instants of all snapshots. */
const snapshotsOf = async ({ run, kept }: Past): Promise<readonly number[]> =>
  ((await kept?.store.snapshots(run)) ?? []).map(({ at }) => at);

describe.each(scenarioNames())("%s", (name) => {
  test("in a store it is the run that it is in memory", async () => {
    expect((await inStore(name)).digest).toBe((await inMemory(name)).digest);
  });

  test("restored from the store at any snapshot and continued, it ends with the digest of the run", async () => {
    const run = await inStore(name);
    const instants = await snapshotsOf(run);
    expect(instants.length).toBeGreaterThan(1);
    for (const at of instants.slice(-20)) {
      expect((await restore(run, { at })).digest).toBe(run.digest);
    }
  });

  test("replayed, it ends with the digest of the run, and no effect is simulated", async () => {
    const run = await inMemory(name);
    const replayed = await replay(run);
    expect(replayed.digest).toBe(run.digest);
    expect(replayed.state.effectStates.size).toBe(0);
  });

  test.each([
    ["in memory", inMemory],
    ["in a store", inStore],
  ])("forked without a change %s, it ends with its parent's digest", async (_, play) => {
    const run = await play(name);
    for (const at of [hours(5), hours(12), hours(31)]) {
      const forked = await fork(run, { at });
      expect(forked.digest).toBe(run.digest);
      expect((await compare(run, forked)).equal).toBe(true);
      expect((await replay(forked)).digest).toBe(run.digest);
    }
  });

  test("continued beyond its end, it is the longer run, in its store too", async () => {
    const scenario = await shippedScenario(name);
    const longer = await simulate(scenario, { seed: 3, until: days(3) });
    expect((await restore(await inMemory(name), { until: days(3) })).digest).toBe(longer.digest);
    const { kept, run } = await inStore(name);
    if (kept === undefined) throw new Error("it was not kept");
    await restore(await openRun(kept.store, run, scenario), { until: days(3) });
    const again = await openRun(kept.store, run, scenario);
    expect(again.digest).toBe(longer.digest);
    expect((await replay(again)).digest).toBe(longer.digest);
  });
});

const rumour = async (end?: number) =>
  simulate(await shippedScenario("rumour"), { seed: 1, ...(end !== undefined && { until: end }) });

test("a fork with another seed shares the past and has another future", async () => {
  const run = await rumour();
  const forked = await fork(run, { at: days(1), seed: 2 });
  const { divergedAt } = await compare(run, forked);
  expect(divergedAt?.at).toBe(days(1) + 1);
  expect(divergedAt?.right.entry?.event).toEqual({ type: "reseeded", seed: 2 });
  expect((await replay(forked)).digest).toBe(forked.digest);
  expect((await restore(forked, { at: hours(1) })).digest).toBe(forked.digest);
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
  const { divergedAt } = await compare(run, forked);
  expect(divergedAt).toMatchObject({ at: hours(11), to: "agent:bob" });
  expect(divergedAt?.right.entry?.event).toEqual(event);
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
