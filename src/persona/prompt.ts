// What a model is told: the persona and the order for one text, in two messages, within a budget of tokens.
import { max, min } from "../core/math.ts";
import type { Brief } from "./brief.ts";
import type { Persona } from "./persona.ts";
import { type FittedPart, fitParts, PART_GAP, tokensOf } from "./prompt-budget.ts";
import { mindParts } from "./prompt-mind.ts";
import type { PartName } from "./prompt-part.ts";
import { selfParts } from "./prompt-self.ts";
import { taskParts } from "./prompt-task.ts";

/** What a provider sends besides the two messages. */
export interface PromptSettings {
  readonly provider: Persona["llm"]["provider"];
  /** The provider's own default when left out. */
  readonly model?: string;
  readonly temperature: number;
  readonly topP: number;
  readonly presencePenalty: number;
  readonly frequencyPenalty: number;
  /** Tokens of the answer: those of the persona for each post that is asked for. */
  readonly maxTokens: number;
}

/** A part of a prompt and what became of it. */
export interface PromptPart {
  readonly name: PartName;
  readonly message: "system" | "user";
  /** By the rule of `estimateTokens`; 0 for what was cut as a whole. */
  readonly tokens: number;
  /** true: nothing of it is left. */
  readonly cut: boolean | "shortened";
}

export interface Prompt {
  readonly system: string;
  readonly user: string;
  readonly settings: PromptSettings;
  /** In the order in which they stand. */
  readonly parts: readonly PromptPart[];
  /** Of both messages, estimated; never below the sum that a count of the whole text gives. */
  readonly tokens: number;
  /** Tokens above the persona's `promptTokens`, when what may not be cut is larger by itself; else 0. */
  readonly over: number;
}

/** No answer is longer. */
const MAX_TOKENS = 32_768;

/**
 * Builds the prompt for one text. The same persona and brief give the same prompt.
 * @example buildPrompt(readPersona({ name: "Ada" }), { task: "post", mood: "neutral", topic: "tea" }).user
 */
export function buildPrompt(persona: Persona, brief: Brief): Prompt {
  const { promptTokens } = persona.llm;
  const parts = [
    ...selfParts(persona, brief),
    ...mindParts(persona, brief),
    ...taskParts(persona, brief),
  ];
  const fitted = fitParts(parts, promptTokens);
  const tokens = tokensOf(fitted);
  return {
    system: messageOf(fitted, "system"),
    user: messageOf(fitted, "user"),
    settings: settingsOf(persona, brief),
    parts: fitted.map(partOf),
    tokens,
    over: max(0, tokens - promptTokens),
  };
}

const messageOf = (fitted: readonly FittedPart[], message: "system" | "user"): string =>
  fitted
    .filter(({ part, text }) => part.message === message && text !== "")
    .map(({ text }) => text)
    .join(PART_GAP);

const partOf = ({ part: { name, message, items }, kept, tokens }: FittedPart): PromptPart => ({
  name,
  message,
  tokens,
  cut: kept === items ? false : kept === 0 || "shortened",
});

function settingsOf({ llm }: Persona, { task, posts = 2 }: Brief): PromptSettings {
  const { provider, model, temperature, topP, presencePenalty, frequencyPenalty } = llm;
  const answers = task === "thread" ? posts : 1;
  return {
    provider,
    ...(model !== undefined && { model }),
    temperature,
    topP,
    presencePenalty,
    frequencyPenalty,
    maxTokens: min(MAX_TOKENS, llm.maxTokens * answers),
  };
}
