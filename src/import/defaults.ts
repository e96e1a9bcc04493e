// How v1 behaved where a file says nothing, or says something that a persona cannot take.
import type { Draft } from "./draft.ts";
import { setAt, valueAt } from "./paths.ts";

interface Default {
  readonly to: string;
  readonly value: unknown;
  readonly note: string;
  /** Filled in only where this is there. */
  readonly beside?: string;
}

/** Only what a persona does not do anyway. */
const DEFAULTS: readonly Default[] = [
  { to: "behavior.interactionPatterns.quoteProbability", value: 0.3, note: "0.3, as in v1" },
  {
    to: "behavior.interactionPatterns.repostProbability",
    value: 0,
    note: "0: v1 did not repost",
  },
  { to: "behavior.activityHours", value: { wake: 0, sleep: 0 }, note: "never asleep, as in v1" },
  {
    to: "behavior.utcOffsetMinutes",
    value: 0,
    note: "UTC, where v1 took the clock of its server",
    beside: "behavior.postFrequency.peakPostingHours",
  },
  {
    to: "trading.enabled",
    value: false,
    note: "off unless the file says on, as in v1",
    beside: "trading",
  },
  {
    to: "wallet.network",
    value: "devnet",
    note: "v1 took mainnet-beta; say so if you mean it",
    beside: "wallet",
  },
];

/** Fills in what v1 took where nothing was said. @param nameNote why an agent is called by its id */
export function fillIn({ id, persona, fates }: Draft, nameNote: string): void {
  const name: Default = { to: "name", value: id, note: nameNote };
  for (const { to, value, note, beside } of [name, ...DEFAULTS]) {
    const isWanted = beside === undefined || valueAt(persona, beside.split(".")) !== undefined;
    if (!isWanted || valueAt(persona, to.split(".")) !== undefined) continue;
    setAt(persona, to.split("."), value);
    fates.push({ key: to, fate: "default", note });
  }
}

/** Hours from and to, with what a persona has when the file does not say. */
const BOUNDS = [
  ["behavior.postFrequency", "minHoursBetweenPosts", "maxHoursBetweenPosts", 3, 12],
  ["trading", "minHoursBetweenTrades", "maxHoursBetweenTrades", 6, 24],
] as const;

/** v1 drew between the two whichever was greater; a persona has them in order. */
export function orderBounds({ persona, fates }: Draft): void {
  for (const [parent, least, most, usualLeast, usualMost] of BOUNDS) {
    const fields = valueAt(persona, parent.split("."));
    const [from, to] = [numberAt(fields, least), numberAt(fields, most)];
    if ((from ?? usualLeast) <= (to ?? usualMost)) continue;
    const low = Math.min(from ?? usualLeast, to ?? Number.POSITIVE_INFINITY);
    const high = Math.max(from ?? 0, to ?? 0);
    setAt(persona, [...parent.split("."), least], low);
    setAt(persona, [...parent.split("."), most], high);
    const note = `the minimum was above the maximum: ${low} to ${high}`;
    fates.push({ key: `${parent}.${least}`, fate: "clamped", note });
  }
}

function numberAt(fields: unknown, name: string): number | undefined {
  const value = valueAt(fields, [name]);
  return typeof value === "number" ? value : undefined;
}
