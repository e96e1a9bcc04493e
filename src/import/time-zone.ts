// The offset of a named time zone: a persona has a fixed one, so that runs do not depend on a machine's tables.
import type { Read } from "./readings.ts";

/** The instant at which a scenario begins by default: whether that is summer time there is settled by it. */
const AT = new Date("2026-01-05T00:00:00Z");
const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i;
const MAX_OFFSET = 840;

/** Minutes east of UTC of an IANA zone, or of a text such as `UTC+2`. */
export function offsetOfZone(value: unknown): Read {
  if (typeof value !== "string") return { fate: "invalid", note: "is not the name of a time zone" };
  const offset = minutesOf(value.trim()) ?? minutesOf(longOffset(value.trim()));
  if (offset === undefined || Math.abs(offset) > MAX_OFFSET)
    return { fate: "invalid", note: `"${value.slice(0, 40)}" is no time zone: UTC` };
  return { value: offset, note: `${value}: as on 5 January 2026, all year` };
}

function minutesOf(text: string): number | undefined {
  if (/^(?:UTC|GMT|Z)$/i.test(text)) return 0;
  const [, sign, hours, minutes = "0"] = OFFSET.exec(text) ?? [];
  if (hours === undefined) return undefined;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0;
}

/** As in `GMT+05:30`; empty for what is no zone. */
function longOffset(timeZone: string): string {
  try {
    const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    return format.formatToParts(AT).find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}
