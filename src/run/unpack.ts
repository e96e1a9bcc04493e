// Puts the runs of a pack into a store; where their ids are taken, under others.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import type { TableChange, WrittenSnapshot } from "../storage/snapshot.ts";
import type { Block, Head, Manifest, Store } from "../storage/store.ts";
import type { StrangerText } from "../storage/stranger-text.ts";
import { isSameMaking } from "./manifest.ts";
import type { PackLine, PackLineOf } from "./pack-line.ts";

const BLOCKS_PER_COMMIT = 16;

/** What became of a run. */
export interface Unpacked {
  readonly run: string;
  /** As it was called in the pack. */
  readonly packed: string;
  /** Entries, those of its parents included. */
  readonly steps: number;
  /** Whether the store had it already, and nothing was written. */
  readonly isKnown: boolean;
}

/**
 * Puts the runs of a pack into a store. When it fails, those that were put in are taken out again.
 * @param lines of a pack that was read to its end before
 * @param source where its scenario lies now
 */
export async function unpack(
  store: Store,
  lines: AsyncIterable<PackLine>,
  source: string,
): Promise<readonly Unpacked[]> {
  const unpacked: Unpacked[] = [];
  await using undoing = new AsyncDisposableStack();
  let target: Target | undefined;
  for await (const line of lines) {
    if (line.kind === "run") {
      const { run: packed } = line.manifest;
      const manifest = renamed({ ...line.manifest, source }, unpacked);
      const { run, isKnown } = await placeOf(store, manifest, line.head);
      unpacked.push({ run, packed, steps: line.head.steps, isKnown });
      target = isKnown ? undefined : new Target(store, { ...manifest, run }, line.head);
      // A store that cannot be written any more says so by the error that led here.
      if (!isKnown) undoing.defer(() => store.remove(run).catch(() => undefined));
    } else if (line.kind !== "header" && line.kind !== "source") {
      await target?.take(line);
    }
  }
  undoing.move();
  return unpacked;
}

/** A fork is named after its parent, whatever that is called now. */
function renamed(manifest: Manifest, before: readonly Unpacked[]): Manifest {
  const { run, parent } = manifest;
  const now = before.find(({ packed }) => packed === parent?.run);
  if (parent === undefined || now === undefined) return manifest;
  const isNamedAfter = run.startsWith(`${parent.run}.`);
  return {
    ...manifest,
    run: isNamedAfter ? now.run + run.slice(parent.run.length) : run,
    parent: { ...parent, run: now.run },
  };
}

/** The id of the same run, or the first that is free. */
async function placeOf(
  store: Store,
  manifest: Manifest,
  { digest }: Head,
): Promise<Pick<Unpacked, "run" | "isKnown">> {
  const records = new Map((await store.runs()).map((record) => [record.manifest.run, record]));
  for (let variant = 1; ; variant++) {
    const run = variant === 1 ? manifest.run : `${manifest.run}~${variant}`;
    const record = records.get(run);
    if (record === undefined) return { run, isKnown: false };
    const isKnown = record.head.digest === digest && isSameMaking(record.manifest, manifest);
    if (isKnown) return { run, isKnown };
  }
}

/** A run on its way into a store, some blocks at a time. Closed state: what was not committed yet. */
class Target {
  readonly #store: Store;
  readonly #manifest: Manifest;
  readonly #head: Head;
  #blocks: Block[] = [];
  #strangers: StrangerText[] = [];
  #snapshots: WrittenSnapshot[] = [];
  /** Of the last snapshot. */
  #tables: TableChange[] = [];

  constructor(store: Store, manifest: Manifest, head: Head) {
    this.#store = store;
    this.#manifest = manifest;
    this.#head = head;
  }

  async take(
    line: PackLineOf<"stranger" | "block" | "snapshot" | "table" | "tail">,
  ): Promise<void> {
    switch (line.kind) {
      case "stranger":
        this.#strangers.push(line);
        break;
      case "block":
        this.#blocks.push(line);
        if (this.#blocks.length === BLOCKS_PER_COMMIT) await this.#commit(this.#headAt(line), []);
        break;
      case "snapshot":
        this.#tables = [];
        this.#snapshots.push({ ...line, digest: line, isKeyframe: true, tables: this.#tables });
        break;
      case "table":
        this.#tables.push({ ...line, gone: [] });
        break;
      case "tail":
        await this.#commit(this.#head, line.lines);
        break;
    }
  }

  /** As if it had been ended after a block. */
  #headAt({ number, at, after }: Block): Head {
    const steps = (number + 1) * BLOCK_SIZE;
    return { ...this.#head, steps, at, isComplete: false, digest: after, chain: after };
  }

  async #commit(head: Head, tail: readonly string[]): Promise<void> {
    const parts = { blocks: this.#blocks, snapshots: this.#snapshots, strangers: this.#strangers };
    [this.#blocks, this.#snapshots, this.#strangers] = [[], [], []];
    await this.#store.commit({ manifest: this.#manifest, head, tail, ...parts });
  }
}
