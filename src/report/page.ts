// A page of sections for a terminal.
import { type Look, styled } from "./text.ts";

/** A section without lines is left out. */
export type Section = readonly [title: string, lines: readonly string[]];

/** Columns that the lines of a section are moved in by. */
export const INDENT = 2;

/** The page, with a line break at its end. @param head lines above the first section */
export function pageOf(head: readonly string[], sections: readonly Section[], look: Look): string {
  const shown = sections.filter(([, lines]) => lines.length > 0);
  const blocks = shown.map(([title, lines]) => {
    const body = lines.map((line) => (line === "" ? "" : " ".repeat(INDENT) + line));
    return [styled(look, "bold", title), ...body];
  });
  return `${[head, ...blocks].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
