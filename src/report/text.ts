// Text for a terminal: widths, wrapping, bars and colours.

/** How text is shown. */
export interface Look {
  /** Characters of a line. */
  readonly columns: number;
  readonly isColoured: boolean;
}

/** In quotes, within a length, with nothing in it that could steer a terminal. */
export function quoted(text: string, length: number): string {
  return JSON.stringify(shortened(text, length)).replace(/[\p{Cc}\u2028\u2029]/gu, escaped);
}

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** @param length of characters, the ellipsis included */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters
    .slice(0, length - 1)
    .join("")
    .trimEnd()}…`;
}

/** One line of plain text: whatever could steer a terminal is a space. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;

/** Columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  // Almost all text is ASCII, whose width is its length.
  if (/^[ -~]*$/.test(text)) return text.length;
  const seen = text
    .replace(/\u200d./gu, "")
    .replace(/.\ufe0f/gu, "🙂")
    .replace(/\p{M}|\p{Emoji_Modifier}/gu, "");
  return [...seen].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

export const padEnd = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

/** Lines of at most `width` columns, broken at spaces; a longer word gets a line of its own, cut. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of plain(text).split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = shortened(word, width);
    }
  }
  return line === "" ? lines : [...lines, line];
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A horizontal bar. @param share of `width`, in [0, 1]; what is more than nothing shows */
export function bar(share: number, width: number): string {
  const eighths = Math.max(share > 0 ? 1 : 0, Math.round(share * width * 8));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

const LEVELS = [..."▁▂▃▄▅▆▇█"];

/** A row of numbers as blocks, from the least to the greatest. */
export function sparkline(values: readonly number[]): string {
  const finite = values.filter((value) => Number.isFinite(value));
  const least = Math.min(...finite);
  const range = Math.max(...finite) - least;
  return values
    .map((value) => {
      if (!Number.isFinite(value)) return " ";
      const level = range > 0 ? ((value - least) / range) * (LEVELS.length - 1) : 0;
      return LEVELS[Math.round(level)];
    })
    .join("");
}

const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
export type Style = keyof typeof STYLES;

/** The text in a style, where there is colour. */
export const styled = ({ isColoured }: Look, style: Style, text: string): string =>
  isColoured ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;

/** A number as people write it: `12,345`, `0.25`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "-";
  const [whole = "", fraction] = String(Math.round(value * 1000) / 1000).split(".");
  const grouped = /^-?\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `1 post`, `2 posts` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

const SPANS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
] as const;

/** A duration as people say it, to the second: `2h 33m 11s`; below a second in milliseconds. */
export function formatSpan(duration: number): string {
  if (!(duration >= 1000)) return `${duration}ms`;
  let rest = duration;
  const parts = SPANS.map(([suffix, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count}${suffix}` : "";
  });
  return parts.filter((part) => part !== "").join(" ");
}
