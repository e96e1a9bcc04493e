// How many tokens a text has about: an estimate that needs no vocabulary of a model and errs on the long side.
import { ceil } from "../core/math.ts";

/** Quarters of a token for a sign, by its code point: Latin letters, other alphabets, Chinese and the like, emoji. */
const QUARTERS: readonly (readonly [below: number, quarters: number])[] = [
  [0x80, 1],
  [0x1100, 2],
  [0x10000, 4],
];
const OTHER_QUARTERS = 8;

/** A quarter of a token for a sign of ASCII, half for other alphabets, one for Chinese and the like, two beyond. */
export function estimateTokens(text: string): number {
  let quarters = 0;
  for (const sign of text) quarters += quartersOf(sign.codePointAt(0) ?? 0);
  return ceil(quarters / 4);
}

const quartersOf = (code: number): number =>
  QUARTERS.find(([below]) => code < below)?.[1] ?? OTHER_QUARTERS;
