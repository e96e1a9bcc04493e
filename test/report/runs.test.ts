// The list of runs as a page: within its columns, whatever the runs are called and have come to.
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { days } from "../../src/core/time.ts";
import { runsPage } from "../../src/report/runs.ts";
import { formatAge, formatBytes } from "../../src/report/size.ts";
import { simulate } from "../../src/run/simulate.ts";
import { memoryStore } from "../../src/storage/memory-store.ts";
import type { RunRecord } from "../../src/storage/store.ts";
import { shippedScenario } from "../support/golden.ts";

const look = { columns: 80, isColoured: false, place: "memory" };

test("a run that was ended early says so, and how it goes on", async () => {
  const store = await memoryStore();
  const quietWeek = await shippedScenario("quiet-week");
  await simulate(quietWeek, { agents: 100, signal: AbortSignal.abort(), store });
  const records = await store.runs();
  const savedAt = records[0]?.head.savedAt ?? 0;
  const page = runsPage(records, { ...look, now: savedAt + days(3) });
  expect(page).toMatch(/\nquiet-week-1 +1 +\d+[dh][ \dhm]* of 7d +4,096 +\d+ +100 +\S+ KB +3 d\n/);
  expect(page).toContain('\n    ended early: "puppet restore quiet-week-1" goes on\n');
});

test("a name that is too long for its column has a line of its own, and nothing is cut", async () => {
  const store = await memoryStore();
  await simulate(await shippedScenario("rumour"), { until: days(1), store });
  const [record] = await store.runs();
  if (record === undefined) throw new Error("the store has a run");
  const named = (run: string, parent?: string): RunRecord => ({
    ...record,
    manifest: {
      ...record.manifest,
      run,
      ...(parent && { parent: { run: parent, seq: 9, at: days(0.5) } }),
    },
  });
  const long = "a-very-long-name-of-a-scenario-1";
  const records = [named("rumour-1"), named(long), named(`${long}.1`, long)];
  const page = runsPage(records, { ...look, now: record.head.savedAt });
  const lines = page.split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.slice(1, 6)).toEqual([
    long,
    expect.stringMatching(/^│ +1 +1d /),
    `└ ${long}.1`,
    expect.stringMatching(/^ +1 +1d /),
    "      from d1 12:00 on: nothing changed",
  ]);
  const coloured = runsPage(records, { ...look, isColoured: true, now: record.head.savedAt });
  expect(stripVTControlCharacters(coloured)).toBe(page);
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1.0 KB"],
  [9_949, "9.9 KB"],
  [9_950, "10 KB"],
  [999_499, "999 KB"],
  [999_500, "1.0 MB"],
  [14_469_323, "14 MB"],
  [5e15, "5000 TB"],
])("%d bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0, "now"],
  [-5000, "now"],
  [59_999, "now"],
  [60_000, "1 min"],
  [3_599_999, "59 min"],
  [3_600_000, "1 h"],
  [days(1) - 1, "23 h"],
  [days(40), "40 d"],
])("%d ms are %s", (age, text) => {
  expect(formatAge(age)).toBe(text);
});
