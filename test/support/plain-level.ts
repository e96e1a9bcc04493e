// The same values in LevelDB alone, as it comes: what it makes of the same harm.
import { join } from "node:path";
import { Level } from "level";
import { messageOf } from "../../src/core/error.ts";
import { bytesOf } from "../../src/storage/frame.ts";
import { type Finding, gravest, HARMLESS } from "./finding.ts";

/** Values by key, as latin1. */
export type Values = ReadonlyMap<string, string>;

const openLevel = (place: string): Level<string, Uint8Array> =>
  new Level(place, { keyEncoding: "utf8", valueEncoding: "view" });

/** So often it is closed in between: LevelDB then has tables and a log. */
const SESSIONS = 4;

/** Puts into LevelDB what the values of a store hold. @param store its folder; it is opened */
export async function makePlain(store: string, place: string): Promise<void> {
  const values: [string, Uint8Array][] = [];
  for (const [key, frame] of await valuesIn(join(store, "level")))
    values.push([key, await bytesOf(Buffer.from(frame, "latin1"))]);
  for (let session = 0; session < SESSIONS; session++) {
    await using level = openLevel(place);
    const own = values.filter((_, i) => i % SESSIONS === session);
    for (const [key, value] of own) await level.put(key, value, { sync: true });
  }
}

export async function valuesIn(place: string): Promise<Values> {
  await using level = openLevel(place);
  const all = await level.iterator().all();
  return new Map(all.map(([key, value]) => [key, latin1(value)]));
}

const latin1 = (value: Uint8Array): string => Buffer.from(value).toString("latin1");

/** Opens LevelDB and reads everything. @param values what was put into it */
export async function readPlain(place: string, values: Values): Promise<Finding> {
  const level = openLevel(place);
  try {
    await level.open();
  } catch (thrown) {
    return { outcome: "refused", what: messageOf(thrown) };
  }
  try {
    const reads = [...values].map(([key, text]) => readValue(level, key, text));
    return gravest([...(await Promise.all(reads)), await lookForOthers(level, values)]);
  } finally {
    await level.close();
  }
}

async function readValue(
  level: Level<string, Uint8Array>,
  key: string,
  text: string,
): Promise<Finding> {
  try {
    const value = await level.get(key);
    if (value === undefined) return { outcome: "lost", what: key };
    return latin1(value) === text ? HARMLESS : { outcome: "wrong", what: key };
  } catch (thrown) {
    return { outcome: "told", what: messageOf(thrown) };
  }
}

async function lookForOthers(level: Level<string, Uint8Array>, values: Values): Promise<Finding> {
  try {
    const other = (await level.keys().all()).find((key) => !values.has(key));
    return other === undefined ? HARMLESS : { outcome: "wrong", what: other };
  } catch (thrown) {
    return { outcome: "told", what: messageOf(thrown) };
  }
}
