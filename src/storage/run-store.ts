// A store on any disk: what is written, in which order, and who may read meanwhile.
import { assert, EngineError } from "../core/error.ts";
import { nearest } from "../core/nearest.ts";
import { type Anchor, anchorText, type Known } from "./anchor.ts";
import type { Change, Disk } from "./disk.ts";
import { guardedDisk } from "./failure.ts";
import { isRunId, recordRange, removedKey, runRange, tailRange } from "./keys.ts";
import { openRuns } from "./opening.ts";
import { Snapshots } from "./read-snapshots.ts";
import { listBlocks, readBlock, readRecord, readTail } from "./reading.ts";
import type { StoredRecord } from "./snapshot.ts";
import type { Block, Commit, RunRecord, Store } from "./store.ts";
import { erasure, readStrangers, strangerChanges } from "./stranger-rows.ts";
import { Texts } from "./texts.ts";
import { changesOf, type Latest } from "./writing.ts";

/**
 * The store on a disk; a new disk is set up. It closes the disk when it is disposed of.
 * @throws EngineError STORE_DAMAGED, STORE_NEWER, STORE_UNREADABLE, STORE_UNWRITABLE
 */
export async function openRunStore(disk: Disk): Promise<Store> {
  const guarded = guardedDisk(disk);
  const texts = new Texts(guarded);
  return new RunStore(guarded, texts, await openRuns(guarded, texts));
}

/** Closed state: how far each run has come. It is what lies on the disk, and after each write what the anchor says. */
class RunStore implements Store {
  readonly place: string;
  readonly #disk: Disk;
  readonly #texts: Texts;
  readonly #snapshots: Snapshots;
  #runs: Anchor;
  /** Of runs that are on their way here. */
  readonly #latest = new Map<string, Latest>();
  #last: Promise<unknown> = Promise.resolve();
  #isOpen = true;

  constructor(disk: Disk, texts: Texts, runs: Anchor) {
    this.place = disk.place;
    this.#disk = disk;
    this.#texts = texts;
    this.#snapshots = new Snapshots(texts);
    this.#runs = runs;
  }

  runs(): Promise<readonly RunRecord[]> {
    return this.#inOrder(() => this.#records());
  }

  run(id: string): Promise<RunRecord> {
    return this.#inOrder(() => this.#record(id));
  }

  blocks(id: string): Promise<readonly Pick<Block, "number" | "at">[]> {
    return this.#inOrder(async () => listBlocks(this.#texts, await this.#record(id)));
  }

