// Where runs are kept: the interface that every store fulfils. What was committed is kept for good, or its loss is told.
import type { Entry } from "../core/event.ts";
import type { SavedState } from "../core/save.ts";
import type { Params } from "../core/scenario.ts";
import type { Counts } from "../core/state.ts";

/** What a run was made of: enough to make it again. Constant once written. */
export interface Manifest {
  /** `<scenario>-<seed>`, with `.N` for forks and `~N` for another manifest of the same name. */
  readonly run: string;
  /** The scenario's own name. */
  readonly scenario: string;
  /** How it was asked for: a name, or an absolute path. */
  readonly source: string;
  readonly seed: number;
  readonly until: number;
  readonly params: Params;
  /** Size of the population, where it was not the scenario's own. */
  readonly agents?: number;
  /** Version of the engine. */
  readonly engine: string;
  /** Hash of the structure of every machine, by its id. */
  readonly machines: Readonly<Record<string, string>>;
  /** A fork: whose past it shares, and what was changed. */
  readonly parent?: ForkPoint;
}

export interface ForkPoint {
  readonly run: string;
  /** The fork's first own entry has this seq. */
  readonly seq: number;
  /** Virtual milliseconds; the past includes this instant. */
  readonly at: number;
}

/** How far a run has come. */
export interface Head {
  /** Number of entries. */
  readonly seq: number;
  /** Instant up to which everything has happened. */
  readonly at: number;
  /** Digest up to here. */
  readonly digest: string;
  /** Whether the run reached its `until`. */
  readonly isComplete: boolean;
  readonly counts: Counts;
}

/**
 * A piece of the journal: BLOCK_SIZE entries, the last one of a run maybe fewer. The chain hash of a block covers
 * that of the block before, its entries and the states that changed in it.
 */
export interface Block {
  /** Seq of the first entry: a multiple of BLOCK_SIZE. */
  readonly from: number;
  readonly entries: readonly Entry[];
  /** Hash of the states that changed. */
  readonly states: string;
  readonly chain: string;
}

/** A digest in the making, so that it can go on. */
export interface OpenDigest {
  readonly chain: string;
  /** Lines of the entries of the open block. */
  readonly lines: readonly string[];
  /** Indexes of the agents that changed in it, ascending. */
  readonly changed: readonly number[];
}

/** The whole state of a run after an entry. */
export interface Snapshot {
  /** Number of entries so far. */
  readonly seq: number;
  /** Instant up to which everything has happened. */
  readonly at: number;
  readonly state: SavedState;
  readonly digest: OpenDigest;
}

export interface RunRecord {
  readonly manifest: Manifest;
  readonly head: Head;
  /** Bytes on disk, roughly; 0 where unknown. */
  readonly bytes: number;
}

/** What is kept together or not at all. */
export interface Commit {
  /** With the first commit of a run. */
  readonly manifest?: Manifest;
  readonly head: Head;
  /** New blocks in order; one with the `from` of a stored block takes its place (the open block grows). */
  readonly blocks: readonly Block[];
  readonly snapshots: readonly Snapshot[];
}

/** Runs by their ids. One process owns a store that lies on disk. */
export interface Store extends AsyncDisposable {
  /** What to call it in messages. */
  readonly place: string;
  /** By id. */
  readonly runs: () => Promise<readonly RunRecord[]>;
  readonly run: (id: string) => Promise<RunRecord | undefined>;
  /** Atomic and synced: when it resolves, the commit survives the loss of power. */
  readonly commit: (id: string, commit: Commit) => Promise<void>;
  /** The run's own blocks (not its parent's) that hold entries of [from, to), in order. @throws when damaged */
  readonly blocks: (id: string, range: { from: number; to: number }) => AsyncIterable<Block>;
  /** The run's own snapshots, the earliest first. */
  readonly snapshots: (id: string) => Promise<readonly Pick<Snapshot, "seq" | "at">[]>;
  /** @throws EngineError STORE_DAMAGED when its hash does not hold */
  readonly snapshot: (id: string, seq: number) => Promise<Snapshot | undefined>;
  /** Removes a run. Runs forked from it must be gone before. */
  readonly remove: (id: string) => Promise<void>;
}
