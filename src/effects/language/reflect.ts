// The offline reflection behind llm.reflect: what most memories are about, and a sentence that follows from it.
import { clamp, round } from "../../core/math.ts";
import { shareWord, wordsIn } from "../../persona/words.ts";
import { capitalise, expand, tidy } from "./expand.ts";
import {
  type InsightFrames,
  plainInsights,
  pleasantInsights,
  unpleasantInsights,
} from "./insights.ts";
import { makePen, type Pen } from "./pen.ts";
import { makeVeto } from "./veto.ts";
import type { Mood, Voice } from "./voice.ts";

export interface Remembered {
  readonly id: number;
  readonly text: string;
  readonly from?: string | undefined;
  readonly topic?: string | undefined;
  readonly importance: number;
}

export interface Wanted {
  readonly text: string;
  readonly topic?: string | undefined;
  readonly status: "open" | "progressed" | "done";
}

/** What memories are about: the most important person and subject, where there is one. */
interface Gist {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
}

/** What memories say of a name together, the greatest sum first. */
function weightiest(named: readonly (readonly [name: string, weight: number])[]) {
  const sums = new Map<string, number>();
  for (const [name, weight] of named) sums.set(name, (sums.get(name) ?? 0) + weight);
  const ranked = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ranked[0]?.[0];
}

/** A topic may be somebody else's word: four plain words name a thing, a longer one may want something. */
const PLAIN = /^[\p{L}\p{N}'’-]{1,24}(?: [\p{L}\p{N}'’-]{1,24}){0,3}$/u;
/** So may a name be. */
const NAME = /^\S{1,48}$/;

/** Topics count by themselves; a word only where no memory has a topic and two have the word. */
function gistOf(memories: readonly Remembered[]): Gist {
  const who = weightiest(
    memories.flatMap(({ from, importance }) =>
      from !== undefined && NAME.test(from) ? [[from, importance] as const] : [],
    ),
  );
  const what = weightiest(
    memories.flatMap(({ topic, importance }) =>
      topic !== undefined && PLAIN.test(topic) ? [[topic, importance] as const] : [],
    ),
  );
  return { who, what: what ?? commonWord(memories) };
}

/** Shorter words are seldom names of things. */
const MIN_WORD = 4;

function commonWord(memories: readonly Remembered[]): string | undefined {
  // Only of what the agent did and saw itself: words of others never speak in its insight.
  const own = memories.filter(({ from }) => from === undefined);
  const words = own.flatMap(({ text }) => [...new Set(wordsIn(text))]);
  const counts = Map.groupBy(
    words.filter((word) => word.length >= MIN_WORD),
    (word) => word,
  );
  const common = [...counts].filter(([, all]) => all.length > 1);
  return weightiest(common.map(([word, all]) => [word, all.length]));
}

function framesOf(mood: Mood): InsightFrames {
  switch (mood) {
    case "content":
    case "elated":
      return pleasantInsights;
    case "gloomy":
    case "irritated":
    case "anxious":
      return unpleasantInsights;
    case "neutral":
      return plainInsights;
  }
}

/** How an insight of each kind feels, in [-1, 1]. */
const valenceOf = (frames: InsightFrames): number =>
  frames === plainInsights ? 0 : frames === pleasantInsights ? 0.3 : -0.3;

function formOf({ who, what }: Gist, pen: Pen): keyof InsightFrames {
  if (who === undefined) return what === undefined ? "life" : "subject";
  if (what === undefined) return "person";
  return pen.one("form", ["both", "person", "subject"] as const) ?? "both";
}

/** A sentence that the voice does not refuse: of the gist, else of life in general, else hardly one. */
function sentenceOf(
  { mood, gist, voice }: { mood: Mood; gist: Gist; voice: Voice },
  pen: Pen,
): string {
  const refuses = makeVeto(voice);
  const frames = framesOf(mood);
  const slots = { who: capitalise(gist.who ?? ""), what: gist.what ?? "" };
  for (const form of [formOf(gist, pen), "life"] as const) {
    const fits = (frame: string) => !refuses(expand(frame, pen, slots));
    const bag = `${valenceOf(frames)}/${form}`;
    const frame = pen.take(bag, frames[form], fits);
    const text = tidy(expand(frame ?? "", pen, slots));
    if (text !== "" && !refuses(text))
      return voice.capitalization === "lowercase" ? text.toLowerCase() : text;
  }
  return "Hm.";
}

/** How much more important a memory becomes by being thought about. */
const RAISE = 0.1;
const MAX_RAISED = 5;

/** A goal that own memories speak of is progressed with 1 - 2^-n for n of them; then it is done in one of four. */
const DONE_SHARE = 0.25;

function goalsOf(goals: readonly Wanted[], own: readonly Remembered[], pen: Pen) {
  return goals.flatMap(({ text, topic, status }, goal) => {
    const speaking = own.filter(
      (memory) =>
        (topic !== undefined && memory.topic === topic) ||
        shareWord(`${text} ${topic ?? ""}`, memory.text),
    );
    const isOn = speaking.some((_, i) => pen.chance(`goal/${goal}/${i}`, 0.5));
    if (status === "done" || !isOn) return [];
    const isDone = status === "progressed" && pen.chance(`done/${goal}`, DONE_SHARE);
    return [{ goal, status: isDone ? ("done" as const) : ("progressed" as const) }];
  });
}

/**
 * A reflection in a voice. Pure: equal arguments and equal draws give an equal one.
 *
 * Names and topics alone go into the sentence, never a text of somebody else; and only what the agent did or saw
 * itself brings a goal forward, so that nobody talks it into believing that it is done.
 * @param orders the bags of the frames used so far; changed in place, so give a copy
 */
export function reflect(
  voice: Voice,
  asked: {
    readonly mood: Mood;
    readonly memories: readonly Remembered[];
    readonly goals: readonly Wanted[];
  },
  orders: Record<string, number>,
  draw: (purpose: string) => number,
) {
  const { mood, memories, goals } = asked;
  const pen = makePen(orders, draw, "reflect");
  const gist = gistOf(memories);
  const insight = sentenceOf({ mood, gist, voice }, pen);
  const isMeant = ({ from, topic }: Remembered): boolean =>
    (from !== undefined && from === gist.who) || (topic !== undefined && topic === gist.what);
  const importances = memories
    .filter((memory) => isMeant(memory) && memory.importance < 1)
    .slice(-MAX_RAISED)
    .map(({ id, importance }) => ({
      id,
      importance: round(clamp(importance + RAISE, 0, 1) * 100) / 100,
    }));
  const own = memories.filter(({ from }) => from === undefined);
  return {
    insight,
    importances,
    goals: goalsOf(goals, own, pen),
    valence: valenceOf(framesOf(mood)),
  };
}