  /** Blocks do not change: many can be read at a time, and beside a commit. */
  async block(id: string, number: number): Promise<Block> {
    this.#knownOf(id);
    return readBlock(this.#texts, id, number);
  }

  tail(id: string): Promise<readonly string[]> {
    return this.#inOrder(async () => readTail(this.#texts, await this.#record(id)));
  }

  snapshots(id: string): ReturnType<Store["snapshots"]> {
    return this.#inOrder(async () => {
      const found = await this.#snapshots.list(await this.#record(id));
      return found.map(({ seq, at, isKeyframe }) => ({ seq, at, isKeyframe }));
    });
  }

  async snapshot(id: string, seq: number): ReturnType<Store["snapshot"]> {
    this.#snapshots.forget();
    const { digest, tables } = await this.records(id, seq);
    return { digest, tables: new Map([...tables].map(([table, it]) => [table, textsOf(it)])) };
  }

  records(id: string, seq: number): ReturnType<Store["records"]> {
    return this.#inOrder(async () => this.#snapshots.read(await this.#record(id), seq));
  }

  strangers(id: string): ReturnType<Store["strangers"]> {
    return this.#inOrder(async () => {
      this.#knownOf(id);
      return readStrangers(this.#texts, id);
    });
  }

  forget(hashes: ReadonlySet<string>): Promise<void> {
    return this.#inOrder(() => this.#forget(hashes));
  }

  commit(commit: Commit): Promise<void> {
    return this.#inOrder(() => this.#commit(commit));
  }

  remove(id: string): Promise<void> {
    return this.#inOrder(() => this.#remove(id));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOpen = false;
    await this.#last;
    await this.#texts[Symbol.asyncDispose]();
    await this.#disk.close();
  }

  /** One after the other: what is read of a run belongs to one commit of it. */
  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    assert(this.#isOpen, "a store is not used after it was closed");
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** @throws EngineError RUN_UNKNOWN */
  #knownOf(id: string): Known {
    const known = this.#runs.get(id);
    if (known !== undefined) return known;
    const meant = nearest(id, [...this.#runs.keys()]);
    const hint = meant === undefined ? '"puppet runs" lists them' : `did you mean ${meant}?`;
    throw new EngineError("RUN_UNKNOWN", `no run "${id}" in ${this.place}; ${hint}`);
  }

  async #record(id: string): Promise<RunRecord> {
    return readRecord(this.#texts, id, this.#knownOf(id).commit);
  }

  #records(): Promise<readonly RunRecord[]> {
    return Promise.all([...this.#runs.keys()].sort().map((id) => this.#record(id)));
  }

  async #commit(commit: Commit): Promise<void> {
    const { run } = commit.manifest;
    assert(isRunId(run), "the id of a run has letters, digits and ._~- only");
    const last = this.#latest.get(run) ?? (await this.#stored(run));
    const { puts, latest, sum } = await changesOf(this.#texts, commit, last?.record);
    const gone = last?.keys ?? (await this.#texts.keys(`${removedKey(run)}/`));
    const known = { commit: latest.record.commit, sum };
    const said = await strangerChanges(this.#texts, run, commit.strangers ?? []);
    await this.#write([...without(gone), ...said, ...puts], new Map(this.#runs).set(run, known));
    if (commit.head.isComplete) this.#latest.delete(run);
    else this.#latest.set(run, latest);
  }

  /** What another owner of the store has left of a run. */
  async #stored(run: string): Promise<Latest | undefined> {
    if (!this.#runs.has(run)) return undefined;
    const record = await this.#record(run);
    return { record, keys: await this.#keysIn([recordRange(run), tailRange(run)]) };
  }

  /** No commit: the records and the anchor stay what they are. */
  async #forget(hashes: ReadonlySet<string>): Promise<void> {
    const runs = [...this.#runs.keys()];
    const gone = await Promise.all(runs.map((run) => erasure(this.#texts, run, hashes)));
    await this.#disk.write(gone.flat());
    await this.#disk.purge();
  }

  async #remove(id: string): Promise<void> {
    const { sum } = this.#knownOf(id);
    const forks = (await this.#records()).filter(({ manifest }) => manifest.parent?.run === id);
    if (forks.length > 0) {
      const names = forks.map(({ manifest }) => manifest.run).join(", ");
      throw new EngineError("RUN_HAS_FORKS", `"${id}" has forks: ${names}; remove these first`);
    }
    const gone = await this.#keysIn([recordRange(id), runRange(id)]);
    const note = this.#texts.changes([[removedKey(id), [sum]]]);
    const runs = new Map(this.#runs);
    runs.delete(id);
    this.#snapshots.forget();
    await this.#write([...without(gone), ...note], runs);
    this.#latest.delete(id);
  }

  async #keysIn(ranges: readonly string[]): Promise<readonly string[]> {
    return (await Promise.all(ranges.map((range) => this.#texts.keys(range)))).flat();
  }

  async #write(changes: readonly Change[], runs: Anchor): Promise<void> {
    await this.#disk.write(changes);
    this.#runs = runs;
    await this.#disk.writeAnchor(anchorText(runs));
  }
}

const textsOf = (records: ReadonlyMap<string, StoredRecord>): ReadonlyMap<string, string> =>
  new Map([...records].map(([id, { text }]) => [id, text]));

const without = (keys: readonly string[]): readonly Change[] => keys.map((key) => ({ key }));
