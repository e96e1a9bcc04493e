// Tables in files: every format gives the same rows back, and what cannot be written leaves nothing behind.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportRun, type Format, formats, isFormat } from "../../src/cli/export-run.ts";
import { days, hours } from "../../src/core/time.ts";
import { allTables } from "../../src/report/tables/all-tables.ts";
import { posts } from "../../src/report/tables/posts.ts";
import { states } from "../../src/report/tables/states.ts";
import { type Column, defineTable, type Row } from "../../src/report/tables/table.ts";
import { openCsv } from "../../src/report/write-csv.ts";
import { openNdjson } from "../../src/report/write-ndjson.ts";
import { openParquet, ROW_GROUP } from "../../src/report/write-parquet.ts";
import { fork } from "../../src/run/fork.ts";
import { replay } from "../../src/run/replay.ts";
import { simulate } from "../../src/run/simulate.ts";
import { readPages } from "../support/docs.ts";
import { exported, query, sourceOf } from "../support/exported.ts";
import { makeFolder } from "../support/folder.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";

const rumour = await shippedScenario("rumour");
const { startAt } = rumour;
const everyFormat = formats.filter(isFormat);

test("a run gives the same rows in every format, as many as it has entries and posts", async () => {
  const runs = await Promise.all(everyFormat.map((format) => exported(rumour, format)));
  for (const { run, folder, written } of runs) {
    const rows = Object.fromEntries(written.map(({ table, rows }) => [table, rows]));
    expect(rows).toMatchObject({ entries: run.steps, posts: run.posts.length, agents: 10 });
    expect(readdirSync(folder).sort()).toEqual(written.map(({ file }) => file).sort());
  }
  for (const { name, columns } of allTables) {
    const [first = "", ...others] = await Promise.all(
      everyFormat.map(async (format, i) => {
        const source = sourceOf(`${name}.${format}`, format, columns);
        return JSON.stringify(await query(runs[i]?.folder ?? "", `select * from ${source}`));
      }),
    );
    expect(first.length).toBeGreaterThan(500);
    for (const other of others) expect(other === first, name).toBe(true);
  }
});

test("Parquet says itself what its columns are", async () => {
  const { folder } = await exported(rumour, "parquet", { tables: [posts], until: hours(9) });
  const described = await query(folder, "describe select * from 'posts.parquet'");
  const types = described.map(({ column_name: name, column_type: type }) => [name, type]);
  expect(Object.fromEntries(types)).toMatchObject({
    id: "VARCHAR",
    at: "BIGINT",
    time: "TIMESTAMP",
    likes: "BIGINT",
  });
  const [{ start } = {}] = await query(
    folder,
    `select distinct epoch_ms("time") - "at" as start from 'posts.parquet'`,
  );
  expect(start).toBe(String(startAt));
});

const open = { csv: openCsv, ndjson: openNdjson, parquet: openParquet };

/** Writes rows and reads them again. */
async function roundTrip(format: Format, columns: readonly Column[], rows: readonly Row[]) {
  const folder = makeFolder();
  const writer = await open[format](join(folder, `it.${format}`), columns);
  for (const row of rows) writer.add(row);
  writer.close();
  const read = await query(folder, `select * from ${sourceOf(`it.${format}`, format, columns)}`);
  return {
    folder,
    rows: read.map((fields) => columns.map(({ name }) => fields[name] ?? undefined)),
  };
}

const noted: readonly Column[] = [
  { name: "text", type: "text", doc: "" },
  { name: "note", type: "text", isOptional: true, doc: "" },
  { name: "value", type: "real", doc: "" },
];

describe.each(everyFormat)("in %s", (format) => {
  test("texts survive: commas, quotes, line breaks, emoji, formulas, nothing at all", async () => {
    const texts = [
      "",
      " ",
      ",",
      '"',
      '""',
      "a\nb",
      "a\r\nb\r",
      "🍓👩‍🌾",
      "=1+1",
      "-1",
      "null",
      "NA",
      "\\N",
      "a\tb;c",
      "\u2028",
    ];
    const rows = texts.flatMap((text, i) => [
      [text, undefined, i / 7],
      ["x", text, -1e-9 * (i + 1)],
    ]);
    expect((await roundTrip(format, noted, rows)).rows).toEqual(rows);
  });

  test("any text and any number survives", async () => {
    const text = fc.string({ unit: "grapheme" });
    const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const row = fc.tuple(text, fc.option(text, { nil: undefined }), real);
    await tryOut("test/report/export.test.ts", 5, fc.array(row, { minLength: 1 }), async (rows) => {
      expect((await roundTrip(format, noted, rows)).rows).toEqual(rows);
    });
  });

  test("a table without rows has its columns still", async () => {
    const { folder, rows } = await roundTrip(format, posts.columns, []);
    expect(rows).toEqual([]);
    const source = sourceOf(`it.${format}`, format, posts.columns);
    const described = await query(folder, `describe select * from ${source}`);
    expect(described.map(({ column_name }) => column_name)).toEqual(
      posts.columns.map(({ name }) => name),
    );
    const names = posts.columns.map(({ name }) => name).join(",");
    if (format === "csv") expect(readFileSync(join(folder, "it.csv"), "utf8")).toBe(`${names}\n`);
  });

  test("whole numbers up to 2^53 survive, over several row groups", async () => {
    const columns: readonly Column[] = [{ name: "n", type: "integer", doc: "" }];
    const count = 2 * ROW_GROUP + 1;
    const rows = Array.from({ length: count }, (_, i) => [Number.MAX_SAFE_INTEGER - i]);
    const { folder } = await roundTrip(format, columns, rows);
    const [sums] = await query(
      folder,
      `select count(distinct n) as count, sum(${Number.MAX_SAFE_INTEGER} - n)::bigint as total
      from ${sourceOf(`it.${format}`, format, columns)}`,
    );
    expect(sums).toEqual({ count: String(count), total: String((count * (count - 1)) / 2) });
    if (format !== "parquet") return;
    const groups = await query(
      folder,
      "select row_group_num_rows as n from parquet_metadata('it.parquet')",
    );
    expect(groups.map(({ n }) => Number(n))).toEqual([ROW_GROUP, ROW_GROUP, 1]);
  });
});

