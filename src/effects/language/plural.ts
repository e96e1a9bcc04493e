// One or many: the verb that a noun of unknown number wants.
import type { Slots } from "./expand.ts";

/** Endings in s that are singular. */
const SINGULAR_S = /(?:ss|us|is|news|chess|gas|lens|bus)$/;
const PLURAL_WITHOUT_S = new Set([
  ...["people", "children", "men", "women", "feet", "teeth", "mice", "geese", "sheep", "police"],
  ...["crisps", "dice", "lice", "loaves", "postmen", "policemen"],
]);

const isPlural = (noun: string): boolean =>
  PLURAL_WITHOUT_S.has(noun) || (noun.endsWith("s") && !SINGULAR_S.test(noun));

/** The slots `n`, `is`, `has` and `was` for a noun. */
export const numbered = (noun: string): Slots =>
  isPlural(noun)
    ? { n: noun, is: "are", has: "have", was: "were" }
    : { n: noun, is: "is", has: "has", was: "was" };
