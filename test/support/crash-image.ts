// What a folder looks like when the power goes: what was synced is there, of the write under way some sectors.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { draw, drawInteger } from "../../src/core/random.ts";

const SECTOR = 512;
const NOTHING = new Uint8Array();

/** The files of a folder by their paths in it. */
export type Image = ReadonlyMap<string, Uint8Array>;

/** @param place of a store; what tells nothing about its runs is left out */
export function imageOf(place: string): Image {
  const names = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^LO(?:G|CK)|^lock/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1));
  return new Map(names.sort().map((name) => [name, readFileSync(join(place, name))]));
}

/** Puts an image in the place of what is there. */
export function layOut(image: Image, place: string): void {
  rmSync(place, { recursive: true, force: true });
  for (const [name, bytes] of image) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), bytes);
  }
}

/** One thing that a process does to a folder. @param key undefined: done and synced; else cut short by chance */
type Step = (image: Map<string, Uint8Array>, key?: number) => void;

/** A file grows, or is written anew. */
const write =
  (name: string, bytes: Uint8Array): Step =>
  (image, key) => {
    const old = image.get(name) ?? NOTHING;
    const isLonger = Buffer.compare(old, bytes.subarray(0, old.length)) === 0;
    image.set(name, key === undefined ? bytes : torn(isLonger ? old : NOTHING, bytes, key));
  };

/** Renaming and removing happen or do not. */
const move =
  (from: string, to: string): Step =>
  (image, key) => {
    const bytes = image.get(from);
    if (key !== undefined || bytes === undefined) return;
    image.delete(from);
    image.set(to, bytes);
  };
const remove =
  (name: string): Step =>
  (image, key) => {
    if (key === undefined) image.delete(name);
  };

/** The first sectors of what was added, the others empty where the file has its length already. */
function torn(before: Uint8Array, after: Uint8Array, key: number): Uint8Array {
  const first = Math.floor(before.length / SECTOR) + 1;
  const last = Math.floor((after.length - 1) / SECTOR);
  const sectors = drawInteger(key, "sectors", [first - 1, Math.max(first - 1, last)]);
  const end = Math.max(before.length, sectors * SECTOR);
  const isLong = draw(key, "length") < 0.5;
  const bytes = new Uint8Array(isLong ? after.length : end);
  bytes.set(after.subarray(0, end));
  return bytes;
}

/** The steps up to one of them, which is cut short. */
function interrupt(image: Map<string, Uint8Array>, steps: readonly Step[], key: number): number {
  const at = drawInteger(key, "step", [0, steps.length]);
  for (const step of steps.slice(0, at)) step(image);
  steps[at]?.(image, key);
  return at;
}

/** What one image has, and the other has not or otherwise, is written. */
const writes = (before: Image, after: Image, pattern: RegExp): readonly Step[] =>
  [...after]
    .filter(([name]) => pattern.test(name))
    .filter(([name, bytes]) => Buffer.compare(bytes, before.get(name) ?? NOTHING) !== 0)
    .map(([name, bytes]) => write(name, bytes));

/** What one image has, and the other has not, is removed. */
const removals = (before: Image, after: Image): readonly Step[] =>
  [...before.keys()].filter((name) => !after.has(name)).map(remove);

export interface Crash {
  readonly image: Image;
  /** Whether everything was done before the power went. */
  readonly isDone: boolean;
}

/** The power goes while a commit is written, and while LevelDB makes a table of what its log had before. */
export function crashInCommit(before: Image, after: Image, key: number): Crash {
  const image = new Map(before);
  const beside = [
    ...writes(before, after, /\.ldb$/),
    ...writes(before, after, /MANIFEST/),
    ...removals(before, after),
  ];
  interrupt(image, beside, key + 1);
  const own = [
    ...writes(before, after, /\.log$/),
    write("anchor.json.new", after.get("anchor.json") ?? NOTHING),
    move("anchor.json.new", "anchor.json"),
  ];
  return { image, isDone: interrupt(image, own, key) === own.length };
}

/** The power goes while LevelDB is opened: it makes a table of its log, a new log and a new MANIFEST. */
export function crashInOpening(before: Image, after: Image, key: number): Image {
  const image = new Map(before);
  interrupt(
    image,
    [
      ...writes(before, after, /\.ldb$/),
      ...writes(before, after, /\.log$/),
      ...writes(before, after, /MANIFEST/),
      write("level/000099.dbtmp", after.get("level/CURRENT") ?? NOTHING),
      move("level/000099.dbtmp", "level/CURRENT"),
      ...removals(before, after),
    ],
    key,
  );
  return image;
}
