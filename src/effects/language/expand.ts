// Templates become sentences: choices, slots, the right article, capitals.
import type { Pen } from "./pen.ts";
import { slotLists } from "./slots.ts";

/** What a template may name: `{topic}` gives the text, `{Topic}` the text with a capital. */
export type Slots = Readonly<Record<string, string>>;

const MARK = /\[([^[\]]*)\]|\{(\w+)\}/g;

/** First letter in upper case, also behind an opening quotation mark. */
export function capitalise(text: string): string {
  const first = text.charAt(0);
  if (first === '"' || first === "'") return first + capitalise(text.slice(1));
  return first.toUpperCase() + text.slice(1);
}

/**
 * Fills a template: `[a|b]` is a choice, `{name}` a slot. What is put into a slot is not read again, so
 * brackets in a stranger's text stay as they are.
 */
export function expand(template: string, pen: Pen, slots: Slots = {}): string {
  return template.replace(MARK, (_, options: string | undefined, name: string | undefined) => {
    if (options !== undefined) {
      return expand(pen.one("choice", options.split("|")) ?? "", pen, slots);
    }
    return fill(name ?? "", pen, slots);
  });
}

function fill(name: string, pen: Pen, slots: Slots): string {
  const plain = slots[name];
  if (plain !== undefined) return plain;
  const list = slotLists[name];
  if (list) return expand(pen.take(`slot.${name}`, list) ?? "", pen, slots);
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return lower === name ? "" : capitalise(fill(lower, pen, slots));
}

/** The forms of a deed such as `feed/fed/feeding the starter`. */
export type Form = "infinitive" | "past" | "participle";

const FORMS = /([\w-]+)\/([\w-]+)\/([\w-]+)/g;

/** One form of every verb in a deed. */
export function inflect(deed: string, form: Form): string {
  return deed.replace(FORMS, (_, infinitive: string, past: string, participle: string) =>
    form === "past" ? past : form === "participle" ? participle : infinitive,
  );
}

const ARTICLE = /\b([Aa])n? (["']?)([\w-]+)/g;
const VOWEL =
  /^(?:[aeio]|u(?!ni(?![mn])|nanim|s[aeiu]|k|fo|ten)|hon(?:est|our)|hour|heir|8|11\b|18\b)/i;
const NO_VOWEL = /^(?:eu|one\b|once\b|ouija)/i;

/** "a" before a consonant that is heard, "an" before a vowel. */
function fixArticles(text: string): string {
  return text.replace(ARTICLE, (_, a: string, quote: string, word: string) => {
    const isVowel = VOWEL.test(word) && !NO_VOWEL.test(word);
    return `${a}${isVowel ? "n" : ""} ${quote}${word}`;
  });
}

const SENTENCE_START = /(^|[.!?] )(["']?)([a-z])/g;

/** Ends a sentence that has no mark yet; a mark inside a closing quotation counts. */
export function close(sentence: string, mark: "." | "!" | "?" = "."): string {
  return /[.!?]["']?$/.test(sentence) ? sentence : sentence + mark;
}

/** Single spaces, articles, sentence capitals: the last hand on a text before its style. */
export function tidy(text: string): string {
  return fixArticles(text.replace(/\s+/g, " ").trim()).replace(
    SENTENCE_START,
    (_, before: string, quote: string, letter: string) => before + quote + letter.toUpperCase(),
  );
}
