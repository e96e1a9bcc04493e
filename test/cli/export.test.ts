// What a user sees of `puppet export`: tables of a run in the store, or one line that says what is wrong.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { addExportCommand } from "../../src/cli/export.ts";
import type { Session } from "../../src/cli/session.ts";
import { days, hours } from "../../src/core/time.ts";
import { fork } from "../../src/run/fork.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { query } from "../support/exported.ts";
import { makeFolder } from "../support/folder.ts";
import { shippedScenario } from "../support/golden.ts";
import { root } from "./puppet.ts";

const rumour = await shippedScenario("rumour");
const origin = { source: join(root, "scenarios/rumour.ts") };

/** A store with a run, its fork, and a run that was ended early. */
async function makeStore(place: string) {
  await using store = await openStore(place);
  const run = await simulate(rumour, { store, origin, until: days(1) });
  const forked = await fork(run, { at: hours(12), seed: 5 });
  const ending = new AbortController();
  const ended = await simulate(rumour, {
    ...{ store, origin, seed: 2, signal: ending.signal },
    onProgress: () => ending.abort(),
    until: days(30),
  });
  return { run, forked, ended };
}

/** @returns what goes to standard output */
async function puppetExport(...argv: readonly string[]): Promise<string> {
  let shown = "";
  const out = (text: string): void => {
    shown += text;
  };
  const terminal = { out, err: () => {}, columns: 80, isColoured: false, isDrawable: false };
  const session: Session = { terminal, exitCode: 0 };
  const program = new Command("puppet").exitOverride();
  addExportCommand(program, session);
  await program.parseAsync(["export", ...argv], { from: "user" });
  expect(session.exitCode).toBe(0);
  return shown;
}

const names = ["entries", "posts", "states", "moods", "relationships", "follows", "agents"];

test("a run, its fork and one that was ended early come out of the store as tables", async () => {
  const folder = makeFolder();
  const store = join(folder, "db");
  const { run, forked, ended } = await makeStore(store);
  expect(ended.complete).toBe(false);
  const ends = [
    [run, run.until],
    [forked, forked.until],
    [ended, ended.state.at],
  ] as const;
  for (const [{ run: id, steps, parent }, end] of ends) {
    const tables = join(folder, id);
    const shown = await puppetExport(id, "--store", store, "--out", tables);
    expect(shown.match(/[\w.]+(?=\.parquet)/g)).toEqual(names);
    const first = parent?.seq ?? 0;
    expect(
      await query(tables, "select count(*) as n, min(seq) as first from 'entries.parquet'"),
    ).toEqual([{ n: String(steps - first), first: String(first) }]);
    const spans = await query(
      tables,
      `select distinct min("from") as start, max("to") as last, sum(duration) = last - start as isWhole
      from 'states.parquet' group by agent, region`,
    );
    const start = String(parent?.at ?? 0);
    expect(spans).toEqual([{ start, last: String(end), isWhole: true }]);
  }
});

test("--json prints what was written, and --tables only writes some", async () => {
  const folder = makeFolder();
  const store = join(folder, "db");
  const { run } = await makeStore(store);
  const tables = join(folder, "tables");
  const options = ["rumour-1", "--store", store, "--out", tables, "--format", "csv", "--json"];
  const shown = await puppetExport(...options, "--tables", "agents, posts");
  expect(JSON.parse(shown)).toEqual({
    ...{ run: "rumour-1", format: "csv", folder: tables },
    tables: [
      { table: "posts", file: "posts.csv", rows: run.posts.length, bytes: expect.any(Number) },
      { table: "agents", file: "agents.csv", rows: 10, bytes: expect.any(Number) },
    ],
  });
  await expect(puppetExport(...options)).rejects.toMatchObject({ code: "EXPORT_INVALID" });
  await puppetExport(...options, "--force");
  expect(readdirSync(tables)).toHaveLength(names.length);
});

describe("refused before anything is opened is", () => {
  const cases = [
    [["--format", "parqet"], '--format "parqet"; did you mean parquet?'],
    [["--format", "xlsx"], '--format "xlsx"; there are csv, ndjson, parquet'],
    [["--tables", "posts,mood"], '--tables "mood"; did you mean moods?'],
    [["--tables", ""], `--tables ""; there are ${names.join(", ")}`],
    [
      ["--out", "."],
      'folder "." is not empty; name another --out, or write over its tables with --force',
    ],
    [["--out", "package.json"], '--out "package.json" is a file; name a folder'],
  ] as const;

  test.each(cases)("%j", async (options, message) => {
    await expect(puppetExport("rumour-1", "--store", "nowhere", ...options)).rejects.toMatchObject({
      code: "EXPORT_INVALID",
      message,
    });
  });

  test("a store that is not there, and no folder is made", async () => {
    const folder = makeFolder();
    const [store, out] = [join(folder, "db"), join(folder, "tables")];
    await expect(puppetExport("rumour-1", "--store", store, "--out", out)).rejects.toMatchObject({
      code: "STORE_MISSING",
    });
    expect(existsSync(out)).toBe(false);
  });
});
