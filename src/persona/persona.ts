// Who an agent is: plain data from a JSON file, constant within a run. Keys without effect yet are kept.
import { z } from "zod";
import { EngineError } from "../core/error.ts";
import { Behavior } from "./behavior.ts";
import { Goal, InitialMemory, Temperament } from "./inner-life.ts";
import { Credentials, Limits, LlmSettings, Trading, Wallet } from "./means.ts";
import { StyleGuide } from "./style-guide.ts";

const texts = z.array(z.string()).default([]);

const Personality = z.looseObject({
  traits: texts,
  values: texts,
  speakingStyle: z.string().default(""),
  /** Topics to write about; news about them always reaches the agent. */
  interests: texts,
});

/** The file of a persona, before its short forms are applied. */
export const PersonaFile = z.looseObject({
  name: z.string().min(1),
  description: z.string().default(""),
  /** Replaces the system prompt that is built from the persona. */
  systemPrompt: z.string().min(1).optional(),
  /** One of these, drawn for each text, replaces the system prompt; they win over `systemPrompt`. */
  rotatingSystemPrompts: z.array(z.string().min(1)).default([]),
  llm: LlmSettings.prefault({}),
  personality: Personality.prefault({}),
  styleGuide: StyleGuide.prefault({}),
  behavior: Behavior.prefault({}),
  temperament: Temperament.prefault({}),
  goals: z.array(Goal).default([]),
  initialMemory: InitialMemory.prefault({}),
  /** Names of secrets in the keystore, never their values. */
  credentials: Credentials.optional(),
  wallet: Wallet.optional(),
  trading: Trading.optional(),
  limits: Limits.prefault({}),
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