test("half of an emoji is written as what Unicode has for it", async () => {
  const cut = defineTable<string>({
    name: "cut",
    doc: "",
    columns: [{ name: "text", type: "text", doc: "", of: (text) => text }],
    open: (put) => ({ onEnd: () => put("🍓".slice(0, 1)) }),
  });
  for (const format of everyFormat) {
    const { folder } = await exported(rumour, format, { tables: [cut], until: 0 });
    const rows = await query(
      folder,
      `select * from ${sourceOf(`cut.${format}`, format, cut.columns)}`,
    );
    expect(rows).toEqual([{ text: "\ufffd" }]);
  }
});

test("the tables of a fork begin where it left its parent, and have no gap there", async () => {
  const at = days(1) + hours(9);
  const forked = await fork(await simulate(rumour), { at, seed: 2 });
  const { seq = 0 } = forked.parent ?? {};
  const folder = makeFolder();
  const written = await exportRun((observe, signal) => replay(forked, { observe, signal }), {
    ...{ folder, format: "parquet", tables: allTables, startAt },
    fork: { seq, at, agents: forked.agents },
  });
  const rows = Object.fromEntries(written.map(({ table, rows }) => [table, rows]));
  expect(rows).toMatchObject({ entries: forked.steps - seq, posts: forked.posts.length });
  const totals = await query(
    folder,
    `select distinct min("from") as first, sum(duration) as total from 'states.parquet' group by agent, region`,
  );
  expect(totals).toEqual([{ first: String(at), total: String(forked.until - at) }]);
});

describe("an export that comes to nothing", () => {
  const options = { format: "csv", tables: allTables, startAt } as const;

  test("because the run does leaves no file", async () => {
    const folder = makeFolder({ "mine.txt": "kept" });
    const different = (): never => {
      throw new Error("the run differs");
    };
    await expect(exportRun(different, { ...options, folder })).rejects.toThrow("the run differs");
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });

  test("because it was ended leaves no file", async () => {
    const folder = makeFolder();
    const ending = new AbortController();
    const written = await exportRun(
      (observe, signal) => {
        ending.abort();
        return simulate(rumour, { observe, signal });
      },
      { ...options, folder, signal: ending.signal },
    );
    expect(written).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("because a table cannot be made ends the run at once and leaves no file", async () => {
    const folder = makeFolder();
    const broken = defineTable<never>({
      name: "broken",
      doc: "",
      columns: [],
      open: () => ({
        onEntry: ({ seq }) => {
          if (seq === 100) throw new Error("entry 100 is too much");
        },
      }),
    });
    let steps = 0;
    const outcome = exportRun(
      async (observe, signal) => {
        const run = await simulate(await shippedScenario("small-town"), { observe, signal });
        steps = run.steps;
        return run;
      },
      { ...options, folder, tables: [states, broken] },
    );
    await expect(outcome).rejects.toThrow("entry 100 is too much");
    expect(steps).toBeLessThan(10_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("because there is no room for it says so", async () => {
    const folder = makeFolder({ file: "" });
    const play = () => simulate(rumour);
    const unwritable = { code: "EXPORT_UNWRITABLE", message: expect.stringContaining("ENOTDIR") };
    await expect(
      exportRun(play, { ...options, folder: join(folder, "file/tables") }),
    ).rejects.toMatchObject(unwritable);
    mkdirSync(join(folder, "posts.csv.part"));
    await expect(exportRun(play, { ...options, folder })).rejects.toMatchObject({
      code: "EXPORT_UNWRITABLE",
      message: expect.stringContaining("EISDIR"),
    });
    rmSync(join(folder, "posts.csv.part"), { recursive: true });
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("keeps what was there before it", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "posts.csv"), "old");
    const outcome = exportRun(() => Promise.reject(new Error("no")), { ...options, folder });
    await expect(outcome).rejects.toThrow("no");
    expect(readFileSync(join(folder, "posts.csv"), "utf8")).toBe("old");
  });
});

test("the queries in the docs give rows", async () => {
  const { folder } = await exported(rumour, "parquet");
  const [page] = readPages(["docs/reference/export.md"]);
  const blocks = (page?.blocks ?? []).filter(({ language }) => language === "sql");
  const queries = blocks.flatMap(({ text }) => text.trim().split(";\n"));
  expect(queries.length).toBeGreaterThan(3);
  for (const sql of queries) {
    const rows = await query(folder, sql.replaceAll("rumour-1-tables/", ""));
    expect(rows.length, sql).toBeGreaterThan(0);
  }
});
