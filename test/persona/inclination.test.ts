// What a persona is inclined to do about what it sees, against the constants of Puppet Engine v1.
import { describe, expect, test } from "vitest";
import { deriveKey, rootKey } from "../../src/core/random.ts";
import { hours } from "../../src/core/time.ts";
import {
  hasSaidEnough,
  hasTiredOfSomebody,
  impulseOf,
  isAvoided,
  isCoolTowards,
  wantsToLike,
  wantsToQuote,
  wantsToReply,
  wantsToRepost,
  warmAt,
  warmUp,
} from "../../src/persona/inclination.ts";
import { firstMind, type Item, type Mind } from "../../src/persona/mind-state.ts";

const post: Item = { post: "1", from: "bo", text: "Rain.", thread: "1", isCall: false };
const call: Item = { ...post, isCall: true };

const mindOf = (patterns: object, more: Partial<Mind> = {}): Mind => ({
  ...firstMind({
    name: "Ada",
    styleGuide: { topicsToAvoid: ["diets"] },
    behavior: { interactionPatterns: patterns },
  }),
  current: post,
  ...more,
});

const events = Array.from({ length: 30_000 }, (_, i) => ({
  at: hours(12),
  key: deriveKey(rootKey("test"), "glance", i),
}));
const share = (holds: (event: object) => boolean): number =>
  events.filter(holds).length / events.length;

describe("of the posts of a feed that tempt to", () => {
  test.each([
    { impulse: "reply", wants: wantsToReply, pattern: "replyProbability", factor: 1 },
    { impulse: "quote", wants: wantsToQuote, pattern: "quoteProbability", factor: 0.5 },
    { impulse: "repost", wants: wantsToRepost, pattern: "repostProbability", factor: 1 },
    { impulse: "like", wants: wantsToLike, pattern: "likeProbability", factor: 1 },
  ])("a $impulse, the share that gets one is $factor x the persona's probability", (rule) => {
    const { impulse, wants, pattern, factor } = rule;
    for (const probability of [0, 0.3, 0.75, 1]) {
      const mind = mindOf({ [pattern]: probability });
      const tempted = events.filter((event) => impulseOf(mind, event) === impulse);
      expect(tempted.length).toBeGreaterThan(1000);
      const followed = tempted.filter((event) => wants(mind, event)).length / tempted.length;
      expect(Math.abs(followed - probability * factor)).toBeLessThan(0.04);
    }
  });
});

test("a probability of 0 stays 0", () => {
  const never = {
    replyProbability: 0,
    quoteProbability: 0,
    repostProbability: 0,
    likeProbability: 0,
  };
  const mind = mindOf(never);
  const wants = [wantsToReply, wantsToQuote, wantsToRepost, wantsToLike];
  expect(events.some((event) => wants.some((want) => want(mind, event)))).toBe(false);
});

test("no glance wants two things at once", () => {
  const all = {
    replyProbability: 1,
    quoteProbability: 1,
    repostProbability: 1,
    likeProbability: 1,
  };
  const mind = mindOf(all);
  const wants = [wantsToReply, wantsToQuote, wantsToRepost, wantsToLike];
  for (const event of events)
    expect(wants.filter((want) => want(mind, event)).length).toBeLessThan(2);
});

test("a first call always gets an answer, a second half as often, a third a quarter as often", () => {
  const answered = (turns: number) =>
    share((event) => wantsToReply(mindOf({}, { current: call, answers: { "1": turns } }), event));
  expect(answered(0)).toBe(1);
  expect(answered(1)).toBeCloseTo(0.5, 1);
  expect(answered(2)).toBeCloseTo(0.25, 1);
});

test("a friend is answered more often than a foe", () => {
  const feeling = (sentiment: number, current: Item) => {
    const known = { sentiment, familiarity: 0.5, trust: 0, interactions: 9, lastAt: hours(12) };
    const mind = mindOf({ replyProbability: 1 }, { relationships: { bo: known }, current });
    return share((event) => wantsToReply(mind, event));
  };
  expect(feeling(0.9, post)).toBeGreaterThan(feeling(-0.9, post) * 1.5);
  expect(feeling(-0.9, call)).toBeCloseTo(0.1, 1);
});

test("excitement makes talkative", () => {
  const talking = (arousal: number) => {
    const mood = { valence: 0, arousal, dominance: 0.5 };
    return share((event) => wantsToReply(mindOf({ replyProbability: 1 }, { mood }), event));
  };
  expect(talking(0.9)).toBeGreaterThan(talking(0.1) * 1.3);
});

test("enough is enough in one conversation, and towards one other until the window ends", () => {
  const spent = mindOf(
    {},
    { answers: { "1": 3 }, exchanges: { bo: { since: hours(8), answers: 8 } } },
  );
  expect(hasSaidEnough(spent)).toBe(true);
  expect(hasSaidEnough({ ...spent, answers: { "1": 2 } })).toBe(false);
  expect(hasTiredOfSomebody(spent)).toBe(true);
  expect(isCoolTowards(spent, { at: hours(13.9), key: 1 })).toBe(true);
  expect(warmAt(spent)).toBe(hours(14));
  const later = { at: hours(14), key: 1 };
  expect(isCoolTowards(spent, later)).toBe(false);
  expect(hasTiredOfSomebody({ ...spent, ...warmUp(spent, later) })).toBe(false);
});

test("what is avoided is let pass", () => {
  expect(isAvoided(mindOf({}, { current: { ...post, topic: "diets" } }))).toBe(true);
  expect(isAvoided(mindOf({}, { current: { ...post, topic: "bread" } }))).toBe(false);
});
