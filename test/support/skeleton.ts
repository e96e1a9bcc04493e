// The skeleton of a sentence: what is left of its form when its content is taken out.

/**
 * Words of grammar, which a skeleton keeps: articles, pronouns, prepositions, conjunctions, auxiliary verbs,
 * question words, quantifiers and the commonest adverbs. Chosen apart from the lists of the language itself.
 */
const FUNCTION_WORDS = new Set(
  (
    "a an the this that these those my your his her its our their mine yours ours theirs whose " +
    "i you he she it we they me him us them myself yourself himself herself itself ourselves themselves " +
    "who whom which what when where why how there here and or but nor so yet if unless because since while " +
    "though although as than until till before after of in on at by for from to into onto with without " +
    "within about above below over under between behind beyond through across along around against among " +
    "beside during near off out up down past per via is are was were be been being am do does did done " +
    "doing have has had having can could may might must shall should will would ought not no never ever " +
    "all any both each every either neither some such same other another much many more most few less " +
    "least own only just even also too very quite rather still again already always often once now then " +
    "one ones somebody someone something nobody nothing everybody everyone everything anybody anyone " +
    "anything none else yes"
  ).split(" "),
);

/** The symbol that stands for one or more content words in a row. */
const CONTENT = "_";

/** The sentences of a text; marks inside a quotation end none, tags and emoji belong to none. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/#\w+/g, "")
    .split(/(?<=[.!?]["']?)\s+/)
    .map((sentence) => sentence.replace(/[^\p{L}\p{N}'\s-]/gu, " ").trim())
    .filter((sentence) => sentence !== "");

/**
 * The form of one sentence: function words stay, every run of content words (numbers and names too) becomes
 * one symbol, marks and capitals go. "The rye sang." and "The whole street laughed!" are then one form or
 * nearly, which makes the count of equal forms an upper bound on how often a reader meets a pattern.
 * @example skeleton("I left the starter on the step.") // "i _ the _ on the _"
 */
export function skeleton(sentence: string): string {
  const words = sentence
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const form: string[] = [];
  for (const word of words) {
    const part = FUNCTION_WORDS.has(word) ? word : CONTENT;
    if (part !== CONTENT || form.at(-1) !== CONTENT) form.push(part);
  }
  return form.join(" ");
}

/** The words of a text that are no function words, in lower case, of three letters or more. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).filter(
      (word) => word.length > 2 && !FUNCTION_WORDS.has(word),
    ),
  );
