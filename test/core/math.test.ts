// Functions that give the same bits everywhere: how exact they are, and that no bit of theirs ever changes.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clamp, exp, halfPower, log } from "../../src/core/math.ts";
import { draw } from "../../src/core/random.ts";
import { exactExp, exactHalfPower, exactLog, ulpsBetween } from "../support/exact-math.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/core/math.test.ts";
/** Units in the last place; what the functions promise. */
const MAX_ULPS = 2;

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

/** Evenly spread numbers, which `fc.double` gives seldom: it loves the ends. */
const spread = (min: number, max: number): fc.Arbitrary<number> =>
  fc.nat(0x7fff_ffff).map((n) => min + ((max - min) * n) / 0x7fff_ffff);

describe("within two units in the last place is", () => {
  test("exp", async () => {
    const inputs = fc.oneof(between(-745, 709.7), spread(-745, 709.7), spread(-2, 2));
    await tryOut(FILE, 2000, inputs, (x) => {
      expect(ulpsBetween(exp(x), exactExp(x))).toBeLessThanOrEqual(MAX_ULPS);
    });
  });

  test("halfPower", async () => {
    const inputs = fc.oneof(between(-1023, 1074), spread(-1023, 1074), spread(-4, 40));
    await tryOut(FILE, 2000, inputs, (x) => {
      expect(ulpsBetween(halfPower(x), exactHalfPower(x))).toBeLessThanOrEqual(MAX_ULPS);
    });
  });

  test("log", async () => {
    const inputs = fc.oneof(between(5e-324, Number.MAX_VALUE), spread(0.4, 2.6), spread(0, 1e9));
    await tryOut(FILE, 2000, inputs, (x) => {
      fc.pre(x > 0 && x !== 1);
      expect(ulpsBetween(log(x), exactLog(x))).toBeLessThanOrEqual(MAX_ULPS);
    });
  });
});

describe("exactly right are", () => {
  test("exp at its ends", () => {
    expect([exp(0), exp(-0), exp(710), exp(-746)]).toEqual([1, 1, Number.POSITIVE_INFINITY, 0]);
    expect([exp(Number.POSITIVE_INFINITY), exp(Number.NEGATIVE_INFINITY)]).toEqual([
      Number.POSITIVE_INFINITY,
      0,
    ]);
    expect(exp(Number.NaN)).toBeNaN();
  });

  test("log at its ends", () => {
    expect([log(1), log(0), log(-0)]).toEqual([
      0,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect([log(-1), log(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });

  test("whole half-lives", () => {
    for (let n = -1023; n <= 1074; n++) expect(halfPower(n)).toBe(2 ** -n);
    expect([halfPower(Number.POSITIVE_INFINITY), halfPower(5000)]).toEqual([0, 0]);
    expect(halfPower(Number.NaN)).toBeNaN();
  });

  test("numbers inside bounds, and the bounds for those outside", () => {
    expect([clamp(3, 0, 5), clamp(-3, 0, 5), clamp(8, 0, 5)]).toEqual([3, 0, 5]);
  });
});

/** Inputs as they come in a run, from drawn numbers: they too are the same everywhere. */
function goldenOf(
  name: string,
  range: readonly [number, number],
  fun: (x: number) => number,
): string {
  const hash = createHash("sha256");
  const bytes = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < 100_000; i++) {
    bytes.setFloat64(0, fun(range[0] + (range[1] - range[0]) * draw(i, name)));
    hash.update(new Uint8Array(bytes.buffer));
  }
  return hash.digest("hex");
}

test.each([
  ["exp", [-745, 709], exp, "875db77c4df647718cfaf98f5972b17c124cf88fb47add048cd4531f592ddd9c"],
  [
    "halfPower",
    [-20, 60],
    halfPower,
    "d9722d52804d7d3f3187134c994335019cfb0a2bdfb503c4605f96b2ed63d901",
  ],
  ["log", [0, 1000], log, "d0e4c819040e4d5b3f9e8e20aac8fd5b49d96059b74ea7783a10a4bb438c03e2"],
] as const)(
  "%s gives the same bits for 100,000 numbers on every machine",
  (name, range, fun, golden) => {
    expect(goldenOf(name, range, fun)).toBe(golden);
  },
);
