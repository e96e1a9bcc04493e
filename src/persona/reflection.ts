// Reflection: when enough has come together, a persona draws an insight from what it remembers.
import { clamp } from "../core/math.ts";
import type { Goal } from "./goals.ts";
import { importanceOf, keep, MAX_MEMORY_TEXT, MAX_SOURCES, type Memories } from "./memory.ts";
import { shortenedText } from "./words.ts";

/**
 * So much importance calls for a reflection: about sixteen memories. Park et al. (Generative Agents, 2023) take 150
 * on a scale to 10, which is 15 here, for agents to whom something happens every few minutes.
 */
export const REFLECTION_THRESHOLD = 8;
/** Memories and goals that one reflection looks at. */
export const MAX_REFLECTED = 24;
const MAX_GOALS = 20;

export const reflectionDue = ({ unreflected }: Memories): boolean =>
  unreflected >= REFLECTION_THRESHOLD;

/** What to reflect on, as llm.reflect takes it: the latest memories in the order of time, and the goals. */
export const reflectionOn = ({ items }: Memories, goals: readonly Goal[]) => ({
  memories: items.slice(-MAX_REFLECTED).map(({ id, text, from, topic, importance }) => ({
    ...{ id, text, importance },
    ...(from !== undefined && { from }),
    ...(topic !== undefined && { topic }),
  })),
  goals: goals.slice(0, MAX_GOALS).map(({ text, topic, status }) => ({
    ...{ text, status },
    ...(topic !== undefined && { topic }),
  })),
});

/** What a reflection gives. */
export interface Reflection {
  /** Empty: nothing has come to mind. */
  readonly insight: string;
  readonly topic?: string | undefined;
  /** How it feels, in [-1, 1]. */
  readonly valence?: number | undefined;
  /** What is now more or less important than it was, each in [0, 1]. */
  readonly importances?:
    | readonly { readonly id: number; readonly importance: number }[]
    | undefined;
}

/**
 * What is remembered after a reflection: importances as they are seen now, and the insight as a memory of the agent's
 * own. It is nobody's saying, so it carries no `from`; its links, at most MAX_SOURCES, say what it rests on.
 * @param at now; @param sources ids of the memories that it rests on; @param limit memories that are kept
 */
export function reflected(
  memories: Memories,
  { insight, topic, valence = 0, importances = [] }: Reflection,
  { at, sources, limit }: { at: number; sources: readonly number[]; limit: number },
): Memories {
  const seen = new Map(importances.map(({ id, importance }) => [id, clamp(importance, 0, 1)]));
  const items = memories.items.map((memory) => {
    const importance = seen.get(memory.id) ?? memory.importance;
    return importance === memory.importance ? memory : { ...memory, importance };
  });
  const text = shortenedText(insight, MAX_MEMORY_TEXT);
  const rested = { ...memories, items, unreflected: 0 };
  if (text === "") return rested;
  const known = new Set(items.map(({ id }) => id));
  const links = sources.filter((id) => known.has(id)).slice(0, MAX_SOURCES);
  const item = {
    kind: "general" as const,
    text,
    at,
    importance: importanceOf("insight"),
    valence,
    ...(topic !== undefined && { topic }),
  };
  return { ...keep(rested, item, links, limit), unreflected: 0 };
}
