// What a store asks of the database below it: ordered keys, atomic synced batches, reads at one instant.
import type { Put } from "./codec.ts";
import type { Range } from "./keys.ts";

/** The records as they were at one instant. */
export interface View {
  readonly get: (key: string) => Promise<Buffer | undefined>;
  readonly entries: (range: Range) => AsyncIterable<readonly [key: string, value: Buffer]>;
}

export interface Batch {
  readonly puts: readonly Put[];
  readonly removed: readonly string[];
}

export interface Database extends View {
  readonly keys: (range: Range) => AsyncIterable<string>;
  /** All of it or nothing, and on disk when it resolves. */
  readonly write: (batch: Batch) => Promise<void>;
  /** Reads see nothing that is written after this. */
  readonly view: () => View & AsyncDisposable;
  readonly close: () => Promise<void>;
}
