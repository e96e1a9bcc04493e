// What the language is given: who speaks, about what, and what that speaker has said before.
import type { Brief } from "../../persona/brief.ts";

export type { Brief } from "../../persona/brief.ts";

/** The parts of a persona that can be heard. */
export interface Voice {
  /** The bare id or the address of the speaker, where it is known. */
  readonly id?: string;
  readonly name: string;
  readonly traits: readonly string[];
  readonly interests: readonly string[];
  /** Words or phrases that this persona likes to say. */
  readonly keyTerms: readonly string[];
  /** Words that never appear, not even inside longer ones from four letters on. */
  readonly avoidTerms: readonly string[];
  readonly topicsToAvoid: readonly string[];
  readonly usesHashtags: boolean;
  readonly usesEmojis: boolean;
  /** Share of texts with an emoji, in [0, 1]; 0.4 when left out. */
  readonly emojiShare?: number;
  /** As the persona words it: "lowercase", "sparse", "frequent", "none". */
  readonly hashtagStyle?: string;
  readonly avoidHyphens?: boolean;
  readonly capitalization: "normal" | "lowercase" | "emphatic";
  readonly sentenceLength: "short" | "medium" | "long";
  readonly tone: string;
}

export type Mood = Brief["mood"];

/** The text that a reply or a quote answers; `from` is a name or an id. */
export type Answered = NonNullable<Brief["replyTo"]>;

/** What one speaker has used up: plain JSON, a few kilobytes. */
export interface Bags {
  /** Per list an order and the place in it, in one integer: order * 1024 + place. */
  readonly orders: Readonly<Record<string, number>>;
  /** Hashes of the last texts, the newest last. */
  readonly recent: readonly number[];
  /** Hashes of the memories last told, the newest last. */
  readonly told?: readonly number[];
}
