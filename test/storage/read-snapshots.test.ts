// Snapshots that were read lately are not read again, and are still what the store has.
import { expect, test } from "vitest";
import { memoryDisk } from "../../src/storage/memory-store.ts";
import { openRunStore } from "../../src/storage/run-store.ts";
import type { Store } from "../../src/storage/store.ts";
import { sampleCommit, sampleSnapshot } from "../support/sample-commits.ts";

const RUN = "town-1";

async function agentsAt(
  store: Store,
  seq: number,
): Promise<readonly (readonly [string, unknown])[]> {
  const { tables } = await store.records(RUN, seq);
  return [...(tables.get("agents") ?? [])].map(([id, { value }]) => [id, value]);
}

/** A keyframe and two changes. */
async function sampleStore(read: (key: string) => void = () => undefined): Promise<Store> {
  const disk = memoryDisk();
  const store = await openRunStore({
    ...disk,
    read: (key) => {
      read(key);
      return disk.read(key);
    },
  });
  const snapshots = [
    sampleSnapshot(0, { a: { mood: 0 }, b: { mood: 0 } }),
    sampleSnapshot(256, { a: { mood: 1 }, c: { mood: 1 } }, []),
    sampleSnapshot(512, { b: { mood: 2 } }, ["a"]),
  ];
  await store.commit(sampleCommit(RUN, { to: 600, snapshots }));
  return store;
}

test("in any order, and again, a snapshot has the same records", async () => {
  const store = await sampleStore();
  const expected = new Map<number, readonly (readonly [string, unknown])[]>([
    [
      0,
      [
        ["a", { mood: 0 }],
        ["b", { mood: 0 }],
      ],
    ],
    [
      256,
      [
        ["a", { mood: 1 }],
        ["b", { mood: 0 }],
        ["c", { mood: 1 }],
      ],
    ],
    [
      512,
      [
        ["b", { mood: 2 }],
        ["c", { mood: 1 }],
      ],
    ],
  ]);
  for (const seq of [512, 0, 256, 512, 256, 0]) {
    expect(await agentsAt(store, seq), `at ${seq}`).toEqual(expected.get(seq));
  }
});

test("what was read is not read from the medium again, and nobody can change it", async () => {
  let reads = 0;
  const store = await sampleStore((key) => {
    if (key.includes("/snapshot/")) reads++;
  });
  const [, [, value] = []] = await agentsAt(store, 512);
  const before = reads;
  expect(before).toBe(3);
  const [, [, again] = []] = await agentsAt(store, 512);
  expect(reads).toBe(before);
  expect(again).toBe(value);
  expect(Object.isFrozen(value)).toBe(true);
});

test("a run that takes the place of a removed one has its own records", async () => {
  const store = await sampleStore();
  await agentsAt(store, 0);
  await store.remove(RUN);
  const snapshots = [sampleSnapshot(0, { a: { mood: 9 } })];
  await store.commit(sampleCommit(RUN, { to: 600, snapshots }));
  expect(await agentsAt(store, 0)).toEqual([["a", { mood: 9 }]]);
});

test("a run that goes on has its new snapshots", async () => {
  const store = await sampleStore();
  await agentsAt(store, 512);
  const snapshots = [sampleSnapshot(768, { c: { mood: 3 } }, [])];
  await store.commit(sampleCommit(RUN, { from: 600, to: 800, snapshots }));
  expect(await agentsAt(store, 768)).toEqual([
    ["b", { mood: 2 }],
    ["c", { mood: 3 }],
  ]);
});
