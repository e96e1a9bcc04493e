// A run as lines that can be carried elsewhere: its sources, its parents and itself, block by block.
import { isUtf8 } from "node:buffer";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { ceil } from "../core/math.ts";
import { readBlocks } from "../storage/read-blocks.ts";
import type { Tables } from "../storage/snapshot.ts";
import type { RunRecord, SnapshotPlace, Store } from "../storage/store.ts";
import { engineVersion } from "./manifest.ts";
import { FORMAT, PACK_VERSION, type PackLineOf } from "./pack-line.ts";

/** A file that the scenario is made of. */
export interface Source {
  /** Relative to the folder of all sources, with slashes. */
  readonly path: string;
  readonly content: Buffer;
}

export interface PackOptions {
  /** Read one at a time. */
  readonly sources: Iterable<Source>;
  /** The path of the scenario among them. */
  readonly scenario: string;
  /** Whether up to MAX_SNAPSHOTS of each run come along, and not only those that forks begin with. */
  readonly hasSnapshots?: boolean;
}

/** Each is a whole state: so many take going back into a long run to a small part of its time. */
export const MAX_SNAPSHOTS = 16;
/** Records of a table stand in lines of about this many UTF-16 code units. */
const TABLE_LINE = 1_048_576;

/** A run with those whom it descends from, the oldest first. @throws EngineError RUN_UNKNOWN */
export async function lineageOf(store: Store, id: string): Promise<readonly RunRecord[]> {
  const record = await store.run(id);
  const { parent } = record.manifest;
  return [...(parent ? await lineageOf(store, parent.run) : []), record];
}

/** The lines of a pack. @throws EngineError RUN_UNKNOWN, STORE_DAMAGED */
export async function* pack(
  store: Store,
  run: string,
  { sources, scenario, hasSnapshots = false }: PackOptions,
): AsyncIterable<string> {
  const engine = engineVersion();
  yield lineOf({ format: FORMAT, version: PACK_VERSION, kind: "header", run, engine, scenario });
  for (const { path, content } of sources) {
    const encoding = isUtf8(content) ? "utf8" : "base64";
    yield lineOf({ kind: "source", path, encoding, content: content.toString(encoding) });
  }
  for (const record of await lineageOf(store, run)) {
    yield* runLines(store, record, { scenario, hasSnapshots });
  }
}

async function* runLines(
  store: Store,
  { manifest, head }: RunRecord,
  { scenario, hasSnapshots }: Required<Omit<PackOptions, "sources">>,
): AsyncIterable<string> {
  const { run, parent } = manifest;
  yield lineOf({ kind: "run", manifest: { ...manifest, source: scenario }, head });
  for (const it of await store.strangers(run)) yield lineOf({ kind: "stranger", ...it });
  const all = await store.snapshots(run);
  const places = hasSnapshots ? thinned(all) : all.slice(0, parent ? 1 : 0);
  for await (const block of readBlocks(store, run)) {
    const { lines, ...fields } = block;
    yield withJson({ kind: "block", ...fields }, "lines", lines);
    const last = places.findLastIndex(({ seq }) => seq <= (block.number + 1) * BLOCK_SIZE);
    for (const place of places.splice(0, last + 1)) yield* snapshotLines(store, run, place);
  }
  for (const place of places) yield* snapshotLines(store, run, place);
  yield withJson({ kind: "tail" }, "lines", await store.tail(run));
}

const thinned = (places: readonly SnapshotPlace[]): SnapshotPlace[] => {
  const every = ceil(places.length / MAX_SNAPSHOTS);
  return places.filter((_, i) => i % every === 0);
};

async function* snapshotLines(
  store: Store,
  run: string,
  { seq, at }: SnapshotPlace,
): AsyncIterable<string> {
  const { digest, tables } = await store.snapshot(run, seq);
  const { lines, ...open } = digest;
  yield withJson({ kind: "snapshot", seq, at, ...open }, "lines", lines);
  for (const [table, put] of pieces(tables)) yield withJson({ kind: "table", table }, "put", put);
}

/** The records of each table, as many at a time as one line may hold. */
function* pieces(tables: Tables): Iterable<readonly [table: string, put: readonly string[]]> {
  for (const [table, records] of tables) {
    let put: string[] = [];
    let length = 0;
    for (const [id, record] of records) {
      put.push(`[${JSON.stringify(id)},${record}]`);
      length += record.length;
      if (length < TABLE_LINE) continue;
      yield [table, put];
      [put, length] = [[], 0];
    }
    yield [table, put];
  }
}

const lineOf = (line: PackLineOf<"header" | "source" | "run" | "stranger">): string =>
  JSON.stringify(line);

/** An object with a last field whose items are JSON already. */
const withJson = (fields: object, name: string, items: readonly string[]): string =>
  `${JSON.stringify(fields).slice(0, -1)},"${name}":[${items.join()}]}`;
