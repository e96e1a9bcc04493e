// The cast of small-town: who is in it, whom they follow, and what happens to them.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { topicNames } from "../../src/effects/language/topics.ts";

const folder = join(import.meta.dirname, "../../scenarios/small-town");
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));

const unit = z.number().min(0).max(1);
const signed = z.number().min(-1).max(1);
const shift = z.number().min(-0.5).max(0.5);
const hour = z.number().int().min(0).max(24);
const text = z.string().min(1);
const texts = z.array(text);

const Persona = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/),
  name: text,
  description: z.string().min(40),
  personality: z.strictObject({
    traits: texts.min(2),
    values: texts.min(2),
    speakingStyle: text,
    interests: texts.min(4).max(6),
  }),
  styleGuide: z.strictObject({
    voice: text,
    tone: text,
    formatting: z.strictObject({
      usesHashtags: z.boolean(),
      usesEmojis: z.boolean(),
      emojiFrequency: z.enum(["never", "rare", "often"]),
      capitalization: z.enum(["normal", "lowercase", "emphatic"]),
      sentenceLength: z.enum(["short", "medium", "long"]),
    }),
    vocabulary: z.strictObject({ keyTerms: texts.min(2), avoidTerms: texts.min(1) }),
    topicsToAvoid: texts,
  }),
  behavior: z.strictObject({
    postFrequency: z.strictObject({
      minHoursBetweenPosts: z.number().gt(0),
      maxHoursBetweenPosts: z.number().max(24),
      peakPostingHours: z.array(z.number().int().min(0).max(23)).min(1),
    }),
    activityHours: z.strictObject({ wake: hour, sleep: hour }),
    utcOffsetMinutes: z.number().int().min(-840).max(840),
    conversation: z
      .strictObject({ repliesPerPair: z.number().int().min(1), pairHours: z.number().gt(0) })
      .optional(),
    interactionPatterns: z.strictObject({
      replyProbability: unit,
      quoteProbability: unit,
      repostProbability: unit,
      likeProbability: unit,
    }),
  }),
  temperament: z.strictObject({
    baseline: z.strictObject({ valence: signed, arousal: unit, dominance: unit }),
    halfLifeHours: z.number().gt(0).max(48),
    reactivity: z.number().gt(0).max(3),
  }),
  goals: texts.min(2),
  initialMemory: z.strictObject({
    coreMemories: texts.min(2),
    recentEvents: texts,
    relationships: z.record(
      z.string(),
      z.strictObject({ sentiment: signed, familiarity: unit, trust: unit }),
    ),
  }),
});

const files = readdirSync(join(folder, "personas")).toSorted();
const cast = files.map((file) => Persona.parse(read(`personas/${file}`)));
const ids = cast.map((persona) => persona.id);
const follows = z
  .record(z.string(), z.record(z.string(), z.number().gt(0).max(1)))
  .parse(read("follows.json"));
const news = z
  .array(
    z.strictObject({
      atHours: z.number().min(0).lt(168),
      topic: text,
      headline: z.string().min(10).max(120),
      valence: shift,
      arousal: shift,
      dominance: shift,
    }),
  )
  .parse(read("news.json"));

