// The event queue: pending entries in the order (at, priority, rank), on typed arrays.
//
// A 4-ary heap: fewer levels than a binary one, and the four children lie in one cache line.
import { assert } from "./error.ts";
import type { Pending, Unranked } from "./event.ts";

/** Priority and rank in one double, so that one comparison decides: ranks stay below 2^49. */
const PRIORITY_STEP = 562_949_953_421_312;
const FIRST_CAPACITY = 64;
/** Cancelled entries may fill half of the heap and this much before it is built anew without them. */
const MAX_IDLE_SLOTS = 1024;

/** Names a waiting entry, for `cancel`; valid until the entry leaves the queue. */
export type Handle = number;

/** Which of two waiting entries leaves first: below 0 the first one does. */
export const byDue = (a: Pending, b: Pending): number =>
  a.at - b.at || a.priority - b.priority || a.rank - b.rank;

/** Entries that came, and ranks of those that went. */
export interface QueueChanges {
  readonly added: ReadonlySet<Pending>;
  readonly gone: readonly number[];
}

/**
 * Pending entries, the earliest first. Cancelled ones stay in the heap as empty slots until they surface.
 * Closed state, owned by one run.
 */
export class EventQueue {
  #at = new Float64Array(FIRST_CAPACITY);
  #order = new Float64Array(FIRST_CAPACITY);
  #slot = new Int32Array(FIRST_CAPACITY);
  #length = 0;
  readonly #entries: (Pending | undefined)[] = [];
  readonly #free: number[] = [];
  #waiting = 0;
  #nextRank = 0;
  /** Noted from the first time on that somebody asks for them. */
  #changes: { readonly added: Set<Pending>; readonly gone: number[] } | undefined;

  /** How many entries wait, cancelled ones not counted. */
  get size(): number {
    return this.#waiting;
  }

  /** The rank that the next insertion gets. */
  get nextRank(): number {
    return this.#nextRank;
  }

  /** Inserts a new entry behind all others of its instant and priority. */
  push(entry: Unranked): Handle {
    return this.#insert({ ...entry, rank: this.#nextRank++ });
  }

  /** Keeps a rank free, for an entry that comes later or not at all. */
  reserve(): void {
    this.#nextRank++;
  }

  /** Puts an entry back under the rank it has: one that must wait, or one from a snapshot. */
  reinsert(entry: Pending): Handle {
    if (entry.rank >= this.#nextRank) this.#nextRank = entry.rank + 1;
    return this.#insert(entry);
  }

  /** Continues the ranks of a snapshot, of which the last may have left the queue. */
  continueRanks(nextRank: number): void {
    assert(nextRank >= this.#nextRank, "ranks never go back");
    this.#nextRank = nextRank;
  }

  /** The instant of the next entry, or undefined when nothing waits. */
  peekAt(): number | undefined {
    this.#dropCancelled();
    return this.#length === 0 ? undefined : this.#at[0];
  }

  /** Takes the earliest entry out. */
  pop(): Pending | undefined {
    this.#dropCancelled();
    if (this.#length === 0) return undefined;
    const slot = this.#removeFirst();
    const entry = this.#entries[slot];
    this.#release(slot);
    this.#leave(entry);
    return entry;
  }

  /** Forgets a waiting entry. Its handle must not be used again. */
  cancel(handle: Handle): void {
    const entry = this.#entries[handle];
    assert(entry !== undefined, `cancelled entry ${handle} does not wait`);
    this.#entries[handle] = undefined;
    this.#leave(entry);
  }

  /** What came and what went since the last call; at the first one, everything that waits. */
  takeChanges(): QueueChanges {
    const changes = this.#changes ?? { added: new Set(this.waiting()), gone: [] };
    this.#changes = { added: new Set(), gone: [] };
    return changes;
  }

  /** All waiting entries, in no order. */
  waiting(): readonly Pending[] {
    return this.#entries.filter((entry) => entry !== undefined);
  }

  #insert(entry: Pending): Handle {
    if (this.#length > 2 * this.#waiting + MAX_IDLE_SLOTS) this.#compact();
    const slot = this.#free.pop() ?? this.#entries.length;
    this.#entries[slot] = entry;
    if (this.#length === this.#at.length) this.#grow();
    this.#siftUp(this.#length++, entry.at, entry.priority * PRIORITY_STEP + entry.rank, slot);
    this.#waiting++;
    this.#changes?.added.add(entry);
    return slot;
  }

  #leave(entry: Pending | undefined): void {
    this.#waiting--;
    if (this.#changes === undefined || entry === undefined) return;
    if (!this.#changes.added.delete(entry)) this.#changes.gone.push(entry.rank);
  }

  #release(slot: number): void {
    this.#entries[slot] = undefined;
    this.#free.push(slot);
  }

  #dropCancelled(): void {
    while (this.#length > 0 && this.#entries[this.#slot[0] ?? 0] === undefined) {
      this.#release(this.#removeFirst());
    }
  }

  #removeFirst(): number {
    const first = this.#slot[0] ?? 0;
    const last = --this.#length;
    if (last > 0) {
      this.#siftDown(this.#at[last] ?? 0, this.#order[last] ?? 0, this.#slot[last] ?? 0);
    }
    return first;
  }

  #place(index: number, at: number, order: number, slot: number): void {
    this.#at[index] = at;
    this.#order[index] = order;
    this.#slot[index] = slot;
  }

  #move(from: number, to: number): void {
    this.#place(to, this.#at[from] ?? 0, this.#order[from] ?? 0, this.#slot[from] ?? 0);
  }

  /** Whether (at, order) comes before the entry at `index`. */
  #isBefore(at: number, order: number, index: number): boolean {
    const other = this.#at[index] ?? 0;
    return at < other || (at === other && order < (this.#order[index] ?? 0));
  }

  #siftUp(start: number, at: number, order: number, slot: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 2;
      if (!this.#isBefore(at, order, parent)) break;
      this.#move(parent, index);
      index = parent;
    }
    this.#place(index, at, order, slot);
  }

  #siftDown(at: number, order: number, slot: number): void {
    let index = 0;
    for (;;) {
      const child = this.#firstChild(index);
      if (child === undefined || this.#isBefore(at, order, child)) break;
      this.#move(child, index);
      index = child;
    }
    this.#place(index, at, order, slot);
  }

  /** The earliest of up to four children. */
  #firstChild(index: number): number | undefined {
    const left = 4 * index + 1;
    if (left >= this.#length) return undefined;
    const end = left + 4 < this.#length ? left + 4 : this.#length;
    let best = left;
    for (let child = left + 1; child < end; child++) {
      if (this.#isBefore(this.#at[child] ?? 0, this.#order[child] ?? 0, best)) best = child;
    }
    return best;
  }

  /** Builds the heap anew from the entries that still wait; their slots stay, so handles stay valid. */
  #compact(): void {
    const cancelled = this.#slot.slice(0, this.#length).filter((slot) => !this.#entries[slot]);
    this.#length = 0;
    this.#entries.forEach((entry, slot) => {
      if (entry === undefined) return;
      this.#siftUp(this.#length++, entry.at, entry.priority * PRIORITY_STEP + entry.rank, slot);
    });
    this.#free.push(...cancelled);
  }

  #grow(): void {
    const capacity = this.#at.length * 2;
    const at = new Float64Array(capacity);
    const order = new Float64Array(capacity);
    const slot = new Int32Array(capacity);
    at.set(this.#at);
    order.set(this.#order);
    slot.set(this.#slot);
    this.#at = at;
    this.#order = order;
    this.#slot = slot;
  }
}
