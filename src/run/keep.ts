// Keeps a run in a store while it goes on: at every checkpoint one commit, synced before the run goes on.
import type { Entry } from "../core/event.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import type { RunState } from "../core/state.ts";
import type { Block, Manifest, Snapshot, Store } from "../storage/store.ts";
import { type Digest, firstSeqOf } from "./digest.ts";

/** A run as far as it has come. */
export interface Checkpoint {
  readonly state: RunState;
  readonly digest: Digest;
  readonly journal: readonly Entry[];
  /** New since the last checkpoint. */
  readonly snapshots: readonly Snapshot[];
  /** Instant up to which everything has happened. */
  readonly at: number;
  readonly isComplete: boolean;
}

export type Keeper = (checkpoint: Checkpoint) => Promise<void>;

/**
 * @param manifest of a new run; left out to extend a kept one
 * @param from seq from which on entries are its own: 0, where its parent was left, or where it ended before
 */
export function keeper(
  store: Store,
  id: string,
  { manifest, from }: { readonly manifest?: Manifest; readonly from: number },
): Keeper {
  let kept = firstSeqOf(from);
  let first = manifest;
  return async ({ state, digest, journal, snapshots, at, isComplete }) => {
    const blocks = blocksFrom(kept, journal, digest);
    const head = {
      seq: state.seq,
      at,
      digest: digest.value(),
      isComplete,
      counts: { ...state.counts },
    };
    await store.commit(id, { ...(first && { manifest: first }), head, blocks, snapshots });
    first = undefined;
    kept = firstSeqOf(state.seq);
  };
}

function blocksFrom(kept: number, journal: readonly Entry[], digest: Digest): readonly Block[] {
  const blocks: Block[] = [];
  for (let from = kept; from < journal.length; from += BLOCK_SIZE) {
    const entries = journal.slice(from, from + BLOCK_SIZE);
    blocks.push({ from, entries, ...digest.sealOf(from) });
  }
  return blocks;
}
