// What makes two states of an agent the same configuration: its active states, and as little of its context as decides
// what happens next.
import { canonical } from "../core/json.ts";

/** Whole numbers up to this are told apart; a larger one is only that. */
const SMALL = 3;

/** A text that is one word may say how things stand; a longer one is only that. */
const WORD = /^[a-z][\w-]{0,15}$/i;

/**
 * The abstraction of a context where the scenario has none, of each of its fields: yes and no, small numbers and single
 * words as they are, and of everything else whether it is empty, one or many.
 */
export function roughly(context: unknown): unknown {
  if (typeof context !== "object" || context === null) return roughValue(context);
  return Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, roughValue(value)]),
  );
}

function roughValue(value: unknown): unknown {
  switch (typeof value) {
    case "number":
      return Number.isInteger(value) && value >= -SMALL && value <= SMALL ? value : value > 0;
    case "string":
      return value === "" || WORD.test(value) ? value : "…";
    case "object":
      return value === null ? null : roughSize(Object.keys(value).length);
    default:
      return value;
  }
}

const roughSize = (size: number): string => (size > 1 ? "many" : String(size));

/** Equal for two states of one configuration. */
export const configurationOf = (parts: {
  readonly nodes: readonly string[];
  readonly timers: readonly string[];
  readonly context: unknown;
  readonly phases: readonly string[];
}): string => canonical(parts);
