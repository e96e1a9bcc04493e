// A program that does harm to copies of a store, one after the other, and prints what comes of each: LevelDB may end
// the whole process.
import { cpSync, rmSync } from "node:fs";
import { deriveKey } from "../../src/core/random.ts";
import type { Subject } from "./damage-trials.ts";
import { piecesIn, readDamaged } from "./damaged-store.ts";
import type { Finding } from "./finding.ts";
import { doHarm, harmsTo } from "./harm.ts";
import { readPlain, valuesIn } from "./plain-level.ts";

const { kind, master, key, from, runs }: Subject & { readonly from: number } = JSON.parse(
  process.argv[2] ?? "",
);

const place = `${master}-copy`;
function copy(): void {
  rmSync(place, { recursive: true, force: true });
  cpSync(master, place, { recursive: true });
}

/** @returns what reads a copy and holds it against what is in the master */
async function reader(): Promise<() => Promise<Finding>> {
  copy();
  if (kind === "ours") {
    const pieces = await piecesIn(place);
    return () => readDamaged(place, pieces);
  }
  const values = await valuesIn(place);
  return () => readPlain(place, values);
}

const read = await reader();
const harms = harmsTo(kind);
for (let number = from; number < runs; number++) {
  const harm = harms[number % harms.length];
  copy();
  if (harm !== undefined) doHarm(place, harm, deriveKey(key, "trial", number));
  console.log(JSON.stringify(await read()));
}
