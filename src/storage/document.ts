// A state as lines of JSON, whole or as the difference to the one before.
//
// Every list in the outer levels of the document is told item by item, and an item that the document before had as
// well is a reference to it. That serves agents that did not change, posts that are only ever added, and a queue
// that moves up, without knowing what any of them is. Items are compared by the hash of their text.
import { hash } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import { z } from "zod";
import { assert } from "../core/error.ts";
import { CHUNK_BYTES } from "./codec.ts";

/** Lists below this depth are part of the item that they are in. */
const MAX_DEPTH = 3;
/** Characters that are looked at between two pauses: a few milliseconds. */
const SLICE = 262_144;
/** Shorter items stand for themselves. */
const LEAST_HASHED = 44;
const NEWLINE = 10;

/** What is remembered of a document to tell the next one: a mark per item, by the name of its list. */
export type Marks = ReadonlyMap<string, readonly string[]>;

export interface Written {
  readonly marks: Marks;
  /** Characters that were written. */
  readonly size: number;
  /** Characters that the whole document has. */
  readonly whole: number;
}

/** The last line: the document with its lists empty, and how each of them is put together. */
const tableSchema = z.object({
  frame: z.unknown(),
  lists: z.array(
    z.object({
      name: z.string(),
      /** By threes: from which item of the list before, how many of them, how many new lines after them. */
      runs: z.array(z.int().nonnegative()),
    }),
  ),
});

/**
 * Writes a document. It must not change meanwhile.
 * @param before marks of the document that it is told as a difference to; none to write it whole
 * @param put takes pieces of at most CHUNK_BYTES
 */
export async function writeDocument(
  document: object,
  before: Marks | undefined,
  put: (piece: Buffer) => void,
): Promise<Written> {
  const found = new Map<string, readonly unknown[]>();
  const frame = takeApart(document, [], found);
  const pen = makePen(put);
  const marks = new Map<string, readonly string[]>();
  const lists: { name: string; runs: readonly number[] }[] = [];
  for (const [name, items] of found) {
    const { runs, has } = compareWith(before?.get(name) ?? []);
    const own: string[] = [];
    for (const item of items) {
      const text = JSON.stringify(item) ?? "null";
      const mark = text.length < LEAST_HASHED ? text : hash("sha256", text, "base64");
      own.push(mark);
      pen.look(text, { isNew: !has(mark) });
      if (pen.isTired()) await pen.rest();
    }
    marks.set(name, own);
    lists.push({ name, runs });
  }
  pen.look(JSON.stringify({ frame, lists }), { isNew: true });
  return { marks, ...pen.finish() };
}

const nameOf = (path: readonly string[]): string => JSON.stringify(path);

/** @returns the document with its outer lists empty; what was in them is put into `found` by name */
function takeApart(
  value: unknown,
  path: readonly string[],
  found: Map<string, readonly unknown[]>,
): unknown {
  if (Array.isArray(value)) {
    found.set(nameOf(path), value);
    return [];
  }
  if (typeof value !== "object" || value === null || path.length === MAX_DEPTH) return value;
  const fields = Object.entries(value);
  return Object.fromEntries(
    fields.map(([key, field]) => [key, takeApart(field, [...path, key], found)]),
  );
}

/** Tells a list as runs of the one before with new items in between. */
function compareWith(before: readonly string[]): {
  readonly runs: readonly number[];
  readonly has: (mark: string) => boolean;
} {
  const runs: number[] = [0, 0, 0];
  let next = 0;
  let index: ReadonlyMap<string, number> | undefined;
  /** Usually the item at the same place; otherwise wherever it was, which is looked up. */
  const find = (mark: string): number | undefined => {
    if (before[next] === mark) return next;
    index ??= new Map(before.map((other, i) => [other, i]));
    return index.get(mark);
  };
  const grow = (field: number): void => {
    runs[runs.length - field] = (runs[runs.length - field] ?? 0) + 1;
  };
  const has = (mark: string): boolean => {
    const at = find(mark);
    const follows = at === next && runs.at(-1) === 0;
    next = (at ?? next) + 1;
    if (at === undefined) grow(1);
    else if (follows) grow(2);
    else runs.push(at, 1, 0);
    return at !== undefined;
  };
  return { runs, has };
}

