// What a store is kept on: keys and values that survive, and one small text beside them that vouches for them.

/** One key put, or taken away when it has no value. */
export interface Change {
  readonly key: string;
  readonly value?: Uint8Array;
}

/**
 * Keys are ASCII texts in the order of their code units; a value has at most MAX_VALUE bytes. Calls may overlap, writes
 * may not: the store awaits one before it begins the next.
 */
export interface Disk {
  /** The folder, or `memory`. */
  readonly place: string;
  readonly read: (key: string) => Promise<Uint8Array | undefined>;
  /** The keys in [from, to), ascending. */
  readonly keys: (from: string, to: string) => Promise<readonly string[]>;
  /** All of the changes or none; they are on the medium when the promise resolves. */
  readonly write: (changes: readonly Change[]) => Promise<void>;
  /** The anchor as it was written last; undefined in a new store. */
  readonly readAnchor: () => Promise<string | undefined>;
  /** Takes the place of the one before at once; it is on the medium when the promise resolves. */
  readonly writeAnchor: (text: string) => Promise<void>;
  /** What was taken away is gone from the medium when the promise resolves. */
  readonly purge: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** LevelDB takes larger ones, and pays for them with memory. */
export const MAX_VALUE = 1_048_576;
