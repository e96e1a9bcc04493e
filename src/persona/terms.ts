// Finds words that a persona avoids, and subjects that it keeps away from.

const literal = (term: string): string => term.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/**
 * The terms that a text has, as whole words, in any case of letters; blanks in a term may be any blanks.
 * @returns them as they were given, each once
 */
export function termsIn(text: string, terms: readonly string[]): readonly string[] {
  const normal = text.normalize();
  const asked = [...new Set(terms.filter((term) => term.trim() !== ""))];
  return asked.filter((term) => patternOf(term.trim().normalize()).test(normal));
}

const patternOf = (term: string): RegExp => {
  const words = term.split(/\s+/).map(literal).join("\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}_])${words}(?![\\p{L}\\p{N}_])`, "iu");
};
