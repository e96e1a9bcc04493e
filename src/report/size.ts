// Sizes and ages as people say them.

const UNITS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** `812 bytes`, `9.4 KB`, `120 MB`: units of a thousand, two digits at least. */
export function formatBytes(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

const AGES = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
] as const;

/** In its largest unit: `3 d`, `5 h`, `12 min`; `now` below a minute. @param age milliseconds */
export function formatAge(age: number): string {
  const [size, unit] = AGES.find(([size]) => age >= size) ?? [];
  return size === undefined ? "now" : `${Math.floor(age / size)} ${unit}`;
}
