// The pauses between posts, against the constants of Puppet Engine v1.
import { expect, test } from "vitest";
import { deriveKey, rootKey } from "../../src/core/random.ts";
import { hours } from "../../src/core/time.ts";
import { type Frequency, postPause, type Routine } from "../../src/persona/schedule.ts";

const DRAWS = 40_000;
const NOON = hours(12);
const routine: Routine = { wake: 7, sleep: 23, utcOffset: 0, startAt: Date.UTC(2026, 0, 5) };

/** Pauses in hours that are drawn at noon. */
function pausesOf(least: number, most: number, isPeak: boolean): readonly number[] {
  const frequency: Frequency = { min: least, max: most, peaks: isPeak ? [12] : [] };
  return Array.from({ length: DRAWS }, (_, i) => {
    const key = deriveKey(rootKey("test"), "pause", i);
    return postPause(NOON, { frequency, routine, pace: 1 }, key) / hours(1);
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (values: readonly number[], holds: (value: number) => boolean): number =>
  values.filter(holds).length / values.length;

// Measured on v1 with 200,000 draws: its mean in peak hours, the share that fell below its minimum (and was then
// refused), its mean off peak, and the share exactly at the maximum.
test.each([
  { least: 3, most: 12, peakMean: 6.02, below: 0.082, offPeakMean: 8.73, atMost: 0.221 },
  { least: 24, most: 72, peakMean: 38.4, below: 0.127, offPeakMean: 55.7, atMost: 0.248 },
  { least: 0.33, most: 1, peakMean: 0.553, below: 0.09, offPeakMean: 0.786, atMost: 0.27 },
])(
  "posts every $least to $most hours come as often as in v1, and never below the minimum",
  (v1) => {
    const { least, most } = v1;
    const peak = pausesOf(least, most, true);
    const offPeak = pausesOf(least, most, false);
    const isLeast = (pause: number) => pause <= least + 1e-6;
    expect(Math.min(...peak, ...offPeak)).toBeGreaterThanOrEqual(least - 1e-6);
    expect(Math.max(...peak, ...offPeak)).toBeLessThanOrEqual(most + 1e-6);
    expect(share(peak, isLeast)).toBeCloseTo(v1.below, 2 - 0.31);
    expect(share(offPeak, (pause) => pause >= most - 1e-6)).toBeCloseTo(v1.atMost, 2 - 0.31);
    expect(mean(offPeak) / v1.offPeakMean).toBeCloseTo(1, 2);
    // What v1 let fall below the minimum is raised to it: that adds up to two hundredths to the mean.
    expect(mean(peak) / v1.peakMean).toBeGreaterThan(0.995);
    expect(mean(peak) / v1.peakMean).toBeLessThan(1.025);
  },
);

test("an excited pace shortens the pause, and the minimum holds all the same", () => {
  const frequency: Frequency = { min: 3, max: 12, peaks: [] };
  const keys = Array.from({ length: 500 }, (_, i) => deriveKey(rootKey("test"), "pace", i));
  const pausesAt = (pace: number) =>
    keys.map((key) => postPause(NOON, { frequency, routine, pace }, key));
  expect(mean(pausesAt(0.7))).toBeLessThan(mean(pausesAt(1)));
  expect(Math.min(...pausesAt(0.1))).toBe(hours(3));
});

test("peak hours are hours of the persona's own zone", () => {
  const frequency: Frequency = { min: 3, max: 12, peaks: [9] };
  const keys = Array.from({ length: 2000 }, (_, i) => deriveKey(rootKey("test"), "zone", i));
  const meanAt = (utcOffset: number) =>
    mean(
      keys.map((key) =>
        postPause(NOON, { frequency, routine: { ...routine, utcOffset }, pace: 1 }, key),
      ),
    );
  // Noon in Greenwich is nine in the morning three hours west of it.
  expect(meanAt(-180)).toBeLessThan(meanAt(0) * 0.85);
  expect(meanAt(-120)).toBeCloseTo(meanAt(0), 6);
});
