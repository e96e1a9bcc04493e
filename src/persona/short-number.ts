// Numbers in a state that nobody sees to more than four decimals: they are many, and each digit is kept.
import { round } from "../core/math.ts";

/** Rounded to four decimals, never -0. @param value between -2^39 and 2^39 */
export const toShort = (value: number): number => round(value * 10_000) / 10_000 + 0;
