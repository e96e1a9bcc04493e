// Distributions from a uniform number: known quantiles, moments, and that no bit of them ever changes.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile, sampleLogNormal, samplePareto } from "../../src/core/distribution.ts";
import { draw } from "../../src/core/random.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/core/distribution.test.ts";
const COUNT = 100_000;
const draws = Array.from({ length: COUNT }, (_, key) => draw(key, "sample"));

describe("the normal quantile", () => {
  // Of 0.25, 0.001 and 1e-20 the paper gives the quantiles as its test.
  test.each([
    [0.5, 0],
    [0.25, -0.674489750196082],
    [0.975, 1.95996398454005],
    [0.999, 3.09023230616781],
    [0.001, -3.09023230616781],
    [1e-20, -9.26234008979841],
  ])("of %d is %d", (u, quantile) => {
    expect(normalQuantile(u)).toBeCloseTo(quantile, 13);
  });

  test("is finite for all that is drawn, and rises", async () => {
    expect(normalQuantile(0)).toBeCloseTo(-8.29236, 4);
    expect(normalQuantile(1 - 2 ** -53)).toBeCloseTo(8.2095, 3);
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await tryOut(FILE, 2000, fc.tuple(unit, unit), ([a, b]) => {
      fc.pre(Math.abs(a - b) > 1e-12);
      expect(Math.sign(normalQuantile(a) - normalQuantile(b))).toBe(Math.sign(a - b));
    });
  });

  test("gives numbers with mean 0 and variance 1", () => {
    const values = draws.map(normalQuantile);
    const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / COUNT;
    // Five standard errors of this fixed sample.
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(COUNT));
    expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / COUNT));
  });
});

/** Share of the sample that lies above a value, and five standard errors of it. */
function expectShareAbove(values: readonly number[], bound: number, share: number): void {
  const above = values.filter((value) => value > bound).length / values.length;
  const tolerance = 5 * Math.sqrt((share * (1 - share)) / values.length);
  expect(Math.abs(above - share)).toBeLessThan(tolerance);
}

test("of log-normal delays half lie above the median, and one in 44 two sigmas beyond it", () => {
  const delays = draws.map((u) => sampleLogNormal(u, { median: 90, sigma: 1.3 }));
  expect(
    Math.min(...draws.map((u) => sampleLogNormal(u, { median: 90, sigma: 9 }))),
  ).toBeGreaterThan(0);
  expectShareAbove(delays, 90, 0.5);
  expectShareAbove(delays, 90 * Math.exp(1.3), 0.15866);
  expectShareAbove(delays, 90 * Math.exp(2.6), 0.02275);
});

test("of Pareto numbers (least / x)^alpha lie above x, and none below the least", () => {
  const values = draws.map((u) => samplePareto(u, { least: 2, alpha: 1.5 }));
  expect(Math.min(...values)).toBeGreaterThanOrEqual(2);
  for (const x of [3, 8, 50]) expectShareAbove(values, x, (2 / x) ** 1.5);
});

test("what would be infinite is the largest number", () => {
  expect(sampleLogNormal(0.999, { median: 1e300, sigma: 1e4 })).toBe(Number.MAX_VALUE);
  expect(samplePareto(0.999, { least: 1, alpha: 1e-4 })).toBe(Number.MAX_VALUE);
});

test("all three give the same bits for 100,000 numbers on every machine", () => {
  const bytes = Float64Array.from(
    draws.flatMap((u) => [
      normalQuantile(u),
      sampleLogNormal(u, { median: 60, sigma: 1.5 }),
      samplePareto(u, { least: 1, alpha: 2.5 }),
    ]),
  );
  expect(createHash("sha256").update(new Uint8Array(bytes.buffer)).digest("hex")).toBe(
    "73e928f4692d0665cfa753fe8626567e30db057f3bb4451e4f464aae6a3f5226",
  );
});
