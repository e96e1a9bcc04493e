// The course of a persona's days: waking, sleeping, and when it posts and reads next.
import { max, min } from "../core/math.ts";
import { draw } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import { hours, minutes } from "../core/time.ts";
import type { PersonaChanged } from "../core/world-events.ts";
import { settle } from "./feeling.ts";
import { firstGoals } from "./goals.ts";
import type { Change, Mind } from "./mind-state.ts";
import { natureOf } from "./nature.ts";
import { readPersona } from "./persona.ts";
import { nextBedtime, nextWakeUp, postPause, type Routine } from "./schedule.ts";

/** Virtual milliseconds from an event until an instant, at least 0. */
export const until = (event: object, instant: number): number =>
  max(0, instant - stampOf(event).at);

export const routineOf = ({ nature, startAt }: Mind): Routine => ({
  wake: nature.wake,
  sleep: nature.sleep,
  utcOffset: nature.utcOffset,
  startAt,
});

/** The first thoughts: posts and readings begin spread over the first hours. */
export function begin(mind: Mind, event: object): Change {
  const { at, key, startAt = 0 } = stampOf(event);
  const begun = { ...mind, startAt };
  const plan = { frequency: mind.nature.frequency, routine: routineOf(begun), pace: 1 };
  const nextPostAt = at + max(1, postPause(at, plan, key) * draw(key, "first-post"));
  return { startAt, nextPostAt, feltAt: at, ...planReading(begun, event) };
}

/** Awake: bedtime is set; posts that were due in the sleep come one by one, not at once. */
export function wakeUp(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const bedtimeAt = nextBedtime(at, routineOf(mind), key);
  const isOverdue = mind.nextPostAt <= at;
  const nextPostAt = max(at + minutes(5 + draw(key, "catch-up") * 85), earliestPostAt(mind));
  return { bedtimeAt, ...(isOverdue && { nextPostAt }), ...planReading(mind, event) };
}

export function fallAsleep(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  return { wakeUpAt: nextWakeUp(at, routineOf(mind), key), ...settle(mind, event) };
}

export function planReading(_: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  return { nextReadAt: at + minutes(40 + draw(key, "next-read") * 140) };
}

/**
 * An excited mood posts sooner, a tired one later: the pause is multiplied by 1 - (arousal - its baseline) / 2. At
 * the baseline the rule is that of Puppet Engine v1.
 */
export function planPost(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const { frequency, baseline } = mind.nature;
  const pace = 1 - (mind.mood.arousal - baseline.arousal) / 2;
  const pause = postPause(at, { frequency, routine: routineOf(mind), pace }, key);
  return { nextPostAt: at + max(minutes(1), pause) };
}

/** Own posts keep the minimum gap, whatever urges. */
export const earliestPostAt = ({ lastPostAt, nature }: Mind): number =>
  lastPostAt === null ? 0 : lastPostAt + hours(nature.frequency.min);

/** The gap has passed and the day's number is not used up. */
export const mayPost = (mind: Mind, event: object): boolean =>
  stampOf(event).at >= earliestPostAt(mind) && quotaAt(mind, event).posts < mind.nature.postsPerDay;

/** Not yet: after the gap, or, the day's number being used up, when its window ends. */
export function postpone(mind: Mind, event: object): Change {
  const { at } = stampOf(event);
  const { since, posts } = quotaAt(mind, event);
  const isUsedUp = posts >= mind.nature.postsPerDay;
  return { nextPostAt: max(at + 1, earliestPostAt(mind), isUsedUp ? since + QUOTA_WINDOW : 0) };
}

const QUOTA_WINDOW = hours(24);

/** What was written in the window of an instant. */
export function quotaAt({ quota }: Mind, event: object): Mind["quota"] {
  const { at } = stampOf(event);
  return at - quota.since < QUOTA_WINDOW ? quota : { since: at, posts: 0, replies: 0 };
}

/**
 * Another persona from now on: mood, memories and relationships stay, what has yet to be decided follows the new one.
 * @throws EngineError PERSONA_INVALID
 */
export function becomeAnother(mind: Mind, event: PersonaChanged): Change {
  const persona = readPersona(event.persona);
  const nature = natureOf(persona);
  const become = { ...mind, nature };
  const bedtimeAt = nextBedtime(event.at, routineOf(become), event.key);
  return { nature, bedtimeAt, goals: firstGoals(persona), ...planPost(become, event) };
}

/** The next post comes soon, but not before the gap. */
export function feelUrge(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const soon = at + minutes(1 + draw(key, "soon") * 14);
  return { nextPostAt: min(mind.nextPostAt, max(soon, earliestPostAt(mind))) };
}
