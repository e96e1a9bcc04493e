// Tables of a run as their readers get them: written into a folder, and read back with DuckDB.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBConnection } from "@duckdb/node-api";
import { exportRun, type Format, type Written } from "../../src/cli/export-run.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { allTables } from "../../src/report/tables/all-tables.ts";
import type { Column, ColumnType, Table } from "../../src/report/tables/table.ts";
import type { Run } from "../../src/run/run.ts";
import { type SimulateOptions, simulate } from "../../src/run/simulate.ts";
import { makeFolder } from "./folder.ts";

export interface Exported {
  readonly run: Run;
  readonly folder: string;
  readonly written: readonly Written[];
}

/** Simulates a scenario and writes its tables, all of them by default. */
export async function exported(
  scenario: Scenario,
  format: Format,
  { tables = allTables, ...options }: SimulateOptions & { readonly tables?: readonly Table[] } = {},
): Promise<Exported> {
  const runs: Run[] = [];
  const folder = makeFolder();
  const written = await exportRun(
    async (observe, signal) => {
      const run = await simulate(scenario, { ...options, observe, signal });
      runs.push(run);
      return run;
    },
    { folder, format, tables, startAt: scenario.startAt },
  );
  const [run] = runs;
  if (run === undefined) throw new Error("the run was not played");
  return { run, folder, written };
}

export type Fields = Readonly<Record<string, unknown>>;

/** The rows of a table in NDJSON, as any program reads them. */
export function readLines(folder: string, table: string): readonly Fields[] {
  const lines = readFileSync(join(folder, `${table}.ndjson`), "utf8").split("\n");
  return lines.slice(0, -1).map((line) => JSON.parse(line));
}

/** What a query gives, with files named as they are called in the folder. 64-bit integers come as texts. */
export async function query(folder: string, sql: string): Promise<readonly Fields[]> {
  const connection = await DuckDBConnection.create();
  try {
    await connection.run(`set file_search_path = '${folder}'`);
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
  }
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: "varchar",
  json: "varchar",
  integer: "bigint",
  real: "double",
  boolean: "boolean",
  instant: "timestamp",
};

/** A file as a source of rows in SQL: what a format does not say of its types is taken from the columns. */
export function sourceOf(file: string, format: Format, columns: readonly Column[]): string {
  const types = columns.map(({ name, type }) => `'${name}': '${SQL_TYPES[type]}'`);
  const typed = `columns = {${types.join(", ")}}`;
  switch (format) {
    case "parquet":
      return `read_parquet('${file}')`;
    case "csv":
      return `read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, allow_quoted_nulls = false, ${typed})`;
    case "ndjson":
      return `read_json('${file}', format = 'newline_delimited', ${typed})`;
  }
}
