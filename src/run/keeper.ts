// Keeps a run in a store while it goes on: its blocks, now and then a snapshot, and how far it has come.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { floor, min } from "../core/math.ts";
import type { RunState } from "../core/state.ts";
import type { WrittenSnapshot } from "../storage/snapshot.ts";
import type { Block, Head, Manifest, Store } from "../storage/store.ts";
import type { ClosedBlock, Digest } from "./digest.ts";
import { Recorder } from "./recorder.ts";

/** Blocks of a commit, and so what a crash can lose: few in a short run, where one more costs little. */
const MAX_BLOCKS = 16;
const blocksPerCommit = (number: number): number => min(MAX_BLOCKS, 1 + floor(number / 4));

export interface Keeping {
  readonly store: Store;
  readonly manifest: Manifest;
  /** Entries that the store has already; they are not written again. */
  readonly keptSteps: number;
  readonly until: number;
  /** Virtual milliseconds between snapshots; as often as it is cheap by default. */
  readonly snapshotEvery: number | undefined;
}

/** What a run is kept with, as it goes on. Closed state, owned by one run. */
export class Keeper {
  readonly #state: RunState;
  readonly #digest: Digest;
  readonly #keeping: Keeping;
  #recorder: Recorder | undefined;
  #blocks: Block[] = [];
  #snapshots: WrittenSnapshot[] = [];
  /** The commit under way: the run goes on while it is written. */
  #underWay: Promise<void> = Promise.resolve();

  constructor(state: RunState, digest: Digest, keeping: Keeping) {
    this.#state = state;
    this.#digest = digest;
    this.#keeping = keeping;
  }

  /** The first commit, before anything happens: from here on the run is known. @param isFork it begins with a snapshot */
  begin({ isFork }: { readonly isFork: boolean }): Promise<void> {
    if (isFork) this.#snapshots.push(this.#recording().take(this.#digest));
    return this.#commit({ isComplete: false });
  }

  /** Takes a block in. @returns what to wait for before the next entry: two commits never wait at a time */
  add(block: ClosedBlock): Promise<void> | undefined {
    if ((block.number + 1) * BLOCK_SIZE <= this.#keeping.keptSteps) return undefined;
    const { changed: _, ...kept } = block;
    this.#blocks.push(kept);
    const snapshot = this.#recording().close(block, this.#digest);
    if (snapshot !== undefined) this.#snapshots.push(snapshot);
    if (this.#blocks.length < blocksPerCommit(block.number)) return undefined;
    const before = this.#underWay;
    this.#underWay = this.#commit({ isComplete: false });
    // It is awaited at the next commit; until then a failure of it is no unhandled rejection.
    this.#underWay.catch(() => undefined);
    return before;
  }

  /** The last commit; acknowledged when the promise resolves. @returns how far the run has come in the store */
  async end({ isComplete }: { readonly isComplete: boolean }): Promise<Head | undefined> {
    await this.#underWay;
    // It was ended before it came to where it was already.
    if (this.#state.seq < this.#keeping.keptSteps) return undefined;
    // Whoever goes on, or looks at the end, need not step there.
    if (this.#recording().seq !== this.#state.seq) {
      this.#snapshots.push(this.#recording().take(this.#digest));
    }
    await this.#commit({ isComplete });
    return this.#head({ isComplete });
  }

  /** Begins with a keyframe behind what is kept already. */
  #recording(): Recorder {
    this.#recorder ??= new Recorder(this.#state, this.#keeping.snapshotEvery);
    return this.#recorder;
  }

  #commit({ isComplete }: { readonly isComplete: boolean }): Promise<void> {
    const { store, manifest } = this.#keeping;
    const [blocks, snapshots] = [this.#blocks, this.#snapshots];
    [this.#blocks, this.#snapshots] = [[], []];
    const head = this.#head({ isComplete });
    const tail = this.#digest.open().lines;
    const strangers = this.#digest.strangers.takeFresh();
    return store.commit({ manifest, head, blocks, tail, snapshots, strangers });
  }

  #head({ isComplete }: { readonly isComplete: boolean }): Head {
    const { seq, at, world, production } = this.#state;
    return {
      steps: seq,
      at,
      until: this.#keeping.until,
      isComplete,
      digest: this.#digest.value(),
      chain: this.#digest.open().chain,
      posts: world.posts.byId.size,
      agents: production.roles.length,
      savedAt: Date.now(),
    };
  }
}
