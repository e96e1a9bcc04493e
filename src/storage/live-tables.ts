// Which of LevelDB's tables hold something: others are left over from work that was cut short, and may be torn.
import { join } from "node:path";
import { Cursor } from "./cursor.ts";
import { bytesOfFile } from "./folder.ts";

/** A MANIFEST is a log: in blocks of this size, pieces of records behind headers of checksum, length and kind. */
const BLOCK = 32_768;
const HEADER = 7;
const LENGTH_AT = 4;
const KIND_AT = 6;
/** Of a piece with which a record ends: the whole of it, or its last one. */
const ENDS: readonly number[] = [1, 4];

/** What is told of each version, by the number before it: integers, and texts with their lengths. */
const FIELDS: Readonly<Record<number, string>> = {
  1: "t",
  2: "i",
  3: "i",
  4: "i",
  5: "it",
  6: "ii",
  7: "iiitt",
  9: "i",
};
/** Both have the number of a table as their second field. */
const [REMOVED, ADDED] = [6, 7];

/** The names of the tables, none where LevelDB refuses to open: it does look at the checksums of its MANIFEST. */
export async function liveTables(folder: string): Promise<readonly string[]> {
  const current = await bytesOfFile(join(folder, "CURRENT"));
  const name = current?.toString().trim() ?? "";
  const manifest = /^MANIFEST-\d+$/.test(name) ? await bytesOfFile(join(folder, name)) : undefined;
  const live = new Set<number>();
  for (const record of recordsIn(manifest ?? Buffer.alloc(0))) {
    for (const [tag, number] of changesIn(record)) {
      if (tag === ADDED) live.add(number);
      if (tag === REMOVED) live.delete(number);
    }
  }
  return [...live].map((number) => `${String(number).padStart(6, "0")}.ldb`);
}

function* recordsIn(log: Buffer): Iterable<Buffer> {
  let record: Buffer[] = [];
  for (let at = 0; at + HEADER <= log.length; ) {
    const left = BLOCK - (at % BLOCK);
    const end = at + HEADER + log.readUInt16LE(at + LENGTH_AT);
    if (left < HEADER) at += left;
    else {
      record.push(log.subarray(at + HEADER, end));
      if (ENDS.includes(log[at + KIND_AT] ?? 0)) {
        yield Buffer.concat(record);
        record = [];
      }
      at = end;
    }
  }
}

function* changesIn(record: Buffer): Iterable<readonly [tag: number, table: number]> {
  const cursor = new Cursor(record, 0);
  while (cursor.at < record.length) {
    const tag = cursor.next();
    const fields = Array.from(FIELDS[tag] ?? "", (kind) => {
      const value = cursor.next();
      if (kind === "t") cursor.at += value;
      return value;
    });
    yield [tag, fields[1] ?? 0];
  }
}
