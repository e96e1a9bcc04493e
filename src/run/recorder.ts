// Takes the snapshots of a run: now and then the whole state, and in between only what has changed.
import { max, min } from "../core/math.ts";
import { saveRest } from "../core/save.ts";
import type { RunState } from "../core/state.ts";
import { type Table, tables } from "../core/tables.ts";
import type { TableChange, WrittenSnapshot } from "../storage/snapshot.ts";
import type { ClosedBlock, Digest } from "./digest.ts";
import type { Strangers } from "./strangers.ts";

/** Changes of this many times its size make the next keyframe: what a snapshot costs, against what reading it does. */
const KEYFRAME_WEIGHT = 2;

/** Milliseconds of work within which an instant is to be reached from the snapshot before it, reading included. */
const REACH = 48;
/** Milliseconds of stepping from a snapshot to the next, at least. How far apart they lie enters no digest. */
const MIN_STEPPING = 16;
/** Milliseconds that it takes to read a character of a snapshot, measured with 2,000 personas. */
const READING = 8e-6;
/** The steps up to the next snapshot take this many times as long as taking the last one did. */
const STEPPING_WEIGHT = 8;

/** The table of what is in no table; its only record has this id. */
export const REST = "rest";

/**
 * Follows one state from where it is. Closed state, owned by one run.
 *
 * A snapshot lies at the end of a block. Unless told how often, there is one whenever reading the last one and stepping
 * on from it would take longer than REACH: a small state has few of them. It costs what has changed, and the states
 * that have were written for the digest already. A keyframe comes when the changes since the last one outweigh it by
 * far.
 */
export class Recorder {
  readonly #state: RunState;
  readonly #every: number | undefined;
  #keyframeLength = 0;
  /** Of the changes since the last keyframe. */
  #changesLength = 0;
  #dueAt: number;
  #seq: number | undefined;
  /** As `workedFor` had it. */
  #takenAt = workedFor();
  /** Milliseconds from the last snapshot to the next. */
  #stepping = MIN_STEPPING;
  /** States of agents as they were written at the end of a block since the last snapshot, by address. */
  readonly #known = new Map<string, string>();
  /** What waits in the queue as JSON, by rank, nothing of it hidden: most of it waits for long. */
  readonly #waiting = new Map<number, string>();

  /** @param every virtual milliseconds between snapshots; by REACH by default */
  constructor(state: RunState, every?: number) {
    this.#state = state;
    this.#every = every;
    this.#dueAt = state.at + (every ?? 0);
  }

  /** Of the last snapshot; undefined before the first. */
  get seq(): number | undefined {
    return this.#seq;
  }

  /** A snapshot at the end of a block, when one is due. */
  close({ changed }: ClosedBlock, digest: Digest): WrittenSnapshot | undefined {
    for (const [id, text] of changed) this.#known.set(id, text);
    return this.#isDue() ? this.take(digest) : undefined;
  }

  /** A snapshot of now; the first one is a keyframe. */
  take(digest: Digest): WrittenSnapshot {
    const beganAt = workedFor();
    const { seq, at, byAddress } = this.#state;
    const open = digest.open();
    for (const index of open.changed) this.#known.delete(byAddress.at(index)?.address ?? "");
    const isKeyframe = this.#changesLength >= KEYFRAME_WEIGHT * this.#keyframeLength;
    const rest = JSON.stringify(saveRest(this.#state));
    const { strangers } = digest;
    const changes = [
      { table: REST, put: [[REST, rest] as const], gone: [] },
      this.#queueChange(isKeyframe, strangers),
      ...tables.map((table) => this.#change(table, isKeyframe, strangers)),
    ];
    const length = changes.reduce((sum, change) => sum + lengthOf(change), 0);
    if (isKeyframe) [this.#keyframeLength, this.#changesLength] = [length, 0];
    else this.#changesLength += length;
    if (this.#every) while (this.#dueAt <= at) this.#dueAt += this.#every;
    this.#known.clear();
    this.#seq = seq;
    this.#takenAt = workedFor();
    this.#stepping = this.#steppingAfter(this.#takenAt - beganAt);
    return { seq, at, isKeyframe, digest: open, tables: changes };
  }

  #isDue(): boolean {
    if (this.#every !== undefined) return this.#state.at >= this.#dueAt;
    return workedFor() - this.#takenAt >= this.#stepping;
  }

  /** @param cost milliseconds that the last snapshot took */
  #steppingAfter(cost: number): number {
    const reading = READING * (this.#keyframeLength + this.#changesLength);
    return min(REACH, max(MIN_STEPPING, REACH - reading, STEPPING_WEIGHT * cost));
  }

  #queueChange(isKeyframe: boolean, strangers: Strangers): TableChange {
    const { queue } = this.#state;
    const { added, gone } = queue.takeChanges();
    for (const rank of gone) this.#waiting.delete(rank);
    for (const entry of added) this.#waiting.set(entry.rank, JSON.stringify(entry));
    const put = isKeyframe ? queue.waiting() : [...added];
    return {
      table: "queue",
      put: put.map(({ rank, event }) => [
        String(rank),
        strangers.hideWaiting(event, this.#waiting.get(rank) ?? ""),
      ]),
      gone: isKeyframe ? [] : gone.map(String),
    };
  }

  #change({ name, ids, record }: Table, isKeyframe: boolean, strangers: Strangers): TableChange {
    const touched = this.#state.world.touched[name];
    const text = (id: string): string =>
      (name === "agents" ? this.#textOf(id) : undefined) ??
      strangers.hide(JSON.stringify(record(this.#state, id)));
    const wanted = isKeyframe ? ids(this.#state) : touched;
    // The id of a failure is what was thrown, which may quote what was said.
    const put = [...wanted].map((id) => [strangers.hideText(id), text(id)] as const);
    touched.clear();
    return { table: name, put, gone: [] };
  }

  /** Only of a paused agent timers are put off without an entry, behind the end of the block. */
  #textOf(address: string): string | undefined {
    const isPaused = this.#state.byAddress.get(address)?.status === "paused";
    return isPaused ? undefined : this.#known.get(address);
  }
}

/** Milliseconds for which this thread has worked: whatever else the machine does makes no difference. */
function workedFor(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const lengthOf = ({ put }: TableChange): number =>
  put.reduce((sum, [id, record]) => sum + id.length + record.length, 0);
