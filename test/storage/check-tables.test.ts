// LevelDB's tables are looked at before LevelDB opens them.
import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crc32c } from "../../src/storage/crc32c.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { liveTables } from "../../src/storage/live-tables.ts";
import { makeFolder } from "../support/folder.ts";
import { sampleCommit } from "../support/sample-commits.ts";

/** A store with a table for each time that it was opened again. */
async function makeStore(): Promise<string> {
  const place = makeFolder();
  for (const to of [300, 600, 900, 1200]) {
    await using store = await openStore(place);
    await store.commit(sampleCommit("town-1", { from: to - 300, to }));
  }
  return place;
}

async function stepsIn(place: string): Promise<number> {
  await using store = await openStore(place);
  return (await store.run("town-1")).head.steps;
}

const tablesIn = (place: string): readonly string[] =>
  readdirSync(join(place, "level")).filter((name) => name.endsWith(".ldb"));

test("CRC-32C is that of its standard", () => {
  expect(crc32c(Buffer.from("123456789"))).toBe(0xe306_9283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a91_36aa);
});

test("a table that is damaged anywhere is named, and stays as it is", async () => {
  const place = await makeStore();
  const [name = ""] = tablesIn(place);
  const file = join(place, "level", name);
  const whole = readFileSync(file);
  // Behind the places of two blocks, the end of a table is filled up with what nobody reads.
  for (let at = 0; at < whole.length - 48; at += 97) {
    writeFileSync(file, whole.with(at, (whole[at] ?? 0) ^ 1));
    await expect(stepsIn(place), `at ${at}`).rejects.toMatchObject({
      code: "STORE_DAMAGED",
      message: expect.stringContaining(`${place} holds damage in its table ${name}; `),
    });
  }
  writeFileSync(file, whole);
  expect(await stepsIn(place)).toBe(1200);
});

test("a table that nobody needs, and that was never finished, does no harm", async () => {
  const place = await makeStore();
  const folder = join(place, "level");
  expect(await liveTables(folder)).toEqual(tablesIn(place));
  const [name = ""] = tablesIn(place);
  copyFileSync(join(folder, name), join(folder, "000900.ldb"));
  truncateSync(join(folder, "000900.ldb"), 1000);
  expect(await stepsIn(place)).toBe(1200);
});
