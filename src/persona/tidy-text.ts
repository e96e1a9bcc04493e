// The letters of a text, whoever wrote it: whole signs, one blank between words, no control characters.

/** @returns normalised (NFC), without halves of surrogate pairs; at most one empty line in a row */
export const tidyText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "")
    .normalize()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** What nobody may change: links and names of accounts. */
const FIXED = /(https?:\/\/\S+|(?<![\p{L}\p{N}_])@\w+)/u;

/** Changes a text everywhere but in its links and names of accounts. */
export const changeWords = (text: string, change: (words: string) => string): string =>
  text
    .split(FIXED)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join("");
