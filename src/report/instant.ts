// Instants in few letters.
import { formatInstant } from "../core/time.ts";

/** `d2 00:00`, `d2 07:30:05`, `d2 07:30:05.120`: without what is zero at its end. */
export const shortInstant = (at: number): string =>
  formatInstant(at)
    .replace(/\.000$/, "")
    .replace(/:00$/, "");

/** `d2 07:30`: to the minute. */
export const minuteOf = (at: number): string => formatInstant(at).slice(0, -":00.000".length);
