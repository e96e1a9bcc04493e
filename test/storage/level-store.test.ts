// What is peculiar to a store in a folder: its owner, its files, and what else may lie there.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/storage/level-store.ts";
import { makeFolder } from "../support/folder.ts";
import { sampleBlock, sampleCommit } from "../support/sample-commits.ts";

/** A store with one run of 300 entries; closed. */
async function makeStore(): Promise<string> {
  const place = makeFolder();
  await using store = await openStore(place);
  await store.commit(sampleCommit("town-1", { to: 300 }));
  return place;
}

async function stepsIn(place: string): Promise<number> {
  await using store = await openStore(place);
  expect(await store.block("town-1", 0)).toEqual(sampleBlock("town-1", 0));
  return (await store.run("town-1")).head.steps;
}

/** Another process that has the store and has written the run into it. */
async function startOwner(place: string): Promise<ChildProcess> {
  const program = join(import.meta.dirname, "../support/own-store.ts");
  const owner = spawn(process.execPath, [program, place], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void owner.kill("SIGKILL"));
  await once(owner.stdout, "data");
  return owner;
}

const levelFile = (place: string, name: RegExp): string => {
  const found = readdirSync(join(place, "level")).find((file) => name.test(file));
  return join(place, "level", found ?? `no ${name}`);
};

describe("a store that somebody has", () => {
  test("is not opened twice by one process", async () => {
    const place = await makeStore();
    {
      await using _ = await openStore(place);
      for (let attempt = 0; attempt < 3; attempt++)
        await expect(openStore(place)).rejects.toMatchObject({
          code: "STORE_IN_USE",
          message: expect.stringContaining(
            "by this process itself; wait until that ends, or take another",
          ),
        });
    }
    expect(await stepsIn(place)).toBe(300);
    expect(existsSync(join(place, "lock.json"))).toBe(false);
  });

  test("is not taken from another process, until that has closed it", async () => {
    const place = makeFolder();
    const owner = await startOwner(place);
    await expect(openStore(place)).rejects.toMatchObject({
      code: "STORE_IN_USE",
      message: expect.stringContaining(
        `is in use by process ${owner.pid} (own-store.ts ${place}) since `,
      ),
    });
    rmSync(join(place, "lock.json"));
    await expect(openStore(place)).rejects.toThrow("is in use by another process");
    owner.stdin?.end();
    await once(owner, "exit");
    expect(await stepsIn(place)).toBe(300);
  });

  test("is taken over when its owner was killed", async () => {
    const place = makeFolder();
    const owner = await startOwner(place);
    owner.kill("SIGKILL");
    await once(owner, "exit");
    expect(existsSync(join(place, "lock.json"))).toBe(true);
    expect(await stepsIn(place)).toBe(300);
  });

  test.each([
    ["was cut off", () => '{"pid":1,"bo'],
    [
      "is of another process with this id",
      (own: string) => own.replace(/"start":"\d*"/, '"start":"1"'),
    ],
    [
      "is from before the machine was started again",
      (own: string) => own.replace(/"boot":"[^"]*"/, '"boot":"1"'),
    ],
  ])("is taken over when the lock %s", async (_, change) => {
    const place = await makeStore();
    const file = join(place, "lock.json");
    let own = "";
    {
      await using _store = await openStore(place);
      own = readFileSync(file, "utf8");
    }
    writeFileSync(file, change(own));
    expect(await stepsIn(place)).toBe(300);
    expect(readdirSync(place).sort()).toEqual(["anchor.json", "level"]);
  });
});

describe("a folder", () => {
  test("that is missing or empty becomes a store, unless it is only to be read", async () => {
    const place = join(makeFolder(), "new/db");
    const readOnly = openStore(place, { create: false });
    await expect(readOnly).rejects.toThrow(`there is no store in ${place}; "puppet run" makes one`);
    expect(existsSync(join(place, ".."))).toBe(false);
    for (const _ of [1, 2]) {
      await using store = await openStore(place);
      expect(await store.runs()).toEqual([]);
    }
    await using store = await openStore(place, { create: false });
    expect(store.place).toBe(place);
  });

  test("with something else in it is left alone", async () => {
    const place = makeFolder({ "notes.txt": "mine" });
    await expect(openStore(place)).rejects.toMatchObject({
      code: "STORE_FOREIGN",
      message: `${place} holds something else (notes.txt); take another place with --store DIR`,
    });
    expect(readdirSync(place)).toEqual(["notes.txt"]);
  });

  test("that is a file is not read as one", async () => {
    const place = join(makeFolder({ db: "text" }), "db");
    for (const path of [place, join(place, "deeper")])
      await expect(openStore(path)).rejects.toMatchObject({
        code: "STORE_UNREADABLE",
        message: `${path}: a part of the path is a file; remedy that, or take another place with --store DIR`,
      });
  });

  test.skipIf(process.getuid?.() === 0)("that may not be written is not opened", async () => {
    const place = join(makeFolder(), "db");
    mkdirSync(place, { mode: 0o555 });
    await expect(openStore(place)).rejects.toThrow("permission is denied");
  });

  test("in which a store was begun and no more becomes one", async () => {
    const lock = '{"pid":1';
    for (const files of [
      { "lock.json": lock },
      { "anchor.json.new": "{" },
      { "lock.json.17": lock },
    ]) {
      await using store = await openStore(makeFolder(files));
      expect(await store.runs()).toEqual([]);
    }
    const place = makeFolder();
    await (await openStore(place))[Symbol.asyncDispose]();
    rmSync(join(place, "level"), { recursive: true });
    mkdirSync(join(place, "level"));
    writeFileSync(join(place, "level/MANIFEST-000001"), "");
    await using store = await openStore(place);
    expect(await store.runs()).toEqual([]);
  });
});

describe("a store is refused", () => {
  test.each([
    [
      "without its anchor",
      (place: string) => rmSync(join(place, "anchor.json")),
      "has lost its anchor",
    ],
    [
      "with an anchor cut off",
      (place: string) => truncateSync(join(place, "anchor.json"), 40),
      "holds damage in its anchor",
    ],
    [
      "without LevelDB's files",
      (place: string) => rmSync(join(place, "level"), { recursive: true }),
      "holds damage in the files of LevelDB",
    ],
    [
      "without LevelDB's CURRENT",
      (place: string) => rmSync(join(place, "level/CURRENT")),
      "holds damage in the files of LevelDB",
    ],
    [
      "with LevelDB's CURRENT emptied",
      (place: string) => truncateSync(join(place, "level/CURRENT")),
      "holds damage in the files of LevelDB",
    ],
    [
      "without LevelDB's MANIFEST",
      (place: string) => rmSync(levelFile(place, /^MANIFEST/)),
      "holds damage in the files of LevelDB",
    ],
    [
      "without LevelDB's log",
      (place: string) => rmSync(levelFile(place, /\.log$/)),
      'has lost all of "town-1"',
    ],
    [
      "with LevelDB's log cut off",
      (place: string) => truncateSync(levelFile(place, /\.log$/), 2000),
      'has lost all of "town-1"',
    ],
  ])("%s, however often it is opened", async (_, damage, message) => {
    const place = await makeStore();
    damage(place);
    for (let attempt = 0; attempt < 2; attempt++)
      await expect(openStore(place)).rejects.toMatchObject({
        code: "STORE_DAMAGED",
        message: expect.stringContaining(`${place} ${message}`),
      });
    expect(existsSync(join(place, "lock.json"))).toBe(false);
  });
});
