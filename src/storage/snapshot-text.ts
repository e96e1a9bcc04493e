// A snapshot as lines: the open digest, then table by table what is gone and what is put.
import { z } from "zod";
import { freeze } from "../core/json.ts";
import type { OpenDigest, StoredRecord, StoredRecords, WrittenSnapshot } from "./snapshot.ts";

const Count = z.int().min(0);
/** Before the lines of the open block. */
const DigestHeader = z.object({ chain: z.string(), changed: z.array(Count), lines: Count });
/** Before a table's lines: so many ids are gone, so many records are put. */
const TableHeader = z.object({ table: z.string(), gone: Count, put: Count });

/** An id and its record as JSON stand in one line with a tab between: JSON holds neither tabs nor line ends. */
export function* snapshotLines({ digest, tables }: WrittenSnapshot): Iterable<string> {
  const { chain, changed, lines } = digest;
  yield JSON.stringify({ chain, changed, lines: lines.length });
  yield* lines;
  for (const { table, gone, put } of tables) {
    yield JSON.stringify({ table, gone: gone.length, put: put.length });
    for (const id of gone) yield JSON.stringify(id);
    for (const [id, record] of put) yield `${JSON.stringify(id)}\t${record}`;
  }
}

/**
 * A piece of a text that is not read yet: most records are put again before anybody looks at them. Nearly all are
 * ASCII, and shorter as texts of their own than as parts of one with an emoji in it.
 */
class Piece implements StoredRecord {
  readonly #bytes: Buffer;
  readonly #from: number;
  readonly #to: number;
  #value: unknown;

  constructor(bytes: Buffer, from: number, to: number) {
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
  }

  get text(): string {
    return this.#bytes.toString("utf8", this.#from, this.#to);
  }

  get value(): unknown {
    this.#value ??= freeze(JSON.parse(this.text));
    return this.#value;
  }
}

type Pieces = Map<string, StoredRecord>;

interface PieceChange {
  readonly gone: readonly string[];
  readonly put: Pieces;
}

/** A text of a snapshot, taken apart. */
export interface SnapshotText {
  readonly digest: OpenDigest;
  readonly tables: ReadonlyMap<string, PieceChange>;
  /** In bytes. */
  readonly length: number;
}

/** @param bytes each line with its end */
export function parseSnapshot(bytes: Buffer): SnapshotText {
  const reader = new LineReader(bytes);
  const header = DigestHeader.parse(JSON.parse(reader.line()));
  const digest = { ...header, lines: Array.from({ length: header.lines }, () => reader.line()) };
  const tables: [string, PieceChange][] = [];
  while (!reader.isAtEnd) {
    const { table, ...counts } = TableHeader.parse(JSON.parse(reader.line()));
    const gone = Array.from({ length: counts.gone }, () => idOf(reader.line()));
    const put: Pieces = new Map();
    for (let i = 0; i < counts.put; i++) put.set(idOf(reader.id()), reader.piece());
    tables.push([table, { gone, put }]);
  }
  return { digest, tables: new Map(tables), length: bytes.length };
}

/**
 * Puts a snapshot together. As in a Map of JavaScript, a record that is put again keeps its place.
 * @param chain a keyframe and the changes since, in their order
 */
export function joinSnapshot(chain: readonly SnapshotText[]): {
  readonly digest: OpenDigest;
  readonly tables: StoredRecords;
} {
  const joined = new Map<string, Pieces>();
  for (const { tables } of chain) {
    for (const [table, change] of tables) joined.set(table, applied(change, joined.get(table)));
  }
  return { digest: chain.at(-1)?.digest ?? { chain: "", changed: [], lines: [] }, tables: joined };
}

/** A keyframe is copied: it stays for others. */
function applied({ gone, put }: PieceChange, records: Pieces | undefined): Pieces {
  if (records === undefined) return new Map(put);
  for (const id of gone) records.delete(id);
  for (const [id, piece] of put) records.set(id, piece);
  return records;
}

/** Nearly all ids need no parser. */
const idOf = (json: string): string => (json.includes("\\") ? JSON.parse(json) : json.slice(1, -1));

const TAB = 9;
const LINE_END = 10;

/** Reads a text from its beginning to its end. Closed state, owned by one reading. */
class LineReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  line(): string {
    return this.piece().text;
  }

  /** What comes before the next tab: it is short, and found sooner byte by byte. */
  id(): string {
    const from = this.#at;
    let [to, all] = [from, 0];
    for (; to < this.#bytes.length && this.#bytes[to] !== TAB; to++) all |= this.#bytes[to] ?? 0;
    this.#at = to + 1;
    return this.#bytes.toString(all < 128 ? "latin1" : "utf8", from, to);
  }

  /** The rest of the line. */
  piece(): Piece {
    const found = this.#bytes.indexOf(LINE_END, this.#at);
    const [from, to] = [this.#at, found < 0 ? this.#bytes.length : found];
    this.#at = to + 1;
    return new Piece(this.#bytes, from, to);
  }
}
