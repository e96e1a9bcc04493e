// What a pack holds of a run, and what is in a store when it was put in, or when something went wrong on the way.
import { expect, test } from "vitest";
import { days, hours } from "../../src/core/time.ts";
import { fork } from "../../src/run/fork.ts";
import { MAX_SNAPSHOTS, pack } from "../../src/run/pack.ts";
import { PackLine } from "../../src/run/pack-line.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { unpack } from "../../src/run/unpack.ts";
import { memoryStore } from "../../src/storage/memory-store.ts";
import { shippedScenario } from "../support/golden.ts";

const rumour = await shippedScenario("rumour");
const scenario = "scenarios/rumour.ts";

/** A run of several commits and a short fork of it, in a store. */
async function kept() {
  const store = await memoryStore();
  const run = await simulate(rumour, { until: days(8), store, snapshotEvery: hours(2) });
  const forked = await fork(run, { at: hours(30), until: hours(31), seed: 5 });
  return { store, run, forked };
}

async function linesOf(...[store, run, options]: Parameters<typeof pack>) {
  const lines: PackLine[] = [];
  for await (const line of pack(store, run, options)) lines.push(PackLine.parse(JSON.parse(line)));
  return lines;
}

async function* each<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

test("a run of many commits and its fork are in another store what they were", async () => {
  const { store, run, forked } = await kept();
  const other = await memoryStore();
  const lines = await linesOf(store, forked.run, { sources: [], scenario });
  const unpacked = await unpack(other, each(lines), scenario);
  expect(unpacked.map((it) => it.run)).toEqual(["rumour-1", "rumour-1.1"]);
  for (const { run: id, digest } of [run, forked]) {
    const past = await openRun(other, id, rumour);
    expect((await replay(past)).digest).toBe(digest);
    expect((await restore(past, { at: hours(20) })).digest).toBe(digest);
    expect((await other.run(id)).head).toEqual((await store.run(id)).head);
  }
  expect(await other.blocks("rumour-1")).toEqual(await store.blocks("rumour-1"));
  expect(await other.snapshots("rumour-1")).toEqual([]);
  expect(await other.snapshots("rumour-1.1")).toHaveLength(1);
});

test("snapshots along the way come along on request, and not all of very many", async () => {
  const { store, run } = await kept();
  const all = (await store.snapshots(run.run)).map(({ seq }) => seq);
  expect(all.length).toBeGreaterThan(MAX_SNAPSHOTS);
  const lines = await linesOf(store, run.run, { sources: [], scenario, hasSnapshots: true });
  const other = await memoryStore();
  await unpack(other, each(lines), scenario);
  const some = await other.snapshots(run.run);
  expect(some.length).toBeGreaterThan(MAX_SNAPSHOTS / 2);
  expect(some.length).toBeLessThanOrEqual(MAX_SNAPSHOTS);
  for (const { seq } of some) {
    expect(all).toContain(seq);
    expect(await other.snapshot(run.run, seq)).toEqual(await store.snapshot(run.run, seq));
  }
});

test("when it fails on the way, none of its runs stays in the store", async () => {
  const { store, forked } = await kept();
  const lines = await linesOf(store, forked.run, { sources: [], scenario });
  const other = await memoryStore();
  const broken = async function* (): AsyncIterable<PackLine> {
    yield* lines.slice(0, -1);
    throw new Error("the file is gone");
  };
  await expect(unpack(other, broken(), scenario)).rejects.toThrow("the file is gone");
  expect(await other.runs()).toEqual([]);
});
