// A program that does harm to copies of a store, one after the other, and prints what comes of each: LevelDB may end
// the whole process.
import { cpSync, rmSync } from "node:fs";
import { deriveKey } from "../../src/core/random.ts";
import type { Subject } from "./damage-trials.ts";
import { piecesIn, readDamaged } from "./damaged-store.ts";
import type { Finding } from "./finding.ts";
import { doHarm, harmsTo } from "./harm.ts";
import { allOf, readPlain } from "./plain-level.ts";

const { kind, master, key, from, runs }: Subject & { readonly from: number } = JSON.parse(
  process.argv[2] ?? "",
);
const copy = `${master}-copy`;

/** On a copy of what was stored. */
async function onCopy<T>(work: () => Promise<T>): Promise<T> {
  rmSync(copy, { recursive: true, force: true });
  cpSync(master, copy, { recursive: true });
  return work();
}

async function reader(): Promise<() => Promise<Finding>> {
  if (kind === "plain") {
    const values = await onCopy(() => allOf(copy));
    return () => readPlain(copy, values);
  }
  const pieces = await onCopy(() => piecesIn(copy));
  return () => readDamaged(copy, pieces);
}

const read = await reader();
const harms = harmsTo(kind);
for (let i = from; i < runs; i++) {
  const harm = harms[i % harms.length];
  const finding = await onCopy(() => {
    if (harm !== undefined) doHarm(copy, harm, deriveKey(key, "trial", i));
    return read();
  });
  console.log(JSON.stringify(finding));
}
