// When the disk is full, or may not be written, one line says so, and the run goes on once that is remedied.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deriveKey, drawInteger, rootKey } from "../../src/core/random.ts";
import { hours } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";
import { verifyRun } from "../../src/run/verify.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { puppet } from "../cli/puppet.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";
import { canMount, fillUp, makeReadOnly, makeRoom, makeSmallDisk } from "../support/small-disk.ts";
import { watchCommits } from "../support/watched-store.ts";

const FILE = "test/storage/disk-full.test.ts";
const KILOBYTE = 1024;
/** The run does not find room in so many kilobytes. */
const TOO_FEW = 60;
const until = hours(30);

const folder = mkdtempSync(join(tmpdir(), "puppet-test-"));
const isAllowed = canMount(folder);
rmSync(folder, { recursive: true });
if (!isAllowed) console.warn("no file system can be mounted here: full disks are not tested");

/** Keeps the run as far as there is room. @returns the steps that were acknowledged */
async function fill(place: string): Promise<number> {
  const rumour = await shippedScenario("rumour");
  let acknowledged = 0;
  const work = async (): Promise<void> => {
    await using store = await openStore(place);
    watchCommits(store, ({ head }) => {
      acknowledged = head.steps;
    });
    await simulate(rumour, { until, store, resume: true });
  };
  const refusal = {
    code: "STORE_UNWRITABLE",
    message: expect.stringContaining(`${place}: the disk is full; what was acknowledged is kept`),
  };
  await expect(work()).rejects.toMatchObject(refusal);
  // LevelDB may have made room meanwhile, by packing its log into a table.
  await work().catch((thrown: unknown) => expect(thrown).toMatchObject(refusal));
  return acknowledged;
}

describe.skipIf(!isAllowed)("a disk", () => {
  test("that is full keeps what was acknowledged, and with more room the run goes on", async () => {
    const rumour = await shippedScenario("rumour");
    const whole = await simulate(rumour, { until });
    const sample = freshSample(3);
    for (let i = 0; i < sample.runs; i++) {
      const key = deriveKey(rootKey(`full ${sample.seed}`), "trial", i);
      const left = drawInteger(key, "left", [0, TOO_FEW]);
      const hint = `${left} kB left; ${commandFor(sample, FILE)}`;
      const disk = makeSmallDisk();
      fillUp(disk, left * KILOBYTE);
      const place = join(disk, "db");
      const acknowledged = await fill(place);
      makeRoom(disk);
      await using store = await openStore(place);
      const [record] = await store.runs();
      expect(record?.head.steps ?? 0, hint).toBeGreaterThanOrEqual(acknowledged);
      const { digest, run } = await simulate(rumour, { until, store, resume: true });
      expect(digest, hint).toBe(whole.digest);
      expect((await verifyRun(store, run)).problems, hint).toEqual([]);
    }
  });

  test("that is full is told in one line, with exit code 2", async () => {
    const disk = makeSmallDisk();
    fillUp(disk, (TOO_FEW / 2) * KILOBYTE);
    const place = join(disk, "db");
    const { stderr, exitCode } = await puppet([
      "run",
      "rumour",
      "--until",
      "30h",
      "--store",
      place,
    ]);
    const wayOut = "remedy that and begin again, or take another place with --store DIR";
    expect(stderr).toBe(
      `STORE_UNWRITABLE: ${place}: the disk is full; what was acknowledged is kept: ${wayOut}\n`,
    );
    expect(exitCode).toBe(2);
  });

  test("that is read-only is told, and nothing on it is another", async () => {
    const disk = makeSmallDisk();
    const place = join(disk, "db");
    await (await openStore(place))[Symbol.asyncDispose]();
    makeReadOnly(disk);
    await expect(openStore(place)).rejects.toMatchObject({
      code: "STORE_UNWRITABLE",
      message: expect.stringContaining(`${place}: the file system is read-only; `),
    });
  });
});
