// Stores of every version that was released open, are whole, and their runs can be gone back into. A store of a
// version to come is refused. Each folder in test/fixtures/stores was written by the version in its name.
import { hash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Scenario } from "../../src/core/scenario.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { verifyRun } from "../../src/run/verify.ts";
import { openStore } from "../../src/storage/level-store.ts";
import chat from "../fixtures/scenarios/chat.ts";
import { makeFolder } from "../support/folder.ts";

const scenario: Scenario = chat;
const stores = join(import.meta.dirname, "../fixtures/stores");

/** What the version wrote: entries and digests. */
const runs = {
  "version-1": [
    ["chat-1", 1345, "f132189be8b73800884ad31182de3f714a741f76b5bc7a86bfbb1481a4d5bdfc"],
    ["chat-1.1", 1346, "34c3a98322378c7fd426969e97d6c15964bf9e0857a6e377e4c7e06180d3bce8"],
  ],
} as const;

function copyOf(version: string): string {
  const folder = join(makeFolder(), "db");
  cpSync(join(stores, version), folder, { recursive: true });
  return folder;
}

test.each(Object.entries(runs))(
  "a store of %s can be gone back into",
  async (version, expected) => {
    await using store = await openStore(copyOf(version), { create: false });
    const records = await store.runs();
    expect(records.map(({ manifest, head }) => [manifest.run, head.steps, head.digest])).toEqual(
      expected,
    );
    for (const [run, steps, digest] of expected) {
      expect(await verifyRun(store, run)).toMatchObject({ whole: steps, problems: [] });
      const past = await openRun(store, run, scenario);
      expect((await replay(past)).digest).toBe(digest);
      for (const { at } of await store.snapshots(run)) {
        expect((await restore(past, { at })).digest).toBe(digest);
      }
    }
  },
);

test("a store of a version to come is refused", async () => {
  const folder = copyOf("version-1");
  const anchor = join(folder, "anchor.json");
  const body = readFileSync(anchor, "utf8").replace(/,"sum":"\w{64}"\}\s*$/, "}");
  const newer = body.replace('"format":1', '"format":2');
  writeFileSync(anchor, `${newer.slice(0, -1)},"sum":"${hash("sha256", newer, "hex")}"}\n`);
  const problem = { code: "STORE_NEWER", message: expect.stringContaining(folder) };
  await expect(openStore(folder)).rejects.toMatchObject(problem);
});
