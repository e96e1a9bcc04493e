// The small records of a store on disk, and the schemas that they are read with.
import { z } from "zod";
import { type Put, sealed, unsealed } from "./codec.ts";
import type { Head, Manifest } from "./store.ts";

/** A store of a later format is refused. */
export const FORMAT = 1;

const count = z.int().nonnegative();
const mark = z.string().regex(/^[0-9a-f]{32}$/);

/** Under META_KEY. */
export interface Meta {
  readonly format: number;
  /** Drawn when the store was made: an anchor of another store is told apart. */
  readonly store: string;
  /** How often it was opened for writing. */
  readonly epoch: number;
  /** How many batches it has taken. */
  readonly commit: number;
  /** Runs that the last batches removed: an anchor may still name them. */
  readonly removed: readonly { readonly run: string; readonly commit: number }[];
}

/** How far a run has come. */
export interface HeadRecord {
  readonly head: Head;
  /** How many commits it took. */
  readonly commits: number;
  /** Marks of its heads before, the newest first. */
  readonly recent: readonly string[];
  /** The snapshot that was written last, and the first link of the chain of all. */
  readonly snapshot: SnapshotLink | null;
  /** What its records take, roughly. */
  readonly bytes: number;
}

export interface SnapshotLink {
  readonly seq: number;
  /** Of its record. */
  readonly mark: string;
}

/** A block without its entries. */
export interface BlockRecord {
  readonly count: number;
  readonly states: string;
  readonly chain: string;
  readonly chunks: number;
  readonly bytes: number;
}

/** A snapshot without its state. */
export interface SnapshotRecord {
  readonly seq: number;
  readonly at: number;
  /** The snapshot that it is told as a difference to; null for a keyframe. */
  readonly base: SnapshotLink | null;
  /** Marks of the pieces of its state. */
  readonly chunks: readonly string[];
  /** The snapshot that was written before it. */
  readonly before: SnapshotLink | null;
}

const metaSchema: z.ZodType<Meta> = z.object({
  format: count,
  store: z.string(),
  epoch: count,
  commit: count,
  removed: z.array(z.object({ run: z.string(), commit: count })),
});

const linkSchema = z.object({ seq: count, mark });

const headSchema: z.ZodType<HeadRecord> = z.object({
  head: z.object({
    seq: count,
    at: z.number(),
    digest: z.string(),
    isComplete: z.boolean(),
    counts: z.object({
      delivered: count,
      handled: count,
      unhandled: count,
      deadLetters: count,
      parked: count,
    }),
  }),
  commits: count,
  recent: z.array(mark),
  snapshot: linkSchema.nullable(),
  bytes: count,
});

const manifestSchema: z.ZodType<Manifest> = z.object({
  run: z.string(),
  scenario: z.string(),
  source: z.string(),
  seed: z.int(),
  until: z.number(),
  params: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  agents: z.number().exactOptional(),
  engine: z.string(),
  machines: z.record(z.string(), z.string()),
  parent: z.object({ run: z.string(), seq: count, at: z.number() }).exactOptional(),
});

const blockSchema: z.ZodType<BlockRecord> = z.object({
  count: count.min(1),
  states: z.string(),
  chain: z.string(),
  chunks: count.min(1),
  bytes: count,
});

const snapshotSchema: z.ZodType<SnapshotRecord> = z.object({
  seq: count,
  at: z.number(),
  base: linkSchema.nullable(),
  chunks: z.array(mark).min(1),
  before: linkSchema.nullable(),
});

export type Read<T> = (key: string, value: Buffer) => T | undefined;

/** @returns a reader that gives undefined for what is damaged; fields keep the order in which they were written */
function reader<T>(schema: z.ZodType<T>): Read<T> {
  return (key, value) => {
    const content = unsealed(key, value);
    if (content === undefined) return undefined;
    const record: T = JSON.parse(content.toString());
    return schema.safeParse(record).success ? record : undefined;
  };
}

/** Of any format, so that a later one can be told from damage. */
export const readFormat = reader(z.looseObject({ format: count }));
export const readMeta = reader(metaSchema);
export const readHead = reader(headSchema);
export const readManifest = reader(manifestSchema);
export const readBlock = reader(blockSchema);
export const readSnapshot = reader(snapshotSchema);

/** A record under its key. */
export const recordPut = (key: string, record: object): Put =>
  sealed(key, Buffer.from(JSON.stringify(record)));
