// Whatever becomes of a file of a store: nothing is told that was not written, and nothing is missing without a word.
import { join } from "node:path";
import { expect, test } from "vitest";
import { rootKey } from "../../src/core/random.ts";
import { tryDamage } from "../support/damage-trials.ts";
import { isUnbearable } from "../support/finding.ts";
import { makeFolder } from "../support/folder.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { makeKeptRuns } from "../support/kept-runs.ts";
import { makePlain } from "../support/plain-level.ts";

const FILE = "test/storage/damage.test.ts";

test("damage to any file is told, or does no harm", async () => {
  const master = join(makeFolder(), "db");
  await makeKeptRuns(master);
  const sample = freshSample(60);
  const key = rootKey(`damage ${sample.seed}`);
  const trials = await tryDamage({ kind: "ours", master, key, runs: sample.runs });
  expect(trials.filter(isUnbearable).slice(0, 3), commandFor(sample, FILE)).toEqual([]);
  expect(trials).toHaveLength(sample.runs);
});

test("LevelDB alone keeps silent about some of it", async () => {
  const [store, master] = [join(makeFolder(), "db"), join(makeFolder(), "plain")];
  await makeKeptRuns(store);
  await makePlain(store, master);
  const trials = await tryDamage({ kind: "plain", master, key: rootKey("plain"), runs: 16 });
  const silent = trials.filter(isUnbearable).map(({ harm: { file, how } }) => `${file} ${how}`);
  expect(silent).toEqual(expect.arrayContaining(["log cut off", "log deleted", "CURRENT deleted"]));
});
