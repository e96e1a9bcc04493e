// Moods over the days: the one that lasted longest in each step.
import { expect, test } from "vitest";
import { type MoodChange, moodSection } from "../../src/report/moods.ts";

const HOUR = 3_600_000;
const look = { columns: 80, isColoured: false };
const run = (hours: number) => ({
  scenario: { startAt: Date.UTC(2026, 0, 5) },
  until: hours * HOUR,
  complete: true,
  state: { at: hours * HOUR },
  posts: [{ author: "agent:bob" }],
});
const section = (hours: number, moods: Readonly<Record<string, readonly MoodChange[]>>) =>
  moodSection(run(hours), { ...look, moods: new Map(Object.entries(moods)) });

test("there is none without moods", () => {
  expect(section(48, {})).toEqual([]);
});

test("each row has eight marks a day, below the names of the days", () => {
  const lines = section(48, {
    ada: [
      { at: 0, mood: "neutral" },
      { at: 24 * HOUR, mood: "elated" },
      { at: 27 * HOUR, mood: "gloomy" },
    ],
    bob: [{ at: 6 * HOUR, mood: "content" }],
  });
  expect(lines).toEqual([
    "                Mon     Tue",
    "bob               ▆▆▆▆▆▆▆▆▆▆▆▆▆▆",
    "ada             ▄▄▄▄▄▄▄▄█▁▁▁▁▁▁▁",
    "",
    "▁ gloomy  ▄ neutral  ▆ content  █ elated",
    "each mark 3h",
  ]);
});

test("a mood that passes quickly shows, when it took a quarter of a step", () => {
  const passing = (minutes: number) =>
    section(48, {
      ada: [
        { at: 0, mood: "neutral" },
        { at: 24 * HOUR, mood: "elated" },
        { at: 24 * HOUR + minutes * 60_000, mood: "neutral" },
      ],
    })[1];
  expect(passing(45)).toBe(`ada             ${"▄".repeat(8)}█${"▄".repeat(7)}`);
  expect(passing(44)).toBe(`ada             ${"▄".repeat(16)}`);
});

test("other moods get letters", () => {
  const lines = section(24, {
    ada: [
      { at: 0, mood: "sleepy" },
      { at: 12 * HOUR, mood: "silly" },
    ],
  });
  expect(lines[1]).toBe(`ada             ${"l".repeat(14)}${"s".repeat(14)}`);
  expect(lines.at(-2)).toBe("s silly  l sleepy");
});

test("a long run fits into a line", () => {
  const lines = section(24 * 365, { ada: [{ at: 0, mood: "neutral" }] });
  expect(lines[0]).toBe("                365 days");
  expect(lines[1]).toBe(`ada             ${"▄".repeat(56)}`);
});
