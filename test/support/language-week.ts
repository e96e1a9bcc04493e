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

/** Each speaker posts 60 times, in changing moods, and answers 60 texts of others. */
export function simulateWeek(seed: number): readonly Said[] {
  const said: Said[] = [];
  const talkers = speakers.map((speaker) => ({ speaker, talker: makeTalker(speaker, seed) }));
  for (let round = 0; round < POSTS; round++) {
    for (const [place, { speaker, talker }] of talkers.entries()) {
      const pickOf = (purpose: string, count: number) =>
        Math.floor(draw(seed * 7919 + round, `${speaker.id}/${purpose}`) * count);
      const mood = moods[pickOf("mood", moods.length)] ?? "neutral";
      const post: Brief = { task: "post", mood };
      said.push({ speaker, brief: post, text: talker.say(post) });
      const back = said[said.length - 1 - pickOf("whom", Math.min(said.length, 40))];
      const heard =
        back && back.speaker.id !== speaker.id ? back : said[place === 0 ? 0 : said.length - 2];
      if (!heard || heard.speaker.id === speaker.id) continue;
      const reply: Brief = {
        task: "reply",
        mood,
        replyTo: { from: heard.speaker.id, text: heard.text },
      };
      said.push({ speaker, brief: reply, text: talker.say(reply) });
    }
  }
  return said;
}
