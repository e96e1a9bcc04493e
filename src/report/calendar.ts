// The days of a run by the calendar, in UTC.
import { formatSpan } from "./text.ts";

export const DAY = 86_400_000;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `Mon` @param instant milliseconds since 1970 in UTC */
export const weekday = (instant: number): string => WEEKDAYS[new Date(instant).getUTCDay()] ?? "";

function dateOf(instant: number): string {
  const date = new Date(instant);
  const month = MONTHS[date.getUTCMonth()] ?? "";
  return `${weekday(instant)} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** `7 days, Mon 5 Jan 2026 to Sun 11 Jan 2026` @param length virtual milliseconds */
export function calendar(startAt: number, length: number): string {
  const last = startAt + Math.max(0, length - 1);
  const whole = length > 0 && length % DAY === 0;
  const days = length / DAY;
  const duration = whole ? `${days} ${days === 1 ? "day" : "days"}` : formatSpan(length);
  if (length <= DAY) return `${duration}, ${dateOf(startAt)}`;
  return `${duration}, ${dateOf(startAt)} to ${dateOf(last)}`;
}
