// The graphs of a population have the properties that they are known for, and grow without losing a follow.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barabasiAlbert } from "../../../src/core/population/barabasi-albert.ts";
import type { Graph } from "../../../src/core/population/graph.ts";
import { erdosRenyi, stochasticBlock } from "../../../src/core/population/stochastic-block.ts";
import { wattsStrogatz } from "../../../src/core/population/watts-strogatz.ts";
import { tryOut } from "../../support/fresh-seed.ts";
import {
  clustering,
  followersIn,
  followsIn,
  lurkers,
  tailExponent,
} from "../../support/network.ts";

const FILE = "test/core/population/graphs.test.ts";

const graphs: Readonly<Record<string, Graph>> = {
  "barabasiAlbert with follow-backs": barabasiAlbert({ links: 3, followBack: 0.4 }),
  wattsStrogatz: wattsStrogatz({ neighbours: 4, rewiring: 0.3 }),
  erdosRenyi: erdosRenyi({ probability: 0.1 }),
  stochasticBlock: stochasticBlock({ within: 0.3, between: 0.05, communities: 3 }),
};

test.each(Object.entries(graphs))(
  "in %s nobody follows themselves, or anybody twice",
  (_, graph) => {
    for (const [id, others] of followsIn(lurkers(graph), 200)) {
      expect(others).not.toContain(id);
      expect(new Set(others).size).toBe(others.length);
    }
  },
);

test.each(Object.entries(graphs))("%s follows from the seed, and from nothing else", (_, graph) => {
  const follows = followsIn(lurkers(graph), 100);
  const other = lurkers(graph);
  followsIn(other, 50);
  expect(followsIn(other, 100)).toEqual(follows);
  expect(followsIn(lurkers(graph, undefined, 2), 100)).not.toEqual(follows);
});

const growing = ["barabasiAlbert with follow-backs", "erdosRenyi", "stochasticBlock"];

test.each(growing)("a larger population keeps all follows of %s", async (name) => {
  const graph = graphs[name] ?? fail();
  const sizes = fc.tuple(fc.integer({ min: 4, max: 80 }), fc.integer({ min: 1, max: 200 }));
  await tryOut(FILE, 30, fc.tuple(sizes, fc.integer()), ([[size, more], seed]) => {
    const small = followsIn(lurkers(graph, undefined, seed), size);
    const large = followsIn(lurkers(graph, undefined, seed), size + more);
    for (const [id, others] of small) {
      const kept = (large.get(id) ?? []).filter((other) => small.has(other));
      expect(new Set(kept)).toEqual(new Set(others));
    }
  });
});

function fail(): never {
  throw new Error("no such graph");
}

/** Follows among so many possible ones, and five standard deviations of their share. */
function expectDensity(found: number, possible: number, probability: number): void {
  const tolerance = 5 * Math.sqrt((probability * (1 - probability)) / possible);
  expect(Math.abs(found / possible - probability)).toBeLessThan(tolerance);
}

describe("barabasiAlbert", () => {
  const SIZE = 20_000;
  const LINKS = 4;
  const follows = followsIn(lurkers(barabasiAlbert({ links: LINKS })), SIZE);
  const degrees = [...followersIn(follows)].map(
    ([id, followers]) => followers + (follows.get(id)?.length ?? 0),
  );

  test("lets each newcomer follow so many, and the first all before them", () => {
    const counts = [...follows.values()].map((others) => others.length);
    expect(counts.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 4]);
    expect(counts.slice(LINKS).every((count) => count === LINKS)).toBe(true);
  });

  test("keeps whom everybody follows in a larger population", () => {
    const small = followsIn(lurkers(barabasiAlbert({ links: LINKS })), 100);
    expect(small).toEqual(new Map([...follows].slice(0, 100)));
  });

  test("has a tail that falls with the third power", () => {
    const { exponent, error } = tailExponent(degrees, 20);
    expect(error).toBeLessThan(0.07);
    // The law below is a little flatter than its own limit: 2.9 from 20 ties on.
    expect(Math.abs(exponent - 3)).toBeLessThan(0.25);
  });

  test("has as many with at least k ties as the theory says: links (links + 1) / k (k + 1)", () => {
    // Dorogovtsev, Mendes, Samukhin: Structure of growing networks. Physical Review Letters 85, 2000, 4633.
    for (const k of [5, 8, 16, 32, 64]) {
      const found = degrees.filter((degree) => degree >= k).length;
      expectDensity(found, SIZE, (LINKS * (LINKS + 1)) / (k * (k + 1)));
    }
  });

  test("makes the oldest known: they have more followers than the youngest ever get", () => {
    const followers = [...followersIn(follows).values()];
    expect(Math.min(...followers.slice(0, 5))).toBeGreaterThan(
      Math.max(...followers.slice(SIZE / 2)),
    );
  });

  test("lets the followed follow back by chance", () => {
    const mutual = followsIn(lurkers(barabasiAlbert({ links: LINKS, followBack: 0.25 })), 5000);
    const total = [...mutual.values()].flat().length;
    const forward = 4 * 5000 - 10;
    expectDensity(total - forward, forward, 0.25);
    const both = followsIn(lurkers(barabasiAlbert({ links: 2, followBack: 1 })), 50);
    for (const [id, others] of both)
      for (const other of others) expect(both.get(other)).toContain(id);
  });

  test("ends also where there is hardly anybody left to follow", () => {
    const crowded = followsIn(lurkers(barabasiAlbert({ links: 60 })), 62);
    expect(crowded.get("m-00062")).toHaveLength(60);
  });
});

