// When the disk fails once, at any of its calls, that is said, and the run goes on from there as if nothing had been.
import { expect, test } from "vitest";
import { EngineError, messageOf } from "../../src/core/error.ts";
import { hours } from "../../src/core/time.ts";
import { fork } from "../../src/run/fork.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { verifyRun } from "../../src/run/verify.ts";
import type { Disk } from "../../src/storage/disk.ts";
import { memoryDisk } from "../../src/storage/memory-store.ts";
import { openRunStore } from "../../src/storage/run-store.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";
import { piecesOf } from "../support/kept-runs.ts";

const FILE = "test/storage/failing-disk.test.ts";
const CODES = new Set(["STORE_UNREADABLE", "STORE_UNWRITABLE"]);

interface Failure {
  /** Number of the call that fails, from 1. */
  readonly call: number;
  /** Whether it does its work before it fails. */
  readonly isLate: boolean;
}

/** A disk of which one call fails. */
function failingDisk(
  disk: Disk,
  { call, isLate }: Failure,
): Disk & { readonly calls: () => number } {
  let calls = 0;
  const failing =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const isFailing = ++calls === call;
      if (isFailing && !isLate) throw new Error("EIO: i/o error, read");
      const result = await work(...args);
      if (isFailing) throw new Error("EIO: i/o error, close");
      return result;
    };
  return {
    ...disk,
    read: failing(disk.read),
    keys: failing(disk.keys),
    write: failing(disk.write),
    readAnchor: failing(disk.readAnchor),
    writeAnchor: failing(disk.writeAnchor),
    purge: failing(disk.purge),
    calls: () => calls,
  };
}

/** A run that is kept, read, verified, executed again, and forked. @returns what is the same each time */
async function useStore(disk: Disk): Promise<readonly string[]> {
  const rumour = await shippedScenario("rumour");
  const snapshotEvery = hours(1);
  const options = { until: hours(18), seed: 5, snapshotEvery };
  await using store = await openRunStore(disk);
  const { run, digest } = await simulate(rumour, { ...options, store, resume: true });
  const again = await simulate(rumour, { ...options, store });
  const forked = await fork(await openRun(store, run, rumour), {
    at: hours(9),
    seed: 6,
    snapshotEvery,
  });
  const verified = [await verifyRun(store, run), await verifyRun(store, forked.run)];
  await piecesOf(store);
  await store.forget(new Set());
  await store.remove(forked.run);
  await piecesOf(store);
  return [digest, again.digest, forked.digest, ...verified.flatMap(({ problems }) => problems)];
}
/** What may be thrown: that the disk cannot be read, or not be written. */
async function tellsOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "went well";
  } catch (thrown) {
    return thrown instanceof EngineError && CODES.has(thrown.code) ? "told" : messageOf(thrown);
  }
}

test("a disk that fails once, at whichever call, costs nothing that is not made good", async () => {
  const whole = failingDisk(memoryDisk(), { call: 0, isLate: false });
  const expected = await useStore(whole);
  const sample = freshSample(8);
  const stride = Math.max(1, Math.floor((2 * whole.calls()) / sample.runs));
  for (let i = 0; i < sample.runs; i++) {
    const n = (sample.seed + i * stride) % (2 * whole.calls());
    const failure = { call: 1 + Math.floor(n / 2), isLate: n % 2 === 1 };
    const hint = `${JSON.stringify(failure)}; ${commandFor(sample, FILE)}`;
    const disk = memoryDisk();
    expect(await tellsOf(() => useStore(failingDisk(disk, failure))), hint).toBe("told");
    expect(await useStore(disk), hint).toEqual(expected);
  }
});
