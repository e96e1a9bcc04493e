// Finds what a stranger has said in a run, and where it stands in all runs of the store.
import { BLOCK_SIZE, entryOfLine } from "../core/journal-line.ts";
import { readBlocks } from "../storage/read-blocks.ts";
import type { Tables } from "../storage/snapshot.ts";
import type { RunRecord, Store } from "../storage/store.ts";
import { lineageOf } from "./pack.ts";
import { hiddenIn } from "./strangers.ts";

/** Which texts: those that hold these words, those of an author, or those of a post. */
export interface Sought {
  readonly by: "text" | "from" | "post";
  readonly value: string;
}

/** What was found, and in how many entries and snapshots of all runs it stands. */
export interface Found {
  /** By hash. */
  readonly texts: ReadonlyMap<string, string>;
  readonly entries: number;
  readonly snapshots: number;
}

/**
 * Finds texts of strangers in a run and its parents; with a text also those that quote it.
 * @throws EngineError RUN_UNKNOWN, STORE_DAMAGED
 */
export async function findSaid(store: Store, run: string, sought: Sought): Promise<Found> {
  const lineage = await lineageOf(store, run);
  const rows = await Promise.all(lineage.map(({ manifest }) => store.strangers(manifest.run)));
  const kept = new Map(
    rows.flat().flatMap(({ hash, text }) => (text === undefined ? [] : [[hash, text] as const])),
  );
  const said = sought.by === "text" ? [sought.value] : await saidBy(store, lineage, kept, sought);
  const texts = new Map([...kept].filter(([, text]) => said.some((words) => text.includes(words))));
  return { texts, ...(await placesOf(store, new Set(texts.keys()))) };
}

/** What stands in the journal as said by an author or in a post. */
async function saidBy(
  store: Store,
  lineage: readonly RunRecord[],
  kept: ReadonlyMap<string, string>,
  sought: Sought,
): Promise<readonly string[]> {
  const hashes = new Set<string>();
  for await (const line of linesOf(store, lineage)) {
    for (const hash of hashesBy(line, sought)) hashes.add(hash);
  }
  return [...hashes].flatMap((hash) => kept.get(hash) ?? []);
}

function hashesBy(line: string, sought: Sought): readonly string[] {
  if (hiddenIn(line).length === 0) return [];
  const { event } = entryOfLine(line);
  const parts = event.stranger === true ? partsBy(event, sought) : [];
  return parts.flatMap((part) => hiddenIn(JSON.stringify(part)));
}

/** The parts of an event that say of themselves whose they are. */
function partsBy(value: unknown, sought: Sought): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  const fields = new Map<string, unknown>(Object.entries(value));
  if (fields.get(sought.by) === sought.value) return [value];
  return [...fields.values()].flatMap((field) => partsBy(field, sought));
}

async function placesOf(
  store: Store,
  hashes: ReadonlySet<string>,
): Promise<Pick<Found, "entries" | "snapshots">> {
  if (hashes.size === 0) return { entries: 0, snapshots: 0 };
  const isIn = (json: string): boolean => hiddenIn(json).some((hash) => hashes.has(hash));
  const records = await store.runs();
  let [entries, snapshots] = [0, 0];
  for await (const line of linesOf(store, records)) if (isIn(line)) entries++;
  for await (const tables of snapshotsOf(store, records)) {
    if ([...tables.values()].some((table) => [...table.values()].some(isIn))) snapshots++;
  }
  return { entries, snapshots };
}

async function* snapshotsOf(store: Store, records: readonly RunRecord[]): AsyncIterable<Tables> {
  for (const { manifest } of records) {
    for (const { seq } of await store.snapshots(manifest.run)) {
      yield (await store.snapshot(manifest.run, seq)).tables;
    }
  }
}

/** The entries of runs as they are stored; of a fork without those of its parents. */
async function* linesOf(store: Store, records: readonly RunRecord[]): AsyncIterable<string> {
  for (const { manifest } of records) {
    const first = manifest.parent?.seq ?? 0;
    let shared = first % BLOCK_SIZE;
    for await (const { lines } of readBlocks(store, manifest.run)) {
      yield* lines.slice(shared);
      shared = 0;
    }
    yield* (await store.tail(manifest.run)).slice(shared);
  }
}
