// Runs that survive the process: their journals in blocks, their snapshots, and what they were made from.
import { z } from "zod";
import type { OpenDigest, StoredRecords, Tables, WrittenSnapshot } from "./snapshot.ts";
import type { StrangerStore, StrangerText } from "./stranger-text.ts";

const Count = z.int().min(0);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A machine as the run knew it: by these a later one is compared with it. */
const MachineRecord = z.object({
  /** Hash of the structure. */
  hash: Hash,
  /** The structure as JSON: states, transitions, guards, actions, delays and effects by name. */
  structure: z.string(),
  /** Hashes of the functions by kind and name, as `guards.isTired`. */
  functions: z.record(z.string(), Hash),
});
export type MachineRecord = z.infer<typeof MachineRecord>;

const Json = z.json();

/** What a fork changed at its beginning. */
export const ForkChanges = z.object({
  seed: z.int().optional(),
  set: z.record(z.string(), Json).optional(),
  events: z
    .array(
      z.object({
        at: Count,
        to: z.union([z.string(), z.array(z.string())]),
        event: z.looseObject({ type: z.string() }),
        priority: z.enum(["critical", "high", "normal", "low"]).optional(),
      }),
    )
    .optional(),
  /** Hash of the file with the function that made the state fit other machines. */
  migratedBy: Hash.optional(),
});
export type ForkChanges = z.infer<typeof ForkChanges>;

/** What a run was made from: with it and the code it comes about again. */
const Manifest = z.object({
  run: z.string(),
  scenario: z.string(),
  /** How the scenario is found again: its name, or its path relative to where the run was made. */
  source: z.string(),
  seed: z.int(),
  /** Virtual milliseconds, as first asked for. */
  until: Count,
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Size of the population, where it was given. */
  agents: Count.optional(),
  /** Version of the engine. */
  engine: z.string(),
  /** By id of the machine. */
  machines: z.record(z.string(), MachineRecord),
  /** Hash of what the scenario stages: cast, follows, events, news and the settings of the world. */
  staging: Hash,
  /** Hash of the files that the scenario was loaded from, and of the lock file beside them. */
  code: Hash.optional(),
  parent: z.object({ run: z.string(), seq: Count, at: Count }).optional(),
  changes: ForkChanges.optional(),
  /** Milliseconds since 1970. */
  createdAt: Count,
});
export type Manifest = z.infer<typeof Manifest>;

/** How far a run has come. */
const Head = z.object({
  /** Entries, those of its parents included. */
  steps: Count,
  /** Instant of the last entry. */
  at: Count,
  /** Where it ends, in virtual milliseconds; later than in the manifest when it was continued. */
  until: Count,
  isComplete: z.boolean(),
  /** Of all entries so far. */
  digest: Hash,
  /** Of the closed blocks. */
  chain: Hash,
  posts: Count,
  agents: Count,
  /** Milliseconds since 1970. */
  savedAt: Count,
});
export type Head = z.infer<typeof Head>;

export const RunRecord = z.object({
  manifest: Manifest,
  head: Head,
  /** Number of this commit of the run, from 1. */
  commit: z.int().min(1),
  /** Stored bytes of its blocks and snapshots. */
  bytes: Count,
  /** Seq of the snapshot that was committed last. */
  snapshot: Count.optional(),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** BLOCK_SIZE entries of a journal. */
export interface Block {
  /** Its first entry has the seq `number * BLOCK_SIZE`. */
  readonly number: number;
  /** Instant of its last entry. */
  readonly at: number;
  /** The digest before it and after it. */
  readonly before: string;
  readonly after: string;
  /** Hash of the texts of the states that changed in it. */
  readonly states: string;
  /** Its entries as `lineOf` writes them. */
  readonly lines: readonly string[];
}

/** Where a snapshot lies. */
export interface SnapshotPlace {
  readonly seq: number;
  readonly at: number;
  readonly isKeyframe: boolean;
}

/** What one commit adds to a run. */
export interface Commit {
  readonly manifest: Manifest;
  readonly head: Head;
  readonly blocks: readonly Block[];
  /** Entries behind the last block. */
  readonly tail: readonly string[];
  readonly snapshots: readonly WrittenSnapshot[];
  /** What strangers have said since the last commit; one that was erased stays so. */
  readonly strangers?: readonly StrangerText[];
}

/**
 * Several runs in one place. Every value is verified when it is read, and what cannot be verified is refused.
 *
 * All methods throw EngineError STORE_DAMAGED where what was acknowledged is not there any more, STORE_UNREADABLE and
 * STORE_UNWRITABLE where the place fails; after a failed write all further writes are refused.
 */
export interface Store extends StrangerStore {
  /** The folder, or `memory`. */
  readonly place: string;
  /** All runs by id. */
  readonly runs: () => Promise<readonly RunRecord[]>;
  /** @throws EngineError RUN_UNKNOWN with the nearest ids */
  readonly run: (id: string) => Promise<RunRecord>;
  /**
   * Adds to a run, or begins one: all of it or nothing, and acknowledged when the promise resolves. Blocks and
   * snapshots up to the last ones that are there already stay as they are.
   */
  readonly commit: (commit: Commit) => Promise<void>;
  /** The run's own blocks, ascending: a fork has those from the one in which it left its parent. */
  readonly blocks: (id: string) => Promise<readonly Pick<Block, "number" | "at">[]>;
  readonly block: (id: string, number: number) => Promise<Block>;
  /** Entries behind the last block. */
  readonly tail: (id: string) => Promise<readonly string[]>;
  /** The run's own snapshots, ascending. */
  readonly snapshots: (id: string) => Promise<readonly SnapshotPlace[]>;
  /** A snapshot put together from its keyframe and what changed since. @param seq one of `snapshots` */
  readonly snapshot: (
    id: string,
    seq: number,
  ) => Promise<{ readonly digest: OpenDigest; readonly tables: Tables }>;
  /** The same, each record read when somebody asks for it; what was read lately is not read from the medium again. */
  readonly records: (
    id: string,
    seq: number,
  ) => Promise<{ readonly digest: OpenDigest; readonly tables: StoredRecords }>;
  /** Takes a run away. @throws EngineError RUN_HAS_FORKS */
  readonly remove: (id: string) => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}
