// A snapshot as lines: the open digest, then table by table what is gone and what is put.
import { z } from "zod";
import type { OpenDigest, Tables, WrittenSnapshot } from "./snapshot.ts";

const Count = z.int().min(0);
/** Before the lines of the open block. */
const DigestHeader = z.object({ chain: z.string(), changed: z.array(Count), lines: Count });
/** Before a table's lines: so many ids are gone, so many records are put. */
const TableHeader = z.object({ table: z.string(), gone: Count, put: Count });

/** An id and its record as JSON stand in one line with a tab between: JSON holds neither tabs nor line ends. */
export function* snapshotLines({ digest, tables }: WrittenSnapshot): Iterable<string> {
  const { chain, changed, lines } = digest;
  yield JSON.stringify({ chain, changed, lines: lines.length });
  yield* lines;
  for (const { table, gone, put } of tables) {
    yield JSON.stringify({ table, gone: gone.length, put: put.length });
    for (const id of gone) yield JSON.stringify(id);
    for (const [id, record] of put) yield `${JSON.stringify(id)}\t${record}`;
  }
}

/**
 * Puts a snapshot together.
 * @param chain lines of a keyframe and of the changes since, in their order
 */
export function readSnapshot(chain: readonly (readonly string[])[]): {
  readonly digest: OpenDigest;
  readonly tables: Tables;
} {
  const tables = new Map<string, Map<string, string>>();
  let digest: OpenDigest = { chain: "", changed: [], lines: [] };
  for (const lines of chain) {
    const header = DigestHeader.parse(JSON.parse(lines[0] ?? ""));
    const start = 1 + header.lines;
    digest = { ...header, lines: lines.slice(1, start) };
    applyTables(tables, lines, start);
  }
  return { digest, tables };
}

/** As in a Map of JavaScript, a record that is put again keeps its place. */
function applyTables(
  tables: Map<string, Map<string, string>>,
  lines: readonly string[],
  start: number,
): void {
  for (let at = start; at < lines.length; ) {
    const { table, gone, put } = TableHeader.parse(JSON.parse(lines[at] ?? ""));
    const records = tables.get(table) ?? new Map<string, string>();
    tables.set(table, records);
    const firstPut = at + 1 + gone;
    for (const id of lines.slice(at + 1, firstPut)) records.delete(idOf(id, id.length));
    at = firstPut + put;
    for (const line of lines.slice(firstPut, at)) {
      const tab = line.indexOf("\t");
      records.set(idOf(line, tab), line.slice(tab + 1));
    }
  }
}

/** The id as JSON in front of `end`. Nearly all of them need no parser. */
function idOf(line: string, end: number): string {
  const backslash = line.indexOf("\\");
  return backslash < 0 || backslash > end ? line.slice(1, end - 1) : JSON.parse(line.slice(0, end));
}
