// What a speaker never says: avoided words and avoided subjects.
import type { Voice } from "./voice.ts";

/** From this length on a term is also found inside longer words; a shorter one would hide half a language. */
const MIN_INSIDE = 4;

const literal = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @returns whether a text holds something that the voice avoids, in any case of letters */
export function makeVeto(voice: Voice): (text: string) => boolean {
  const terms = [...voice.avoidTerms, ...voice.topicsToAvoid]
    .map((term) => term.trim().toLowerCase())
    .filter((term) => term !== "");
  if (terms.length === 0) return () => false;
  const patterns = terms.map((term) =>
    term.length < MIN_INSIDE ? `(?<![\\w])${literal(term)}(?![\\w])` : literal(term),
  );
  const found = new RegExp(patterns.join("|"), "i");
  return (text) => found.test(text);
}
