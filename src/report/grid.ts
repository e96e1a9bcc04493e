// Rows of cells in columns, each as wide as its widest cell.
import { type Look, padEnd, type Style, styled, widthOf } from "./text.ts";

/** A text, or one in a style. */
export type Cell = string | readonly [text: string, style: Style];

const GAP = "  ";

/** One line for each row, without spaces at its end. @param sides where the cells of each column stand */
export function gridLines(
  sides: readonly ("left" | "right")[],
  rows: readonly (readonly Cell[])[],
  look: Look,
): readonly string[] {
  const widths = sides.map((_, i) => Math.max(0, ...rows.map((row) => widthOf(textOf(row[i])))));
  return rows.map((row) => {
    const cells = row.map((cell, i) => {
      const text = textOf(cell);
      const space = padEnd("", (widths[i] ?? 0) - widthOf(text));
      const shown = typeof cell === "string" || text === "" ? text : styled(look, cell[1], text);
      return sides[i] === "right" ? space + shown : shown + space;
    });
    return cells.join(GAP).trimEnd();
  });
}

const textOf = (cell: Cell = ""): string => (typeof cell === "string" ? cell : cell[0]);
