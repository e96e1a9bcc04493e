// What a store whose files have come to harm tells about what was kept in it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError, messageOf } from "../../src/core/error.ts";
import { verifyRun } from "../../src/run/verify.ts";
import { openStore } from "../../src/storage/level-store.ts";
import type { Store } from "../../src/storage/store.ts";
import { type Finding, gravest, HARMLESS } from "./finding.ts";
import { type Piece, piecesOf } from "./kept-runs.ts";

export async function piecesIn(place: string): Promise<readonly Piece[]> {
  await using store = await openStore(place);
  return await piecesOf(store);
}

/** Opens a store and reads everything; twice, if it is refused. @param pieces what was kept in it */
export async function readDamaged(place: string, pieces: readonly Piece[]): Promise<Finding> {
  const before = filesIn(place);
  const first = await readOnce(place, pieces);
  if (first.outcome !== "refused") return first;
  const left = filesIn(place);
  const lost = [...before.keys()].filter((name) => left.get(name) !== before.get(name));
  if (lost.length > 0) return { outcome: "erased", what: `${lost.join(", ")}: ${first.what}` };
  const again = await readOnce(place, pieces);
  return again.outcome === "refused" ? first : { outcome: "wrong", what: "refused only once" };
}

/** What lies in a folder, without what every opening writes anew. */
function filesIn(place: string): ReadonlyMap<string, string> {
  const names = readdirSync(place, { recursive: true, encoding: "utf8" });
  const kept = names.filter((name) => /\d{6}|CURRENT|anchor/.test(name));
  return new Map(kept.map((name) => [name, readFileSync(join(place, name), "latin1")]));
}

async function readOnce(place: string, pieces: readonly Piece[]): Promise<Finding> {
  try {
    await using store = await openStore(place, { create: false });
    return await readAll(store, pieces);
  } catch (thrown) {
    const finding = told(thrown);
    return finding.outcome === "told" ? { ...finding, outcome: "refused" } : finding;
  }
}

/** Reading and verifying must come to the same. */
async function readAll(store: Store, pieces: readonly Piece[]): Promise<Finding> {
  const read: Finding[] = [];
  const verified: Finding[] = [];
  for (const [run, own] of Map.groupBy(pieces, (piece) => piece.run)) {
    const finding = gravest(await Promise.all(own.map((piece) => readPiece(store, piece))));
    read.push(finding);
    verified.push(await verify(store, run));
    if (finding.outcome === "told" && verified.at(-1)?.outcome === "harmless")
      return { outcome: "wrong", what: `verified, although ${finding.what}` };
  }
  const all = gravest(read);
  return all.outcome === "harmless" && gravest(verified).outcome !== "harmless"
    ? { outcome: "wrong", what: `nothing wrong, although ${gravest(verified).what}` }
    : all;
}

async function readPiece(store: Store, { read, text }: Piece): Promise<Finding> {
  try {
    const isRight = (await read(store)) === text;
    return isRight ? HARMLESS : { outcome: "wrong", what: "something else was read" };
  } catch (thrown) {
    return told(thrown);
  }
}

async function verify(store: Store, run: string): Promise<Finding> {
  try {
    const { problems } = await verifyRun(store, run);
    return problems.length === 0 ? HARMLESS : { outcome: "told", what: problems.join(", ") };
  } catch (thrown) {
    return told(thrown);
  }
}

/** It must be an error of the store, and name a run or files. */
function told(thrown: unknown): Finding {
  const isOurs = thrown instanceof EngineError && thrown.code.startsWith("STORE_");
  const what = messageOf(thrown);
  const isNamed = /its anchor|its table \d+\.\w+|its version|the files of LevelDB|"[\w.~-]+"/.test(
    what,
  );
  return { outcome: isOurs && isNamed ? "told" : "wrong", what };
}
