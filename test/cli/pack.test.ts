// A run as one file: what is in it plays again elsewhere, and what is not whole or not safe is refused.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPack } from "../../src/run/read-pack.ts";
import { writePackFile } from "../../src/storage/pack-file.ts";
import { makeFolder } from "../support/folder.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { market } from "../support/market.ts";
import { puppets, type Result, root } from "./puppet.ts";

type CallIn = readonly [cwd: string, call: string];
const within = (cwd: string, ...calls: readonly string[]): readonly CallIn[] =>
  calls.map((call) => [cwd, call]);

/** One call after another, in one process. */
const callAll = (...calls: readonly CallIn[]): Promise<readonly Result[]> =>
  puppets(calls.map(([cwd, call]) => ({ argv: call.split(" "), cwd })));

/** The same, and all of them end well. */
async function callWell(...calls: readonly CallIn[]): Promise<readonly Result[]> {
  const results = await callAll(...calls);
  expect(results.map(({ exitCode, stderr }) => (exitCode === 0 ? 0 : stderr))).toEqual(
    calls.map(() => 0),
  );
  return results;
}

const jsonOf = (result: Result | undefined) => JSON.parse(result?.stdout ?? "");
const linesIn = (pack: Buffer) =>
  zstdDecompressSync(pack)
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** A folder with a copy of a pack. */
function folderWith(pack: Buffer): string {
  const cwd = makeFolder();
  writeFileSync(join(cwd, "a.puppet"), pack);
  return cwd;
}

test("a run of one's own machines and files replays elsewhere to the same digest", async () => {
  const [cwd, there] = [makeFolder(market), makeFolder()];
  writeFileSync(join(cwd, "scenarios/market/scales.bin"), Uint8Array.of(0, 255, 254, 7));
  const [run, packed, unpacked, replayed] = await callWell(
    ...within(cwd, "run market --json", `pack market-1 --json --out ${there}/a.puppet`),
    ...within(there, "unpack a.puppet --json", "replay market-1 --json"),
  );
  const paths = [
    "machines/parts/wares.ts",
    "machines/seller.ts",
    "machines/visitor.ts",
    "scenarios/market.ts",
    "scenarios/market/names.txt",
    "scenarios/market/prices.json",
    "scenarios/market/scales.bin",
  ];
  const { steps, digest } = jsonOf(run);
  expect(jsonOf(packed)).toMatchObject({ run: "market-1", steps, sources: paths });
  expect(jsonOf(unpacked)).toMatchObject({ run: "market-1", folder: "market-1", sources: paths });
  expect(jsonOf(replayed)).toMatchObject({ steps, digest });
  for (const path of paths) {
    const same = readFileSync(join(there, "market-1", path)).equals(readFileSync(join(cwd, path)));
    expect([path, same]).toEqual([path, true]);
  }
});

test("a pack tells nothing of the computer: no path, no hidden file, no name of a folder above", async () => {
  const there = makeFolder();
  const cwd = makeFolder({
    ...Object.fromEntries(Object.entries(market).map(([path, text]) => [`mine/${path}`, text])),
    "mine/machines/parts/wares.ts": 'export { default } from "../../../shared/wares.ts";\n',
    "shared/wares.ts": market["machines/parts/wares.ts"],
    "mine/scenarios/market/.env": "KEY=hush-hush",
  });
  const [, packed] = await callWell(
    ...within(join(cwd, "mine"), "run market --quiet", `pack market-1 --out ${there}/a.puppet`),
    ...within(there, "unpack a.puppet", "replay market-1"),
  );
  expect(packed?.stderr).toBe("note: _/scenarios/market/.env is hidden, and left out\n");
  const text = zstdDecompressSync(readFileSync(join(there, "a.puppet"))).toString();
  for (const secret of [cwd, root, "hush-hush", "mine/"]) expect(text.includes(secret)).toBe(false);
  expect(text).toContain('"path":"_/scenarios/market.ts"');
  expect(text).toContain('"path":"shared/wares.ts"');
});

