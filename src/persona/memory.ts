// What a persona remembers: items with importance, feeling and origin, found again by what they are about.
import { clamp, halfPower, max } from "../core/math.ts";
import { days, hours } from "../core/time.ts";
import { MAX_POST_LENGTH } from "./limits.ts";
import type { Persona } from "./persona.ts";
import { greatest, relevances } from "./relevance.ts";
import { toShort } from "./short-number.ts";
import { shortenedText } from "./words.ts";

export type MemoryKind = "interaction" | "event" | "general";

export interface Memory {
  /** Counts up from 0 within one agent. */
  readonly id: number;
  readonly kind: MemoryKind;
  readonly text: string;
  /** Virtual milliseconds; negative for what happened before the run. */
  readonly at: number;
  /** In [0, 1]. */
  readonly importance: number;
  /** How it felt, in [-1, 1]. */
  readonly valence: number;
  /** Who said it; left out for what the agent did, saw or concluded itself. */
  readonly from?: string;
  /** The post in which it was said. */
  readonly post?: string;
  readonly topic?: string;
  /** Ids of memories that belong to it, the strongest first; one of them may be forgotten by now. */
  readonly links?: readonly number[];
}

export interface Memories {
  /** Who the agent is; never forgotten, and nothing that happens is ever added. */
  readonly core: readonly string[];
  /** In the order of time, the latest last. */
  readonly items: readonly Memory[];
  readonly nextId: number;
  /** Importance that has come together since the last reflection. */
  readonly unreflected: number;
}

/** What is new of a memory; the rest is worked out. */
export type NewMemory = Omit<Memory, "id" | "links">;

/** Longer texts of the agent's own are cut at a word. */
export const MAX_MEMORY_TEXT = 160;
/** Associations of one memory, and sources of one insight. */
export const MAX_LINKS = 3;
export const MAX_SOURCES = 8;
/** Less relevance makes no association. */
const MIN_RELATED = 0.4;

/** While it is decided what to forget, the weight of recency halves with each of these. */
const KEEP_HALF_LIFE = days(7);
/** A difference of 0.5 in importance outweighs any difference in age. */
const KEEP_IMPORTANCE = 2;

/** What a persona remembers when the run begins: what it learnt, then what happened, an hour apart up to the start. */
export function firstMemories({ initialMemory, limits }: Persona): Memories {
  const learnt = initialMemory.memories.map(({ content, kind, importance, valence, from }) => ({
    kind,
    text: content,
    importance,
    valence,
    ...(from !== undefined && { from }),
  }));
  const events = initialMemory.recentEvents.map((event) => {
    const { content, importance } =
      typeof event === "string" ? { content: event, importance: undefined } : event;
    const facts = { stated: importance };
    return {
      kind: "event" as const,
      text: content,
      importance: importanceOf("configured", facts),
      valence: 0,
    };
  });
  const all = [...learnt, ...events];
  const empty: Memories = {
    core: initialMemory.coreMemories,
    items: [],
    nextId: 0,
    unreflected: 0,
  };
  const memories = all.reduce<Memories>(
    (known, item, i) => remember(known, { ...item, at: hours(i - all.length) }, limits.memories),
    empty,
  );
  return { ...memories, unreflected: 0 };
}

/**
 * Adds a memory, with links to what it has most to do with; above the limit the one with the lowest keep-score is
 * forgotten, never the new one. keep-score = 2 importance + 2^(-age / 7 days); among equals the oldest goes.
 * @param item its `at` not before that of the latest; @param limit memories that are kept, at least 1
 */
export function remember(memories: Memories, item: NewMemory, limit: number): Memories {
  const text = keptText(item);
  const links = associations(memories.items, item);
  return keep(memories, { ...item, text }, links, limit);
}

/**
 * What somebody else said stays as it is while it would fit into a post, line breaks included: only a whole text is
 * found again when it has to be erased from all runs.
 */
function keptText({ text, from }: NewMemory): string {
  if (from === undefined) return shortenedText(text, MAX_MEMORY_TEXT);
  return text.length <= MAX_POST_LENGTH ? text : shortenedText(text, MAX_POST_LENGTH);
}

/** Adds a memory whose links are known; it has the last word on bounds. See `remember`. */
export function keep(
  { core, items, nextId, unreflected }: Memories,
  item: NewMemory,
  links: readonly number[],
  limit: number,
): Memories {
  const importance = toShort(clamp(item.importance, 0, 1));
  const valence = toShort(clamp(item.valence, -1, 1));
  const added: Memory = {
    ...item,
    id: nextId,
    importance,
    valence,
    ...(links.length > 0 && { links }),
  };
  return {
    core,
    items: [...mostKept(items, item.at, max(0, limit - 1)), added],
    nextId: nextId + 1,
    unreflected: toShort(unreflected + importance),
  };
}

function associations(items: readonly Memory[], { text, topic, from }: NewMemory) {
  const related = relevances(items, { text, topic, from });
  return greatest(related, MAX_LINKS)
    .filter((place) => (related[place] ?? 0) >= MIN_RELATED)
    .flatMap((place) => items[place]?.id ?? []);
}

function mostKept(items: readonly Memory[], at: number, count: number): readonly Memory[] {
  let kept = items;
  while (kept.length > count) {
    const scores = kept.map(
      (memory) =>
        -(KEEP_IMPORTANCE * memory.importance) - halfPower(max(0, at - memory.at) / KEEP_HALF_LIFE),
    );
    const [least] = greatest(scores, 1);
    kept = kept.filter((_, place) => place !== least);
  }
  return kept;
}

/** What a memory comes from. */
export type Occasion = keyof typeof IMPORTANCE;

/**
 * How important each is by itself. core, configured, mood and the 0.5 of all else are those of Puppet Engine v1; its
 * 0.8 for own posts held in a list of their own, and here would leave room for nothing else.
 */
const IMPORTANCE = {
  core: 1,
  configured: 0.7,
  mood: 0.6,
  news: 0.5,
  posted: 0.5,
  read: 0.3,
  called: 0.5,
  answered: 0.5,
  reacted: 0.2,
  insight: 0.8,
  achieved: 0.9,
  other: 0.5,
} as const;

/** What raises an importance. */
export interface ImportanceFacts {
  /** From a file, a scenario or a model: it wins over every rule, 0 included. */
  readonly stated?: number | undefined;
  /** How close the other is, in [0, 1]: adds up to 0.2. */
  readonly closeness?: number | undefined;
  /** How it was said, in [-1, 1]: an insult adds up to 0.3, kindness up to 0.1. */
  readonly warmth?: number | undefined;
}

/** The importance of something that happens, in [0, 1]. */
export function importanceOf(occasion: Occasion, facts: ImportanceFacts = {}): number {
  const { stated, closeness = 0, warmth = 0 } = facts;
  if (stated !== undefined) return clamp(stated, 0, 1);
  const felt = warmth < 0 ? -0.3 * warmth : 0.1 * warmth;
  return clamp(IMPORTANCE[occasion] + 0.2 * closeness + felt, 0, 1);
}

/** Whether the agent did, saw or concluded it itself: what others said is never its own. */
export const isOwn = ({ from }: Pick<Memory, "from">): boolean => from === undefined;
