// When the process is killed while it opens or closes a store, everything is there as it was.
import { join } from "node:path";
import { expect, test } from "vitest";
import { deriveKey, drawInteger, rootKey } from "../../src/core/random.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { makeFolder } from "../support/folder.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { makeKeptRuns, textOf } from "../support/kept-runs.ts";
import { linesOfKilled } from "../support/killed.ts";

const FILE = "test/storage/kill-opening.test.ts";
const MOST_OPENINGS = 5;
/** Milliseconds: opening a store takes about ten. */
const MOST_DELAY = 15;

async function readIn(place: string): Promise<string> {
  await using store = await openStore(place, { create: false });
  return await textOf(store);
}

test("a process that is killed while it opens or closes a store changes nothing in it", async () => {
  const place = join(makeFolder(), "db");
  await makeKeptRuns(place);
  const whole = await readIn(place);
  const sample = freshSample(5);
  for (let i = 0; i < sample.runs; i++) {
    const key = deriveKey(rootKey(`kill opening ${sample.seed}`), "trial", i);
    const openings = drawInteger(key, "openings", [1, MOST_OPENINGS]);
    await linesOfKilled("restless-store.ts", [place], {
      isTime: ({ length }) => length === openings,
      delay: drawInteger(key, "delay", [0, MOST_DELAY]),
    });
    const hint = `trial ${i}; ${commandFor(sample, FILE)}`;
    expect((await readIn(place)) === whole, hint).toBe(true);
  }
});
