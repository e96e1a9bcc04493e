// Texts of others as material: a JSON string on one line, which no text can leave.

/** Signs that break a line, steer a terminal, turn the direction of reading or are not seen at all. */
const HIDDEN =
  /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** @returns between double quotes, with everything escaped that could end them or the line */
export const quoted = (text: string): string => JSON.stringify(text).replace(HIDDEN, escaped);

const escaped = (sign: string): string =>
  sign
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

const PLAIN_NAME = /^[\w.-]{1,64}$/;

/** Who said something. Names come from outside, too: a strange one is quoted. */
export const nameOf = (from: string): string => (PLAIN_NAME.test(from) ? `@${from}` : quoted(from));
