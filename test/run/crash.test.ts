// When the process is gone in the middle of a run, resuming it gives the uninterrupted run, wherever it stopped.
import { expect, test } from "vitest";
import { xstateBackend } from "../../src/core/agent.ts";
import { produce } from "../../src/core/production.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { firstState } from "../../src/core/state.ts";
import { days } from "../../src/core/time.ts";
import { Digest } from "../../src/run/digest.ts";
import { manifestOf } from "../../src/run/manifest.ts";
import { play } from "../../src/run/play.ts";
import { simulate } from "../../src/run/simulate.ts";
import type { Disk } from "../../src/storage/disk.ts";
import { memoryDisk } from "../../src/storage/memory-store.ts";
import { openRunStore } from "../../src/storage/run-store.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";

const FILE = "test/run/crash.test.ts";
const seed = 5;

class Gone extends Error {}

const never = (): Promise<void> => new Promise(() => undefined);

/** Runs until the entry with this seq was handled; then the process is gone, with all that it had in memory. */
async function crashAt(scenario: Scenario, disk: Disk, offset: number, until: number) {
  let isGone = false;
  const store = await openRunStore({
    ...disk,
    write: (changes) => (isGone ? never() : disk.write(changes)),
    writeAnchor: (text) => (isGone ? never() : disk.writeAnchor(text)),
  });
  const production = produce(scenario);
  const plan = { run: `${scenario.name}-${seed}`, scenario, seed, until, options: {} };
  const manifest = manifestOf({ ...plan, production });
  await play(firstState(production, xstateBackend(), seed), {
    ...plan,
    digest: new Digest(),
    keeping: { store, manifest, keptSteps: 0, until, snapshotEvery: undefined },
    begins: "empty",
    check: ({ seq }) => {
      if (seq !== offset) return undefined;
      isGone = true;
      throw new Gone();
    },
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof Gone)) throw thrown;
  });
}

test("resumed after a crash at any entry, a run is the uninterrupted one", async () => {
  const scenario = await shippedScenario("rumour");
  const until = days(1);
  const whole = await simulate(scenario, { seed, until });
  const sample = freshSample(25);
  const stride = Math.max(1, Math.floor(whole.steps / sample.runs));
  for (let i = 0; i < sample.runs; i++) {
    const offset = (sample.seed + i * stride) % whole.steps;
    const disk = memoryDisk();
    await crashAt(scenario, disk, offset, until);
    const store = await openRunStore(disk);
    const [crashed] = await store.runs();
    const resumed = await simulate(scenario, { seed, until, store, resume: true });
    const kept = await store.run(resumed.run);
    const again = commandFor({ ...sample, runs: sample.runs }, FILE);
    expect(crashed?.head.steps, again).toBeLessThanOrEqual(offset + 1);
    expect([resumed.digest, resumed.steps], `at ${offset}; ${again}`).toEqual([
      whole.digest,
      whole.steps,
    ]);
    expect([kept.head.digest, kept.head.isComplete], again).toEqual([whole.digest, true]);
  }
});