/** Gathers lines into pieces. */
function makePen(put: (piece: Buffer) => void) {
  let lines: string[] = [];
  let pending = Buffer.alloc(0);
  let [size, whole, seen] = [0, 0, 0];
  const flush = (): void => {
    const text = lines.map((line) => `${line}\n`).join("");
    pending = Buffer.concat([pending, Buffer.from(text)]);
    lines = [];
    while (pending.length > CHUNK_BYTES) {
      put(pending.subarray(0, CHUNK_BYTES));
      pending = pending.subarray(CHUNK_BYTES);
    }
  };
  return {
    look: (text: string, { isNew }: { readonly isNew: boolean }): void => {
      const length = text.length + 1;
      if (isNew) lines.push(text);
      size += isNew ? length : 0;
      whole += length;
      seen += length;
    },
    isTired: (): boolean => seen >= SLICE,
    rest: async (): Promise<void> => {
      seen = 0;
      flush();
      await pause();
    },
    finish: (): { readonly size: number; readonly whole: number } => {
      flush();
      put(pending);
      return { size, whole };
    },
  };
}

/** Lines of all layers, found by one number. */
interface Lines {
  readonly textOf: (line: number) => string;
  /** @returns the numbers of its first line and of the one after its last */
  readonly add: (layer: Buffer) => readonly [first: number, end: number];
}

/**
 * Reads a document again.
 * @param layers the whole one that it builds on, the differences since then, its own last; their hashes checked
 */
export function readDocument(layers: readonly Buffer[]): unknown {
  const lines = makeLines();
  let lists: ReadonlyMap<string, readonly number[]> = new Map();
  let frame: unknown;
  for (const layer of layers) {
    const [first, end] = lines.add(layer);
    const table = tableSchema.parse(JSON.parse(lines.textOf(end - 1)));
    frame = table.frame;
    lists = putTogether(table.lists, lists, first);
  }
  return fill(frame, [], (name) => lists.get(name)?.map((line) => JSON.parse(lines.textOf(line))));
}

function makeLines(): Lines {
  const layers: Buffer[] = [];
  const layerOf: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    textOf: (line) => layers[layerOf[line] ?? 0]?.toString("utf8", starts[line], ends[line]) ?? "",
    add: (layer) => {
      const first = starts.length;
      layers.push(layer);
      let start = 0;
      for (;;) {
        const end = layer.indexOf(NEWLINE, start);
        if (end === -1) return [first, starts.length];
        layerOf.push(layers.length - 1);
        starts.push(start);
        ends.push(end);
        start = end + 1;
      }
    },
  };
}

function putTogether(
  told: z.infer<typeof tableSchema>["lists"],
  before: ReadonlyMap<string, readonly number[]>,
  firstLine: number,
): ReadonlyMap<string, readonly number[]> {
  let line = firstLine;
  const lists = new Map<string, readonly number[]>();
  for (const { name, runs } of told) {
    const old = before.get(name) ?? [];
    const items: number[] = [];
    for (let i = 0; i < runs.length; i += 3) {
      const [from = 0, count = 0, added = 0] = runs.slice(i, i + 3);
      assert(from + count <= old.length, "a difference refers to what was there");
      for (let k = from; k < from + count; k++) items.push(old[k] ?? 0);
      for (let k = 0; k < added; k++) items.push(line++);
    }
    lists.set(name, items);
  }
  return lists;
}

/** Puts the lists back into the frame. */
function fill(
  frame: unknown,
  path: readonly string[],
  listOf: (name: string) => readonly unknown[] | undefined,
): unknown {
  if (Array.isArray(frame)) return listOf(nameOf(path)) ?? frame;
  if (typeof frame !== "object" || frame === null || path.length === MAX_DEPTH) return frame;
  const fields = Object.entries(frame);
  return Object.fromEntries(
    fields.map(([key, field]) => [key, fill(field, [...path, key], listOf)]),
  );
}
