// What a reply takes up: the word of a text that is most worth answering.

import type { Pen } from "./pen.ts";
import { isLexiconNoun, isTopicNoun, type Subject } from "./topics.ts";
import { commonNouns, smallWords, weakWords } from "./words.ts";

/** What was found in a text, best first. */
export type Echo =
  | { readonly kind: "noun"; readonly word: string }
  | { readonly kind: "word"; readonly word: string }
  /** Nothing but words of grammar, quoted whole. */
  | { readonly kind: "small"; readonly word: string }
  | { readonly kind: "none" };

/** A text, its subject, and whether its first good word is wanted, as of a headline, or any. */
export interface Heard {
  readonly text: string;
  readonly subject: Subject | undefined;
  readonly takes: "first" | "any";
}

interface Token {
  readonly word: string;
  readonly lower: string;
  /** What stands between this word and the next. */
  readonly gap: string;
}

/** Letters of the scripts in use, and digits; apostrophes and hyphens inside a word belong to it. */
const LETTER =
  "A-Za-z0-9\\u00c0-\\u024f\\u0370-\\u052f\\u0590-\\u06ff\\u0900-\\u097f\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af";
const TOKEN = new RegExp(`([${LETTER}]+(?:['\\u2019-][${LETTER}]+)*)([^${LETTER}]*)`, "g");
/** Addresses, mentions, tags and numbers are no words to answer. */
const NOISE = /https?:\S+|[@#][\w-]+|\b\d[\d.,:]*\b/g;
/** A text longer than this is read only so far. */
const MAX_READ = 1000;
// Not "that", which more often opens a clause: "a lid that fits nothing".
const DETERMINER =
  /^(?:the|a|an|my|your|his|her|our|their|this|these|those|no|every|each|some|any|another)$/;
/** Endings that tell an adverb, a verb or an adjective rather than a noun. */
const NOT_A_NOUN = /(?:ly|ing|ed|ous|ful|less|est|able|ible|ive|ical|ish)$/;
const MAX_WORD = 24;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [, word = "", gap = ""] of text.slice(0, MAX_READ).matchAll(TOKEN)) {
    tokens.push({ word, lower: word.toLowerCase(), gap });
  }
  return tokens;
}

