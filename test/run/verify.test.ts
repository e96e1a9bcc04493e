// What is found out about stored runs: whole ones are, and damage or forgery is told with its place.
import { describe, expect, test } from "vitest";
import { BLOCK_SIZE } from "../../src/core/journal-line.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { FIRST_CHAIN } from "../../src/run/digest.ts";
import { fork } from "../../src/run/fork.ts";
import { simulate } from "../../src/run/simulate.ts";
import { verifyRun } from "../../src/run/verify.ts";
import type { Disk } from "../../src/storage/disk.ts";
import { memoryDisk, memoryStore } from "../../src/storage/memory-store.ts";
import { openRunStore } from "../../src/storage/run-store.ts";
import type { Commit, Store } from "../../src/storage/store.ts";
import { freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";
import { commitOf } from "../support/stored-commit.ts";

/** rumour-1 of a day, and a fork in the middle of its second block. */
async function keptRuns(store: Store): Promise<void> {
  const scenario = await shippedScenario("rumour");
  const run = await simulate(scenario, { seed: 1, until: days(1), store, snapshotEvery: hours(1) });
  await fork(run, { at: hours(15), seed: 2 });
}

test("runs, forks, and forks of forks are whole, wherever they part and end", async () => {
  const scenario = await shippedScenario("rumour");
  const { seed, runs } = freshSample(4);
  for (let i = 0; i < runs; i++) {
    const store = await memoryStore();
    const at = hours(2) + ((seed + i * 7919) % 600) * minutes(1);
    const run = await simulate(scenario, { seed: seed + i, until: hours(20) - at / 2, store });
    const child = await fork(run, { at: at / 2, until: hours(18) });
    await fork(child, { at, seed: 3 });
    for (const { manifest, head } of await store.runs()) {
      const { problems, entries, whole, snapshots } = await verifyRun(store, manifest.run);
      expect([manifest.run, ...problems], `seed ${seed + i}`).toEqual([manifest.run]);
      expect([entries, whole]).toEqual([head.steps, head.steps]);
      expect(snapshots).toBe((await store.snapshots(manifest.run)).length);
    }
  }
});

test("a run that was ended early is whole as far as it came", async () => {
  const store = await memoryStore();
  const scenario = await shippedScenario("quiet-week");
  const run = await simulate(scenario, { agents: 100, signal: AbortSignal.abort(), store });
  expect(run.complete).toBe(false);
  expect(await verifyRun(store, "quiet-week-1")).toMatchObject({
    entries: run.steps,
    whole: run.steps,
    problems: [],
  });
});

describe("damage is told with its place, and the rest is read on", () => {
  const keyOf = async (disk: Disk, part: string): Promise<string> => {
    const key = (await disk.keys("", "\x7f")).find((it) => it.includes(part));
    if (key === undefined) throw new Error(`no key with ${part}`);
    return key;
  };
  const flip = (value: Uint8Array): Uint8Array =>
    Uint8Array.from(value, (byte, i) => (i === value.length - 1 ? byte ^ 1 : byte));

  test.each([
    [
      "a block that is gone",
      "rumour-1/block/000000001",
      "gone",
      256,
      ["has lost entries 256 to 511"],
    ],
    [
      "a block that is another",
      "rumour-1/block/000000001",
      "flipped",
      256,
      ["holds damage in entries 256 to 511"],
    ],
    ["the first block", "rumour-1/block/000000000", "gone", 0, ["has lost entries 0 to 255"]],
    ["the last entries", "rumour-1/tail", "flipped", 768, ["holds damage in the last entries"]],
    [
      "a snapshot",
      "rumour-1/snapshot/000000000512",
      "flipped",
      undefined,
      [
        expect.stringMatching(
          /^holds damage in the snapshot at d1 \d\d:\d\d:\d\d\.\d{3} after 512 entries$/,
        ),
      ],
    ],
    [
      "a snapshot that is gone",
      "rumour-1/snapshot/000000000512",
      "gone",
      undefined,
      ["has lost the snapshot after 512 entries"],
    ],
  ] as const)("%s", async (_, part, what, whole, problems) => {
    const disk = memoryDisk();
    const store = await openRunStore(disk);
    await keptRuns(store);
    const key = await keyOf(disk, part);
    const value = (await disk.read(key)) ?? new Uint8Array();
    await disk.write([what === "gone" ? { key } : { key, value: flip(value) }]);
    const result = await verifyRun(store, "rumour-1");
    expect(result.problems).toEqual(problems);
    expect(result.whole).toBe(whole ?? result.entries);
  });

  test("a fork whose parent has lost the entries that it goes on from", async () => {
    const disk = memoryDisk();
    const store = await openRunStore(disk);
    await keptRuns(store);
    await disk.write([{ key: await keyOf(disk, "rumour-1/block/000000000") }]);
    expect(await verifyRun(store, "rumour-1.1")).toMatchObject({
      problems: ['has lost entries 0 to 255 of "rumour-1"'],
    });
  });
});

describe("what was written wrong is told, though each value is whole", () => {
  /** The problems of a run that was written with a change. */
  async function problemsWith(id: string, change: (commit: Commit) => Commit) {
    const original = await memoryStore();
    await keptRuns(original);
    const store = await memoryStore();
    for (const { manifest } of await original.runs()) {
      const commit = await commitOf(original, manifest.run);
      await store.commit(manifest.run === id ? change(commit) : commit);
    }
    return (await verifyRun(store, id)).problems;
  }

  const inBlock =
    (number: number, change: (block: Commit["blocks"][number]) => object) => (commit: Commit) => ({
      ...commit,
      blocks: commit.blocks.map((it) => (it.number === number ? { ...it, ...change(it) } : it)),
    });
  const OTHER = "1".repeat(64);
  const lineIn = (lines: readonly string[], change: (line: string) => string): readonly string[] =>
    lines.map((line, i) => (i === 3 ? change(line) : line));

  test("nothing, where nothing was changed", async () => {
    expect(await problemsWith("rumour-1", (commit) => commit)).toEqual([]);
    expect(await problemsWith("rumour-1.1", (commit) => commit)).toEqual([]);
  });

  test.each([
    [
      "another text in an entry",
      inBlock(1, ({ lines }) => ({
        lines: lineIn(lines, (line) => line.replace("agent:", "agent:x")),
      })),
      ["the block with entries 256 to 511 has another digest"],
    ],
    [
      "other states at the end of a block",
      inBlock(1, () => ({ states: OTHER })),
      ["the block with entries 256 to 511 has another digest"],
    ],
    [
      "an entry twice",
      inBlock(1, ({ lines }) => ({ lines: [...lines.slice(0, 255), lines[254] ?? ""] })),
      ["the block with entries 256 to 511 has entries out of order"],
    ],
    [
      "a block from another journal",
      inBlock(1, () => ({ before: OTHER })),
      ["the block with entries 256 to 511 does not follow from what comes before"],
    ],
    [
      "an instant that its last entry does not have",
      inBlock(1, ({ at }) => ({ at: at + 1 })),
      ["the block with entries 256 to 511 ends at another instant"],
    ],
    [
      "last entries that go on from another block",
      (commit: Commit) => ({ ...commit, head: { ...commit.head, chain: OTHER } }),
      [
        expect.stringMatching(
          /^the block with entries 768 to \d+ does not follow from what comes before$/,
        ),
      ],
    ],
    [
      "a snapshot of another run",
      (commit: Commit) => ({
        ...commit,
        snapshots: commit.snapshots.map((it) =>
          it.seq === 512 ? { ...it, digest: { ...it.digest, chain: FIRST_CHAIN } } : it,
        ),
      }),
      [expect.stringMatching(/^the snapshot at .* after 512 entries is not of this journal$/)],
    ],
  ] as const)("%s", async (_, change, problems) => {
    expect(await problemsWith("rumour-1", change)).toEqual(problems);
  });

  test("a fork that does not begin with the entries of its parent", async () => {
    const change = ({ manifest, ...commit }: Commit) => {
      const seq = manifest.parent?.seq ?? 0;
      const number = Math.floor(seq / BLOCK_SIZE);
      expect(seq % BLOCK_SIZE).toBeGreaterThan(3);
      return inBlock(number, ({ lines }) => ({ lines: lineIn(lines, (line) => `${line} `) }))({
        ...commit,
        manifest,
      });
    };
    const [problem, ...others] = await problemsWith("rumour-1.1", change);
    expect(problem).toMatch(
      /^the block with entries \d+ to \d+ does not begin as its parent went on$/,
    );
    expect(others).toEqual([expect.stringMatching(/^the snapshot at .* is not of this journal$/)]);
  });

  test("a digest of the run that is not that of its last block", async () => {
    const change = ({ head, ...commit }: Commit): Commit => {
      const steps = 2 * BLOCK_SIZE;
      const last = commit.blocks[1];
      const chain = last?.after ?? "";
      const closed = { ...head, steps, at: last?.at ?? 0, chain, digest: OTHER };
      const snapshots = commit.snapshots.filter(({ seq }) => seq <= steps);
      return { ...commit, head: closed, blocks: commit.blocks.slice(0, 2), tail: [], snapshots };
    };
    expect(await problemsWith("rumour-1.1", (commit) => commit)).toEqual([]);
    const [problem] = await problemsWith("rumour-1", change);
    expect(problem).toBe("its digest is not that of its last block");
  });
});

test("a run that is not there is told from a damaged one", async () => {
  const store = await memoryStore();
  await keptRuns(store);
  await expect(verifyRun(store, "rumour-2")).rejects.toMatchObject({ code: "RUN_UNKNOWN" });
});
