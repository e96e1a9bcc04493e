// The page of the docs that lists the tables of a run: its second half is written from the columns themselves.
import type { Column, Table } from "../../src/report/tables/table.ts";

const MARK = /(<!-- The rest is written .* -->\n).*$/s;

/** The page with its second half anew. */
export const exportPage = (page: string, tables: readonly Table[]): string =>
  page.replace(MARK, (_, mark: string) => `${mark}\n${tables.map(sectionOf).join("\n")}`);

function sectionOf({ name, doc, columns }: Table): string {
  const rows = columns.map(
    (column) => `| \`${column.name}\` | ${typeOf(column)} | ${column.doc} |\n`,
  );
  return `### ${name}\n\n${doc}\n\n| column | type | holds |\n|---|---|---|\n${rows.join("")}`;
}

const typeOf = ({ type, unit, isOptional }: Column): string =>
  [type, ...(unit ? [unit] : []), ...(isOptional ? ["may be absent"] : [])].join(", ");
