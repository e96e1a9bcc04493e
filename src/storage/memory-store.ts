// A store for tests, in memory: what goes in and what comes out goes through JSON, so that nothing is shared.
import { assert } from "../core/error.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { checkChain, checkCommit, checkRemovable, FIRST_CHAIN, type LastBlock } from "./rules.ts";
import type { Block, Commit, Manifest, RunRecord, Snapshot, Store } from "./store.ts";

/** A run, its parts as JSON. */
interface Kept {
  readonly record: string;
  readonly last: LastBlock | undefined;
  /** By seq of the first entry, ascending. */
  readonly blocks: ReadonlyMap<number, string>;
  /** By seq. */
  readonly snapshots: ReadonlyMap<number, string>;
}

const recordOf = ({ record }: Kept): RunRecord => JSON.parse(record);
const blockOf = (text: string): Block => JSON.parse(text);
const snapshotOf = (text: string): Snapshot => JSON.parse(text);

export const memoryStore = (): Store => new MemoryStore();

class MemoryStore implements Store {
  readonly place = "memory";
  readonly #kept = new Map<string, Kept>();

  async runs(): Promise<readonly RunRecord[]> {
    return this.#records().sort((a, b) => (a.manifest.run < b.manifest.run ? -1 : 1));
  }

  async run(id: string): Promise<RunRecord | undefined> {
    const kept = this.#kept.get(id);
    return kept && recordOf(kept);
  }

  async commit(id: string, commit: Commit): Promise<void> {
    const { head, blocks, snapshots } = commit;
    const before = this.#kept.get(id);
    const known = before && { ...recordOf(before), last: before.last };
    const manifest = checkCommit(id, known, commit);
    const [first] = blocks;
    if (first !== undefined) checkChain(blocks, this.#chainBefore(manifest, first.from));
    const record: RunRecord = { manifest, head, bytes: 0 };
    const last = blocks.at(-1);
    this.#kept.set(id, {
      record: JSON.stringify(record),
      last: last
        ? { from: last.from, count: last.entries.length, chain: last.chain }
        : before?.last,
      blocks: new Map([
        ...(before?.blocks ?? []),
        ...blocks.map((block) => [block.from, JSON.stringify(block)] as const),
      ]),
      snapshots: new Map([
        ...snapshots.map((snapshot) => [snapshot.seq, JSON.stringify(snapshot)] as const),
        ...(before?.snapshots ?? []),
      ]),
    });
  }

  async *blocks(
    id: string,
    { from, to }: { readonly from: number; readonly to: number },
  ): AsyncGenerator<Block> {
    for (const [first, text] of this.#kept.get(id)?.blocks ?? []) {
      const block = blockOf(text);
      if (first < to && first + block.entries.length > from) yield block;
    }
  }

  async snapshots(id: string): Promise<readonly Pick<Snapshot, "seq" | "at">[]> {
    const snapshots = [...(this.#kept.get(id)?.snapshots.values() ?? [])].map(snapshotOf);
    return snapshots.map(({ seq, at }) => ({ seq, at })).sort((a, b) => a.seq - b.seq);
  }

  async snapshot(id: string, seq: number): Promise<Snapshot | undefined> {
    const text = this.#kept.get(id)?.snapshots.get(seq);
    return text === undefined ? undefined : snapshotOf(text);
  }

  async remove(id: string): Promise<void> {
    checkRemovable(
      id,
      this.#records().map(({ manifest }) => manifest),
    );
    this.#kept.delete(id);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#kept.clear();
  }

  #records(): RunRecord[] {
    return [...this.#kept.values()].map(recordOf);
  }

  /** A fork's first block continues the chain of its parent. */
  #chainBefore(manifest: Manifest, from: number): string {
    if (from === 0) return FIRST_CHAIN;
    const text = this.#kept.get(manifest.run)?.blocks.get(from - BLOCK_SIZE);
    if (text !== undefined) return blockOf(text).chain;
    const parent = manifest.parent && this.#kept.get(manifest.parent.run);
    assert(parent !== undefined, "a fork lies in the store of its parent");
    return this.#chainBefore(recordOf(parent).manifest, from);
  }
}
