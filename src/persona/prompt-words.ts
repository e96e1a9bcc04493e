// Moods and relationships in words, with the thresholds of Puppet Engine v1.
import type { Brief } from "./brief.ts";
import { nameOf } from "./quoted.ts";

type Vad = NonNullable<Brief["vad"]>;
type Standing = NonNullable<Brief["standing"]>;

/** The first line whose number is reached. */
const atLeast = (
  value: number,
  words: readonly (readonly [from: number, words: string])[],
): string => words.find(([from]) => value >= from)?.[1] ?? "";

const above = (value: number, high: string, low: string): string =>
  value > 0.7 ? high : value < 0.3 ? low : "";

/** @returns a sentence or two; the parts of a mood that are nothing special are left out */
export function moodWords(mood: Brief["mood"], vad: Vad | undefined): string {
  if (vad === undefined) return `You feel ${mood}.`;
  const parts = [
    valenceWords(vad.valence),
    above(vad.arousal, "wide awake and restless", "calm and slow"),
    above(vad.dominance, "sure of yourself", "not up to things"),
  ];
  return `You feel ${mood}: ${parts.filter(Boolean).join(", ")}.`;
}

const valenceWords = (valence: number): string =>
  atLeast(valence, [
    [0.6, "in very good spirits"],
    [0.2, "in good spirits"],
    [-0.2, "neither good nor bad"],
    [-0.6, "in low spirits"],
    [-1, "in very low spirits"],
  ]);

/** From this familiarity on the two have a past to pick up. */
const FAMILIAR = 0.2;

/** How a writer stands to somebody. Sentiment has a word of its own at 0.5, above 0, at 0, below 0 and at -0.5. */
export function standingLines(standing: Standing): readonly string[] {
  const { sentiment, familiarity, trust, interactions } = standing;
  const them = nameOf(standing.with);
  return [
    `${sentimentWords(sentiment, them)} ${trustWords(trust)}`,
    familiarity > FAMILIAR
      ? `You know each other: pick up where you left off, and do not introduce yourself.`
      : "You hardly know each other.",
    interactions > 0 ? `You have written to each other ${timesOf(interactions)}.` : "",
  ];
}

const timesOf = (count: number): string => (count === 1 ? "once" : `${count} times`);

function sentimentWords(sentiment: number, them: string): string {
  if (sentiment >= 0.5) return `You are very fond of ${them}.`;
  if (sentiment > 0) return `You rather like ${them}.`;
  if (sentiment === 0) return `You have no feelings about ${them} either way.`;
  return sentiment > -0.5 ? `You do not much like ${them}.` : `You cannot stand ${them}.`;
}

const trustWords = (trust: number): string =>
  trust >= 0.5
    ? "You believe what they say."
    : trust > 0
      ? "You are not sure that they mean what they say."
      : "You have no reason to trust them yet.";
