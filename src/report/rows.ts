// Rows of a page: a label, and items behind it that are not broken as long as a line takes one.
import { type Look, type Style, styled, widthOf, wrapped } from "./text.ts";

/** `asks  social.read limit=12` */
export type Row = readonly [label: string, ...items: readonly string[]];

/** A row, or none when there is nothing to say. */
export const rowOf = (label: string, items: readonly string[]): readonly Row[] =>
  items.length > 0 ? [[label, ...items]] : [];

/** In front of all that stands under an entry. */
export const INDENT = " ".repeat(6);
/** As wide as `unhandled`, and two spaces. */
const LABEL_WIDTH = 11;

/** The lines of a row; a list of items is separated by commas. */
export function rowLines([label, ...items]: Row, look: Look): readonly string[] {
  const style = LABEL_STYLES[label] ?? "dim";
  const width = look.columns - INDENT.length - LABEL_WIDTH;
  return packed(items, width).map((line, i) => {
    const name = label.padEnd(LABEL_WIDTH);
    const left = i === 0 ? styled(look, style, name) : " ".repeat(LABEL_WIDTH);
    return `${INDENT}${left}${label === BECAUSE ? judged(line, look) : line}`;
  });
}

const LABEL_STYLES: Readonly<Record<string, Style>> = {
  unhandled: "yellow",
  stale: "yellow",
  dead: "red",
  parked: "red",
};

/** The label of a row of guards, each with its result. */
export const BECAUSE = "because";

const RESULT_STYLES: Readonly<Record<string, Style>> = { true: "green", threw: "red" };

const judged = (line: string, look: Look): string =>
  line.replace(/\((true|false|threw)\)/g, (result, word: string) =>
    styled(look, RESULT_STYLES[word] ?? "dim", result),
  );

function packed(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  items.forEach((item, i) => {
    const words = i < items.length - 1 ? `${item},` : item;
    const longer = `${lines.at(-1)} ${words}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines.splice(-1, 1, longer);
    else lines.push(...wrapped(words, width));
  });
  return lines;
}
