// llm.complete: a text in the voice of the asking persona. In a simulation a seeded grammar writes it.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { floor } from "../core/math.ts";
import { Brief } from "../persona/brief.ts";
import { type Bags, compose, composeThread, emptyBags, type Voice } from "./language/compose.ts";

const texts = z.array(z.string()).default([]);

/** The parts of a persona that can be heard. */
const Heard = z
  .object({
    name: z.string().default("someone"),
    /** The short forms of a persona. */
    voice: z.string().optional(),
    interests: texts.optional(),
    personality: z.object({ traits: texts, interests: texts }).partial().default({}),
    styleGuide: z
      .object({
        tone: z.string(),
        voice: z.string(),
        topicsToAvoid: texts,
        vocabulary: z.object({ keyTerms: texts, avoidTerms: texts }).partial(),
        formatting: z
          .object({
            usesHashtags: z.boolean(),
            hashtagStyle: z.string(),
            usesEmojis: z.boolean(),
            emojiFrequency: z.string(),
            avoidHyphens: z.boolean(),
            capitalization: z.enum(["normal", "lowercase", "emphatic"]),
            sentenceLength: z.enum(["short", "medium", "long"]),
          })
          .partial(),
      })
      .partial()
      .default({}),
  })
  .catch({ name: "someone", personality: {}, styleGuide: {} });

/** Share of texts with an emoji by the frequency that a persona names. */
const EMOJI_SHARES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:never|none|no)\b/i, 0],
  [/\b(?:rare|rarely|seldom|minimal|sparse|low)\b/i, 0.1],
  [/\b(?:often|frequent|frequently|high|heavy|always)\b/i, 0.7],
];
const EMOJI_SHARE = 0.4;
const emojiShareOf = (frequency: string): number =>
  EMOJI_SHARES.find(([words]) => words.test(frequency))?.[1] ?? EMOJI_SHARE;

type Formatting = NonNullable<z.infer<typeof Heard>["styleGuide"]["formatting"]>;

const lookOf = (formatting: Formatting) => ({
  usesHashtags: formatting.usesHashtags ?? false,
  usesEmojis: formatting.usesEmojis ?? false,
  hashtagStyle: formatting.hashtagStyle ?? "",
  emojiShare: emojiShareOf(formatting.emojiFrequency ?? ""),
  avoidHyphens: formatting.avoidHyphens ?? false,
  capitalization: formatting.capitalization ?? "normal",
  sentenceLength: formatting.sentenceLength ?? "medium",
});

/** How a persona sounds; whatever has another shape is left to its default. */
export function voiceOf(persona: unknown): Voice {
  const { name, voice = "", interests, personality, styleGuide } = Heard.parse(persona ?? {});
  const { vocabulary = {}, formatting = {} } = styleGuide;
  return {
    name,
    traits: personality.traits ?? [],
    interests: interests ?? personality.interests ?? [],
    keyTerms: vocabulary.keyTerms ?? [],
    avoidTerms: vocabulary.avoidTerms ?? [],
    topicsToAvoid: styleGuide.topicsToAvoid ?? [],
    ...lookOf(formatting),
    tone: [styleGuide.tone, styleGuide.voice ?? voice].filter(Boolean).join(", "),
  };
}

/** What was written: a text, and for a thread the posts that follow it. */
const Written = z.strictObject({
  text: z.string().min(1),
  thread: z.array(z.string().min(1)).optional(),
});

type Writing = (...order: Parameters<typeof compose>) => readonly [z.infer<typeof Written>, Bags];

const write: Writing = (voice, brief, bags, draw) => {
  if (brief.task === "thread" && brief.posts !== undefined) {
    const [[text = "", ...thread], left] = composeThread(voice, brief, bags, draw);
    return [{ text, thread }, left];
  }
  const [text, left] = compose(voice, brief, bags, draw);
  return [{ text }, left];
};

/** Reply: a text of at most 280 characters, none of the last 50 of the same agent; for a thread all of its posts. */
export const llmComplete = defineEffect({
  name: "llm.complete",
  request: Brief,
  reply: Written,
  state: emptyBags,
  simulate: (brief, bags, { draw, input, agent }) => {
    const voice: Voice = { ...voiceOf(input), id: agent };
    const [reply, left] = write(voice, brief, bags, draw);
    return [{ kind: "done", reply }, left, 800 + floor(draw("latency") * 6200)];
  },
});
