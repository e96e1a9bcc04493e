// How the files of a store come to harm: cut off, a bit another one, a sector zeroed, gone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawInteger, pick } from "../../src/core/random.ts";

const SECTOR = 512;

/** The kinds of files that a store consists of; LevelDB alone has no anchor. */
export const fileKinds = ["log", "table", "MANIFEST", "CURRENT", "anchor"] as const;
type FileKind = (typeof fileKinds)[number];
const NAMES: Readonly<Record<FileKind, RegExp>> = {
  log: /\.log$/,
  table: /\.ldb$/,
  MANIFEST: /MANIFEST-\d+$/,
  CURRENT: /CURRENT$/,
  anchor: /anchor\.json$/,
};

const changes = {
  "cut off": (bytes, key) => bytes.subarray(0, drawInteger(key, "length", [0, bytes.length - 1])),
  "one bit flipped": (bytes, key) => {
    const at = drawInteger(key, "byte", [0, bytes.length - 1]);
    return bytes.with(at, (bytes[at] ?? 0) ^ (1 << drawInteger(key, "bit", [0, 7])));
  },
  "a sector zeroed": (bytes, key) => {
    const at = SECTOR * drawInteger(key, "sector", [0, Math.floor((bytes.length - 1) / SECTOR)]);
    return new Uint8Array(bytes).fill(0, at, at + SECTOR);
  },
  deleted: () => undefined,
} satisfies Record<string, (bytes: Uint8Array, key: number) => Uint8Array | undefined>;

export const changeKinds = ["cut off", "one bit flipped", "a sector zeroed", "deleted"] as const;

export interface Harm {
  readonly file: FileKind;
  readonly how: (typeof changeKinds)[number];
}

/** Whose files: those of a store of ours, or of LevelDB alone. */
export type Kind = "ours" | "plain";

/** Each change to each kind of file. */
export const harmsTo = (kind: Kind): readonly Harm[] =>
  fileKinds
    .filter((file) => kind === "ours" || file !== "anchor")
    .flatMap((file) => changeKinds.map((how) => ({ file, how })));

/** Does harm to one file in a folder, or the folders in it. @param key decides to which one, and where in it */
export function doHarm(folder: string, { file, how }: Harm, key: number): void {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const name = pick(
    key,
    "file",
    names.filter((it) => NAMES[file].test(it)),
  );
  if (name === undefined) throw new Error(`${folder} has no ${file}`);
  const path = join(folder, name);
  const changed = changes[how](new Uint8Array(readFileSync(path)), key);
  if (changed === undefined) rmSync(path);
  else writeFileSync(path, changed);
}
