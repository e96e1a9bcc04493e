// Virtual time: whole milliseconds since the start of a run. Nothing below the edge knows another clock.
import { floor, round } from "./math.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No run is longer than a century: beyond it an instant is a mistake. */
export const MAX_AT = 36_525 * DAY;

/** @param n any number of seconds; @returns whole virtual milliseconds */
export const seconds = (n: number): number => floor(n * SECOND);
/** @param n any number of minutes; @returns whole virtual milliseconds */
export const minutes = (n: number): number => floor(n * MINUTE);
/** @param n any number of hours; @returns whole virtual milliseconds */
export const hours = (n: number): number => floor(n * HOUR);
/** @param n any number of days; @returns whole virtual milliseconds */
export const days = (n: number): number => floor(n * DAY);

const UNITS: readonly (readonly [suffix: string, size: number])[] = [
  ["ms", 1],
  ["s", SECOND],
  ["m", MINUTE],
  ["h", HOUR],
  ["d", DAY],
];

/**
 * Reads a duration as people write it: `90s`, `30m`, `1.5h`, `7d`, `250ms`.
 * @returns whole milliseconds in [0, MAX_AT], or undefined when the text is none
 */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(text.trim())) return undefined;
  let duration = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)(ms|s|m|h|d)/g)) {
    duration += Number(number) * (UNITS.find(([suffix]) => suffix === unit)?.[1] ?? 0);
  }
  return round(duration) <= MAX_AT ? round(duration) : undefined;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** The day and time of day of an instant, as in a transcript: `d1 09:30:05.120`; days count from 1. */
export function formatInstant(at: number): string {
  const day = floor(at / DAY) + 1;
  const rest = at % DAY;
  const clock = [
    floor(rest / HOUR),
    floor((rest % HOUR) / MINUTE),
    floor((rest % MINUTE) / SECOND),
  ];
  return `d${day} ${clock.map(two).join(":")}.${String(rest % SECOND).padStart(3, "0")}`;
}

/** A duration in the largest unit that keeps it whole: `90s`, `36h`, `7d`. */
export function formatDuration(duration: number): string {
  const fitting = [...UNITS]
    .reverse()
    .find(([, size]) => duration >= size && duration % size === 0);
  const [suffix, size] = fitting ?? ["ms", 1];
  return `${duration / size}${suffix}`;
}

/**
 * The hour of day at an instant, for somebody who lives at an offset from UTC.
 * @param at virtual milliseconds since the start; @param startAt the start as milliseconds since 1970 in UTC
 * @param utcOffset minutes east of UTC
 * @returns hours in [0, 24), with a fraction
 */
export function hourOfDay(at: number, startAt: number, utcOffset: number): number {
  const local = startAt + at + utcOffset * MINUTE;
  return (((local % DAY) + DAY) % DAY) / HOUR;
}

/**
 * Reads `YYYY-MM-DDThh:mm:ssZ` by calendar arithmetic: no clock and no zone of the machine takes part. Seconds
 * and up to three digits of a fraction may be left out.
 * @returns milliseconds since 1970, or undefined when there is no such instant
 */
export function parseInstant(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const fraction = Number((match[7] ?? "").padEnd(3, "0"));
  if (hour > 23 || minute > 59 || second > 59 || !isDate(year, month, day)) return undefined;
  const date = daysSince1970(year, month, day) * DAY;
  return date + hour * HOUR + minute * MINUTE + second * SECOND + fraction;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const next = month === 12 ? daysSince1970(year + 1, 1, 1) : daysSince1970(year, month + 1, 1);
  return day <= next - daysSince1970(year, month, 1);
}

/** Days from 1970-01-01 in the Gregorian calendar (Hinnant, chrono-compatible date algorithms, 2013). */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = floor(yearOfEra / 4) - floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}