test("a fork of a fork brings its parents, and each replays to its digest", async () => {
  const [cwd, there] = [makeFolder(), makeFolder()];
  const [run, fork, last, , unpacked, ...replayed] = await callWell(
    ...within(
      cwd,
      "run rumour --until 30h --json",
      "fork rumour-1 --at 12h --seed 3 --json",
      "fork rumour-1.1 --at 24h --set agents.ada.context.mood.valence=-0.8 --json",
      `pack rumour-1.1.1 --snapshots --out ${there}/a.puppet`,
    ),
    ...within(
      there,
      "unpack a.puppet",
      "replay rumour-1 --json",
      "replay rumour-1.1 --json",
      "replay rumour-1.1.1 --json",
      "restore rumour-1.1.1 --at 26h --json",
    ),
  );
  expect(unpacked?.stdout).toContain("The files are code");
  expect(unpacked?.stdout).toContain("npx puppet replay rumour-1.1.1\n");
  const digests = [run, fork, last, last].map((result) => jsonOf(result).digest);
  expect(replayed.map((result) => jsonOf(result).digest)).toEqual(digests);
});

test("where its id is taken a run gets another one, and forks are named after what their parents are called now", async () => {
  const [cwd, there] = [makeFolder(), makeFolder()];
  const [, forked, , , unpacked, replayed, again, kept] = await callWell(
    ...within(
      cwd,
      "run rumour --until 1d --quiet",
      "fork rumour-1 --at 6h --seed 3 --json",
      `pack rumour-1.1 --out ${there}/a.puppet`,
    ),
    ...within(
      there,
      "run rumour --until 30h --quiet",
      "unpack a.puppet --json",
      "replay rumour-1~2.1 --json",
      "unpack a.puppet --out again --json",
      "replay rumour-1 --json",
    ),
  );
  const runs = [
    { packed: "rumour-1", run: "rumour-1~2", isKnown: false },
    { packed: "rumour-1.1", run: "rumour-1~2.1", isKnown: false },
  ];
  expect(jsonOf(unpacked)).toMatchObject({ run: "rumour-1~2.1", runs });
  expect(jsonOf(replayed).digest).toBe(jsonOf(forked).digest);
  expect(jsonOf(again).runs).toMatchObject(runs.map((run) => ({ ...run, isKnown: true })));
  expect(jsonOf(kept)).toMatchObject({ run: "rumour-1", until: 30 * 3_600_000 });
});

test("what is there already is not written over unasked", async () => {
  const cwd = makeFolder({ "taken/note.txt": "mine", file: "mine", "a.puppet": "mine" });
  const calls = within(
    cwd,
    "run rumour --until 2h --quiet",
    "pack rumour-1",
    "pack rumour-1 --out a.puppet",
    "unpack rumour-1.puppet --out taken --store other",
    "unpack rumour-1.puppet --out file --store other",
    "pack rumour-1 --out taken --force",
    "pack rumour-1 --out none/a.puppet",
    "pack rumour-1 --out b.puppet",
    "pack rumour-1 --out b.puppet --force",
  );
  const results = await callAll(...calls);
  expect(results.map(({ stderr }) => stderr.split(":")[0])).toEqual([
    ...["", "", "PACK_EXISTS", "PACK_EXISTS", "PACK_EXISTS"],
    ...["PACK_UNWRITABLE", "PACK_UNWRITABLE", "", ""],
  ]);
  const names = ["a.puppet", "b.puppet", "file", "rumour-1.puppet", "snapshots", "taken"];
  expect(readdirSync(cwd).sort()).toEqual(names);
  expect(readFileSync(join(cwd, "a.puppet"), "utf8")).toBe("mine");
  const [first, forced] = ["rumour-1.puppet", "b.puppet"].map((it) => readFileSync(join(cwd, it)));
  expect(forced && first?.equals(forced)).toBe(true);
});

