// Virtual time: durations and instants as people write them, and the calendar without the machine's clock.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  days,
  formatDuration,
  formatInstant,
  hourOfDay,
  hours,
  MAX_AT,
  minutes,
  parseDuration,
  parseInstant,
  seconds,
} from "../../src/core/time.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/core/time.test.ts";

describe("a duration", () => {
  test("is whole milliseconds in every unit", () => {
    expect([seconds(1.5), minutes(2), hours(1), days(2)]).toEqual([
      1500, 120_000, 3_600_000, 172_800_000,
    ]);
    expect(hours(1 / 3)).toBe(1_200_000);
    expect(Number.isInteger(minutes(Math.PI))).toBe(true);
  });

  test.each([
    ["90s", 90_000],
    ["30m", 1_800_000],
    ["1.5h", 5_400_000],
    ["1h30m", 5_400_000],
    ["7d", 604_800_000],
    ["250ms", 250],
    ["0s", 0],
    [" 2h ", 7_200_000],
    ["1.001s", 1001],
    ["36525d", MAX_AT],
  ])("written as %s is read", (text, duration) => {
    expect(parseDuration(text)).toBe(duration);
  });

  test.each(["", "5", "h", "-1h", "1 h", "1e3s", "1.h", ".5h", "1h 30m", "36526d", "∞s", "1H"])(
    "is not read from %j",
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  test("is read back from how it is shown", async () => {
    await tryOut(FILE, 500, fc.nat(MAX_AT), (duration) => {
      expect(parseDuration(formatDuration(duration))).toBe(duration);
    });
  });

  test("is shown in the largest unit that keeps it whole", () => {
    expect([90_000, 129_600_000, 604_800_000, 1, 0].map(formatDuration)).toEqual([
      "90s",
      "36h",
      "7d",
      "1ms",
      "0ms",
    ]);
  });
});

describe("an instant", () => {
  test("is shown with its day, from 1, and its time of day", () => {
    expect(formatInstant(0)).toBe("d1 00:00:00.000");
    expect(formatInstant(hours(9.5) + 5120)).toBe("d1 09:30:05.120");
    expect(formatInstant(days(7) - 1)).toBe("d7 23:59:59.999");
  });

  test("is read as the calendar of the machine reads it", async () => {
    const instants = fc.date({
      min: new Date(0),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    });
    await tryOut(FILE, 1000, instants, (date) => {
      expect(parseInstant(date.toISOString())).toBe(date.getTime());
    });
  });

  test("may leave out seconds and has up to three digits of a fraction", () => {
    expect(parseInstant("2026-01-05T10:00Z")).toBe(Date.UTC(2026, 0, 5, 10));
    expect(parseInstant("2026-01-05T10:00:01.5Z")).toBe(Date.UTC(2026, 0, 5, 10, 0, 1, 500));
    expect(parseInstant("2026-01-05T10:00:01.05Z")).toBe(Date.UTC(2026, 0, 5, 10, 0, 1, 50));
  });

  test.each([
    "2026-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "2026-01-05T24:00:00Z",
    "2026-01-05T10:60:00Z",
    "2026-01-05T10:00:60Z",
    "2026-01-05T10:00:00",
    "2026-01-05T10:00:00+01:00",
    "2026-01-05",
    "5 January 2026",
  ])("is not read from %s", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test("in a leap year has its 29 February", () => {
    expect(parseInstant("2028-02-29T00:00:00Z")).toBe(Date.UTC(2028, 1, 29));
    expect(parseInstant("2000-02-29T00:00:00Z")).toBe(Date.UTC(2000, 1, 29));
  });
});

test("the hour of day follows the offset from UTC, over midnight and before 1970", () => {
  const startAt = Date.UTC(2026, 0, 5, 22);
  expect(hourOfDay(0, startAt, 0)).toBe(22);
  expect(hourOfDay(hours(1.5), startAt, 60)).toBe(0.5);
  expect(hourOfDay(0, startAt, -330)).toBe(16.5);
  expect(hourOfDay(0, -hours(1), 0)).toBe(23);
});
