// Rows on their way into a file of text, a line each.
import { appendFileSync, writeFileSync } from "node:fs";
import type { Cell, Column, Row } from "./tables/table.ts";

/** Takes rows and writes them on: never more than a small part of a table is held in memory. */
export interface RowWriter {
  readonly add: (row: Row) => void;
  /** Writes what is left. */
  readonly close: () => void;
}

/** So many lines are written together. */
const BATCH = 256;

/**
 * Makes a file of the lines of rows. No descriptor is held, so that a file can be given up at any time.
 * @param lineOf with its line break; @throws Error of the file system
 */
export function openLines(file: string, lineOf: (row: Row) => string, head = ""): RowWriter {
  writeFileSync(file, head);
  let lines: string[] = [];
  const flush = (): void => {
    appendFileSync(file, lines.join(""));
    lines = [];
  };
  return {
    add: (row) => {
      if (lines.push(lineOf(row)) === BATCH) flush();
    },
    close: flush,
  };
}

/** An instant as people and programs write it, `2026-01-05T09:00:00.000Z`; other cells as they are. */
export const toPlain = ({ type }: Column, cell: Cell): Cell =>
  type === "instant" && typeof cell === "number" ? new Date(cell).toISOString() : cell;
