// How a mood moves and comes to rest, with the clamps of Puppet Engine v1 and without its defects.
import fc from "fast-check";
import { expect, test } from "vitest";
import { hours } from "../../src/core/time.ts";
import {
  beAddressed,
  catchMood,
  feel,
  isStirred,
  isStruck,
  settle,
} from "../../src/persona/feeling.ts";
import { firstMind, type Mind } from "../../src/persona/mind-state.ts";
import { toneOf } from "../../src/persona/tone.ts";
import { tryOut } from "../support/fresh-seed.ts";

const ada = firstMind({ name: "Ada", temperament: { baseline: { valence: 0.1 }, contagion: 0.5 } });
const NOW = { at: hours(1), key: 7 };
const moodOf = ({ mood }: Partial<Mind>) => mood ?? ada.mood;

test("whatever happens, valence stays in [-1, 1], arousal and dominance in [0, 1]", async () => {
  const shift = fc.double({ min: -1, max: 1, noNaN: true });
  const shifts = fc.array(fc.record({ valence: shift, arousal: shift, dominance: shift }));
  await tryOut("test/persona/feeling.test.ts", 200, shifts, (all) => {
    let mind: Mind = { ...ada, nature: { ...ada.nature, reactivity: 5 } };
    for (const [i, one] of all.entries())
      mind = { ...mind, ...feel(mind, { at: i * 60_000, key: i }, one) };
    expect(Math.abs(mind.mood.valence)).toBeLessThanOrEqual(1);
    for (const value of [mind.mood.arousal, mind.mood.dominance]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});

test("a mood is half way back after each half-life, and rests at the baseline", () => {
  const elated: Mind = { ...ada, mood: { valence: 0.9, arousal: 0.9, dominance: 0.9 }, feltAt: 0 };
  const after = (time: number) => moodOf(settle(elated, { at: time, key: 1 })).valence - 0.1;
  expect(after(hours(6))).toBeCloseTo(0.4, 6);
  expect(after(hours(12))).toBeCloseTo(0.2, 6);
  expect(after(hours(24 * 7))).toBeCloseTo(0, 6);
});

const called = (text: string) => ({
  ...NOW,
  type: "mentioned" as const,
  from: "bo",
  post: "1",
  thread: "1",
  as: "reply" as const,
  text,
});

test("kind words please and unkind ones hurt", () => {
  const kind = moodOf(beAddressed(ada, called("What a lovely, wonderful bread. Thank you!")));
  const unkind = moodOf(beAddressed(ada, called("Terrible, awful, stale. Never again.")));
  expect(kind.valence).toBeGreaterThan(unkind.valence);
  expect(kind.arousal).toBeGreaterThan(ada.mood.arousal);
});

test("what friends write carries over; what foes write does not", () => {
  const reading = (sentiment: number, text: string) => {
    const known = { sentiment, familiarity: 1, trust: 1, interactions: 9, lastAt: hours(1) };
    const current = { post: "1", from: "bo", text, thread: "1", isCall: false };
    const mind: Mind = { ...ada, relationships: { bo: known }, current };
    return moodOf(catchMood(mind, NOW)).valence - ada.mood.valence;
  };
  const joy = "What a wonderful, happy, beautiful day";
  expect(reading(1, joy)).toBeGreaterThan(0.2);
  expect(reading(1, joy)).toBeGreaterThan(reading(0, joy));
  expect(reading(-1, joy)).toBeCloseTo(0, 9);
  expect(reading(1, "A sad, terrible loss")).toBeLessThan(-0.2);
  expect(reading(1, "The tram is blue")).toBe(0);
});

test.each([
  ["What a lovely day", 1],
  ["I am so happy about this wonderful gift", 1],
  ["The mill burned down and everything is lost", -1],
  ["not bad at all", 1],
  ["I do not like this", -1],
  ["The tram leaves at nine", 0],
  ["", 0],
])("the tone of %j is on the side of %d", (text, side) => {
  expect(Math.sign(toneOf(text))).toBe(side);
});

const shifted = (arousal: number, key: number) => ({
  type: "mood-shifted" as const,
  name: "test",
  at: 0,
  key,
  mood: { valence: 0, arousal, dominance: 0 },
});
const many = Array.from({ length: 5000 }, (_, key) => key);
const shareOf = (holds: (key: number) => boolean) => many.filter(holds).length / many.length;

test("a stirring above 0.3 always wants to be told, any other one in five times, as in v1", () => {
  expect(shareOf((key) => isStirred(shifted(0.31, key)))).toBe(1);
  expect(shareOf((key) => isStirred(shifted(0.3, key)))).toBeCloseTo(0.2, 1);
});

test("weighty news always wants to be told, any other three in ten times, as in v1", () => {
  const news = (key: number, mood: object) => ({
    type: "news" as const,
    topic: "mills",
    headline: "The mill",
    at: 0,
    key,
    mood: { valence: 0, arousal: 0, dominance: 0, ...mood },
  });
  expect(shareOf((key) => isStruck(news(key, { valence: -0.6 })))).toBe(1);
  expect(shareOf((key) => isStruck(news(key, {})))).toBeCloseTo(0.3, 1);
});
