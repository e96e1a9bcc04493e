// What a store notices: values that are not what was written, runs that are not as far as the anchor says, failed writes.
import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Change, Disk } from "../../src/storage/disk.ts";
import { memoryDisk } from "../../src/storage/memory-store.ts";
import { readBlocks } from "../../src/storage/read-blocks.ts";
import { openRunStore } from "../../src/storage/run-store.ts";
import type { Store } from "../../src/storage/store.ts";
import {
  everythingOf,
  sampleBlock,
  sampleCommit,
  sampleSnapshot,
} from "../support/sample-commits.ts";

const keysOf = (disk: Disk): Promise<readonly string[]> => disk.keys("", "\x7f");

/** All changes of a disk's values since. */
async function valuesOf(disk: Disk): Promise<readonly Change[]> {
  const keys = await keysOf(disk);
  const values = await Promise.all(keys.map((key) => disk.read(key)));
  return keys.map((key, i) => ({ key, value: values[i] ?? new Uint8Array() }));
}

/** A copy that can be damaged. */
async function copyOf(disk: Disk): Promise<Disk> {
  const copy = memoryDisk();
  await copy.write(await valuesOf(disk));
  await copy.writeAnchor((await disk.readAnchor()) ?? "");
  return copy;
}

/** Puts a disk back to where it was, its anchor left as it is. */
async function putBack(disk: Disk, values: readonly Change[]): Promise<void> {
  const gone = (await keysOf(disk)).map((key) => ({ key }));
  await disk.write([...gone, ...values]);
}

/** A run of two blocks, a tail and three snapshots, in three commits. */
async function sampleDisk(): Promise<Disk> {
  const disk = memoryDisk();
  const store = await openRunStore(disk);
  const records = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [`a${i}`, { i, mood: "calm" }]),
  );
  const snapshots = [
    sampleSnapshot(0, records),
    sampleSnapshot(256, { a1: 1 }, []),
    sampleSnapshot(512, { a2: 2 }, ["a3"]),
  ];
  await store.commit(sampleCommit("town-1", { to: 0, snapshots: snapshots.slice(0, 1) }));
  await store.commit(sampleCommit("town-1", { to: 300, snapshots: snapshots.slice(1, 2) }));
  await store.commit(sampleCommit("town-1", { from: 300, to: 600, snapshots: snapshots.slice(2) }));
  return disk;
}

const readAll = async (disk: Disk): Promise<unknown> =>
  everythingOf(await openRunStore(disk), "town-1");

