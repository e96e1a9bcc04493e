// A simulated week of talk: the cast of small-town posts, and answers one another's texts, with all that a brief may hold.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { draw } from "../../src/core/random.ts";
import {
  type Bags,
  type Brief,
  compose,
  emptyBags,
  type Mood,
  type Voice,
} from "../../src/effects/language/compose.ts";

const folder = join(import.meta.dirname, "../../scenarios/small-town/personas");
const texts = z.array(z.string());

const Feeling = z.object({ sentiment: z.number(), familiarity: z.number(), trust: z.number() });

const Cast = z.object({
  id: z.string(),
  name: z.string(),
  goals: texts,
  initialMemory: z.object({
    coreMemories: texts,
    recentEvents: texts,
    relationships: z.record(z.string(), Feeling),
  }),
  personality: z.object({ traits: texts, interests: texts }),
  styleGuide: z.object({
    tone: z.string(),
    formatting: z.object({
      usesHashtags: z.boolean(),
      usesEmojis: z.boolean(),
      capitalization: z.enum(["normal", "lowercase", "emphatic"]),
      sentenceLength: z.enum(["short", "medium", "long"]),
    }),
    vocabulary: z.object({ keyTerms: texts, avoidTerms: texts }),
    topicsToAvoid: texts,
  }),
});

export interface Speaker {
  readonly id: string;
  readonly voice: Voice;
  readonly goals: readonly string[];
  readonly memories: readonly Recalled[];
  readonly relationships: z.infer<typeof Cast>["initialMemory"]["relationships"];
}

type Recalled = NonNullable<Brief["memories"]>[number];

/** The voices of the cast, in the order of their ids. */
export const speakers: readonly Speaker[] = readdirSync(folder)
  .toSorted()
  .map((file) => Cast.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))))
  .map(({ id, name, goals, initialMemory, personality, styleGuide }) => {
    const { tone, formatting, vocabulary, topicsToAvoid } = styleGuide;
    const { coreMemories, recentEvents, relationships } = initialMemory;
    return {
      id,
      voice: { id, name, ...personality, ...formatting, ...vocabulary, topicsToAvoid, tone },
      goals,
      memories: [
        ...coreMemories.map((text): Recalled => ({ kind: "core", text })),
        ...recentEvents.map((text): Recalled => ({ kind: "event", text })),
      ],
      relationships,
    };
  });

export const moods: readonly Mood[] = [
  ...(["neutral", "content", "elated", "gloomy", "irritated", "anxious"] as const),
];

/** One text of the week, with what it answers. */
export interface Said {
  readonly speaker: Speaker;
  readonly brief: Brief;
  readonly text: string;
  /** What it answers. */
  readonly of?: Said;
}

/** A voice with its bags: the week's memory of one speaker. */
export interface Talker {
  readonly say: (brief: Brief) => string;
  readonly bags: () => Bags;
}

/** Speaks with the engine's own draws; every text has its key from the seed, the speaker and its number. */
export function makeTalker({ id, voice }: Pick<Speaker, "id" | "voice">, seed: number): Talker {
  let bags = emptyBags;
  let count = 0;
  return {
    say: (brief) => {
      const key = seed * 1_000_003 + count++;
      const [text, next] = compose(voice, brief, bags, (purpose) => draw(key, `${id}/${purpose}`));
      bags = next;
      return text;
    },
    bags: () => bags,
  };
}

const POSTS = 60;
/** Answers go to one of so many texts before. */
const WITHIN_EARSHOT = 40;
/** Memories in one brief, and texts of which they are drawn. */
const RECALLED = 3;
const KEPT = 24;
const RECENT = 10;

/** The turns that led to a text, the oldest first. */
const turnsBefore = ({ of }: Said): readonly Said[] => (of ? [...turnsBefore(of), of] : []);

/** What others wrote as it is, what the speaker wrote as the persona keeps it. */
function keptOf({ id }: Speaker, { speaker, text, of }: Said): Recalled {
  if (speaker.id !== id) return { kind: "interaction", text, from: `agent:${speaker.id}` };
  return of
    ? { kind: "interaction", text: `I told agent:${of.speaker.id}: ${text}` }
    : { kind: "general", text: `I wrote: ${text}` };
}

type Choose = <T>(purpose: string, list: readonly T[]) => T | undefined;

/** All that the writer of a text is told. */
function briefFor(speaker: Speaker, said: readonly Said[], pick: Choose): Brief {
  const own = said.filter((it) => it.speaker.id === speaker.id);
  const kept = [...own, ...said.slice(-KEPT)].slice(-2 * KEPT).map((it) => keptOf(speaker, it));
  const memories = Array.from({ length: RECALLED }, (_, place) =>
    pick(`memory/${place}`, place === 0 ? speaker.memories : kept),
  ).filter((memory) => memory !== undefined);
  return {
    task: "post",
    mood: pick("mood", moods) ?? "neutral",
    memories: [...new Set(memories)],
    recentPosts: own.slice(-RECENT).map(({ text }) => text),
    goals: [...speaker.goals],
  };
}

/** What an answer is told besides. */
function answerTo(speaker: Speaker, of: Said, said: readonly Said[]): Partial<Brief> {
  const { id } = of.speaker;
  const feeling = speaker.relationships[id] ?? { sentiment: 0, familiarity: 0, trust: 0 };
  const met = said.filter((it) => it.speaker.id === speaker.id && it.of?.speaker.id === id).length;
  return {
    task: "reply",
    replyTo: { from: `agent:${id}`, text: of.text },
    standing: { with: id, ...feeling, interactions: met, notes: [], sharedExperiences: [] },
    conversation: turnsBefore(of).map(({ speaker: by, text }) => ({
      from: `agent:${by.id}`,
      text,
    })),
  };
}

/** Each speaker posts 60 times, in changing moods, and answers 60 texts of others, some in long conversations. */
export function simulateWeek(seed: number): readonly Said[] {
  const said: Said[] = [];
  const talkers = speakers.map((speaker) => ({ speaker, talker: makeTalker(speaker, seed) }));
  for (let round = 0; round < POSTS; round++) {
    for (const { speaker, talker } of talkers) {
      const pick: Choose = (purpose, list) =>
        list[Math.floor(draw(seed * 7919 + round, `${speaker.id}/${purpose}`) * list.length)];
      const say = (brief: Brief, of?: Said) =>
        said.push({ speaker, brief, text: talker.say(brief), ...(of && { of }) });
      const brief = briefFor(speaker, said, pick);
      say(brief);
      const others = said.slice(-WITHIN_EARSHOT).filter((it) => it.speaker.id !== speaker.id);
      const answers = others.filter(({ of }) => of !== undefined);
      const heard = pick("whom", round % 2 === 0 || answers.length === 0 ? others : answers);
      if (heard) say({ ...brief, ...answerTo(speaker, heard, said) }, heard);
    }
  }
  return said;
}

/** A voice without habits. */
export const plain: Voice = {
  name: "Kim",
  traits: [],
  interests: ["bread"],
  keyTerms: [],
  avoidTerms: [],
  topicsToAvoid: [],
  usesHashtags: false,
  usesEmojis: false,
  capitalization: "normal",
  sentenceLength: "medium",
  tone: "",
};

/** So many texts of one voice, in changing moods. */
export function monologue(
  voice: Voice,
  count: number,
  brief: Partial<Brief> = {},
): readonly string[] {
  const talker = makeTalker({ id: "kim", voice }, 5);
  return Array.from({ length: count }, (_, place) =>
    talker.say({ task: "post", mood: moods[place % moods.length] ?? "neutral", ...brief }),
  );
}
