// How what a persona has in mind changes: plain functions from mind and event to what is new.
import { assert } from "../core/error.ts";
import { clamp, max } from "../core/math.ts";
import { draw, pick } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import { minutes } from "../core/time.ts";
import type { Mentioned, NewsHeard } from "../core/world-events.ts";
import type { Assignment, Item, Mind } from "./mind-state.ts";
import { decayMood, type Feeling, feelingOf, type Mood, shiftMood } from "./mood.ts";
import {
  type Relationships,
  relationshipWith,
  STRANGER,
  withoutLeastFamiliar,
} from "./relationship.ts";
import { nextBedtime, nextWakeUp, postPause, type Routine } from "./schedule.ts";

type Change = Partial<Mind>;

export const MAX_INBOX = 30;
export const MAX_NEWS = 3;
export const MAX_HEARD = 6;
/** Own replies in one conversation. */
export const MAX_ANSWERS = 3;
/** Conversations that are remembered; the oldest is forgotten. */
const MAX_CONVERSATIONS = 50;
/** A draft that could not be sent so many times is given up. */
export const MAX_TRIES = 5;

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
  const pause = postPause(
    at,
    { frequency: mind.nature.frequency, routine: routineOf(begun), pace: 1 },
    key,
  );
  return {
    startAt,
    nextPostAt: at + max(1, pause * draw(key, "first-post")),
    ...planReading(begun, event),
  };
}

/** Awake: bedtime is set; posts that were due in the sleep come one by one, not at once. */
export function wakeUp(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const bedtimeAt = nextBedtime(at, routineOf(mind), key);
  const isOverdue = mind.nextPostAt <= at;
  const nextPostAt = at + minutes(5 + draw(key, "catch-up") * 85);
  return { bedtimeAt, ...(isOverdue && { nextPostAt }), ...planReading(mind, event) };
}

export function fallAsleep(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  return { wakeUpAt: nextWakeUp(at, routineOf(mind), key), ...settle(mind, event) };
}

/** Moves the mood by a shift, after what was left of it has decayed. */
export function feel(mind: Mind, event: object, shift: Mood): Change {
  const settled = { ...mind, ...settle(mind, event) };
  return { ...settle(mind, event), mood: shiftMood(settled.mood, shift, mind.nature.reactivity) };
}

/**
 * Being spoken to excites, and pleases or annoys: by chance, and more kindly from those one likes.
 * The shift of valence is uniform in [-0.12, 0.12], and up to 0.03 more or less for a friend or a foe.
 */
export function beAddressed(mind: Mind, event: Mentioned): Change {
  const { sentiment } = mind.relationships[event.from] ?? STRANGER;
  const valence = draw(event.key, "tone") * 0.24 - 0.12 + 0.03 * sentiment;
  return feel(mind, event, { valence, arousal: 0.015, dominance: valence * 0.5 });
}

/** Lets the mood decay until now. */
export function settle({ mood, nature, feltAt }: Mind, event: object): Change {
  const { at } = stampOf(event);
  return { mood: decayMood(mood, nature.baseline, at - feltAt, nature.halfLife), feltAt: at };
}

export const nextFeeling = ({ mood, feeling }: Mind): Feeling => feelingOf(mood, feeling);

export function hearNews(mind: Mind, { topic, headline }: NewsHeard): Change {
  return { news: [...mind.news, { topic, headline }].slice(-MAX_NEWS) };
}

/** A mention; one that a scenario sends from outside the world may have no post. */
type Call = Pick<Mentioned, "from" | "text" | "topic"> &
  Partial<Pick<Mentioned, "post" | "thread">>;

/** A call goes before what the feed showed; the inbox has a bound, and the oldest post of the feed gives way. */
export function takeCall(mind: Mind, { from, post, text, thread, topic }: Call): Change {
  const call: Item = {
    from,
    text,
    thread: thread ?? post ?? `from ${from}`,
    ...(post !== undefined && { post }),
    ...(topic !== undefined && { topic }),
    isCall: true,
  };
  const calls = mind.inbox.filter(({ isCall }) => isCall);
  const others = mind.inbox.filter(({ isCall }) => !isCall);
  return {
    inbox: [...calls, call, ...others].slice(0, MAX_INBOX),
    relationships: warmTo(mind.relationships, from, 0.01),
  };
}

/** A contact with somebody, without time. @param warmth how it moves the sentiment, in [-1, 1] */
function warmTo(relationships: Relationships, id: string, warmth: number): Relationships {
  const before = relationshipWith(relationships, id, 0);
  const met = {
    ...before,
    sentiment: clamp(before.sentiment + warmth, -1, 1),
    familiarity: clamp(before.familiarity + 0.02, 0, 1),
  };
  return withoutLeastFamiliar({ ...relationships, [id]: met }, id, 0);
}

