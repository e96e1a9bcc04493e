// What a run can be restored from: the whole state after an entry, and where a fork left its parent.
import type { SavedState } from "../core/save.ts";

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
  /** Instant up to which everything has happened. */
  readonly at: number;
  readonly state: SavedState;
  readonly digest: OpenDigest;
}
