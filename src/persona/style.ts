// The last look at a text before it goes out: what the style guide of its persona says is done to it, by rule.
import type { Brief } from "./brief.ts";
import { cutText } from "./cut-text.ts";
import type { Persona } from "./persona.ts";
import { termsIn } from "./terms.ts";
import { changeWords, tidyText } from "./tidy-text.ts";
import { weightedLength } from "./weighted-length.ts";

/** What is wrong with a text that no rule can mend: its writer may be asked again. */
export type StyleProblem =
  | { readonly kind: "avoided-term" | "avoided-topic"; readonly term: string }
  /** What was behind its limit is gone. */
  | { readonly kind: "too-long"; readonly length: number; readonly limit: number }
  | { readonly kind: "empty" };

export interface Styled {
  /** At most `maxPostLength` weighted characters; empty only with the problem "empty". */
  readonly text: string;
  readonly problems: readonly StyleProblem[];
}

/**
 * Brings one post into the style of its persona: emoji, hashtags, hyphens and capitals by its formatting, no leading
 * @names in an answer, at most `maxPostLength` characters as X counts them. Done twice it changes nothing more.
 * @param task of the text; of a thread each post is one text
 */
export function applyStyle(text: string, persona: Persona, task: Brief["task"]): Styled {
  const { formatting, vocabulary, topicsToAvoid } = persona.styleGuide;
  const limit = persona.behavior.contentPreferences.maxPostLength;
  const whole = formatted(text, formatting, task);
  const length = weightedLength(whole);
  const shown = cutText(whole, limit);
  const avoided = (kind: "avoided-term" | "avoided-topic", terms: readonly string[]) =>
    termsIn(shown, terms).map((term) => ({ kind, term }));
  return {
    text: shown,
    problems: [
      ...(shown === "" ? [{ kind: "empty" as const }] : []),
      ...(length > limit ? [{ kind: "too-long" as const, length, limit }] : []),
      ...avoided("avoided-term", vocabulary.avoidTerms),
      ...avoided("avoided-topic", topicsToAvoid),
    ],
  };
}

type Formatting = Persona["styleGuide"]["formatting"];

/** Steps in their order: each leaves to the next what it may find. */
function formatted(text: string, formatting: Formatting, task: Brief["task"]): string {
  const steps = [
    ...(formatting.usesEmojis ? [] : [withoutEmoji]),
    ...(task === "reply" ? [withoutLeadingNames] : []),
    ...(formatting.usesHashtags ? [] : [withoutHashtags]),
    ...(formatting.avoidHyphens ? [withoutHyphens] : []),
    ...(formatting.capitalization === "lowercase" ? [inLowercase] : []),
  ];
  return tidyText(steps.reduce((changed, step) => step(changed), tidyText(text)));
}

/** Signs that are shown as pictures; arrows, © and the like are letters to most writers and stay. */
const EMOJI =
  /(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|[[\u2600-\u27bf\u{1f000}-\u{1faff}]&&\p{Extended_Pictographic}]|\p{Emoji_Modifier}|[0-9#*]\ufe0f?\u20e3)[\u200d\ufe0e\ufe0f\u20e3\u{e0020}-\u{e007f}]*/gv;

/** A blank before a full stop goes with the emoji between them. */
const withoutEmoji = (text: string): string =>
  text
    .replace(EMOJI, "\0")
    .replace(/ *\0[\0 ]*(?=[.,!?;:])/g, "")
    .replace(/\0/g, "");

/** At the end they go whole; within a sentence their word stays. */
const withoutHashtags = (text: string): string =>
  changeWords(text.replace(/(?:(?:^|\s)[#＃]+[\p{L}\p{M}\p{N}_]+)+\s*$/u, ""), (words) =>
    words.replace(/[#＃]+(?=[\p{L}\p{N}_])/gu, ""),
  );

const withoutHyphens = (text: string): string =>
  changeWords(text, (words) =>
    words
      .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, " ")
      .replace(/(?<=\S) +(?:[-‐‑–—]+ +)+(?=\S)|(?<=\p{L})[–—]+(?=\p{L})/gu, ", "),
  );

const inLowercase = (text: string): string => changeWords(text, (words) => words.toLowerCase());

const withoutLeadingNames = (text: string): string =>
  text.replace(/^\s*(?:\.?@\w+[,:]?(?:\s+|$))*/, "");