/** A pack of a run of a few blocks, with a fork. */
const small = async (): Promise<Buffer> => (made ??= makeSmall());
let made: Promise<Buffer> | undefined;

async function makeSmall(): Promise<Buffer> {
  const cwd = makeFolder();
  await callWell(
    ...within(
      cwd,
      "run rumour --until 20h --quiet",
      "fork rumour-1 --at 18h --seed 2 --quiet",
      "pack rumour-1.1",
    ),
  );
  return readFileSync(join(cwd, "rumour-1.1.puppet"));
}

const never = new AbortController().signal;

type Change = (lines: Line[]) => readonly unknown[];

/** The pack with other lines, sealed again: as somebody makes it who means harm. */
async function forge(change: Change): Promise<Buffer> {
  const lines = change(linesIn(await small()).slice(0, -1)).map((line) => JSON.stringify(line));
  const forged = join(makeFolder(), "a.puppet");
  await writePackFile(forged, Readable.from(lines), never);
  return readFileSync(forged);
}

// biome-ignore lint/suspicious/noExplicitAny: any line of any kind, to be spoilt.
type Line = any;

const changed = (kind: string, change: object) => (lines: Line[]) => {
  const first = lines.findIndex((line) => line.kind === kind);
  return lines.map((line, i) => (i === first ? { ...line, ...change } : line));
};
const without = (kind: string) => (lines: Line[]) => lines.filter((line) => line.kind !== kind);
const withoutFirst = (kind: string) => (lines: Line[]) =>
  lines.toSpliced(
    lines.findIndex((line) => line.kind === kind),
    1,
  );
const upTo = (kind: string) => (lines: Line[]) =>
  lines.slice(
    0,
    lines.findIndex((line) => line.kind === kind),
  );
const inSource = (path: string) => changed("source", { path });

const forgeries: readonly (readonly [what: string, change: Change, words: string])[] = [
  ["a path upwards", inSource("../x.ts"), "line 2: path:"],
  ["a path upwards later on", inSource("a/../../x.ts"), "line 2: path:"],
  ["an absolute path", inSource("/tmp/x.ts"), "line 2: path:"],
  ["a path on a drive", inSource("C:/x.ts"), "line 2: path:"],
  ["a path with backslashes", inSource("..\\x.ts"), "line 2: path:"],
  ["a path that ends in a folder", inSource("x/"), "line 2: path:"],
  ["an empty path", inSource(""), "line 2: path:"],
  ["a path with a control character", inSource("x\u0000.ts"), "line 2: path:"],
  ["a file twice", inSource("Scenarios/RUMOUR.ts"), "comes twice"],
  ["a file as a folder", inSource("scenarios"), "scenarios"],
  ["an id that is a path", changed("header", { run: "../x" }), "line 1: run:"],
  ["another id", changed("header", { run: "rumour-2" }), "the run is not there"],
  ["a scenario that is not there", changed("header", { scenario: "x.ts" }), "the scenario"],
  ["no sources", without("source"), "the scenario is not there"],
  ["no run", upTo("run"), "the run is not there"],
  ["no parent", withoutFirst("run"), "without a run"],
  ["a block less", withoutFirst("block"), "block 1 where 0 should be"],
  ["a block of other entries", changed("block", { lines: [[0]] }), "block 0 does not fit"],
  ["a block of another digest", changed("block", { after: "0".repeat(64) }), "block 0 does not"],
  ["no tail", without("tail"), '"rumour-1" has no tail'],
  ["a tail of other entries", changed("tail", { lines: [] }), "are not all there"],
  ["no snapshot", (lines) => without("table")(without("snapshot")(lines)), "no snapshot to begin"],
  ["tables of nothing", without("snapshot"), "a table without a snapshot"],
  ["a snapshot of another instant", changed("snapshot", { seq: 1 }), "out of turn"],
  ["two headers", (lines) => [lines[0], ...lines], "one header"],
  ["a kind that is none", changed("tail", { kind: "hat" }), "kind:"],
  ["something behind the end", (lines) => [...lines, lines.at(-1)], "behind the end"],
];

