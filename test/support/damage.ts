// Damages the files of a store as disks, people and losses of power do.
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { draw, rootKey } from "../../src/core/random.ts";

/** Which files of a store; of several one is drawn. */
const targets = {
  log: /^leveldb\/\d+\.log$/,
  table: /^leveldb\/\d+\.ldb$/,
  manifest: /^leveldb\/MANIFEST-\d+$/,
  current: /^leveldb\/CURRENT$/,
  anchor: /^anchor-[01]$/,
} as const;

type Chance = (purpose: string) => number;
type Harm = (path: string, chance: Chance) => void;

/** What disks lose at once; of a smaller file a quarter. */
const sectorOf = (bytes: Buffer): number => Math.min(512, Math.ceil(bytes.length / 4));

const changeBytes = (path: string, change: (bytes: Buffer) => void): void => {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
};
const within = (length: number, chance: number): number => Math.floor(chance * length);

const drawSector = (bytes: Buffer, chance: number): number =>
  within(Math.ceil(bytes.length / sectorOf(bytes)), chance) * sectorOf(bytes);

const harms: Readonly<Record<string, Harm>> = {
  truncated: (path, chance) =>
    truncateSync(path, within(readFileSync(path).length, chance("offset"))),
  emptied: (path) => truncateSync(path, 0),
  deleted: (path) => rmSync(path),
  "with a flipped bit": (path, chance) =>
    changeBytes(path, (bytes) => {
      const at = within(bytes.length, chance("offset"));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << within(8, chance("bit")));
    }),
  "with a sector of zeros": (path, chance) =>
    changeBytes(path, (bytes) => {
      const at = drawSector(bytes, chance("offset"));
      bytes.fill(0, at, Math.min(bytes.length, at + sectorOf(bytes)));
    }),
  "with zeros at its end": (path, chance) =>
    changeBytes(path, (bytes) => bytes.fill(0, within(bytes.length, chance("offset")))),
  "with noise at its end": (path, chance) =>
    appendFileSync(
      path,
      Buffer.from(Array.from({ length: 200 }, (_, i) => within(256, chance(`${i}`)))),
    ),
  "with a sector of another place": (path, chance) =>
    changeBytes(path, (bytes) => {
      const from = drawSector(bytes, chance("from"));
      bytes.copy(bytes, drawSector(bytes, chance("to")), from, from + sectorOf(bytes));
    }),
};

const combinations = Object.entries(targets).flatMap(([target, pattern]) =>
  Object.entries(harms).map(([name, harm]) => ({ target, pattern, name, harm })),
);

/**
 * Does one kind of damage after the other, each time in another place.
 * @returns what was done
 */
export function damage(
  folder: string,
  trial: { readonly index: number; readonly seed: number },
): string {
  const chance: Chance = (purpose) => draw(rootKey(`damage:${trial.seed}:${trial.index}`), purpose);
  const combination = combinations[trial.index % combinations.length];
  if (combination === undefined) throw new Error("there is always one");
  const { pattern, name, harm } = combination;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((file) => pattern.test(file));
  const file = files[within(files.length, chance("file"))];
  if (file === undefined) throw new Error(`no file is ${pattern}`);
  harm(join(folder, file), chance);
  return `${file} ${name}`;
}
