// Mood as valence, arousal and dominance: how it moves, how it comes to rest, and what it is called.
import { clamp, halfPower } from "../core/math.ts";
import type { Brief } from "./brief.ts";

export interface Mood {
  /** Unpleasant to pleasant, in [-1, 1]. */
  readonly valence: number;
  /** Calm to excited, in [0, 1]. */
  readonly arousal: number;
  /** Helpless to in control, in [0, 1]. */
  readonly dominance: number;
}

/** The names of the mood states of a persona. */
export type Feeling = Brief["mood"];

/**
 * Moves a mood. The clamps are those of Puppet Engine v1.
 * @param shift each in [-1, 1]; @param strength multiplies the shift, at least 0
 */
export function shiftMood(mood: Mood, shift: Mood, strength = 1): Mood {
  return {
    valence: clamp(mood.valence + shift.valence * strength, -1, 1),
    arousal: clamp(mood.arousal + shift.arousal * strength, 0, 1),
    dominance: clamp(mood.dominance + shift.dominance * strength, 0, 1),
  };
}

/**
 * Lets a mood come to rest: the distance to the baseline halves with every half-life.
 * @param elapsed virtual milliseconds; @param halfLife virtual milliseconds, above 0
 */
export function decayMood(mood: Mood, baseline: Mood, elapsed: number, halfLife: number): Mood {
  const left = halfPower(elapsed / halfLife);
  const settle = (now: number, rest: number): number => rest + (now - rest) * left;
  return {
    valence: settle(mood.valence, baseline.valence),
    arousal: settle(mood.arousal, baseline.arousal),
    dominance: settle(mood.dominance, baseline.dominance),
  };
}

/** A mood state is entered above its threshold and left this far below it, so that it does not flicker. */
export const HYSTERESIS = 0.1;
const PLEASANT = 0.3;
const UNPLEASANT = -0.3;
const EXCITED = 0.55;
const IN_CONTROL = 0.5;

/** Whether a value counts as above a threshold, given whether it did before. */
const isAbove = (value: number, threshold: number, before: boolean): boolean =>
  value > (before ? threshold - HYSTERESIS : threshold);

/**
 * What a mood is called, given what it was called before.
 *
 * valence > 0.3: elated when arousal > 0.55, else content. valence < -0.3: gloomy when arousal <= 0.55, else
 * irritated when dominance > 0.5, else anxious. Else neutral. Every threshold holds on for 0.1 once crossed.
 */
export function feelingOf({ valence, arousal, dominance }: Mood, before: Feeling): Feeling {
  const wasPleasant = before === "content" || before === "elated";
  const wasUnpleasant = before !== "neutral" && !wasPleasant;
  const wasExcited = before === "elated" || before === "irritated" || before === "anxious";
  const isExcited = isAbove(arousal, EXCITED, wasExcited);
  if (isAbove(valence, PLEASANT, wasPleasant)) return isExcited ? "elated" : "content";
  if (!isAbove(-valence, -UNPLEASANT, wasUnpleasant)) return "neutral";
  if (!isExcited) return "gloomy";
  return isAbove(dominance, IN_CONTROL, before === "irritated") ? "irritated" : "anxious";
}
