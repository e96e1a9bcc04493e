// A run to go back into, whether it lies in memory or in a store.
import type { Entry } from "../core/event.ts";
import { BLOCK_SIZE, entryOfLine, lineOf } from "../core/journal-line.ts";
import { floor, max, min } from "../core/math.ts";
import type { Production, ProductionOptions } from "../core/production.ts";
import type { Scenario } from "../core/scenario.ts";
import type { ForkPoint, Snapshot } from "../storage/snapshot.ts";
import type { Head, Manifest, Store } from "../storage/store.ts";
import type { StrangerText } from "../storage/stranger-text.ts";

/** Entries of a journal that are hashed together. */
export interface PastBlock {
  readonly lines: readonly string[];
  /** The digest after it; undefined for the last ones, which fill no block, and where it was not kept. */
  readonly after: string | undefined;
}

/** Where a run is kept. */
export interface Kept {
  readonly store: Store;
  readonly manifest: Manifest;
  readonly head: Head;
}

/** What is left of a run to go back into. */
export interface Past {
  readonly run: string;
  readonly scenario: Scenario;
  readonly seed: number;
  /** The seed with which the first run of its line began; a fork may have changed its own. */
  readonly firstSeed: number;
  /** Its last instant, inclusive, in virtual milliseconds. */
  readonly until: number;
  /** Whether it reached `until`. */
  readonly complete: boolean;
  /** The instant up to which everything has happened; `until` when it is complete. */
  readonly reached: number;
  /** Parameters and size of the population as they were given. */
  readonly options: ProductionOptions;
  /** Its scenario made ready, once for all that go back into it. */
  readonly production: Production;
  readonly parent?: ForkPoint;
  /** Entries of the journal, those of its parents included. */
  readonly steps: number;
  /** 64 hex digits. */
  readonly digest: string;
  /** @param number from 0 */
  readonly block: (number: number) => Promise<PastBlock>;
  /** The latest snapshot up to an instant and a number of entries; undefined where it is the beginning. */
  readonly snapshotAt: (at: number, seq?: number) => Promise<Snapshot | undefined>;
  /** What strangers have said in it and in its parents. */
  readonly strangers: readonly StrangerText[];
  /** Undefined for a run in memory. */
  readonly kept?: Kept;
}

/** Entries with seq in [from, to). */
export async function entriesOf(
  past: Pick<Past, "block" | "steps">,
  from = 0,
  to = past.steps,
): Promise<readonly Entry[]> {
  const end = min(to, past.steps);
  const start = max(0, from);
  if (start >= end) return [];
  const first = floor(start / BLOCK_SIZE);
  const numbers = Array.from(
    { length: floor((end - 1) / BLOCK_SIZE) - first + 1 },
    (_, i) => first + i,
  );
  const blocks = await Promise.all(numbers.map((number) => past.block(number)));
  const lines = blocks.flatMap((block) => block.lines);
  return lines.slice(start - first * BLOCK_SIZE, end - first * BLOCK_SIZE).map(entryOfLine);
}

/** A journal in memory by blocks. @param chains the digest after each block, from the first on, as far as known */
export function blocksOf(journal: readonly Entry[], chains: readonly string[]): Past["block"] {
  return async (number) => {
    const lines = journal.slice(number * BLOCK_SIZE, (number + 1) * BLOCK_SIZE).map(lineOf);
    return { lines, after: chains[number] };
  };
}
