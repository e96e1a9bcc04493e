// puppet export: a run as tables for pandas, R, DuckDB and spreadsheets.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { toId } from "../core/event.ts";
import { nearest } from "../core/nearest.ts";
import { allTables } from "../report/tables/all-tables.ts";
import type { Table } from "../report/tables/table.ts";
import { counted, formatNumber, padEnd } from "../report/text.ts";
import type { Past } from "../run/past.ts";
import { replay } from "../run/replay.ts";
import {
  type ExportOptions,
  exportRun,
  type Format,
  formats,
  isFormat,
  type Written,
} from "./export-run.ts";
import { INTERRUPTED, listenForInterrupt } from "./interrupt.ts";
import { jsonLine } from "./json.ts";
import { openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import { progressBar } from "./progress.ts";
import type { Session } from "./session.ts";

const tableNames = allTables.map(({ name }) => name);

const EXAMPLES = `
Examples:
  puppet export rumour-1                            all tables, as Parquet
  puppet export rumour-1 --format csv --out tables
  puppet export rumour-1 --tables posts,moods       some of them

Tables: ${tableNames.join(", ")}.
In DuckDB: select * from 'rumour-1-tables/posts.parquet'`;

interface ExportFlags extends StoreFlag {
  readonly format: Format;
  readonly tables: readonly Table[];
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Adds `export` to the program. */
export function addExportCommand(program: Command, session: Session): void {
  const command = program
    .command("export")
    .summary("write a run as tables")
    .description("Plays a run again and writes it as tables: for pandas, R, DuckDB, spreadsheets.")
    .argument("<RUN>", 'a run in the store; "puppet runs" lists them')
    .option("--format <name>", formats.join(", "), parseFormat, "parquet")
    .option("--out <folder>", "where the tables go; RUN-tables by default")
    .option("--tables <names>", "only these, with commas between them", parseTables)
    .option("--force", "write over tables that are there already")
    .option("--json", "print what was written as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: ExportFlags) => exportTables(id, flags, session));
}

async function exportTables(id: string, flags: ExportFlags, session: Session): Promise<void> {
  const { terminal } = session;
  const { format, tables = allTables, out: folder = `${id}-tables` } = flags;
  if (!flags.force) checkEmpty(folder);
  await using opened = await openPast(id, flags);
  tellChanged(session, opened);
  const bar = progressBar({ ...terminal, isDrawable: terminal.isDrawable && !flags.json });
  using interrupt = listenForInterrupt();
  const { signal } = interrupt;
  const options = { folder, format, tables, signal };
  const written = await exportPast(opened.past, options, bar.show).finally(bar.clear);
  if (signal.aborted) session.exitCode = INTERRUPTED;
  else if (flags.json) terminal.out(jsonLine({ run: id, format, folder, tables: written }));
  else terminal.out(listing(folder, written));
}

/** A run that was interrupted comes to its end when its last entry does. */
async function exportPast(
  past: Past,
  options: Omit<ExportOptions, "startAt" | "fork">,
  onProgress: ReturnType<typeof progressBar>["show"],
): Promise<readonly Written[]> {
  const { scenario, parent } = past;
  const start = parent && (await past.snapshotAt(parent.at, parent.seq));
  const here = start?.state.agents.filter(({ snapshot, status }) => snapshot && status !== "left");
  const agents = (here ?? []).map(({ agent }) => toId(agent));
  return exportRun(
    async (observe, signal) => {
      const run = await replay(past, { observe, signal, onProgress });
      return { ...run, complete: run.complete && past.complete };
    },
    { ...options, startAt: scenario.startAt, ...(parent && { fork: { ...parent, agents } }) },
  );
}

/** A file per line, with what is in it. */
function listing(folder: string, written: readonly Written[]): string {
  const paths = written.map(({ file }) => join(folder, file));
  const width = Math.max(...paths.map((path) => path.length));
  const lines = written.map(({ rows, bytes }, i) => {
    const size = `${counted(rows, "row").padStart(16)} ${formatNumber(bytes).padStart(14)} bytes`;
    return `${padEnd(paths[i] ?? "", width)} ${size}\n`;
  });
  return lines.join("");
}

/** @throws EngineError EXPORT_INVALID */
function parseFormat(text: string): Format {
  if (isFormat(text)) return text;
  throw unknown("--format", text, formats);
}

/** @throws EngineError EXPORT_INVALID */
function parseTables(text: string): readonly Table[] {
  const names = text.split(",").map((name) => name.trim());
  const strange = names.find((name) => !tableNames.includes(name));
  if (strange !== undefined) throw unknown("--tables", strange, tableNames);
  return allTables.filter(({ name }) => names.includes(name));
}

function unknown(option: string, name: string, known: readonly string[]): EngineError {
  const meant = nearest(name, known);
  const wayOut = meant === undefined ? `there are ${known.join(", ")}` : `did you mean ${meant}?`;
  return new EngineError("EXPORT_INVALID", `${option} "${name}"; ${wayOut}`);
}

/** @throws EngineError EXPORT_INVALID */
function checkEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) {
    throw new EngineError("EXPORT_INVALID", `--out "${folder}" is a file; name a folder`);
  }
  if (readdirSync(folder).length === 0) return;
  const wayOut = "name another --out, or write over its tables with --force";
  throw new EngineError("EXPORT_INVALID", `folder "${folder}" is not empty; ${wayOut}`);
}
