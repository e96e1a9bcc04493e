// A table as Apache Parquet, in row groups. The package that encodes it is loaded when it is needed.
import type { BasicType } from "hyparquet-writer";
import type { Cell, Column, ColumnType } from "./tables/table.ts";
import type { RowWriter } from "./write-lines.ts";

/** Rows that are held in memory until they are written together. */
export const ROW_GROUP = 20_000;

/** JSON is a text here as well: as a type of its own, some readers give it as bytes. */
const TYPES: Readonly<Record<ColumnType, BasicType>> = {
  text: "STRING",
  json: "STRING",
  integer: "INT64",
  real: "DOUBLE",
  boolean: "BOOLEAN",
  instant: "TIMESTAMP",
};

/** Columns that may be absent are OPTIONAL, all others REQUIRED; compressed with Snappy. */
export async function openParquet(file: string, columns: readonly Column[]): Promise<RowWriter> {
  const { fileWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const schema = schemaFromColumnData({
    columnData: columns.map(({ name, type, isOptional = false }) => {
      return { name, type: TYPES[type], nullable: isOptional, data: [] };
    }),
  });
  const parquet = new ParquetWriter({
    writer: fileWriter(file),
    schema,
    createdBy: "puppet-engine",
  });
  const group = columns.map(({ name }): { name: string; data: unknown[] } => ({ name, data: [] }));
  const flush = (): void => {
    parquet.write({ columnData: group, rowGroupSize: ROW_GROUP });
    for (const column of group) column.data = [];
  };
  return {
    add: (row) => {
      group.forEach(({ data }, i) => void data.push(toParquet(columns[i], row[i])));
      if (group[0]?.data.length === ROW_GROUP) flush();
    },
    close: () => {
      flush();
      parquet.finish();
    },
  };
}

/** Whole numbers take 64 bits: virtual milliseconds exceed 32 of them after 25 days. */
const toParquet = (column: Column | undefined, cell: Cell): Cell | bigint =>
  typeof cell === "number" && column?.type !== "real" ? BigInt(cell) : cell;
