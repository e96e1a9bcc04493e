// A snapshot as lines: the open digest, then table by table what is gone and what is put.
import { z } from "zod";
import type { OpenDigest, Tables, WrittenSnapshot } from "./snapshot.ts";

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

/** A piece of a text that is not read yet: most records are put again before anybody looks at them. */
interface Piece {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

/** Nearly all pieces are ASCII, and shorter as texts of their own than as parts of one with an emoji in it. */
const textOf = ({ bytes, from, to }: Piece): string => bytes.toString("utf8", from, to);

type Pieces = Map<string, Map<string, Piece>>;

/**
 * Puts a snapshot together.
 * @param chain texts of a keyframe and of the changes since, in their order, each line with its end
 */
export function readSnapshot(chain: readonly Buffer[]): {
  readonly digest: OpenDigest;
  readonly tables: Tables;
} {
  const pieces: Pieces = new Map();
  let digest: OpenDigest = { chain: "", changed: [], lines: [] };
  for (const bytes of chain) {
    const reader = new LineReader(bytes);
    const header = DigestHeader.parse(JSON.parse(reader.line()));
    digest = { ...header, lines: Array.from({ length: header.lines }, () => reader.line()) };
    while (!reader.isAtEnd) applyTable(pieces, reader);
  }
  const tables = [...pieces].map(([table, records]) => {
    return [table, new Map([...records].map(([id, piece]) => [id, textOf(piece)]))] as const;
  });
  return { digest, tables: new Map(tables) };
}

/** As in a Map of JavaScript, a record that is put again keeps its place. */
function applyTable(pieces: Pieces, reader: LineReader): void {
  const { table, gone, put } = TableHeader.parse(JSON.parse(reader.line()));
  const records = pieces.get(table) ?? new Map<string, Piece>();
  pieces.set(table, records);
  for (let i = 0; i < gone; i++) records.delete(idOf(reader.line()));
  for (let i = 0; i < put; i++) {
    const id = idOf(reader.id());
    records.set(id, reader.piece());
  }
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
    return textOf(this.piece());
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
    const piece = {
      bytes: this.#bytes,
      from: this.#at,
      to: found < 0 ? this.#bytes.length : found,
    };
    this.#at = piece.to + 1;
    return piece;
  }
}
