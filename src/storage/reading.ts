// How a run is read back: its record, its blocks and tail; each held against what the record says.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { changedAt, lostAt } from "./failure.ts";
import { blockRange, blocksRange, parseBlockKey, recordKey, tailKey } from "./keys.ts";
import { type Block, RunRecord } from "./store.ts";
import type { Texts } from "./texts.ts";
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