export function takeFeed(
  mind: Mind,
  posts: readonly (Omit<Item, "isCall" | "topic"> & { readonly topic?: string | undefined })[],
): Change {
  const items = posts.map(({ post, from, text, thread, topic }) => ({
    post,
    from,
    text,
    thread,
    ...(topic !== undefined && { topic }),
    isCall: false,
  }));
  const topics = items.flatMap(({ topic }) => topic ?? []);
  return {
    inbox: [...mind.inbox, ...items].slice(0, MAX_INBOX),
    heard: [...mind.heard, ...topics].slice(-MAX_HEARD),
  };
}

export function planReading(_: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  return { nextReadAt: at + minutes(40 + draw(key, "next-read") * 140) };
}

/** An excited mood posts sooner, a tired one later. */
export function planPost(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const pace = 1.2 - 0.5 * mind.mood.arousal;
  const plan = { frequency: mind.nature.frequency, routine: routineOf(mind), pace };
  return { nextPostAt: at + max(minutes(1), postPause(at, plan, key)) };
}

/** The next thing to look at; what was current is done with. */
export function takeNext({ inbox }: Mind): Change {
  const [current = null, ...rest] = inbox;
  return { current, inbox: rest };
}

/** What to write about of one's own accord: news, what others write about, or one of the interests. */
export function chooseTopic(mind: Mind, event: object): Change {
  const { key } = stampOf(event);
  const [story] = mind.news;
  if (story !== undefined && draw(key, "news-or-own") < 0.6) {
    const assignment: Assignment = { task: "post", topic: story.topic, news: story.headline };
    return { assignment, news: mind.news.slice(1) };
  }
  const { interests } = mind.nature;
  const isTakenUp = draw(key, "own-or-others") < (interests.length === 0 ? 0.8 : 0.25);
  const topic = pick(key, "topic", isTakenUp ? mind.heard : interests);
  return { assignment: { task: "post", ...(topic !== undefined && { topic }) } };
}

/** To write about what is being looked at. */
export function take(mind: Mind, task: "reply" | "quote"): Change {
  const { current, answers } = mind;
  if (current === null) return {};
  const { topic } = current;
  const others = Object.entries(answers).filter(([thread]) => thread !== current.thread);
  const entry = [current.thread, answersIn(mind) + 1] as const;
  return {
    assignment: { task, about: current, ...(topic !== undefined && { topic }) },
    answers: Object.fromEntries([...others, entry].slice(-MAX_CONVERSATIONS)),
    relationships: warmTo(mind.relationships, current.from, 0.02),
  };
}

export const answersIn = ({ answers, current }: Mind): number =>
  current === null ? 0 : (answers[current.thread] ?? 0);

/** The brief for what the agent is about to write. */
export function briefOf({ assignment, feeling }: Mind) {
  assert(assignment !== null, "drafting begins with an assignment");
  const { task, topic, news, about } = assignment;
  return {
    task,
    mood: feeling,
    ...(topic !== undefined && { topic }),
    ...(news !== undefined && { news }),
    ...(about && { replyTo: { from: about.from, text: about.text } }),
  };
}

/** The draft as a post, an answer or a quote. */
export function postOf({ assignment, draft }: Mind) {
  const { task, topic, about } = assignment ?? {};
  return {
    text: draft,
    ...(topic !== undefined && { topic }),
    ...(task === "reply" && about?.post !== undefined && { replyTo: about.post }),
    ...(task === "quote" && about?.post !== undefined && { quoteOf: about.post }),
  };
}

/** The draft is sent or given up. A post of one's own sets the next one; a reply never pushes it back. */
export function finishDraft(mind: Mind, event: object): Change {
  const planned = mind.assignment?.task === "post" ? planPost(mind, event) : {};
  return { ...planned, assignment: null, draft: "", tries: 0 };
}

/**
 * When to try again: after the time that the service named, else after 1, 2, 4 … minutes; and up to two minutes
 * later, so that not all come back at once. A limit is not a failed try: a draft survives it.
 */
export function retryLater(mind: Mind, event: object, failure: unknown): Change {
  const { at, key } = stampOf(event);
  const limit = retryAfterOf(failure);
  const wait = limit ?? minutes(1) * (1 << mind.tries);
  const retryAt = at + wait + draw(key, "retry") * minutes(2);
  return { retryAt, tries: limit === undefined ? mind.tries + 1 : mind.tries };
}

/** How long a limited request has to wait; undefined for any other failure. */
export function retryAfterOf(failure: unknown): number | undefined {
  if (typeof failure !== "object" || failure === null || !("retryAfter" in failure))
    return undefined;
  return typeof failure.retryAfter === "number" ? failure.retryAfter : undefined;
}
