// Snapshots as they are read back: their texts are kept for a while, since whoever looks at one instant looks at others.
import { changedAt, lostAt } from "./failure.ts";
import { parseSnapshotKey, type SnapshotName, snapshotRange, snapshotsRange } from "./keys.ts";
import type { OpenDigest, StoredRecords } from "./snapshot.ts";
import { joinSnapshot, parseSnapshot, type SnapshotText } from "./snapshot-text.ts";
import type { RunRecord } from "./store.ts";
import type { StoredText, Texts } from "./texts.ts";

/** Texts that are kept, in bytes, those read last; what was read of them takes up to some three times as much. */
const MAX_KEPT = 33_554_432;

interface StoredSnapshot extends SnapshotName {
  readonly text: StoredText;
}

/** What is known of a run at a commit. */
interface Listing {
  readonly commit: number;
  readonly bySeq: ReadonlyMap<number, StoredSnapshot>;
}

/** The snapshots of all runs. Closed state, owned by one store: what is kept of them. */
export class Snapshots {
  readonly #texts: Texts;
  readonly #listings = new Map<string, Listing>();
  /** By key, what was read last at the end. */
  readonly #kept = new Map<string, SnapshotText>();
  #bytes = 0;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** In their order. @throws EngineError STORE_DAMAGED when one is missing that another follows, or the last */
  async list(record: RunRecord): Promise<readonly SnapshotName[]> {
    this.#listings.delete(record.manifest.run);
    return [...(await this.#listing(record)).values()];
  }

  /** A snapshot put together. @throws EngineError STORE_DAMAGED */
  async read(
    record: RunRecord,
    seq: number,
  ): Promise<{ readonly digest: OpenDigest; readonly tables: StoredRecords }> {
    const bySeq = await this.#listing(record);
    const chain: StoredText[] = [];
    for (let next = seq; ; ) {
      const found = bySeq.get(next);
      if (found === undefined) throw this.#lost(record, next);
      chain.unshift(found.text);
      if (found.isKeyframe) break;
      if (found.before >= next) throw changedAt(this.#texts.place, found.text.key);
      next = found.before;
    }
    return joinSnapshot(await Promise.all(chain.map((text) => this.#text(text))));
  }

  /** What is read next comes from the disk. */
  forget(): void {
    this.#listings.clear();
    this.#kept.clear();
    this.#bytes = 0;
  }

  async #listing(record: RunRecord): Promise<Listing["bySeq"]> {
    const { manifest, commit, snapshot: last } = record;
    const known = this.#listings.get(manifest.run);
    if (known?.commit === commit) return known.bySeq;
    const list = await this.#texts.list(snapshotsRange(manifest.run));
    const found = list.map((text) => ({ ...parseSnapshotKey(text.key), text }));
    const bySeq = new Map(found.map((it) => [it.seq, it]));
    const named = [...found.map(({ before }) => before), ...(last === undefined ? [] : [last])];
    const lost = named.find((seq) => !bySeq.has(seq));
    if (lost !== undefined) throw this.#lost(record, lost);
    this.#listings.set(manifest.run, { commit, bySeq });
    return bySeq;
  }

  #lost({ manifest }: RunRecord, seq: number): unknown {
    return lostAt(this.#texts.place, snapshotRange(manifest.run, seq));
  }

  async #text(text: StoredText): Promise<SnapshotText> {
    const { key } = text;
    const read = this.#kept.get(key) ?? parseSnapshot(await this.#texts.bytes(text));
    if (!this.#kept.delete(key)) this.#bytes += read.length;
    this.#kept.set(key, read);
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= MAX_KEPT) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
    return read;
  }
}