describe("damage is refused, with what is damaged and the way out", () => {
  test.each([
    [
      "block/000000001",
      'memory holds damage in entries 256 to 511 of "town-1"; "puppet verify town-1"',
    ],
    ["tail/", 'holds damage in the last entries of "town-1"'],
    ["snapshot/000000000256", 'the snapshot at d1 00:04:16.000 after 256 entries of "town-1"'],
    ["records/town-1", 'the record of "town-1"; bring the folder back from a copy'],
    ["format", "its version"],
  ])("when a bit of %s is another one", async (place, message) => {
    const disk = await sampleDisk();
    for (const { key, value = new Uint8Array() } of await valuesOf(disk)) {
      if (!key.includes(place)) continue;
      const step = Math.max(1, Math.floor(value.length / 20));
      for (let at = 0; at < value.length; at += step) {
        const damaged = await copyOf(disk);
        const changed = Uint8Array.from(value, (byte, i) =>
          i === at ? byte ^ (1 << (at % 8)) : byte,
        );
        await damaged.write([{ key, value: changed }]);
        await expect(readAll(damaged), `${key} at ${at}`).rejects.toMatchObject({
          code: "STORE_DAMAGED",
          message: expect.stringContaining(message),
        });
      }
    }
  });

  test("when any value is missing", async () => {
    const disk = await sampleDisk();
    for (const key of await keysOf(disk)) {
      const damaged = await copyOf(disk);
      await damaged.write([{ key }]);
      await expect(readAll(damaged), key).rejects.toMatchObject({
        code: "STORE_DAMAGED",
        message: expect.stringContaining("memory has lost"),
      });
    }
  });

  test("when a value lies where another one was", async () => {
    const disk = await sampleDisk();
    const values = await valuesOf(disk);
    for (const [i, { key }] of values.entries()) {
      const { value = new Uint8Array() } = values[(i + 1) % values.length] ?? {};
      const damaged = await copyOf(disk);
      await damaged.write([{ key, value }]);
      await expect(readAll(damaged), key).rejects.toMatchObject({ code: "STORE_DAMAGED" });
    }
  });

  test("when any letter of the anchor is another one", async () => {
    const disk = await sampleDisk();
    const anchor = (await disk.readAnchor()) ?? "";
    for (let at = 0; at < anchor.length; at++) {
      const letter = String.fromCharCode(anchor.charCodeAt(at) ^ 1);
      await disk.writeAnchor(anchor.slice(0, at) + letter + anchor.slice(at + 1));
      await expect(openRunStore(disk), `at ${at}`).rejects.toThrow(
        "memory holds damage in its anchor",
      );
    }
  });

  test("when the blocks of a run do not follow from each other, or not lead to its head", async () => {
    const store = await openRunStore(memoryDisk());
    const commit = sampleCommit("town-1", { to: 768 });
    const stranger = { ...sampleBlock("town-1", 1), before: sampleBlock("rumour-1", 1).before };
    await store.commit({
      ...commit,
      blocks: commit.blocks.map((it) => (it.number === 1 ? stranger : it)),
    });
    await store.commit({
      ...sampleCommit("rumour-1", { to: 512 }),
      head: commit.head,
      tail: [],
      blocks: commit.blocks.with(2, { ...sampleBlock("rumour-1", 2) }),
      manifest: sampleCommit("rumour-1", { to: 0 }).manifest,
    });
    await expect(readThrough(store, "town-1")).rejects.toThrow(
      'has entries before 512 of "town-1" that do not fit',
    );
    await expect(readThrough(store, "rumour-1")).rejects.toThrow("entries before 768");
  });
});

async function readThrough(store: Store, run: string): Promise<void> {
  for await (const block of readBlocks(store, run)) expect(block.lines).toHaveLength(256);
}

const runsIn = (anchor = "{}"): unknown => JSON.parse(anchor).runs;

