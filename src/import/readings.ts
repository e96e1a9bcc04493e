// Reads single values of v1 files: what can be understood is understood, and what was changed is told.

export interface Read {
  /** Undefined: the default of a persona. */
  readonly value?: unknown;
  readonly fate?: "clamped" | "invalid" | "kept";
  readonly note?: string;
}
export type Reading = (value: unknown) => Read;

const invalid = (note: string): Read => ({ fate: "invalid", note });
const kindOf = (value: unknown): string => {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`.replace("a object", "an object");
};

export const text: Reading = (value) =>
  typeof value === "string" ? { value } : invalid(`is ${kindOf(value)}, not a text`);

/** For texts that a persona has or leaves out, and never has empty. */
export const textOrNone: Reading = (value) => (value === "" ? {} : text(value));

export const flag: Reading = (value) =>
  typeof value === "boolean" ? { value } : invalid(`is ${kindOf(value)}, not true or false`);

export const anything: Reading = (value) => ({ value });

/** What of a list can be read; the rest is counted. A value alone is a list of one. */
export function list(one: (item: unknown) => unknown): Reading {
  return (value) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const read = items.map(one).filter((item) => item !== undefined);
    const lost = items.length - read.length;
    if (lost === 0) return { value: read };
    const note = `${lost} of ${items.length} left out: of another kind, or empty`;
    return read.length === 0 ? invalid(note) : { value: read, fate: "invalid", note };
  };
}

const filled = (item: unknown): string | undefined =>
  typeof item === "string" && item !== "" ? item : undefined;

export const texts: Reading = list(filled);

/** Some numbers are written as texts. */
export function numberOf(value: unknown): number | undefined {
  const isText = typeof value === "string" && value.trim() !== "";
  const number = typeof value === "number" || isText ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number + 0 : undefined;
}

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly isWhole?: boolean;
}

export const UNIT: Range = { from: 0, to: 1 };
export const SIGNED: Range = { from: -1, to: 1 };

export function clamped(number: number, { from, to, isWhole = false }: Range): number {
  const within = Math.min(to, Math.max(from, number)) + 0;
  return isWhole ? Math.round(within) : within;
}

export const number =
  (range: Range): Reading =>
  (value) => {
    const given = numberOf(value);
    if (given === undefined) return invalid(`is ${kindOf(value)}, not a number`);
    const within = clamped(given, range);
    if (within === given) return { value: within };
    return { value: within, fate: "clamped", note: `${given} became ${within}` };
  };

export const localHours: Reading = list((item) => {
  const hour = numberOf(item);
  return hour !== undefined && Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : undefined;
});

const MAX_QUOTED = 40;
const quoted = (value: unknown): string => `"${String(value).slice(0, MAX_QUOTED)}"`;

/** One of a few words, found in free text. @param usual where none of them is in it */
export const choice =
  (usual: string, patterns: readonly (readonly [pattern: RegExp, value: string])[]): Reading =>
  (value) => {
    if (typeof value !== "string") return invalid(`is ${kindOf(value)}, not a text`);
    const given = value.trim();
    if (given === "" || given === usual) return { value: usual };
    const found = patterns.find(([pattern]) => pattern.test(given))?.[1];
    if (found === undefined)
      return { value: usual, fate: "invalid", note: `${quoted(value)} is not known: ${usual}` };
    return given === found
      ? { value: found }
      : { value: found, note: `${quoted(value)}: ${found}` };
  };

export const provider = choice("openai", [
  [/^openai$/i, "openai"],
  [/^grok$/i, "grok"],
]);

export const capitalization = choice("normal", [
  [/lower/i, "lowercase"],
  [/upper|caps|emphatic|shout/i, "emphatic"],
  [/standard|normal|proper|sentence|title|mixed/i, "normal"],
]);

export const sentenceLength = choice("medium", [
  [/short.*long|long.*short|medium|mixed|var(?:y|ied|ies)|moderate|average/i, "medium"],
  [/short|brief|concise|terse/i, "short"],
  [/long/i, "long"],
]);

export const network = choice("devnet", [
  [/^main/i, "mainnet-beta"],
  [/^test/i, "testnet"],
  [/^local/i, "localnet"],
  [/^dev/i, "devnet"],
]);

const FACTORS: ReadonlyMap<unknown, string> = new Map([
  ["trending_tokens", "trending"],
  ["top_gainers", "gainers"],
  ["random_selection", "random"],
  ["mood", "mood"],
  ["bizarre_reasons", "whim"],
]);

export const decisionFactors: Reading = list((item) => FACTORS.get(item));

/** The host alone: services put keys into the rest of an address. */
export const host: Reading = (value) => {
  if (value === "") return {};
  const given = typeof value === "string" && !value.includes("://") ? `https://${value}` : value;
  if (typeof given !== "string" || !URL.canParse(given)) return invalid("is no address");
  const { origin } = new URL(given);
  return { value: origin, fate: "kept", note: "the host alone: the rest may hold a key" };
};
