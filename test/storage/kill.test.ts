// When the process is killed in the middle of its work, all that was acknowledged is there, and the run goes on.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { deriveKey, drawInteger, rootKey } from "../../src/core/random.ts";
import { days, hours } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";
import { verifyRun } from "../../src/run/verify.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { makeFolder } from "../support/folder.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";

const FILE = "test/storage/kill.test.ts";
/** A commit takes some milliseconds, an entry far less than one. */
const MOST_ACKNOWLEDGED = 40;
const MOST_DELAY = 60;

/** Steps by run, as they were acknowledged. */
type Acknowledged = ReadonlyMap<string, number>;

interface Work {
  readonly place: string;
  readonly scenario: string;
  readonly until: number;
}

function startWork({ place, scenario, until }: Work): ChildProcessByStdio<null, Readable, null> {
  const program = join(import.meta.dirname, "../support/busy-store.ts");
  const child = spawn(process.execPath, [program, place, scenario, String(until)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Kills a process that keeps run after run. @param isTime whether it is time, after each acknowledged commit */
async function killAtWork(
  work: Work,
  isTime: (acknowledged: Acknowledged, commits: number) => boolean,
  delay = 0,
): Promise<Acknowledged> {
  const child = startWork(work);
  const closed = once(child, "close");
  const acknowledged = new Map<string, number>();
  let commits = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [run = "", steps] = line.split(" ");
    acknowledged.set(run, Number(steps));
    // The lines that are still in the pipe were acknowledged too.
    if (isTime(acknowledged, ++commits)) void setTimeout(delay).then(() => child.kill("SIGKILL"));
  }
  expect((await closed)[1]).toBe("SIGKILL");
  return acknowledged;
}

test("a process that is killed at any time loses nothing that was acknowledged, and its run goes on", async () => {
  const rumour = await shippedScenario("rumour");
  const until = hours(30);
  const sample = freshSample(3);
  for (let i = 0; i < sample.runs; i++) {
    const key = deriveKey(rootKey(`kill ${sample.seed}`), "trial", i);
    const hint = `trial ${i}; ${commandFor(sample, FILE)}`;
    const place = join(makeFolder(), "db");
    const last = drawInteger(key, "acknowledged", [1, MOST_ACKNOWLEDGED]);
    const acknowledged = await killAtWork(
      { place, scenario: "rumour", until },
      (_, commits) => commits === last,
      drawInteger(key, "delay", [0, MOST_DELAY]),
    );
    await using store = await openStore(place, { create: false });
    const records = new Map((await store.runs()).map((record) => [record.manifest.run, record]));
    for (const [run, steps] of acknowledged)
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
  const acknowledged = await killAtWork(
    { place, scenario: "small-town", until: days(60) },
    (steps) => (steps.get("small-town-1") ?? 0) >= enough,
  );
  const startedAt = performance.now();
  await using store = await openStore(place, { create: false });
  const elapsed = performance.now() - startedAt;
  const { head, bytes } = await store.run("small-town-1");
  console.log(
    `${head.steps} entries, ${bytes} bytes: opened after a kill in ${elapsed.toFixed(0)} ms`,
  );
  expect(head.steps).toBeGreaterThanOrEqual(acknowledged.get("small-town-1") ?? 0);
});
