// What a run can be restored from: the whole state after an entry, and where a fork left its parent.
import type { SavedAgents, SavedState } from "../core/save.ts";

export interface ForkPoint {
  readonly run: string;
  /** The fork's first own entry has this seq. */
  readonly seq: number;
  /** Virtual milliseconds; the past includes this instant. */
  readonly at: number;
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
  /** Instant of the last of them. */
  readonly at: number;
  readonly state: SavedState;
  /** The agents of the state, where they need not be read all at once. */
  readonly agents?: SavedAgents;
  readonly digest: OpenDigest;
}

/** Records of a state by table and id, each as JSON; in the order in which the state holds them. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A record that is read when somebody asks for it. */
export interface StoredRecord {
  /** As JSON. */
  readonly text: string;
  /** What the text says, frozen; the same one each time. */
  readonly value: unknown;
}

/** As `Tables`, not read yet. */
export type StoredRecords = ReadonlyMap<string, ReadonlyMap<string, StoredRecord>>;

/** What a table has more and less than before. */
export interface TableChange {
  readonly table: string;
  readonly put: readonly (readonly [id: string, record: string])[];
  readonly gone: readonly string[];
}

/** A snapshot as it is written: the whole state (a keyframe), or what has changed since the one before. */
export interface WrittenSnapshot {
  readonly seq: number;
  readonly at: number;
  readonly isKeyframe: boolean;
  readonly digest: OpenDigest;
  readonly tables: readonly TableChange[];
}
