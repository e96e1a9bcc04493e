// All that a store has of a run, as one commit: to write it elsewhere, with something changed.
import type { WrittenSnapshot } from "../../src/storage/snapshot.ts";
import type { Commit, Store } from "../../src/storage/store.ts";

/** Every snapshot becomes a keyframe. */
export async function commitOf(store: Store, id: string): Promise<Commit> {
  const { manifest, head } = await store.run(id);
  const numbers = (await store.blocks(id)).map(({ number }) => number);
  const snapshots: WrittenSnapshot[] = [];
  for (const { seq, at } of await store.snapshots(id)) {
    const { digest, tables } = await store.snapshot(id, seq);
    const put = [...tables].map(([table, rows]) => ({ table, put: [...rows], gone: [] }));
    snapshots.push({ seq, at, digest, isKeyframe: true, tables: put });
  }
  return {
    manifest,
    head,
    blocks: await Promise.all(numbers.map((number) => store.block(id, number))),
    tail: await store.tail(id),
    snapshots,
  };
}
