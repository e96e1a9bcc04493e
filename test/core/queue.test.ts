// The event queue: entries leave in the order (at, priority, rank), whatever was cancelled or put back in between.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pending, Unranked } from "../../src/core/event.ts";
import { byDue, EventQueue, type Handle } from "../../src/core/queue.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/core/queue.test.ts";

const entry = (at: number, priority = 3): Unranked => ({
  kind: "event",
  at,
  priority,
  to: "agent:ada",
  event: { type: "called" },
  key: 1,
});

const byOrder = (a: Pending, b: Pending): number =>
  a.at - b.at || a.priority - b.priority || a.rank - b.rank;

const drain = (queue: EventQueue): readonly Pending[] => {
  const taken: Pending[] = [];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) taken.push(next);
  return taken;
};

type Command =
  | { readonly do: "push"; readonly at: number; readonly priority: number }
  | { readonly do: "pop" }
  | { readonly do: "cancel"; readonly which: number }
  | { readonly do: "postpone"; readonly by: number };

const commands = fc.array(
  fc.oneof<fc.Arbitrary<Command>[]>(
    fc.record({
      do: fc.constant("push"),
      at: fc.oneof(fc.nat(20), fc.nat(100_000)),
      priority: fc.nat(4),
    }),
    fc.record({ do: fc.constant("pop") }),
    fc.record({ do: fc.constant("cancel"), which: fc.nat(999) }),
    fc.record({ do: fc.constant("postpone"), by: fc.nat(50) }),
  ),
  { maxLength: 300, size: "max" },
);

/** The same queue as a list that is sorted whenever somebody asks. */
class SortedList {
  readonly waiting = new Map<Pending, Handle>();

  first(): Pending | undefined {
    return [...this.waiting.keys()].sort(byOrder)[0];
  }
}

function obey(command: Command, queue: EventQueue, list: SortedList): void {
  switch (command.do) {
    case "push": {
      const { at, priority } = command;
      const rank = queue.nextRank;
      const handle = queue.push(entry(at, priority));
      list.waiting.set({ ...entry(at, priority), rank }, handle);
      return;
    }
    case "cancel": {
      const chosen = [...list.waiting][command.which % (list.waiting.size || 1)];
      if (chosen === undefined) return;
      queue.cancel(chosen[1]);
      list.waiting.delete(chosen[0]);
      return;
    }
    case "pop":
    case "postpone": {
      const expected = list.first();
      const taken = queue.pop();
      expect(taken).toEqual(expected);
      if (expected === undefined || taken === undefined) return;
      list.waiting.delete(expected);
      if (command.do === "pop") return;
      const later = { ...taken, at: taken.at + command.by };
      list.waiting.set(later, queue.reinsert(later));
      return;
    }
  }
}

describe("the queue", () => {
  test("gives what a sorted list gives, with cancelling and putting back", async () => {
    await tryOut(FILE, 300, commands, (all) => {
      const queue = new EventQueue();
      const list = new SortedList();
      for (const command of all) {
        obey(command, queue, list);
        expect(queue.size).toBe(list.waiting.size);
        expect(queue.peekAt()).toBe(list.first()?.at);
      }
      const rest = [...list.waiting.keys()].sort(byOrder);
      expect([...queue.waiting()].sort(byDue)).toEqual(rest);
      expect(drain(queue)).toEqual(rest);
    });
  });

  test("puts an urgent entry first among those of an instant, and an earlier one before it", () => {
    const queue = new EventQueue();
    queue.push(entry(5, 3));
    queue.push(entry(5, 1));
    queue.push(entry(4, 4));
    queue.push(entry(5, 3));
    expect(drain(queue).map(({ at, priority, rank }) => [at, priority, rank])).toEqual([
      [4, 4, 2],
      [5, 1, 1],
      [5, 3, 0],
      [5, 3, 3],
    ]);
  });

  test("stays in order when far more entries were cancelled than wait", () => {
    const queue = new EventQueue();
    const handles = Array.from({ length: 20_000 }, (_, i) =>
      queue.push(entry((i * 7919) % 10_007)),
    );
    const kept = handles.filter((_, i) => i % 100 === 0);
    for (const [i, handle] of handles.entries()) if (i % 100 !== 0) queue.cancel(handle);
    expect(queue.size).toBe(kept.length);
    // An insertion builds the heap anew; handles from before it stay valid.
    for (let i = 0; i < 50; i++) queue.push(entry(i));
    for (const handle of kept.slice(0, 100)) queue.cancel(handle);
    const taken = drain(queue);
    expect(taken).toHaveLength(kept.length - 50);
    expect(taken).toEqual([...taken].sort(byOrder));
    expect(queue.size).toBe(0);
  });

  test("keeps the rank of what is put back and goes on behind it", () => {
    const queue = new EventQueue();
    queue.reinsert({ ...entry(9), rank: 41 });
    expect(queue.nextRank).toBe(42);
    queue.push(entry(9));
    expect(drain(queue).map(({ rank }) => rank)).toEqual([41, 42]);
  });

  test("refuses to cancel what does not wait, and to let ranks go back", () => {
    const queue = new EventQueue();
    const handle = queue.push(entry(1));
    queue.cancel(handle);
    expect(() => queue.cancel(handle)).toThrow("does not wait");
    expect(() => queue.continueRanks(0)).toThrow("ranks never go back");
    queue.continueRanks(10);
    expect(queue.nextRank).toBe(10);
  });

  test("has nothing to give when it is empty", () => {
    const queue = new EventQueue();
    expect(queue.peekAt()).toBeUndefined();
    expect(queue.pop()).toBeUndefined();
    expect(queue.waiting()).toEqual([]);
  });
});
