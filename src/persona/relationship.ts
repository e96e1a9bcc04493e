// What an agent feels for the others it has met.
import { clamp } from "../core/math.ts";

export interface Relationship {
  /** Dislike to affection, in [-1, 1]. */
  readonly sentiment: number;
  /** In [0, 1]. */
  readonly familiarity: number;
}

/** By id. */
export type Relationships = Readonly<Record<string, Relationship>>;

/** An agent keeps so many; the least familiar one gives way. */
export const MAX_RELATIONSHIPS = 150;

export const STRANGER: Relationship = { sentiment: 0, familiarity: 0 };

/** A contact with somebody. @param warmth how it moves the sentiment, in [-1, 1] */
export function meet(relationships: Relationships, id: string, warmth: number): Relationships {
  const before = relationships[id] ?? STRANGER;
  const met = {
    sentiment: clamp(before.sentiment + warmth, -1, 1),
    familiarity: clamp(before.familiarity + 0.02, 0, 1),
  };
  return withoutLeastFamiliar({ ...relationships, [id]: met });
}

function withoutLeastFamiliar(relationships: Relationships): Relationships {
  const all = Object.entries(relationships);
  if (all.length <= MAX_RELATIONSHIPS) return relationships;
  const [least] = [...all].sort(
    ([a, x], [b, y]) => x.familiarity - y.familiarity || (a < b ? -1 : 1),
  );
  return Object.fromEntries(all.filter(([id]) => id !== least?.[0]));
}
