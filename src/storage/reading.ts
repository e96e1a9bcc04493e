// Entries and states read again: nothing is handed out whose hash does not hold.
import { z } from "zod";
import { assert, messageOf } from "../core/error.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { markOf, unsealed } from "./codec.ts";
import { damaged, spanOf } from "./damage.ts";
import type { View } from "./database.ts";
import { readDocument } from "./document.ts";
import type { Stored } from "./inspect-run.ts";
import { blockKey, blocksWithin, entriesKey, seqOf, snapshotKey, stateKey } from "./keys.ts";
import { type BlockRecord, readBlock, readSnapshot, type SnapshotLink } from "./records.ts";
import { chainOf, entriesOf, FIRST_CHAIN, firstOwnSeq } from "./rules.ts";
import type { Block, Manifest, Snapshot } from "./store.ts";

/** What is read from: the records, and how to call them in messages. */
export interface Source {
  readonly view: View;
  readonly place: string;
  readonly manifestOf: (id: string) => Manifest | undefined;
}

/**
 * The chain hash before a block: of the run's own block before, or of one of its parent.
 * @throws EngineError STORE_DAMAGED
 */
export async function chainBefore(
  source: Source,
  manifest: Manifest,
  from: number,
): Promise<string> {
  if (from === 0) return FIRST_CHAIN;
  if (from > firstOwnSeq(manifest)) {
    const key = blockKey(manifest.run, from - BLOCK_SIZE);
    const value = await source.view.get(key);
    const block = value && readBlock(key, value);
    if (block !== undefined) return block.chain;
    throw broken(source, manifest.run, spanOf(from - BLOCK_SIZE, from));
  }
  const parent = manifest.parent && source.manifestOf(manifest.parent.run);
  assert(parent !== undefined, "a fork lies in the store of its parent");
  return chainBefore(source, parent, from);
}

function broken({ place }: Source, run: string, part: string, cause?: unknown): Error {
  const why = cause === undefined ? "" : `: ${messageOf(cause)}`;
  return damaged(place, [{ run, what: `${part} are missing or broken${why}`, cause }]);
}

/**
 * The run's own blocks that hold entries of [from, to), in order.
 * @throws EngineError STORE_DAMAGED at the first that is not what was written
 */
export async function* blocksOf(
  source: Source,
  { manifest, head }: Stored,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<Block> {
  const id = manifest.run;
  const end = Math.min(to, head.seq);
  let next = Math.max(firstOwnSeq(manifest), from - (from % BLOCK_SIZE));
  if (next >= end) return;
  let chain = await chainBefore(source, manifest, next);
  for await (const [key, value] of recordsWithin(source, id, { from: next, end })) {
    const record = readBlock(key, value);
    if (record === undefined || seqOf(key) !== next) throw broken(source, id, spanOf(next, end));
    const block = await readEntries(source, id, { from: next, record, chain });
    yield block;
    chain = block.chain;
    next += record.count;
  }
  if (next < end) throw broken(source, id, spanOf(next, end));
}

async function* recordsWithin(
  source: Source,
  id: string,
  { from, end }: { readonly from: number; readonly end: number },
): AsyncGenerator<readonly [string, Buffer]> {
  try {
    yield* source.view.entries(blocksWithin(id, from, end));
  } catch (thrown) {
    throw broken(source, id, spanOf(from, end), thrown);
  }
}

async function readEntries(
  source: Source,
  id: string,
  at: { readonly from: number; readonly record: BlockRecord; readonly chain: string },
): Promise<Block> {
  const { from, record } = at;
  const { count, states, chain, chunks } = record;
  const keys = Array.from({ length: chunks }, (_, index) => entriesKey(id, from, index));
  const part = spanOf(from, from + count);
  const content = await readPieces(source, keys).catch((thrown) => {
    throw broken(source, id, part, thrown);
  });
  if (content === undefined) throw broken(source, id, part);
  const text = content.pieces.toString();
  if (chainOf(at.chain, text, states) !== chain) throw broken(source, id, part);
  return { from, entries: entriesOf(text), states, chain };
}

interface Pieces {
  readonly pieces: Buffer;
  readonly marks: readonly string[];
}

/** @returns undefined when one is missing or not what was written */
async function readPieces({ view }: Source, keys: readonly string[]): Promise<Pieces | undefined> {
  const pieces: Buffer[] = [];
  const marks: string[] = [];
  for (const key of keys) {
    const value = await view.get(key);
    const piece = value && unsealed(key, value);
    if (value === undefined || piece === undefined) return undefined;
    pieces.push(piece);
    marks.push(markOf({ value }));
  }
  return { pieces: Buffer.concat(pieces), marks };
}

/** Its parts are the engine's own and their hashes hold; the version of the state is for whoever loads it. */
const snapshotSchema = z.custom<Snapshot>(
  (value) => z.object({ seq: z.int(), at: z.number(), state: z.object() }).safeParse(value).success,
);

/**
 * A snapshot: its keyframe with all differences up to it.
 * @throws EngineError STORE_DAMAGED
 */
export async function snapshotOf(source: Source, id: string, link: SnapshotLink): Promise<Snapshot> {
  const part = `parts of the snapshot after ${link.seq} entries`;
  const layers = await readLayers(source, id, link).catch((thrown) => {
    throw broken(source, id, part, thrown);
  });
  if (layers === undefined) throw broken(source, id, part);
  const snapshot = snapshotSchema.safeParse(readDocument(layers));
  if (!snapshot.success) throw broken(source, id, part);
  return snapshot.data;
}

/** @returns the keyframe first; undefined when something is missing or not what was written */
async function readLayers(
  source: Source,
  id: string,
  newest: SnapshotLink,
): Promise<readonly Buffer[] | undefined> {
  const layers: Buffer[] = [];
  for (let link: SnapshotLink | null = newest; link !== null; ) {
    const key = snapshotKey(id, link.seq);
    const value = await source.view.get(key);
    const record = value && readSnapshot(key, value);
    if (record === undefined || value === undefined || markOf({ value }) !== link.mark) return undefined;
    const keys = record.chunks.map((_, index) => stateKey(id, record.seq, index));
    const content = await readPieces(source, keys);
    if (content?.marks.join() !== record.chunks.join()) return undefined;
    layers.unshift(content.pieces);
    link = record.base;
  }
  return layers;
}
