// A simulated week of talk: the cast of small-town posts, and answers one another's texts.
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

const Cast = z.object({
  id: z.string(),
  name: z.string(),
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
}

/** The voices of the cast, in the order of their ids. */
export const speakers: readonly Speaker[] = readdirSync(folder)
  .toSorted()
  .map((file) => Cast.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))))
  .map(
    ({ id, name, personality, styleGuide: { tone, formatting, vocabulary, topicsToAvoid } }) => ({
      id,
      voice: { name, ...personality, ...formatting, ...vocabulary, topicsToAvoid, tone },
    }),
  );

export const moods: readonly Mood[] = [
  ...(["neutral", "content", "elated", "gloomy", "irritated", "anxious"] as const),
];

/** One text of the week, with what it answers. */
export interface Said {
  readonly speaker: Speaker;
  readonly brief: Brief;
  readonly text: string;
}

/** A voice with its bags: the week's memory of one speaker. */
export interface Talker {
  readonly say: (brief: Brief) => string;
  readonly bags: () => Bags;
}

/** Speaks with the engine's own draws; every text has its key from the seed, the speaker and its number. */
export function makeTalker({ id, voice }: Speaker, seed: number): Talker {
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

/** Each speaker posts 60 times, in changing moods, and answers 60 texts of others. */
export function simulateWeek(seed: number): readonly Said[] {
  const said: Said[] = [];
  const talkers = speakers.map((speaker) => ({ speaker, talker: makeTalker(speaker, seed) }));
  for (let round = 0; round < POSTS; round++) {
    for (const { speaker, talker } of talkers) {
      const pickOf = <T>(purpose: string, list: readonly T[]): T | undefined =>
        list[Math.floor(draw(seed * 7919 + round, `${speaker.id}/${purpose}`) * list.length)];
      const say = (brief: Brief) => said.push({ speaker, brief, text: talker.say(brief) });
      const mood = pickOf("mood", moods) ?? "neutral";
      say({ task: "post", mood });
      const others = said.slice(-WITHIN_EARSHOT).filter((it) => it.speaker.id !== speaker.id);
      const heard = pickOf("whom", others);
      if (heard)
        say({ task: "reply", mood, replyTo: { from: heard.speaker.id, text: heard.text } });
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
