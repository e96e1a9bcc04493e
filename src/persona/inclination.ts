// What a persona is inclined to do about what it sees: the chances behind the guards of its machine.
import { clamp, min } from "../core/math.ts";
import { draw } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import type { Change, Exchange, Mind } from "./mind-state.ts";
import { answerFactor, type Relationship, relationshipWith } from "./relationship.ts";
import { quotaAt } from "./routine.ts";

/** What a post makes one want to do. */
export type Impulse = "reply" | "quote" | "repost" | "like" | "none";

/** Of the posts of a feed, so many tempt an even-tempered reader to each. */
const TEMPTATION = { reply: 0.09, quote: 0.1, repost: 0.12, like: 0.3 } as const;
const MAX_TEMPTED = 0.95;
/** A post about one of the own interests tempts more, any other less. */
const INTEREST = 1.6;
const NO_INTEREST = 0.8;
/** Every own answer in a conversation halves the wish for another. */
const ANSWER_FATIGUE = 0.5;
/** Of the wishes to quote, half are followed, as in Puppet Engine v1. */
const QUOTE_SHARE = 0.5;

const toss = (event: object, purpose: string, chance: number): boolean =>
  draw(stampOf(event).key, purpose) < clamp(chance, 0, 1);

const writerOf = ({ relationships, current }: Mind, event: object): Relationship =>
  relationshipWith(relationships, current?.from ?? "", stampOf(event).at);

/** Excitement, affection and interest make a persona talk; boredom and dislike keep it silent. In [0.2, 3.2]. */
export function temper(mind: Mind, event: object): number {
  const { mood, nature, current } = mind;
  const isOfInterest = current?.topic !== undefined && nature.interests.includes(current.topic);
  const interest = isOfInterest ? INTEREST : NO_INTEREST;
  return (0.7 + 0.6 * mood.arousal) * answerFactor(writerOf(mind, event)) * interest;
}

/** What the current post makes the agent want: one thing, by chance. A call always wants an answer. */
export function impulseOf(mind: Mind, event: object): Impulse {
  if (mind.current === null) return "none";
  if (mind.current.isCall) return "reply";
  const { reply, quote, repost, like } = TEMPTATION;
  const all = reply + quote + repost + like;
  const scale = min(temper(mind, event), MAX_TEMPTED / all);
  let left = draw(stampOf(event).key, "impulse");
  for (const [impulse, share] of [
    ["reply", reply],
    ["quote", quote],
    ["repost", repost],
    ["like", like],
  ] as const) {
    left -= share * scale;
    if (left < 0) return impulse;
  }
  return "none";
}

/**
 * A first call is always answered, as in Puppet Engine v1, unless its author is disliked: (1 + sentiment) then. Every own
 * answer before halves the chance. A post of the feed that tempts is answered with the persona's reply probability.
 */
export function wantsToReply(mind: Mind, event: object): boolean {
  const { current, nature } = mind;
  if (current?.isOrdered) return true;
  if (impulseOf(mind, event) !== "reply" || current === null) return false;
  if (!current.isCall) return toss(event, "reply", nature.reply);
  let chance = 1 + min(0, writerOf(mind, event).sentiment);
  for (let turn = 0; turn < answersIn(mind); turn++) chance *= ANSWER_FATIGUE;
  return toss(event, "reply", chance);
}

export const wantsToQuote = (mind: Mind, event: object): boolean =>
  impulseOf(mind, event) === "quote" && toss(event, "quote", mind.nature.quote * QUOTE_SHARE);

export const wantsToRepost = (mind: Mind, event: object): boolean =>
  impulseOf(mind, event) === "repost" && toss(event, "repost", mind.nature.repost);

/** A call that gets no answer often gets a like: the polite end of a conversation. */
export function wantsToLike(mind: Mind, event: object): boolean {
  const { current, nature } = mind;
  if (current?.post === undefined) return false;
  return (current.isCall || impulseOf(mind, event) === "like") && toss(event, "like", nature.like);
}

/** Own replies so far in the conversation of the current item. */
export const answersIn = ({ answers, current }: Mind): number =>
  current === null ? 0 : (answers[current.thread] ?? 0);

/** The budget of this conversation is used up. */
export const hasSaidEnough = (mind: Mind): boolean =>
  answersIn(mind) >= mind.nature.repliesPerThread;

/** Too much was said to this one lately. */
export function isCoolTowards(mind: Mind, event: object): boolean {
  const exchange = mind.exchanges[mind.current?.from ?? ""];
  return exchange !== undefined && isTiring(mind, exchange) && !isOver(mind, exchange, event);
}

const isTiring = ({ nature }: Mind, { answers }: Exchange): boolean =>
  answers >= nature.repliesPerPair;

const isOver = ({ nature }: Mind, { since }: Exchange, event: object): boolean =>
  stampOf(event).at - since >= nature.pairWindow;

const tiring = (mind: Mind): readonly Exchange[] =>
  Object.values(mind.exchanges).filter((exchange) => isTiring(mind, exchange));

export const hasTiredOfSomebody = (mind: Mind): boolean => tiring(mind).length > 0;

/** When the first window of those of whom it has tired ends. */
export const warmAt = (mind: Mind): number =>
  min(...tiring(mind).map(({ since }) => since + mind.nature.pairWindow));

/** Whose window has ended is as good as new. */
export function warmUp(mind: Mind, event: object): Change {
  const left = Object.entries(mind.exchanges).filter(([, it]) => !isOver(mind, it, event));
  return { exchanges: Object.fromEntries(left) };
}

/** The day's number of replies is used up. */
export const hasRepliedEnough = (mind: Mind, event: object): boolean =>
  quotaAt(mind, event).replies >= mind.nature.repliesPerDay;

/** What it is about is avoided. */
export const isAvoided = ({ current, nature }: Mind): boolean =>
  current?.topic !== undefined && nature.avoids.includes(current.topic);
