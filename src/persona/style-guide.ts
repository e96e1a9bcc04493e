// How a persona sounds and how its texts look. Part of its file.
import { z } from "zod";

const texts = z.array(z.string()).default([]);

const Formatting = z.looseObject({
  usesHashtags: z.boolean().default(false),
  hashtagStyle: z.string().default(""),
  usesEmojis: z.boolean().default(false),
  /** Share of texts with an emoji: never none, rare a tenth, often most; any other text 40 %. */
  emojiFrequency: z.string().default(""),
  capitalization: z.enum(["normal", "lowercase", "emphatic"]).default("normal"),
  sentenceLength: z.enum(["short", "medium", "long"]).default("medium"),
  avoidHyphens: z.boolean().default(false),
});

export const StyleGuide = z.looseObject({
  voice: z.string().default(""),
  tone: z.string().default(""),
  formatting: Formatting.prefault({}),
  vocabulary: z.looseObject({ keyTerms: texts, avoidTerms: texts }).prefault({}),
  topicsToAvoid: texts,
});
