// What a persona is inclined to do about what it sees: the chances behind the guards of its machine.
import { clamp } from "../core/math.ts";
import { draw } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import { answersIn, MAX_ANSWERS } from "./mind.ts";
import type { Mind } from "./mind-state.ts";
import { STRANGER } from "./relationship.ts";

/** A post of the feed tempts less than a call. */
const FEED_TEMPTATION = 0.08;
const CALL_TEMPTATION = 0.75;
/** Of the wishes to pass something on, and to like it, so many are followed. */
const SHARING = 0.2;
const LIKING = 0.3;
/** Every own answer in a conversation halves the wish for another. */
const ANSWER_FATIGUE = 0.5;

const toss = (event: object, purpose: string, chance: number): boolean =>
  draw(stampOf(event).key, purpose) < clamp(chance, 0, 1);

/** Excitement and affection make a persona talk; boredom and dislike keep it silent. In [0, about 2]. */
function temper({ mood, relationships, current }: Mind): number {
  const { sentiment } = relationships[current?.from ?? ""] ?? STRANGER;
  return (0.7 + 0.6 * mood.arousal) * (1 + 0.3 * sentiment);
}

/** At most MAX_ANSWERS replies in one conversation, each half as likely as the one before. */
export function wantsToReply(mind: Mind, event: object): boolean {
  const { current, nature } = mind;
  const answers = answersIn(mind);
  if (current === null || answers >= MAX_ANSWERS) return false;
  let chance = nature.reply * temper(mind) * (current.isCall ? CALL_TEMPTATION : FEED_TEMPTATION);
  for (let answer = 0; answer < answers; answer++) chance *= ANSWER_FATIGUE;
  return toss(event, "reply", chance);
}

/** Only what did not call the agent is quoted or reposted: a call wants an answer. */
export const wantsToQuote = (mind: Mind, event: object): boolean =>
  mind.current?.isCall === false &&
  toss(event, "quote", mind.nature.quote * temper(mind) * SHARING);

export const wantsToRepost = (mind: Mind, event: object): boolean =>
  mind.current?.isCall === false &&
  toss(event, "repost", mind.nature.repost * temper(mind) * SHARING);

export const wantsToLike = (mind: Mind, event: object): boolean =>
  mind.current?.post !== undefined && toss(event, "like", mind.nature.like * temper(mind) * LIKING);
