// What the language is given: who speaks, about what, and what that speaker has said before.

/** The parts of a persona that can be heard. */
export interface Voice {
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
  readonly capitalization: "normal" | "lowercase" | "emphatic";
  readonly sentenceLength: "short" | "medium" | "long";
  readonly tone: string;
}

export type Mood = "neutral" | "content" | "elated" | "gloomy" | "irritated" | "anxious";

/** The text that a reply or a quote answers; `from` is a name or an id. */
export interface Answered {
  readonly from: string;
  readonly text: string;
}

/** One order for one text. */
export interface Brief {
  readonly task: "post" | "reply" | "quote" | "thread";
  readonly mood: Mood;
  readonly topic?: string | undefined;
  /** A headline to react to. */
  readonly news?: string | undefined;
  readonly replyTo?: Answered | undefined;
}

/** What one speaker has used up: plain JSON, a few kilobytes. */
export interface Bags {
  /** Per list an order and the place in it, in one integer: order * 1024 + place. */
  readonly orders: Readonly<Record<string, number>>;
  /** Hashes of the last texts, the newest last. */
  readonly recent: readonly number[];
}
