// When the process is killed in the middle of its work, all that was acknowledged is there, and the run goes on.
import { join } from "node:path";
import { expect, test } from "vitest";
import { deriveKey, drawInteger, rootKey } from "../../src/core/random.ts";
import { days, hours } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";
import { verifyRun } from "../../src/run/verify.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { makeFolder } from "../support/folder.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";
import { linesOfKilled } from "../support/killed.ts";

const FILE = "test/storage/kill.test.ts";
const WORK = "busy-store.ts";
/** A commit takes some milliseconds, an entry far less than one. */
const MOST_COMMITS = 40;
const MOST_DELAY = 60;

/** The run of an acknowledged commit and the steps that it had with it. */
function acknowledged(line = ""): readonly [run: string, steps: number] {
  const [run = "", steps] = line.split(" ");
  return [run, Number(steps)];
}

test("a process that is killed at any time loses nothing that was acknowledged, and its run goes on", async () => {
  const rumour = await shippedScenario("rumour");
  const until = hours(30);
  const sample = freshSample(3);
  for (let i = 0; i < sample.runs; i++) {
    const key = deriveKey(rootKey(`kill ${sample.seed}`), "trial", i);
    const hint = `trial ${i}; ${commandFor(sample, FILE)}`;
    const place = join(makeFolder(), "db");
    const commits = drawInteger(key, "commits", [1, MOST_COMMITS]);
    const lines = await linesOfKilled(WORK, [place, "rumour", String(until)], {
      isTime: ({ length }) => length === commits,
      delay: drawInteger(key, "delay", [0, MOST_DELAY]),
    });
    await using store = await openStore(place, { create: false });
    const records = new Map((await store.runs()).map((record) => [record.manifest.run, record]));
    for (const [run, steps] of lines.map(acknowledged))
      expect(records.get(run)?.head.steps, hint).toBeGreaterThanOrEqual(steps);
    for (const run of records.keys())
      expect((await verifyRun(store, run)).problems, hint).toEqual([]);
    const seed = records.size;
    const resumed = await simulate(rumour, { seed, until, store, resume: true });
    const uninterrupted = await simulate(rumour, { seed, until });
    expect(resumed.digest, hint).toBe(uninterrupted.digest);
    expect((await store.run(resumed.run)).head.isComplete, hint).toBe(true);
  }
});

test.runIf(process.env.RUNS)("a store with 100,000 entries is opened after a kill", async () => {
  const place = join(makeFolder(), "db");
  const enough = 100_000;
  const lines = await linesOfKilled(WORK, [place, "small-town", String(days(60))], {
    isTime: (told) => acknowledged(told.at(-1))[1] >= enough,
  });
  const startedAt = performance.now();
  await using store = await openStore(place, { create: false });
  const elapsed = Math.round(performance.now() - startedAt);
  const { head, bytes } = await store.run("small-town-1");
  console.log(`${head.steps} entries, ${bytes} bytes: opened after a kill in ${elapsed} ms`);
  expect(head.steps).toBeGreaterThanOrEqual(acknowledged(lines.at(-1))[1]);
});