describe("a disk that is not as far as its anchor says", () => {
  test("is refused with the number of lost commits", async () => {
    const disk = await sampleDisk();
    const values = await valuesOf(disk);
    const store = await openRunStore(disk);
    await store.commit(sampleCommit("town-1", { from: 600, to: 700 }));
    const once = await copyOf(disk);
    await putBack(once, values);
    await expect(openRunStore(once)).rejects.toThrow('memory has lost the last commit of "town-1"');
    await store.commit(sampleCommit("town-1", { from: 700, to: 800 }));
    await putBack(disk, values);
    await expect(openRunStore(disk)).rejects.toThrow(
      'memory has lost the last 2 commits of "town-1"',
    );
    await putBack(
      disk,
      values.filter(({ key }) => key.startsWith("format")),
    );
    await expect(openRunStore(disk)).rejects.toThrow('memory has lost all of "town-1"');
    await putBack(disk, []);
    await expect(openRunStore(disk)).rejects.toThrow('memory has lost all of "town-1"');
  });

  test("is one commit or one removal further when everything ended between the two writes", async () => {
    const disk = memoryDisk();
    const store = await openRunStore(disk);
    const changes = [
      () => store.commit(sampleCommit("town-1", { to: 300 })),
      () => store.commit(sampleCommit("town-1", { from: 300, to: 600 })),
      () => store.commit(sampleCommit("rumour-1", { to: 10 })),
      () => store.remove("town-1"),
      () => store.commit(sampleCommit("town-1", { to: 20 })),
      () => store.remove("town-1"),
    ];
    for (const change of changes) {
      const anchor = (await disk.readAnchor()) ?? "";
      await change();
      const ended = await copyOf(disk);
      await ended.writeAnchor(anchor);
      expect(await (await openRunStore(ended)).runs()).toEqual(await store.runs());
      expect(runsIn(await ended.readAnchor())).toEqual(runsIn(await disk.readAnchor()));
    }
  });

  test("is refused when it is further than that", async () => {
    const disk = memoryDisk();
    const store = await openRunStore(disk);
    await store.commit(sampleCommit("town-1", { to: 0 }));
    const anchor = (await disk.readAnchor()) ?? "";
    await store.commit(sampleCommit("town-1", { to: 10 }));
    await store.commit(sampleCommit("rumour-1", { to: 10 }));
    await disk.writeAnchor(anchor);
    await expect(openRunStore(disk)).rejects.toThrow("is ahead of its anchor in town-1, rumour-1");
    await store.commit(sampleCommit("town-1", { from: 10, to: 20 }));
    await disk.writeAnchor(anchor);
    await expect(openRunStore(disk)).rejects.toThrow(
      '2 commits of "town-1" that the anchor does not know',
    );
  });

  test("does not pass for removed because a run of that name once was", async () => {
    const disk = memoryDisk();
    const store = await openRunStore(disk);
    await store.commit(sampleCommit("town-1", { to: 0 }));
    await store.remove("town-1");
    const removed = await valuesOf(disk);
    await store.commit(sampleCommit("town-1", { to: 10 }));
    await putBack(disk, removed);
    await expect(openRunStore(disk)).rejects.toThrow('has lost all of "town-1"');
  });
});

test("a store of a later version is left alone", async () => {
  const disk = memoryDisk();
  await openRunStore(disk);
  const body = '{"format":2,"runs":[]}';
  const sum = hash("sha256", body, "hex");
  await disk.writeAnchor(`${body.slice(0, -1)},"sum":"${sum}"}\n`);
  await expect(openRunStore(disk)).rejects.toThrow(
    "memory has version 2, and this puppet-engine reads 1; install a newer puppet-engine",
  );
});

describe("after a write that fails", () => {
  /** A disk whose writes fail from one of them on. */
  const failing = (disk: Disk, broken: { message: string | undefined }): Disk => {
    const unless = async (write: () => Promise<void>): Promise<void> => {
      if (broken.message !== undefined) throw new Error(broken.message);
      await write();
    };
    return {
      ...disk,
      write: (changes) => unless(() => disk.write(changes)),
      writeAnchor: (text) => unless(() => disk.writeAnchor(text)),
    };
  };

  test.each([
    [
      "ENOSPC: no space left on device, write",
      "memory: the disk is full; what was acknowledged is kept",
    ],
    ["EROFS: read-only file system, open", "memory: the file system is read-only; "],
    ["something else", "memory: something else; "],
  ])(
    "(%s) nothing more is written, and all that was acknowledged can be read",
    async (thrown, message) => {
      const disk = memoryDisk();
      const broken: { message: string | undefined } = { message: undefined };
      const store = await openRunStore(failing(disk, broken));
      await store.commit(sampleCommit("town-1", { to: 300 }));
      broken.message = thrown;
      const commit = sampleCommit("town-1", { from: 300, to: 600 });
      await expect(store.commit(commit)).rejects.toMatchObject({
        code: "STORE_UNWRITABLE",
        message: expect.stringContaining(message),
      });
      broken.message = undefined;
      await expect(store.commit(commit)).rejects.toThrow(message);
      await expect(store.remove("town-1")).rejects.toThrow(message);
      expect((await store.run("town-1")).head.steps).toBe(300);
      expect(await store.block("town-1", 0)).toEqual(sampleBlock("town-1", 0));
      const next = await openRunStore(disk);
      await next.commit(commit);
      expect((await next.run("town-1")).head.steps).toBe(600);
    },
  );
});
