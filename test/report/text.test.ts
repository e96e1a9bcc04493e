// Widths, wrapping and charts.
import { expect, test } from "vitest";
import { calendar } from "../../src/report/calendar.ts";
import {
  bar,
  counted,
  formatNumber,
  formatSpan,
  plain,
  shortened,
  sparkline,
  widthOf,
  wrapped,
} from "../../src/report/text.ts";

test.each([
  ["plain", 5],
  ["é", 1],
  ["e\u0301", 1],
  ["🌿", 2],
  ["❤️", 2],
  ["👩‍🌾", 2],
  ["👍🏽", 2],
  ["漢字", 4],
  ["→█", 2],
])("%s is %i columns wide", (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test("a text is wrapped at spaces, and a long word is cut", () => {
  expect(wrapped("one two  three\nfour", 9)).toEqual(["one two", "three", "four"]);
  expect(wrapped("abcdefghijkl mn", 6)).toEqual(["abcde…", "mn"]);
  expect(wrapped("", 9)).toEqual([]);
});

test("a text is shortened by characters, never within one", () => {
  expect(shortened("🌿🌿🌿🌿", 3)).toBe("🌿🌿…");
  expect(shortened("short", 5)).toBe("short");
});

test("plain text steers no terminal", () => {
  expect(plain("a\u001b[2Jb\r\nc")).toBe("a [2Jb c");
});

test("a bar shows what is more than nothing", () => {
  expect([bar(0, 8), bar(0.0001, 8), bar(0.5, 8), bar(1, 8)]).toEqual([
    "",
    "▏",
    "████",
    "████████",
  ]);
});

test("a sparkline goes from the least to the greatest", () => {
  expect(sparkline([0, 5, 10])).toBe("▁▅█");
  expect(sparkline([3, 3])).toBe("▁▁");
  expect(sparkline([1, Number.NaN, 2])).toBe("▁ █");
});

test("numbers and durations read as people write them", () => {
  expect([1234567, -1234.5, 0.12345, Number.NaN].map(formatNumber)).toEqual([
    "1,234,567",
    "-1,234.5",
    "0.123",
    "-",
  ]);
  expect([formatSpan(250), formatSpan(90_000), formatSpan(93_784_000)]).toEqual([
    "250ms",
    "1m 30s",
    "1d 2h 3m 4s",
  ]);
  expect([counted(1, "reply", "replies"), counted(2, "reply", "replies")]).toEqual([
    "1 reply",
    "2 replies",
  ]);
});

test("a run has its days by the calendar", () => {
  const monday = Date.UTC(2026, 0, 5);
  const day = 86_400_000;
  expect(calendar(monday, 7 * day)).toBe("7 days, Mon 5 Jan 2026 to Sun 11 Jan 2026");
  expect(calendar(monday, day)).toBe("1 day, Mon 5 Jan 2026");
  expect(calendar(monday, 2 * 3_600_000)).toBe("2h, Mon 5 Jan 2026");
  expect(calendar(monday, 1.5 * day)).toBe("1d 12h, Mon 5 Jan 2026 to Tue 6 Jan 2026");
});
