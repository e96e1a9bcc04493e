// When the power goes, all that was acknowledged is there; what was on its way is there as a whole or not at all.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { assert } from "../../src/core/error.ts";
import { deriveKey, drawInteger, rootKey } from "../../src/core/random.ts";
import { hours } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openStore } from "../../src/storage/level-store.ts";
import type { Store } from "../../src/storage/store.ts";
import {
  crashInCommit,
  crashInOpening,
  type Image,
  imageOf,
  layOut,
} from "../support/crash-image.ts";
import { makeFolder } from "../support/folder.ts";
import { commandFor, freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";
import { textOf } from "../support/kept-runs.ts";
import { sampleCommit, sampleSnapshot } from "../support/sample-commits.ts";
import { watchCommits } from "../support/watched-store.ts";

const FILE = "test/storage/power-loss.test.ts";

/** The folder after a commit, and all that the store had then. */
interface Moment {
  readonly image: Image;
  readonly text: string;
}

/** LevelDB begins a new log when the one it has got holds 4 MB, and makes a table of the old one. */
const ENOUGH_FOR_A_TABLE = 4_300_000;

/** A store after each of its commits; with the last one LevelDB begins a new log. */
async function momentsIn(place: string): Promise<readonly Moment[]> {
  const moments: Moment[] = [];
  const rumour = await shippedScenario("rumour");
  await using store = await openStore(place);
  const look = async (): Promise<void> => {
    await vi.waitFor(() => expect(logsIn(place)).toBe(1), { interval: 1, timeout: 10_000 });
    moments.push({ image: imageOf(place), text: await textOf(store) });
  };
  await look();
  const watched = watchCommits(store, look);
  await simulate(rumour, { until: hours(12), store: watched });
  await simulate(rumour, { until: hours(6), seed: 2, store: watched });
  await addBulk(watched);
  return moments;
}

const logsIn = (place: string): number =>
  readdirSync(join(place, "level")).filter((name) => name.endsWith(".log")).length;

async function addBulk(store: Store): Promise<void> {
  const bulk = randomBytes(ENOUGH_FOR_A_TABLE).toString("base64");
  const snapshots = [sampleSnapshot(0, { bulk })];
  await store.commit(sampleCommit("bulk-1", { to: 0, snapshots }));
  await store.commit(sampleCommit("bulk-1", { to: 300 }));
}

async function readIn(place: string): Promise<string> {
  await using store = await openStore(place, { create: false });
  return await textOf(store);
}

let moments: readonly Moment[] = [];
beforeAll(async () => {
  const place = mkdtempSync(join(tmpdir(), "puppet-test-"));
  moments = await momentsIn(place);
  rmSync(place, { recursive: true });
});

async function imageOpened(place: string): Promise<Image> {
  await using _ = await openStore(place);
  return imageOf(place);
}

test("when the power goes during a commit, and again while the store is opened, what was acknowledged is kept", async () => {
  const place = makeFolder();
  const sample = freshSample(25);
  for (let i = 0; i < sample.runs; i++) {
    const key = deriveKey(rootKey(`power loss ${sample.seed}`), "trial", i);
    const at = drawInteger(key, "commit", [1, moments.length - 1]);
    const [before, after] = moments.slice(at - 1, at + 1);
    assert(before !== undefined && after !== undefined, "there are two moments");
    const { image, isDone } = crashInCommit(before.image, after.image, key);
    layOut(image, place);
    layOut(crashInOpening(image, await imageOpened(place), key), place);
    const text = await readIn(place);
    const isWhole = text === after.text || (!isDone && text === before.text);
    expect(isWhole, `trial ${i}, commit ${at}; ${commandFor(sample, FILE)}`).toBe(true);
  }
});
