// Exchanges without a pause: which paths of causes are cycles, and which are only long.
import { describe, expect, test } from "vitest";
import { type Chain, continueChain, isCycle } from "../../src/core/chain.ts";
import type { PendingKind } from "../../src/core/event.ts";

/** The chain of the last of a path of entries, each caused by the one before without a pause. */
function follow(path: Iterable<string>, kind: PendingKind = "event"): readonly Chain[] {
  const chains: Chain[] = [];
  let at = 0;
  for (const to of path) {
    const next = continueChain(chains.at(-1), { to, at: at + 1, kind }, at);
    at += 1;
    if (next !== undefined) chains.push(next);
  }
  return chains;
}

function* around(members: readonly string[], rounds: number): Iterable<string> {
  for (let i = 0; i < rounds; i++) yield* members;
}

const names = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => `agent:a${i}`);

describe("a path of causes", () => {
  test("through 10,000 different agents is no cycle", () => {
    expect(follow(names(10_000)).some(isCycle)).toBe(false);
  });

  test.each([1, 2, 3, 7, 100])("around %i agents is a cycle, and soon", (size) => {
    const chains = follow(around(names(size), 40));
    const found = chains.findIndex(isCycle);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(40 * size);
    // What follows without a pause belongs to it.
    expect(chains.slice(found).every(isCycle)).toBe(true);
  });

  test("that ends up in a small circle after a long way is a cycle", () => {
    const chains = follow([...names(5000), ...around(["agent:x", "agent:y"], 5000)]);
    expect(isCycle(chains.at(-1))).toBe(true);
  });

  test("ends where somebody takes his time", () => {
    const before = follow(around(["agent:x"], 100)).at(-1);
    expect(isCycle(before)).toBe(true);
    expect(continueChain(before, { to: "agent:x", at: 102, kind: "event" }, 100)).toBeUndefined();
    expect(continueChain(before, { to: "agent:x", at: 101, kind: "event" }, 100)).toBeDefined();
  });

  test("goes on over a timer only within its own millisecond", () => {
    const timer = { to: "agent:x", kind: "timer" } as const;
    expect(continueChain(undefined, { ...timer, at: 5 }, 5)).toEqual({
      hops: 1,
      mark: "agent:x",
      visits: 0,
    });
    expect(continueChain(undefined, { ...timer, at: 6 }, 5)).toBeUndefined();
  });

  test("survives JSON", () => {
    const chain = follow(around(["agent:x", "agent:y"], 7)).at(-1);
    expect(JSON.parse(JSON.stringify(chain))).toEqual(chain);
  });
});
