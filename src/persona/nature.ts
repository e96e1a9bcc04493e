// The part of a persona that its machine keeps in mind: what decides its moods, hours and reactions.
import { hours, seconds } from "../core/time.ts";
import type { Mood } from "./mood.ts";
import type { Persona } from "./persona.ts";
import type { Frequency } from "./schedule.ts";

export interface Nature {
  readonly baseline: Mood;
  /** Virtual milliseconds. */
  readonly halfLife: number;
  readonly reactivity: number;
  readonly contagion: number;
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
  /** Share of the own posts that become a thread, and its posts at most. */
  readonly thread: number;
  readonly maxThread: number;
  /** Own replies in one conversation, and to one other within a window of virtual milliseconds. */
  readonly repliesPerThread: number;
  readonly repliesPerPair: number;
  readonly pairWindow: number;
  /** How long a call waits: median in virtual milliseconds, and spread of its logarithm. */
  readonly reactionDelay: { readonly median: number; readonly sigma: number };
  readonly interests: readonly string[];
  readonly avoids: readonly string[];
  /** Within 24 hours. */
  readonly postsPerDay: number;
  readonly repliesPerDay: number;
  /** Memories that are kept. */
  readonly memories: number;
  /** Number of rotating system prompts. */
  readonly prompts: number;
}

export function natureOf(persona: Persona): Nature {
  const { behavior, personality, styleGuide, limits } = persona;
  return {
    ...temperOf(persona),
    ...inclinationsOf(persona),
    ...conversationOf(persona),
    frequency: {
      min: behavior.postFrequency.minHoursBetweenPosts,
      max: behavior.postFrequency.maxHoursBetweenPosts,
      peaks: behavior.postFrequency.peakPostingHours,
    },
    wake: behavior.activityHours.wake,
    sleep: behavior.activityHours.sleep,
    utcOffset: behavior.utcOffsetMinutes,
    interests: personality.interests,
    avoids: styleGuide.topicsToAvoid,
    postsPerDay: limits.postsPerDay,
    repliesPerDay: limits.repliesPerDay,
    memories: limits.memories,
    prompts: persona.rotatingSystemPrompts.length,
  };
}

function temperOf({ temperament }: Persona) {
  const { valence, arousal, dominance } = temperament.baseline;
  return {
    baseline: { valence, arousal, dominance },
    halfLife: hours(temperament.halfLifeHours),
    reactivity: temperament.reactivity,
    contagion: temperament.contagion,
  };
}

function inclinationsOf({ behavior }: Persona) {
  const { interactionPatterns, contentPreferences } = behavior;
  return {
    reply: interactionPatterns.replyProbability,
    quote: interactionPatterns.quoteProbability,
    repost: interactionPatterns.repostProbability,
    like: interactionPatterns.likeProbability,
    thread: contentPreferences.threadProbability,
    maxThread: contentPreferences.maxThreadLength,
  };
}

function conversationOf({ behavior }: Persona) {
  const { repliesPerThread, repliesPerPair, pairHours } = behavior.conversation;
  const { medianSeconds, sigma } = behavior.reactionDelay;
  return {
    repliesPerThread,
    repliesPerPair,
    pairWindow: hours(pairHours),
    reactionDelay: { median: seconds(medianSeconds), sigma },
  };
}
