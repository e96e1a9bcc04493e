// What every store holds to, wherever it keeps its runs.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBlocks } from "../../src/storage/read-blocks.ts";
import type { Block, Store } from "../../src/storage/store.ts";
import { tryOut } from "../support/fresh-seed.ts";
import {
  everythingOf,
  type Records,
  recordsAt,
  sampleBlock,
  sampleCommit,
  sampleManifest,
  sampleSnapshot,
} from "../support/sample-commits.ts";

/** Opens a place again and again; the one who opens closes. */
export type Opener = () => Promise<Store>;

/**
 * Tests a kind of store.
 * @param file of the calling test, for the command that repeats a failure
 * @param make a new place, gone when the test is over
 */
export function storeContract(name: string, file: string, make: () => Opener): void {
  const used = async (use: (store: Store) => Promise<void>): Promise<void> => {
    await using store = await make()();
    await use(store);
  };

  describe(`a store ${name}`, () => {
    test("has no runs at first", () =>
      used(async (store) => {
        expect(await store.runs()).toEqual([]);
      }));

    test("gives back what was committed, also when it is opened again", async () => {
      const open = make();
      const snapshots = [sampleSnapshot(0, { ada: 1 }), sampleSnapshot(512, { bob: 2 }, ["ada"])];
      const commit = sampleCommit("town-1", { to: 600, snapshots });
      for (const isAgain of [false, true]) {
        await using store = await open();
        if (!isAgain) await store.commit(commit);
        const record = await store.run("town-1");
        expect(record).toMatchObject({
          manifest: commit.manifest,
          head: commit.head,
          commit: 1,
          snapshot: 512,
        });
        expect(record.bytes).toBeGreaterThan(10_000);
        expect(await store.runs()).toEqual([record]);
        expect(await store.blocks("town-1")).toEqual([
          { number: 0, at: 255_000 },
          { number: 1, at: 511_000 },
        ]);
        for (const block of commit.blocks)
          expect(await store.block("town-1", block.number)).toEqual(block);
        expect(await store.tail("town-1")).toEqual(commit.tail);
        expect(await store.snapshots("town-1")).toEqual([
          { seq: 0, at: 0, isKeyframe: true },
          { seq: 512, at: 512_000, isKeyframe: false },
        ]);
        expect((await store.snapshot("town-1", 512)).digest).toEqual(snapshots[1]?.digest);
        expect(await recordsAt(store, "town-1", 0)).toEqual([["ada", 1]]);
        expect(await recordsAt(store, "town-1", 512)).toEqual([["bob", 2]]);
      }
    });

    test("goes on with a run commit by commit, also by another owner", async () => {
      const open = make();
      const ends = [0, 100, 256, 300, 1000, 1024];
      for (const [i, to] of ends.entries()) {
        await using store = await open();
        await store.commit(sampleCommit("town-1", { from: ends[i - 1] ?? 0, to }));
        expect(await store.tail("town-1")).toEqual(sampleCommit("town-1", { to }).tail);
        expect((await store.run("town-1")).commit).toBe(i + 1);
      }
      await using store = await open();
      const blocks: Block[] = [];
      for await (const block of readBlocks(store, "town-1")) blocks.push(block);
      expect(blocks).toEqual([0, 1, 2, 3].map((number) => sampleBlock("town-1", number)));
    });

    test("leaves blocks and snapshots as they are that come again", () =>
      used(async (store) => {
        const snapshots = [sampleSnapshot(0, { ada: 1 }), sampleSnapshot(256, { ada: 2 }, [])];
        await store.commit(sampleCommit("town-1", { to: 300, snapshots }));
        const first = await everythingOf(store, "town-1");
        await store.commit(sampleCommit("town-1", { to: 300, snapshots }));
        const { record, ...rest } = Object(first);
        expect(await everythingOf(store, "town-1")).toEqual({
          ...rest,
          record: { ...record, commit: 2 },
        });
      }));

    test("keeps runs apart whose ids begin alike", () =>
      used(async (store) => {
        const ids = ["a-1", "a-1.1", "a-1~2", "a-11", "a-1-b", "a_1", "a"];
        for (const [i, id] of ids.entries()) {
          const snapshots = [sampleSnapshot(i, { [id]: i })];
          await store.commit(sampleCommit(id, { to: 256 + i, snapshots }));
        }
        expect((await store.runs()).map(({ manifest }) => manifest.run)).toEqual([...ids].sort());
        await store.remove("a-1");
        for (const id of ids.slice(1)) {
          const i = ids.indexOf(id);
          expect(await store.blocks(id)).toEqual([{ number: 0, at: 255_000 }]);
          expect(await store.block(id, 0)).toEqual(sampleBlock(id, 0));
          expect(await store.tail(id)).toHaveLength(i);
          expect(await recordsAt(store, id, i)).toEqual([[id, i]]);
        }
      }));

    test("keeps of a fork what lies behind its parent's", () =>
      used(async (store) => {
        const parent = { run: "town-1", seq: 600, at: 599_000 };
        await store.commit(sampleCommit("town-1", { to: 1000 }));
        await store.commit(
          sampleCommit("town-1.1", {
            from: 512,
            to: 600,
            parent,
            snapshots: [sampleSnapshot(600, {})],
          }),
        );
        expect(await store.blocks("town-1.1")).toEqual([]);
        await store.commit(sampleCommit("town-1.1", { from: 600, to: 1100, parent }));
        expect((await store.blocks("town-1.1")).map(({ number }) => number)).toEqual([2, 3]);
        expect((await store.run("town-1.1")).manifest).toEqual(sampleManifest("town-1.1", parent));
      }));

    test("removes a run, but not one that has forks", async () => {
      const open = make();
      {
        await using store = await open();
        const parent = { run: "town-1", seq: 300, at: 299_000 };
        await store.commit(sampleCommit("town-1", { to: 1000 }));
        await store.commit(sampleCommit("town-1.1", { from: 256, to: 300, parent }));
        await expect(store.remove("town-1")).rejects.toThrow(
          '"town-1" has forks: town-1.1; remove these first',
        );
        expect((await store.blocks("town-1")).length).toBe(3);
        await store.remove("town-1.1");
        await store.remove("town-1");
      }
      await using store = await open();
      expect(await store.runs()).toEqual([]);
      await store.commit(sampleCommit("town-1", { to: 10 }));
      expect(await store.run("town-1")).toMatchObject({ commit: 1, head: { steps: 10 } });
      expect(await store.blocks("town-1")).toEqual([]);
      expect(await store.snapshots("town-1")).toEqual([]);
    });

    test("names the run that was probably meant", () =>
      used(async (store) => {
        await store.commit(sampleCommit("town-1", { to: 0 }));
        for (const ask of [store.run("twon-1"), store.block("twon-1", 0), store.remove("twon-1")])
          await expect(ask).rejects.toThrow(
            `no run "twon-1" in ${store.place}; did you mean town-1?`,
          );
        await expect(store.tail("rumour")).rejects.toThrow('"puppet runs" lists them');
      }));

    test("reads beside a commit what belongs together", () =>
      used(async (store) => {
        await store.commit(sampleCommit("town-1", { to: 0 }));
        const commits = Array.from({ length: 20 }, (_, i) =>
          store.commit(sampleCommit("town-1", { from: i * 100, to: (i + 1) * 100 })),
        );
        const reads = Array.from({ length: 100 }, async (_, i) => {
          for (let waits = 0; waits < i; waits++) await Promise.resolve();
          await Promise.all([store.blocks("town-1"), store.tail("town-1"), store.runs()]);
        });
        await Promise.all([...commits, ...reads]);
        expect((await store.run("town-1")).head.steps).toBe(2000);
      }));

    test("keeps texts of megabytes in any script", () =>
      used(async (store) => {
        const text = "a🙂é“\u2028\ufeff\t\n".repeat(60_000);
        const records = Object.fromEntries(
          Array.from({ length: 5 }, (_, i) => [`${i}"\t🙂\n`, text.slice(i)]),
        );
        await store.commit(
          sampleCommit("town-1", { to: 0, snapshots: [sampleSnapshot(0, records)] }),
        );
        const read = await recordsAt(store, "town-1", 0);
        expect(JSON.stringify(read) === JSON.stringify(Object.entries(records))).toBe(true);
      }));

    test("puts snapshots together as a Map would", () =>
      tryOut(file, 10, fc.array(tableChange, { minLength: 1, maxLength: 8 }), (changes) =>
        used((store) => expectSameAsMap(store, changes)),
      ));
  });
}

