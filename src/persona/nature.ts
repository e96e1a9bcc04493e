// The part of a persona that its machine keeps in mind: what decides its moods, hours and reactions.
import { hours } from "../core/time.ts";
import type { Mood } from "./mood.ts";
import type { Persona } from "./persona.ts";
import type { Frequency } from "./schedule.ts";

export interface Nature {
  readonly baseline: Mood;
  /** Virtual milliseconds. */
  readonly halfLife: number;
  readonly reactivity: number;
  readonly frequency: Frequency;
  /** Local hours. */
  readonly wake: number;
  readonly sleep: number;
  /** Minutes east of UTC. */
  readonly utcOffset: number;
  /** Probabilities, in [0, 1]. */
  readonly reply: number;
  readonly quote: number;
  readonly repost: number;
  readonly like: number;
  readonly interests: readonly string[];
}

export function natureOf({ personality, behavior, temperament }: Persona): Nature {
  const { postFrequency, activityHours, interactionPatterns } = behavior;
  const { valence, arousal, dominance } = temperament.baseline;
  return {
    baseline: { valence, arousal, dominance },
    halfLife: hours(temperament.halfLifeHours),
    reactivity: temperament.reactivity,
    frequency: {
      min: postFrequency.minHoursBetweenPosts,
      max: postFrequency.maxHoursBetweenPosts,
      peaks: postFrequency.peakPostingHours,
    },
    wake: activityHours.wake,
    sleep: activityHours.sleep,
    utcOffset: behavior.utcOffsetMinutes,
    reply: interactionPatterns.replyProbability,
    quote: interactionPatterns.quoteProbability,
    repost: interactionPatterns.repostProbability,
    like: interactionPatterns.likeProbability,
    interests: personality.interests,
  };
}