describe("the cast of small-town", () => {
  test("has 24 personas, each in the file of its id", () => {
    expect(ids).toHaveLength(24);
    expect(files.map((file) => basename(file, ".json"))).toEqual(ids);
  });

  test("has names, descriptions and secrets of its own", () => {
    const all = cast.flatMap(({ name, description, initialMemory, goals }) => [
      name,
      description,
      ...initialMemory.coreMemories,
      ...goals,
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  test("is interested in subjects of the lexicon, and leaves none of them out", () => {
    const interests = cast.flatMap(({ personality }) => personality.interests);
    expect(interests.filter((name) => !topicNames.includes(name))).toEqual([]);
    expect(topicNames.filter((name) => !interests.includes(name))).toEqual([]);
  });

  test("knows only itself, and nobody knows herself", () => {
    for (const { id, initialMemory } of cast) {
      const known = Object.keys(initialMemory.relationships);
      expect(known.length).toBeGreaterThanOrEqual(3);
      expect(known.filter((other) => other === id || !ids.includes(other))).toEqual([]);
    }
  });

  test("has friends and quarrels", () => {
    const sentiments = cast.flatMap(({ initialMemory }) =>
      Object.values(initialMemory.relationships).map(({ sentiment }) => sentiment),
    );
    expect(sentiments.filter((sentiment) => sentiment <= -0.3).length).toBeGreaterThanOrEqual(6);
    expect(sentiments.filter((sentiment) => sentiment >= 0.6).length).toBeGreaterThanOrEqual(20);
  });

  test("has posting hours in order, two who work nights and two who live elsewhere", () => {
    for (const { behavior } of cast) {
      const { minHoursBetweenPosts, maxHoursBetweenPosts } = behavior.postFrequency;
      expect(minHoursBetweenPosts).toBeLessThan(maxHoursBetweenPosts);
    }
    const nights = cast.filter(({ behavior: { activityHours } }) => activityHours.wake >= 14);
    expect(nights.map(({ id }) => id)).toEqual(["milo", "vera"]);
    const away = cast.filter(({ behavior }) => behavior.utcOffsetMinutes !== 60);
    expect(away.map(({ id }) => id)).toEqual(["pia", "ruth"]);
  });

  test("comes in every style and in different tempers", () => {
    const formats = cast.map(({ styleGuide }) => styleGuide.formatting);
    expect(new Set(formats.map((format) => format.capitalization)).size).toBe(3);
    expect(new Set(formats.map((format) => format.sentenceLength)).size).toBe(3);
    const valences = cast.map(({ temperament }) => temperament.baseline.valence);
    expect(Math.min(...valences)).toBeLessThan(-0.2);
    expect(Math.max(...valences)).toBeGreaterThan(0.3);
  });
});

describe("the follow graph of small-town", () => {
  test("gives everyone 4 to 10 others to follow, and nobody themselves", () => {
    expect(Object.keys(follows).toSorted()).toEqual(ids);
    for (const [id, followed] of Object.entries(follows)) {
      const others = Object.keys(followed);
      expect(others.length).toBeGreaterThanOrEqual(4);
      expect(others.length).toBeLessThanOrEqual(10);
      expect(others.filter((other) => other === id || !ids.includes(other))).toEqual([]);
    }
  });

  test("has a follower for everyone", () => {
    const followed = new Set(Object.values(follows).flatMap((others) => Object.keys(others)));
    expect(ids.filter((id) => !followed.has(id))).toEqual([]);
  });

  test("leads from everyone to everyone", () => {
    for (const start of ids) {
      const reached = new Set([start]);
      for (const id of reached) {
        for (const next of Object.keys(follows[id] ?? {})) reached.add(next);
      }
      expect(reached.size).toBe(ids.length);
    }
  });

  test("has communities: people mostly follow the friends of their friends", () => {
    const edges = ids.flatMap((id) =>
      Object.keys(follows[id] ?? {}).map((other) => [id, other] as const),
    );
    const closed = edges.filter(([id, other]) =>
      Object.keys(follows[id] ?? {}).some((third) => third !== other && follows[third]?.[other]),
    );
    expect(edges.length / (24 * 23)).toBeLessThan(0.45);
    expect(closed.length / edges.length).toBeGreaterThan(0.7);
  });
});

describe("the news of small-town", () => {
  test("is 14 items over seven days, in order", () => {
    const hours = news.map(({ atHours }) => atHours);
    expect(hours).toHaveLength(14);
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
    expect(new Set(hours.map((at) => Math.floor(at / 24))).size).toBe(7);
  });

  test("is about subjects of the lexicon, and reaches somebody who cares", () => {
    const interests = new Set(cast.flatMap(({ personality }) => personality.interests));
    expect(
      news.filter(({ topic }) => !topicNames.includes(topic) || !interests.has(topic)),
    ).toEqual([]);
  });

  test("ends better than it begins", () => {
    const sum = (items: typeof news) => items.reduce((total, { valence }) => total + valence, 0);
    expect(sum(news.slice(0, 4))).toBeLessThan(-0.5);
    expect(sum(news.slice(-4))).toBeGreaterThan(0.5);
  });
});