interface Change {
  readonly isKeyframe: boolean;
  readonly put: Records;
  readonly gone: readonly string[];
}

const id = fc.constantFrom("ada", "bob", "1", "0", "🙂\t", "");
const tableChange: fc.Arbitrary<Change> = fc.record({
  isKeyframe: fc.boolean(),
  put: fc.dictionary(id, fc.oneof(fc.nat(), fc.string())),
  gone: fc.uniqueArray(id),
});

/** What is gone and put goes behind the others; what is only put again keeps its place. */
async function expectSameAsMap(store: Store, changes: readonly Change[]): Promise<void> {
  const records = new Map<string, unknown>();
  const expected: [number, unknown][] = [];
  for (const [i, { isKeyframe, put, gone }] of changes.entries()) {
    const whole = isKeyframe || i === 0;
    if (whole) records.clear();
    else for (const key of gone) records.delete(key);
    for (const [key, record] of Object.entries(put)) records.set(key, record);
    expected.push([i, [...records]]);
    const snapshots = [sampleSnapshot(i, put, whole ? undefined : gone)];
    await store.commit(sampleCommit("town-1", { from: i, to: i + 1, snapshots }));
  }
  for (const [seq, list] of expected) expect(await recordsAt(store, "town-1", seq)).toEqual(list);
}
