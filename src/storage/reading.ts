// How a run is read back: its record, its blocks and tail, its snapshots; each held against what the record says.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { changedAt, lostAt } from "./failure.ts";
import {
  blockRange,
  blocksRange,
  parseBlockKey,
  parseSnapshotKey,
  recordKey,
  type SnapshotName,
  snapshotRange,
  snapshotsRange,
  tailKey,
} from "./keys.ts";
import { readSnapshot } from "./snapshot-text.ts";
import { type Block, RunRecord, type Store } from "./store.ts";
import type { StoredText, Texts } from "./texts.ts";
import { blockNumbers } from "./writing.ts";

/** @throws EngineError STORE_DAMAGED */
export async function readRecord(texts: Texts, run: string, commit: number): Promise<RunRecord> {
  const text = await texts.only(`${recordKey(run, commit)}/`);
  const record = RunRecord.safeParse(JSON.parse(await texts.read(text)));
  if (!record.success) throw changedAt(texts.place, text.key, record.error);
  return record.data;
}

/** @throws EngineError STORE_DAMAGED */
export async function listBlocks(
  texts: Texts,
  record: RunRecord,
): Promise<readonly Pick<Block, "number" | "at">[]> {
  const { run } = record.manifest;
  const { first, end } = blockNumbers(record);
  const found = (await texts.list(blocksRange(run))).map(({ key }) => parseBlockKey(key));
  for (let number = first; number < end; number++) {
    if (found[number - first]?.number !== number) {
      throw lostAt(texts.place, blockRange(run, number));
    }
  }
  const surplus = found[end - first];
  if (surplus !== undefined) throw changedAt(texts.place, blockRange(run, surplus.number));
  return found;
}

/** @throws EngineError STORE_DAMAGED */
export async function readBlock(texts: Texts, run: string, number: number): Promise<Block> {
  const text = await texts.only(blockRange(run, number));
  const [states = "", before = "", after = "", ...lines] = await texts.lines(text);
  if (lines.length !== BLOCK_SIZE) throw changedAt(texts.place, text.key);
  return { ...parseBlockKey(text.key), states, before, after, lines };
}

/** @throws EngineError STORE_DAMAGED */
export async function readTail(texts: Texts, record: RunRecord): Promise<readonly string[]> {
  const { manifest, head, commit } = record;
  const text = await texts.only(`${tailKey(manifest.run, commit)}/`);
  const lines = await texts.lines(text);
  if (lines.length !== head.steps % BLOCK_SIZE) throw changedAt(texts.place, text.key);
  return lines;
}

interface StoredSnapshot extends SnapshotName {
  readonly text: StoredText;
}

/** @throws EngineError STORE_DAMAGED when one is missing that another follows, or the last */
export async function listSnapshots(
  texts: Texts,
  { manifest: { run }, snapshot: last }: RunRecord,
): Promise<readonly StoredSnapshot[]> {
  const list = await texts.list(snapshotsRange(run));
  const found = list.map((text) => ({ ...parseSnapshotKey(text.key), text }));
  const present = new Set(found.map(({ seq }) => seq));
  const named = [...found.map(({ before }) => before), ...(last === undefined ? [] : [last])];
  const lost = named.find((seq) => !present.has(seq));
  if (lost !== undefined) throw lostAt(texts.place, snapshotRange(run, lost));
  return found;
}

/** @throws EngineError STORE_DAMAGED */
export async function readSnapshotAt(
  texts: Texts,
  record: RunRecord,
  seq: number,
): ReturnType<Store["snapshot"]> {
  const bySeq = new Map((await listSnapshots(texts, record)).map((it) => [it.seq, it]));
  const chain: StoredText[] = [];
  for (let next = seq; ; ) {
    const found = bySeq.get(next);
    if (found === undefined) throw lostAt(texts.place, snapshotRange(record.manifest.run, next));
    chain.unshift(found.text);
    if (found.isKeyframe) break;
    if (found.before >= next) throw changedAt(texts.place, found.text.key);
    next = found.before;
  }
  return readSnapshot(await Promise.all(chain.map((text) => texts.bytes(text))));
}
