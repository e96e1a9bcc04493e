// A run as tables in files: every entry is shown to the tables while the run is played, and none of it is kept.
import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../core/error.ts";
import { type Address, type Entry, toAddress, WORLD } from "../core/event.ts";
import type { AgentSnapshot, RowSource, Table } from "../report/tables/table.ts";
import { openCsv } from "../report/write-csv.ts";
import { openNdjson } from "../report/write-ndjson.ts";
import { openParquet } from "../report/write-parquet.ts";
import type { Run } from "../run/run.ts";
import type { AgentRef, LiveRun } from "../run/stage.ts";

const writers = { csv: openCsv, ndjson: openNdjson, parquet: openParquet } as const;
export type Format = keyof typeof writers;
export const formats: readonly string[] = Object.keys(writers);
export const isFormat = (name: string): name is Format => formats.includes(name);

export interface ExportOptions {
  /** Made where there is none; files of the same names are written over. */
  readonly folder: string;
  readonly format: Format;
  readonly tables: readonly Table[];
  /** Virtual time 0 as milliseconds since 1970 in UTC. */
  readonly startAt: number;
  /** A fork: where it left its parent, and the ids of the agents that are under way there. */
  readonly fork?: { readonly seq: number; readonly at: number; readonly agents: readonly string[] };
  /** Gives the export up. */
  readonly signal?: AbortSignal;
}

/** A table in its file. */
export interface Written {
  readonly table: string;
  /** In the folder. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Plays a run under the eyes of an observer; ends early at the signal. */
export type PlayRun = (
  observe: (live: LiveRun) => void,
  signal: AbortSignal,
) => Promise<Pick<Run, "state" | "until" | "complete">>;

/**
 * Plays a run and writes its tables. Until all of them are whole they are called `NAME.part`; what was not
 * finished is taken away again.
 * @returns nothing when the signal came
 * @throws EngineError EXPORT_UNWRITABLE, and whatever `play` throws
 */
export async function exportRun(
  play: PlayRun,
  options: ExportOptions,
): Promise<readonly Written[]> {
  try {
    return await writeTables(play, options);
  } catch (thrown) {
    if (!(thrown instanceof Error && "syscall" in thrown)) throw thrown;
    const problem = `"${options.folder}" cannot be written: ${thrown.message}`;
    throw new EngineError("EXPORT_UNWRITABLE", `${problem}; give another folder`, {
      cause: thrown,
    });
  }
}

async function writeTables(play: PlayRun, options: ExportOptions): Promise<readonly Written[]> {
  const { folder, tables, signal } = options;
  mkdirSync(folder, { recursive: true });
  using leftovers = new DisposableStack();
  const sheets: Sheet[] = [];
  for (const table of tables) {
    const sheet = await openSheet(table, options);
    leftovers.defer(() => rmSync(sheet.part, { force: true }));
    sheets.push(sheet);
  }
  const sources = sheets.map(({ source }) => source);
  const broken = new AbortController();
  const signals = [broken.signal, ...(signal ? [signal] : [])];
  const { state, complete, until } = await play(
    (live) => show(live, sources, { ...options, broken }),
    AbortSignal.any(signals),
  );
  broken.signal.throwIfAborted();
  if (signal?.aborted) return [];
  for (const { onEnd } of sources) onEnd?.({ at: complete ? until : state.at, state });
  for (const { close } of sheets) close();
  return sheets.map(({ finish }) => finish());
}

interface Sheet {
  readonly part: string;
  readonly source: RowSource;
  readonly close: () => void;
  /** Gives the file its name. */
  readonly finish: () => Written;
}

async function openSheet(table: Table, { folder, format, startAt }: ExportOptions): Promise<Sheet> {
  const file = `${table.name}.${format}`;
  const part = join(folder, `${file}.part`);
  const { add, close } = await writers[format](part, table.columns);
  let rows = 0;
  const source = table.open(startAt, (row) => {
    add(row);
    rows++;
  });
  const finish = (): Written => {
    renameSync(part, join(folder, file));
    return { table: table.name, file, rows, bytes: statSync(join(folder, file)).size };
  };
  return { part, source, close, finish };
}

/** Shows the run to the sources as it goes on. What one of them throws ends the run and is thrown again behind it. */
function show(
  live: LiveRun,
  sources: readonly RowSource[],
  { fork, broken }: Pick<ExportOptions, "fork"> & { readonly broken: AbortController },
): void {
  const onState = sources.flatMap((source) => source.onState ?? []);
  const refs = new Map<Address, AgentRef>();
  const showAgent = (entry: Pick<Entry, "seq" | "at" | "to">): void => {
    const ref = refs.get(entry.to) ?? live.agent(entry.to);
    refs.set(entry.to, ref);
    const snapshot: AgentSnapshot | undefined = ref.getSnapshot();
    if (snapshot !== undefined) for (const take of onState) take(entry, snapshot);
  };
  const showEntry = (entry: Entry): void => {
    for (const { onEntry } of sources) onEntry?.(entry);
    if (onState.length > 0 && entry.to !== WORLD && CHANGING.has(entry.outcome)) showAgent(entry);
  };
  if (fork) for (const id of fork.agents) showAgent({ ...fork, to: toAddress(id) });
  const watching = live.journal$.subscribe((entry) => {
    try {
      showEntry(entry);
    } catch (thrown) {
      watching.unsubscribe();
      broken.abort(thrown);
    }
  });
}

/** Entries with another outcome leave their agent as it was, or are for nobody who is there. */
const CHANGING: ReadonlySet<Entry["outcome"]> = new Set(["handled", "unhandled"]);
