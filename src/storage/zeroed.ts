// Sectors of zeros in LevelDB's tables, as a failing disk leaves them: LevelDB 1.20 does not notice all of them, and
// ends the process at some. A whole table has none: its values are packed, or text.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { damaged } from "./failure.ts";

const SECTOR = Buffer.alloc(512);
/** More than this of a store, in bytes, is not looked through: that would take seconds. */
const MAX_LOOKED_THROUGH = 1_073_741_824;

/** @throws EngineError STORE_DAMAGED with the name of the table */
export function checkTables(place: string): void {
  const folder = join(place, "level");
  let left = MAX_LOOKED_THROUGH;
  for (const name of readdirSync(folder).filter((it) => /\.(?:ldb|sst)$/.test(it))) {
    left -= statSync(join(folder, name)).size;
    if (left < 0) return;
    if (readFileSync(join(folder, name)).includes(SECTOR)) {
      throw damaged(place, `holds a sector of zeros in its table ${name}`);
    }
  }
}
