// What a store checks before it is used: its version, and that every run is as far as its anchor says.
import { anchorText, checkFormat, FORMAT, isBehind, type Known, parseAnchor } from "./anchor.ts";
import type { Disk } from "./disk.ts";
import { changedAt, damaged, lostAt } from "./failure.ts";
import { FORMAT_KEY, parseRecordKey, RECORDS_RANGE, recordRange, removedKey } from "./keys.ts";
import type { Texts } from "./texts.ts";

/**
 * The runs on a disk; a new disk is set up.
 * @throws EngineError STORE_DAMAGED, STORE_NEWER
 */
export async function openRuns(disk: Disk, texts: Texts): Promise<ReadonlyMap<string, Known>> {
  const { place } = disk;
  const text = await disk.readAnchor();
  const anchor = text === undefined ? new Map<string, Known>() : parseAnchor(place, text);
  const [format] = await texts.list(`${FORMAT_KEY}/`);
  if (format !== undefined) checkFormat(place, Number(await texts.read(format)));
  const stored = await storedRuns(texts);
  const isNew = format === undefined && stored.size === 0;
  if (text === undefined && !isNew) throw damaged(place, "has lost its anchor");
  const absent = [...anchor.keys()].filter((run) => !stored.has(run));
  const removed = await removedSums(texts, absent);
  const isMoved = isBehind(place, { anchor, stored, removed });
  if (format === undefined && !isNew) throw lostAt(place, FORMAT_KEY);
  if (isMoved || text === undefined) await disk.writeAnchor(anchorText(stored));
  if (isNew) await disk.write(texts.changes([[FORMAT_KEY, [String(FORMAT)]]]));
  return stored;
}

async function storedRuns(texts: Texts): Promise<ReadonlyMap<string, Known>> {
  const records = await texts.list(RECORDS_RANGE);
  const sums = await Promise.all(records.map((record) => texts.sum(record)));
  const runs = new Map<string, Known>();
  for (const [i, { key }] of records.entries()) {
    const [run, commit] = parseRecordKey(key);
    if (runs.has(run)) throw changedAt(texts.place, recordRange(run));
    runs.set(run, { commit, sum: sums[i] ?? "" });
  }
  return runs;
}

/** The note that a run was removed holds the checksum of its last record. */
async function removedSums(texts: Texts, runs: readonly string[]): Promise<ReadonlySet<string>> {
  const notes = await Promise.all(runs.map((run) => texts.list(`${removedKey(run)}/`)));
  const lines = await Promise.all(notes.flat().map((note) => texts.lines(note)));
  return new Set(lines.flat());
}