/** A plain word that can stand in a sentence and be found again: no hyphen, no digit, not too long. */
const isPlain = ({ lower }: Token): boolean =>
  lower.length > 1 && lower.length <= MAX_WORD && !/['\u2019\d-]/.test(lower);

/** In a sentence a capital makes a name; in a text of capitals it means nothing. */
function isName(token: Token, previous: Token | undefined, isLoud: boolean): boolean {
  if (isLoud || token.word === token.lower || token.word === token.word.toUpperCase()) return false;
  return previous !== undefined && !/[.!?:"\u201c]/.test(previous.gap);
}

/** A word that stands between a determiner and the end of its phrase is a noun, whatever it is. */
function isNounByPlace(tokens: readonly Token[], index: number): boolean {
  const [previous, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token || !previous || !DETERMINER.test(previous.lower) || previous.gap !== " ") return false;
  if (NOT_A_NOUN.test(token.lower)) return false;
  return next === undefined || token.gap !== " " || smallWords.has(next.lower);
}

type Rank = "subject" | "noun" | "word" | "name" | "weak" | "none";

/** Nouns made of verbs sound odd behind "the", so these are quoted like other words. */
const GERUND =
  /^(?!(?:.?.?[^aeiouy]?ing|wedding|building|meeting|ceiling|painting|railing|pudding|landing|christening|evening|morning)s?$).*ing$/;

function rankOf(
  tokens: readonly Token[],
  index: number,
  subject: Subject | undefined,
  isLoud: boolean,
): Rank {
  const token = tokens[index];
  if (!token || !isPlain(token) || smallWords.has(token.lower)) return "none";
  if (weakWords.has(token.lower) || /^[a-z]{2}$/.test(token.lower)) return "weak";
  if (isName(token, tokens[index - 1], isLoud)) return "name";
  if (GERUND.test(token.lower)) return "word";
  if (subject && isTopicNoun(subject, token.lower)) return "subject";
  const isKnown = commonNouns.has(token.lower) || isLexiconNoun(token.lower);
  return isKnown || isNounByPlace(tokens, index) ? "noun" : "word";
}

/** A kind of word and where it is sought. */
interface Look {
  readonly rank: Rank;
  readonly within: "lead" | "all";
}

/** Where an answer looks for its word, in this order. */
const LOOKS: readonly Look[] = [
  { rank: "subject", within: "lead" },
  { rank: "noun", within: "lead" },
  { rank: "subject", within: "all" },
  { rank: "noun", within: "all" },
  { rank: "word", within: "lead" },
  { rank: "word", within: "all" },
  { rank: "name", within: "all" },
  { rank: "weak", within: "all" },
];

/** A sentence shorter than this, such as "Of course.", says nothing yet. */
const MIN_LEAD = 3;

/** The words that say what a text is about: its first sentence, without what leads up to a colon. */
function leadOf(tokens: readonly Token[]): readonly [from: number, to: number] {
  const end = tokens.findIndex(
    ({ gap }, place) => place >= MIN_LEAD - 1 && /[.!?\u2026\n]/.test(gap),
  );
  const to = end < 0 ? tokens.length : end + 1;
  const colon = tokens.findIndex(({ gap }) => gap.startsWith(": "));
  return colon >= 0 && colon < to - 1 ? [colon + 1, to] : [0, to];
}

/** The places of a rank in the part of a text that counts for it. */
function placesOf(tokens: readonly Token[], ranks: readonly Rank[], look: Look): readonly number[] {
  const [from, to] = look.within === "lead" ? leadOf(tokens) : [0, tokens.length];
  return [...ranks.keys()].filter(
    (place) => place >= from && place < to && ranks[place] === look.rank,
  );
}

function echoAt(tokens: readonly Token[], place: number, rank: Rank, isLoud: boolean): Echo {
  const token = tokens[place];
  if (!token) return { kind: "none" };
  const word = isName(token, tokens[place - 1], isLoud) ? token.word : token.lower;
  return { kind: rank === "subject" || rank === "noun" ? "noun" : "word", word };
}

/**
 * The word of a text that an answer takes up: a noun of its subject before another noun, the first sentence
 * before the rest, a noun before another word, a strong word before a name or a weak one.
 * @param refuses words that the speaker does not use
 */
export function findEcho(
  { text, subject, takes }: Heard,
  pen: Pen,
  refuses: (word: string) => boolean,
): Echo {
  const tokens = tokensOf(text.replace(NOISE, " "));
  const isLoud = tokens.every(({ word }) => word === word.toUpperCase());
  const ranks = tokens.map((token, place) =>
    refuses(`the ${token.lower}`) ? "none" : rankOf(tokens, place, subject, isLoud),
  );
  for (const look of LOOKS) {
    const places = placesOf(tokens, ranks, look);
    const place = takes === "first" ? places[0] : pen.one("echo", places);
    if (place !== undefined) return echoAt(tokens, place, look.rank, isLoud);
  }
  const small = tokens.map((token) => token.word).join(" ");
  if (small === "" || small.length > MAX_WORD || refuses(small)) return { kind: "none" };
  return { kind: "small", word: small.toLowerCase() };
}

/** The words of a text in lower case, those that lead it apart, for telling its subject. */
export function wordsOf(text: string): {
  readonly lead: readonly string[];
  readonly all: readonly string[];
} {
  const tokens = tokensOf(text.replace(NOISE, " "));
  const all = tokens.map((token) => token.lower);
  return { lead: all.slice(...leadOf(tokens)), all };
}
