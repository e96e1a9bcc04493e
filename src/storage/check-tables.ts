// LevelDB's tables, held against the checksums in them: LevelDB writes these and does not look at them again, reads
// what is damaged as if it were whole, and on some of it ends the process.
import { join } from "node:path";
import { crc32c } from "./crc32c.ts";
import { Cursor } from "./cursor.ts";
import { damaged } from "./failure.ts";
import { bytesOfFile } from "./folder.ts";
import { liveTables } from "./live-tables.ts";

/**
 * Looks through every table: about 3 ms per megabyte.
 * @param folder LevelDB's, of the store in `place`
 * @throws EngineError STORE_DAMAGED with the name of a table that is not what was written
 */
export async function checkTables(place: string, folder: string): Promise<void> {
  for (const name of await liveTables(folder)) {
    const table = await bytesOfFile(join(folder, name));
    // LevelDB tells of those that are missing.
    if (table === undefined || isWhole(table)) continue;
    throw damaged(place, `holds damage in its table ${name}`);
  }
}

/** At its end a table tells where two blocks lie: the indexes of its filters and of its values. */
const FOOTER = 48;

/** The form of a table is described in LevelDB's doc/table_format.md. */
function isWhole(table: Buffer): boolean {
  if (table.length < FOOTER) return false;
  const footer = new Cursor(table, table.length - FOOTER);
  const isBlock = (place: Place): boolean => isBlockWhole(table, place);
  const indexes = [placeAt(footer), placeAt(footer)];
  return indexes.every(
    (index) => isBlock(index) && placesIn(table, index).every((place) => isBlock(place)),
  );
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placeAt(cursor: Cursor): Place {
  const from = cursor.next();
  return { from, to: from + cursor.next() };
}

const INTEGER = 4;
/** The kind of a block as it was written. */
const PLAIN = 0;

/** Behind a block stand its kind, one byte, and the checksum of both, turned and moved by a constant. */
function isBlockWhole(table: Buffer, { from, to }: Place): boolean {
  const end = to + 1;
  if (end + INTEGER > table.length) return false;
  const sum = crc32c(table.subarray(from, end));
  return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0 === table.readUInt32LE(end);
}

/**
 * An entry of an index: three lengths, a key of which it has its own part, and the place of a block. A packed index is
 * of a table from before LevelDB was told not to pack, and is left to it.
 */
function placesIn(table: Buffer, { from, to }: Place): readonly Place[] {
  if (table[to] !== PLAIN) return [];
  const restarts = table.readUInt32LE(to - INTEGER);
  const end = to - INTEGER * (1 + restarts);
  const places: Place[] = [];
  for (const cursor = new Cursor(table, from); cursor.at < end; ) {
    const [, own] = [cursor.next(), cursor.next(), cursor.next()];
    cursor.at += own;
    places.push(placeAt(cursor));
  }
  return places;
}
