// Chance from keys: the published vectors of its generator, and statistics over keys, purposes and ordinals.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type Block,
  deriveKey,
  draw,
  drawInteger,
  philox,
  pick,
  rootKey,
  seededKey,
} from "../../src/core/random.ts";

const ONES = 0xffff_ffff;

describe("Philox4x32-10 gives the known answers of Random123", () => {
  const vectors: readonly (readonly [
    name: string,
    counter: Block,
    key: readonly [number, number],
    answer: Block,
  ])[] = [
    ["zeros", [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
    [
      "ones",
      [ONES, ONES, ONES, ONES],
      [ONES, ONES],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      "digits of pi",
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ];
  test.each(vectors)("for %s", (_, counter, [key0, key1], answer) => {
    expect(philox(counter, key0, key1)).toEqual(answer);
  });
});

const SIZE = 65_536;
/** Standard deviations by which a statistic of this fixed sample may miss its mean. */
const TOLERANCE = 5;

const samples: readonly (readonly [of: string, value: (i: number) => number])[] = [
  ["draws over consecutive keys", (i) => draw(i, "next-post")],
  ["draws over the keys of causes", (i) => draw(deriveKey(rootKey("a post"), "agent", i), "like")],
  [
    "draws over seeds",
    (i) => draw(seededKey(rootKey("start:agent:ada"), rootKey(`seed:${i}`)), "topic"),
  ],
  ["draws over purposes", (i) => draw(12_345, `like:${i}`)],
  ["draws over recipients", (i) => draw(9_007_199_254_740_991, `reach:agent:agent-${i}`)],
  ["draws over long keys", (i) => draw(9_007_199_254_740_991 - i, "mood")],
  ["derived keys", (i) => deriveKey(i, "timer") / 2 ** 53],
  ["derived keys over ordinals", (i) => deriveKey(7, "request", i) / 2 ** 53],
];

/** How many standard deviations a chi-square statistic over equally likely bins misses its mean. */
function chiSquareMiss(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  const statistic = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}

function histogram(bins: number, of: Iterable<number>): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const bin of of) counts[bin] = (counts[bin] ?? 0) + 1;
  return counts;
}

describe.each(samples)("of %s", (_, value) => {
  const values = Array.from({ length: SIZE }, (__, i) => value(i));

  test("every value lies in [0, 1) and is a multiple of 2^-53", () => {
    expect(values.every((x) => x >= 0 && x < 1 && Number.isInteger(x * 2 ** 53))).toBe(true);
  });

  test("all sizes are equally frequent", () => {
    const counts = histogram(
      256,
      values.map((x) => Math.floor(x * 256)),
    );
    expect(Math.abs(chiSquareMiss(counts, SIZE))).toBeLessThan(TOLERANCE);
  });

  test("all pairs of neighbours are equally frequent", () => {
    const pairs = values
      .slice(1)
      .map((x, i) => Math.floor(x * 16) * 16 + Math.floor((values[i] ?? 0) * 16));
    expect(Math.abs(chiSquareMiss(histogram(256, pairs), SIZE - 1))).toBeLessThan(TOLERANCE);
  });

  test("every bit is set half of the time", () => {
    const misses = Array.from({ length: 53 }, (__, bit) => {
      const ones = values.filter((x) => Math.floor(x * 2 ** (bit + 1)) % 2 === 1).length;
      return Math.abs(ones - SIZE / 2) / Math.sqrt(SIZE / 4);
    });
    expect(Math.max(...misses)).toBeLessThan(TOLERANCE);
  });

  test("no value comes twice", () => {
    expect(new Set(values).size).toBe(SIZE);
  });
});

describe("draws", () => {
  test("for two purposes of one key have nothing to do with each other", () => {
    const pairs = Array.from({ length: SIZE }, (_, i) => {
      const key = rootKey(`event ${i}`);
      return Math.floor(draw(key, "like") * 16) * 16 + Math.floor(draw(key, "likes") * 16);
    });
    expect(Math.abs(chiSquareMiss(histogram(256, pairs), SIZE))).toBeLessThan(TOLERANCE);
  });

  test("of a key have nothing to do with the keys derived from it", () => {
    const pairs = Array.from({ length: SIZE }, (_, i) => {
      const key = rootKey(`event ${i}`);
      const derived = Math.floor((deriveKey(key, "same") / 2 ** 53) * 16);
      return Math.floor(draw(key, "same") * 16) * 16 + derived;
    });
    expect(Math.abs(chiSquareMiss(histogram(256, pairs), SIZE))).toBeLessThan(TOLERANCE);
  });

  test("are the same on every machine, for ever", () => {
    const hash = createHash("sha256");
    for (let i = 0; i < 10_000; i++) {
      const key = deriveKey(rootKey(`root ${i % 100}`), "cause", i);
      hash.update(`${key} ${draw(key, `purpose ${i % 7}`)} ${seededKey(key, i)}\n`);
    }
    expect(hash.digest("hex")).toBe(
      "39db59677adeb7def1bb261a001e505d569415c99adb2f0cfc479b74983ab65d",
    );
  });

  test("without a key are refused with their purpose", () => {
    for (const key of [Number.NaN, -1, 0.5, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(() => draw(key, "next-post")).toThrow('draw("next-post") without a key');
    }
  });

  test("of integers reach both ends and stay between them", () => {
    const drawn = Array.from({ length: 2000 }, (_, i) => drawInteger(i, "dice", [1, 6]));
    expect([...new Set(drawn)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("of an item reach every item, and none of an empty list", () => {
    const list = ["a", "b", "c"];
    const drawn = Array.from({ length: 200 }, (_, i) => pick(i, "letter", list));
    expect([...new Set(drawn)].sort()).toEqual(list);
    expect(pick(1, "letter", [])).toBeUndefined();
  });
});
