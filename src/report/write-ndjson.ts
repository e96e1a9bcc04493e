// A table as NDJSON: one object per line, each with all columns.
import type { Column } from "./tables/table.ts";
import { openLines, type RowWriter, toPlain } from "./write-lines.ts";

/** An absent cell is `null`. A table without rows is an empty file. */
export function openNdjson(file: string, columns: readonly Column[]): RowWriter {
  const keys = columns.map(({ name }) => JSON.stringify(name));
  return openLines(file, (row) => {
    const fields = columns.map((column, i) => {
      return `${keys[i]}:${JSON.stringify(toPlain(column, row[i]) ?? null)}`;
    });
    return `{${fields.join(",")}}\n`;
  });
}