describe("wattsStrogatz", () => {
  const SIZE = 1000;
  const NEIGHBOURS = 10;
  const at = (rewiring: number) =>
    followsIn(lurkers(wattsStrogatz({ neighbours: NEIGHBOURS, rewiring })), SIZE);

  test("without rewiring is a ring of neighbours who follow each other", () => {
    expect([...(at(0).get("m-00001") ?? [])].sort()).toEqual(
      [2, 3, 4, 5, 6, 996, 997, 998, 999, 1000].map((it) => `m-${String(it).padStart(5, "0")}`),
    );
  });

  test("clusters as the theory says, and less with every rewiring", () => {
    const [ring = 0, few = 0, some = 0, all = 0] = [0, 0.05, 0.3, 1].map(at).map(clustering);
    // 3 (k - 2) / 4 (k - 1) for a ring of k neighbours.
    expect(ring).toBeCloseTo((3 * 8) / (4 * 9), 10);
    expect(few).toBeLessThan(ring);
    expect(few).toBeGreaterThan(0.75 * ring);
    expect(some).toBeLessThan(0.75 * few);
    // As in a random graph: the chance that one of two follows the other.
    expect(all).toBeLessThan(0.03);
  });

  test("rewires the share that it is told, and keeps how many each follows", () => {
    const ring = at(0);
    const rewired = at(0.2);
    const kept = [...rewired].flatMap(([id, others]) =>
      others.filter((other) => ring.get(id)?.includes(other)),
    );
    expect(kept.length / (SIZE * NEIGHBOURS)).toBeCloseTo(0.8, 2);
    expect([...rewired.values()].every((others) => others.length === NEIGHBOURS)).toBe(true);
  });

  test("ends where everybody is a neighbour already", () => {
    const all = followsIn(lurkers(wattsStrogatz({ neighbours: 4, rewiring: 1 })), 5);
    expect([...all.values()].map((others) => others.length)).toEqual([4, 4, 4, 4, 4]);
  });

  test("in a larger population changes nobody who is neither rewired nor at the seam", () => {
    const larger = followsIn(lurkers(wattsStrogatz({ neighbours: NEIGHBOURS, rewiring: 0 })), 1500);
    const middle = [...at(0)].slice(5, SIZE - 5);
    expect(middle.map(([id]) => larger.get(id))).toEqual(middle.map(([, others]) => others));
  });
});

describe("erdosRenyi", () => {
  test.each([0.02, 0.3, 0.95])("with %d has this share of all follows", (probability) => {
    const found = [...followsIn(lurkers(erdosRenyi({ probability })), 400).values()].flat();
    expectDensity(found.length, 400 * 399, probability);
  });

  test("with the ends of the scale has none and all", () => {
    expect([...followsIn(lurkers(erdosRenyi({ probability: 0 })), 50).values()].flat()).toEqual([]);
    const all = [...followsIn(lurkers(erdosRenyi({ probability: 1 })), 50).values()];
    expect(all.map((others) => others.length)).toEqual(Array(50).fill(49));
  });

  test("is as sparse as it is told in a large population", () => {
    const found = [
      ...followsIn(lurkers(erdosRenyi({ probability: 2e-6 })), 50_000).values(),
    ].flat();
    expectDensity(found.length, 50_000 * 49_999, 2e-6);
  });
});

describe("stochasticBlock", () => {
  const kinds = [{ name: "reader", share: 3 }, { name: "writer" }];
  const SIZE = 1000;
  const kindOf = (id: string): string => id.slice(0, id.lastIndexOf("-"));

  /** Follows and possible ones from one kind to another. */
  function between(follows: ReadonlyMap<string, readonly string[]>, from: string, to: string) {
    const ids = [...follows.keys()];
    const count = (kind: string) => ids.filter((id) => kindOf(id) === kind).length;
    const found = [...follows]
      .filter(([id]) => kindOf(id) === from)
      .flatMap(([, others]) => others.filter((other) => kindOf(other) === to));
    return { found: found.length, possible: count(from) * (count(to) - (from === to ? 1 : 0)) };
  }

  test("has the densities of its table, from each archetype to each", () => {
    const chances = { reader: { writer: 0.1, reader: 0.01 }, writer: { writer: 0.3 } };
    const follows = followsIn(lurkers(stochasticBlock({ chances }), kinds), SIZE);
    for (const [from, to, probability] of [
      ["reader", "writer", 0.1],
      ["reader", "reader", 0.01],
      ["writer", "writer", 0.3],
      ["writer", "reader", 0],
    ] as const) {
      const { found, possible } = between(follows, from, to);
      if (probability === 0) expect(found).toBe(0);
      else expectDensity(found, possible, probability);
    }
  });

  test("takes the archetypes as groups when it names no communities", () => {
    const graph = stochasticBlock({ within: 0.1, between: 0.02 });
    const follows = followsIn(lurkers(graph, kinds), SIZE);
    for (const from of ["reader", "writer"])
      for (const to of ["reader", "writer"]) {
        const { found, possible } = between(follows, from, to);
        expectDensity(found, possible, from === to ? 0.1 : 0.02);
      }
  });

  test("makes communities across the archetypes", () => {
    const graph = stochasticBlock({ within: 1, between: 0, communities: 4 });
    const follows = followsIn(lurkers(graph, kinds), 400);
    const circles = new Set([...follows].map(([id, others]) => [id, ...others].sort().join()));
    expect(circles.size).toBe(4);
    for (const circle of circles) {
      expect(circle.split(",").length).toBeGreaterThan(60);
      expect(circle).toMatch(/reader/);
      expect(circle).toMatch(/writer/);
    }
  });
});
