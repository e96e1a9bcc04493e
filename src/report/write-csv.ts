// A table as CSV: RFC 4180, but for its line breaks, which are LF as everywhere here.
import type { Cell, Column } from "./tables/table.ts";
import { openLines, type RowWriter, toPlain } from "./write-lines.ts";

/** The names of the columns in the first line. An absent cell is empty, an empty text is `""`. */
export function openCsv(file: string, columns: readonly Column[]): RowWriter {
  const lineOf = (cells: readonly Cell[]): string => `${cells.map(field).join(",")}\n`;
  const head = lineOf(columns.map(({ name }) => name));
  return openLines(file, (row) => lineOf(columns.map((it, i) => toPlain(it, row[i]))), head);
}

/** Texts are written as they are: a formula stays a formula, since a changed text would be another. */
function field(cell: Cell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  return cell === "" || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
