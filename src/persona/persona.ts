// Who an agent is: plain data from a JSON file, constant within a run. Keys without effect yet are kept.
import { z } from "zod";
import { EngineError } from "../core/error.ts";

const unit = z.number().min(0).max(1);
const signed = z.number().min(-1).max(1);
const hour = z.number().min(0).max(24);
const texts = z.array(z.string()).default([]);

const Personality = z.looseObject({
  traits: texts,
  values: texts,
  speakingStyle: z.string().default(""),
  /** Topics to write about; news about them always reaches the agent. */
  interests: texts,
});

const Formatting = z.looseObject({
  usesHashtags: z.boolean().default(false),
  usesEmojis: z.boolean().default(false),
  emojiFrequency: z.string().default(""),
  capitalization: z.enum(["normal", "lowercase", "emphatic"]).default("normal"),
  sentenceLength: z.enum(["short", "medium", "long"]).default("medium"),
});

const StyleGuide = z.looseObject({
  voice: z.string().default(""),
  tone: z.string().default(""),
  formatting: Formatting.prefault({}),
  vocabulary: z.looseObject({ keyTerms: texts, avoidTerms: texts }).prefault({}),
  topicsToAvoid: texts,
});

const PostFrequency = z
  .looseObject({
    minHoursBetweenPosts: z.number().min(0).default(3),
    maxHoursBetweenPosts: z.number().gt(0).default(12),
    /** Local hours, 0 to 23, in which the agent posts more. */
    peakPostingHours: z.array(z.number().int().min(0).max(23)).default([]),
  })
  .refine((it) => it.minHoursBetweenPosts <= it.maxHoursBetweenPosts, {
    message: "minHoursBetweenPosts is above maxHoursBetweenPosts",
  });

const Behavior = z.looseObject({
  postFrequency: PostFrequency.prefault({}),
  /** Local hours between which the agent is awake; `wake` after `sleep` is a night worker. */
  activityHours: z.looseObject({ wake: hour.default(7), sleep: hour.default(23) }).prefault({}),
  /** Minutes east of UTC. */
  utcOffsetMinutes: z.number().int().min(-840).max(840).default(0),
  interactionPatterns: z
    .looseObject({
      replyProbability: unit.default(0.5),
      quoteProbability: unit.default(0.1),
      repostProbability: unit.default(0.1),
      likeProbability: unit.default(0.7),
    })
    .prefault({}),
});

const Temperament = z.looseObject({
  /** Where the mood goes when nothing happens. */
  baseline: z
    .looseObject({
      valence: signed.default(0),
      arousal: unit.default(0.3),
      dominance: unit.default(0.5),
    })
    .prefault({}),
  /** Half of a mood is gone after so many hours. */
  halfLifeHours: z.number().gt(0).default(6),
  /** Multiplies every shift of the mood. */
  reactivity: z.number().min(0).max(5).default(1),
});

const Relationship = z.looseObject({
  sentiment: signed.default(0),
  familiarity: unit.default(0.1),
  trust: signed.default(0),
});

const InitialMemory = z.looseObject({
  coreMemories: texts,
  recentEvents: texts,
  relationships: z.record(z.string(), Relationship).default({}),
});

const PersonaFile = z.looseObject({
  name: z.string().min(1),
  description: z.string().default(""),
  personality: Personality.prefault({}),
  styleGuide: StyleGuide.prefault({}),
  behavior: Behavior.prefault({}),
  temperament: Temperament.prefault({}),
  goals: texts,
  initialMemory: InitialMemory.prefault({}),
});

export type Persona = z.infer<typeof PersonaFile>;

/** A persona as people write it: every key but the name may be left out, and the most used ones have short forms. */
export type PersonaInput = z.input<typeof PersonaFile> & {
  /** Short for `styleGuide.voice`. */
  readonly voice?: string;
  /** Short for `personality.interests`. */
  readonly interests?: readonly string[];
  /** Short for `behavior.postFrequency`: virtual milliseconds between posts, on average. */
  readonly postEvery?: number;
};

const HOUR = 3_600_000;

/**
 * Reads a persona and fills in what it leaves open.
 * @param input from a file or from `cast`; @param place what an error message calls it
 * @throws EngineError PERSONA_INVALID with the key
 */
export function readPersona(input: unknown, place = "persona"): Persona {
  const parsed = PersonaFile.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = issue?.path.join(".") || "the whole";
    throw new EngineError("PERSONA_INVALID", `${place}: ${key}: ${issue?.message ?? "invalid"}`);
  }
  return applyShortForms(parsed.data);
}

function applyShortForms(persona: Persona): Persona {
  const { voice, interests, postEvery } = persona;
  const { styleGuide, personality, behavior } = persona;
  const isListOfTexts = Array.isArray(interests) && interests.every((it) => typeof it === "string");
  const frequency =
    typeof postEvery === "number" && postEvery > 0
      ? {
          ...behavior.postFrequency,
          minHoursBetweenPosts: (postEvery / HOUR) * 0.5,
          maxHoursBetweenPosts: (postEvery / HOUR) * 1.5,
        }
      : behavior.postFrequency;
  return {
    ...persona,
    styleGuide: { ...styleGuide, voice: typeof voice === "string" ? voice : styleGuide.voice },
    personality: {
      ...personality,
      interests: isListOfTexts ? interests : personality.interests,
    },
    behavior: { ...behavior, postFrequency: frequency },
  };
}
