// How the files of a store come to harm: cut off, a bit another one, a sector zeroed, gone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawInteger, pick } from "../../src/core/random.ts";

const SECTOR = 512;
const ANCHOR = "anchor";

/** The kinds of files that a store consists of, by their paths in it. */
const files: ReadonlyMap<string, RegExp> = new Map([
  ["log", /\.log$/],
  ["table", /\.ldb$/],
  ["MANIFEST", /MANIFEST-\d+$/],
  ["CURRENT", /CURRENT$/],
  [ANCHOR, /anchor\.json$/],
]);

/** What becomes of the bytes of a file, or undefined: of the file. */
type Change = (bytes: Buffer, key: number) => Uint8Array | undefined;

const changes: ReadonlyMap<string, Change> = new Map<string, Change>([
  ["cut off", (bytes, key) => bytes.subarray(0, drawInteger(key, "length", [0, bytes.length - 1]))],
  [
    "one bit flipped",
    (bytes, key) => {
      const at = drawInteger(key, "byte", [0, bytes.length - 1]);
      return bytes.with(at, (bytes[at] ?? 0) ^ (1 << drawInteger(key, "bit", [0, 7])));
    },
  ],
  [
    "a sector zeroed",
    (bytes, key) => {
      const sector = drawInteger(key, "sector", [0, Math.floor((bytes.length - 1) / SECTOR)]);
      return bytes.fill(0, sector * SECTOR, Math.min((sector + 1) * SECTOR, bytes.length));
    },
  ],
  ["deleted", () => undefined],
]);

export interface Harm {
  readonly file: string;
  readonly how: string;
}

/** Whose files: those of a store of ours, or of LevelDB alone, which has no anchor. */
export type Kind = "ours" | "plain";

/** Each change to each kind of file. */
export const harmsTo = (kind: Kind): readonly Harm[] =>
  [...files.keys()]
    .filter((file) => kind === "ours" || file !== ANCHOR)
    .flatMap((file) => [...changes.keys()].map((how) => ({ file, how })));

/** Does harm to a file somewhere in a folder. @param key decides to which one, and where in it */
export function doHarm(folder: string, { file, how }: Harm, key: number): void {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const wanted = paths.filter((path) => files.get(file)?.test(path));
  const path = join(folder, pick(key, "file", wanted) ?? `no ${file}`);
  const changed = changes.get(how)?.(readFileSync(path), key);
  if (changed === undefined) rmSync(path);
  else writeFileSync(path, changed);
}
