// Where everything lies on a disk. An id is ended by a slash, which is in none: no run is within another's range.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { formatInstant } from "../core/time.ts";
import type { Block } from "./store.ts";

/** The version of all that is stored. */
export const FORMAT_KEY = "format";
export const RECORDS_RANGE = "records/";

export const isRunId = (id: string): boolean => /^[\w.~-]{1,200}$/.test(id);

const padded = (n: number, width: number): string => String(n).padStart(width, "0");

/** The note that a run was removed. */
export const removedKey = (run: string): string => `removed/${run}`;

/** In it the one record of a run. */
export const recordRange = (run: string): string => `${RECORDS_RANGE}${run}/`;
export const recordKey = (run: string, commit: number): string =>
  recordRange(run) + padded(commit, 9);

/** In it everything of a run but its record. */
export const runRange = (run: string): string => `runs/${run}/`;
/** In it the one tail of a run. */
export const tailRange = (run: string): string => `${runRange(run)}tail/`;
export const tailKey = (run: string, commit: number): string => tailRange(run) + padded(commit, 9);

export const blocksRange = (run: string): string => `${runRange(run)}block/`;
/** In it the block of a number. */
export const blockRange = (run: string, number: number): string =>
  `${blocksRange(run)}${padded(number, 9)}.`;
export const blockKey = (run: string, { number, at }: Pick<Block, "number" | "at">): string =>
  blockRange(run, number) + padded(at, 16);

/** A snapshot by its key. */
export interface SnapshotName {
  readonly seq: number;
  readonly at: number;
  readonly isKeyframe: boolean;
  /** Seq of the snapshot before it, of the first one its own: by these it is seen when one is missing. */
  readonly before: number;
}

export const snapshotsRange = (run: string): string => `${runRange(run)}snapshot/`;
/** In it the snapshot after so many entries. */
export const snapshotRange = (run: string, seq: number): string =>
  `${snapshotsRange(run)}${padded(seq, 12)}.`;
export function snapshotKey(run: string, { seq, at, isKeyframe, before }: SnapshotName): string {
  const kind = isKeyframe ? "k" : "d";
  return `${snapshotRange(run, seq)}${padded(at, 16)}.${kind}.${padded(before, 12)}`;
}

const nameIn = (key: string): readonly string[] => key.slice(key.lastIndexOf("/") + 1).split(".");

/** @param key of a record; @returns the run and the number of its commit */
export function parseRecordKey(key: string): readonly [run: string, commit: number] {
  const [, run = "", commit] = key.split("/");
  return [run, Number(commit)];
}

export function parseBlockKey(key: string): Pick<Block, "number" | "at"> {
  const [number, at] = nameIn(key);
  return { number: Number(number), at: Number(at) };
}

export function parseSnapshotKey(key: string): SnapshotName {
  const [seq, at, kind, before] = nameIn(key);
  return { seq: Number(seq), at: Number(at), isKeyframe: kind === "k", before: Number(before) };
}

/** What lies under a key, in words, and the run whose journal or snapshot it is. */
export function wordsOf(key: string): { readonly what: string; readonly run?: string } {
  const [kind, run = "", part, name = ""] = key.split("/");
  if (kind === FORMAT_KEY) return { what: "its version" };
  if (kind !== "runs") return { what: `the record of "${run}"` };
  return { what: `${partWords(part, name)} of "${run}"`, run };
}

function partWords(part: string | undefined, name: string): string {
  const [number = "", at = ""] = name.split(".");
  const first = Number(number) * BLOCK_SIZE;
  const instant = at === "" ? "" : ` at ${formatInstant(Number(at))}`;
  switch (part) {
    case "block":
      return `entries ${first} to ${first + BLOCK_SIZE - 1}`;
    case "snapshot":
      return `the snapshot${instant} after ${Number(number)} entries`;
    case "stranger":
      return "what a stranger said";
    default:
      return "the last entries";
  }
}