test("a pack that was made with malice is refused before anything is written", async () => {
  const packs = await Promise.all(forgeries.map(([, change]) => forge(change)));
  const folders = [...packs, await forge((lines) => lines)].map(folderWith);
  const results = await callAll(...folders.map((cwd) => [cwd, "unpack a.puppet"] as const));
  forgeries.forEach(([what, , words], i) => {
    const { exitCode, stdout, stderr } = results[i] ?? {};
    expect([what, exitCode, stdout]).toEqual([what, 2, ""]);
    expect(stderr).toMatch(/^PACK_INVALID: a\.puppet .*\n$/);
    expect(stderr).toContain(words);
    expect(readdirSync(folders[i] ?? "")).toEqual(["a.puppet"]);
  });
  expect(results.at(-1)?.exitCode).toBe(0);
});

test("what is no pack, or one of a later version, is told so", async () => {
  const cwd = makeFolder({ "text.puppet": "a text", "empty.puppet": "" });
  const whole = await small();
  const other = zstdCompressSync('{"format":"hat"}\n{"kind":"end"}\n');
  const newer = await forge(changed("header", { version: 2 }));
  const cut = whole.subarray(0, whole.length / 2);
  for (const [name, bytes] of Object.entries({ other, newer, cut })) {
    writeFileSync(join(cwd, `${name}.puppet`), bytes);
  }
  const names = ["text", "empty", "other", "newer", "cut", "none"];
  const results = await callAll(...within(cwd, ...names.map((name) => `unpack ${name}.puppet`)));
  expect(results.map(({ stderr }) => stderr.replace(/;.*\n/, ""))).toEqual([
    "PACK_INVALID: text.puppet is no pack, or is damaged",
    "PACK_INVALID: empty.puppet is cut off",
    "PACK_INVALID: other.puppet is no pack",
    "PACK_NEWER: newer.puppet has version 2, and this puppet-engine reads 1",
    "PACK_INVALID: cut.puppet is cut off",
    "PACK_INVALID: none.puppet ENOENT: no such file or directory, open 'none.puppet'",
  ]);
});

test("no sources are left behind when the store cannot be opened", async () => {
  const cwd = folderWith(await small());
  writeFileSync(join(cwd, "snapshots"), "a file where the store should be");
  const [result] = await callAll([cwd, "unpack a.puppet"]);
  expect([result?.exitCode, result?.stderr.split(":")[0]]).toEqual([2, "STORE_UNREADABLE"]);
  expect(existsSync(join(cwd, "rumour-1.1"))).toBe(false);
});

test("no byte of a pack can be missing, and none can change what is read, unnoticed", async () => {
  const whole = await small();
  const file = join(makeFolder(), "a.puppet");
  const read = async (bytes: Uint8Array): Promise<unknown> => {
    writeFileSync(file, bytes);
    const lines: unknown[] = [];
    for await (const line of readPack(file)) lines.push(line);
    return lines;
  };
  const lines = await read(whole);
  expect(lines).toMatchObject({ length: expect.any(Number) });
  const place = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean());
  await tryOut("test/cli/pack.test.ts", 20, place, async ([at, change, isCut]) => {
    const bytes = Buffer.from(isCut ? whole.subarray(0, at) : whole);
    if (!isCut) bytes[at] = (bytes[at] ?? 0) ^ change;
    // A few bits of the compression only ask for more room to unpack in: then every line is as it was.
    const told = await read(bytes).catch((thrown: unknown) => thrown);
    if (isCut || !isDeepStrictEqual(told, lines))
      expect(told).toMatchObject({ code: "PACK_INVALID" });
  });
});
