// The law of time travel for one scenario: run == restore + continue == replay == fork without change.
import { expect } from "vitest";
import type { Scenario } from "../../src/core/scenario.ts";
import { fork } from "../../src/run/fork.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { memoryStore } from "../../src/storage/memory-store.ts";

/** Snapshots from which a run is continued to its end. */
const CONTINUATIONS = 20;

/** Some of the items, spread over all of them. */
const spread = <T>(items: readonly T[], count: number): readonly T[] =>
  items.filter((_, index) => index % Math.ceil(items.length / count) === 0);

/** @param snapshotEvery virtual milliseconds */
export async function expectOneRun(
  scenario: Scenario,
  seed: number,
  snapshotEvery: number,
): Promise<void> {
  await using store = await memoryStore();
  const { digest } = await simulate(scenario, { seed });
  const { run } = await simulate(scenario, { seed, store, snapshotEvery });
  const past = await openRun(store, run, scenario);
  expect(past.digest).toBe(digest);
  expect((await replay(past)).digest).toBe(digest);
  const instants = (await store.snapshots(run)).map(({ at }) => at);
  for (const at of spread(instants, CONTINUATIONS)) {
    expect((await restore(past, { at })).digest, `restored at ${at}`).toBe(digest);
  }
  for (const at of spread(instants, 2)) {
    const forked = await fork(past, { at });
    expect(forked.digest, `forked at ${at}`).toBe(digest);
    const kept = await openRun(store, forked.run, scenario);
    expect((await replay(kept)).digest, `a fork at ${at}, replayed`).toBe(digest);
  }
}
