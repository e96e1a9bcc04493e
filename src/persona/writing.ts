// What a persona writes: what about, with what in mind, and what comes of sending it.
import { assert } from "../core/error.ts";
import { floor, min, round } from "../core/math.ts";
import { draw, pick } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import { minutes } from "../core/time.ts";
import type { Brief } from "./brief.ts";
import { isOpen, openTopics } from "./goals.ts";
import { answersIn } from "./inclination.ts";
import { MAX_POST_LENGTH } from "./limits.ts";
import {
  type Assignment,
  type Change,
  MAX_RECENT_POSTS,
  MAX_RECENT_TEXT,
  type Mind,
} from "./mind-state.ts";
import { standingWith } from "./relationship.ts";
import { recallFor, rememberPost, rememberReply } from "./remembering.ts";
import { planPost, quotaAt } from "./routine.ts";
import { drawVariety } from "./variety.ts";

/** A draft that could not be sent so many times is given up. */
export const MAX_TRIES = 5;
/** Conversations and partners of whom the answers are counted; the oldest is forgotten. */
const MAX_CONVERSATIONS = 50;
const MAX_RECENT_TOPICS = 15;

/** What to write about of one's own accord: what was asked for, news, a goal, what others write about, an interest. */
export const chooseTopic = (mind: Mind, event: object): Change => ({
  ...assign(mind, event),
  draft: [],
  sent: [],
});

function assign(mind: Mind, event: object): Change {
  const [order, ...orders] = mind.orders;
  if (order !== undefined) {
    return { orders, assignment: ownAssignment(order.posts, order) };
  }
  const { key } = stampOf(event);
  const [story] = mind.news;
  if (story !== undefined && draw(key, "news-or-own") < newsShare(mind)) {
    const { topic, headline } = story;
    return { assignment: ownAssignment(1, { topic, news: headline }), news: mind.news.slice(1) };
  }
  return { assignment: ownAssignment(threadLength(mind, key), { topic: ownTopic(mind, key) }) };
}

function ownAssignment(posts: number, about: Omit<Assignment, "task">): Assignment {
  const { topic, news, calls } = about;
  return {
    task: posts > 1 ? "thread" : "post",
    ...(posts > 1 && { posts }),
    ...(topic !== undefined && { topic }),
    ...(news !== undefined && { news }),
    ...(calls !== undefined && { calls }),
  };
}

/** The troubled talk of the news, the cheerful of what they want: valence moves the shares by so much. */
const newsShare = ({ mood }: Mind): number => 0.6 - 0.2 * mood.valence;
const goalShare = ({ mood }: Mind): number => 0.3 + 0.15 * mood.valence;
const OTHERS_SHARE = 0.25;
const OTHERS_SHARE_WITHOUT_INTERESTS = 0.8;

function ownTopic(mind: Mind, key: number): string | undefined {
  const { interests, avoids } = mind.nature;
  const goals = openTopics(mind.goals);
  if (goals.length > 0 && draw(key, "goal-or-other") < goalShare(mind))
    return pick(key, "goal", goals);
  const share = interests.length === 0 ? OTHERS_SHARE_WITHOUT_INTERESTS : OTHERS_SHARE;
  const isTakenUp = draw(key, "own-or-others") < share;
  const heard = mind.heard.filter((topic) => !avoids.includes(topic));
  return pick(key, "topic", isTakenUp && heard.length > 0 ? heard : interests);
}

/** Elated people have more to say. */
function threadLength({ nature, feeling }: Mind, key: number): number {
  const share = nature.thread * (feeling === "elated" ? 2 : 1);
  if (nature.maxThread < 2 || draw(key, "thread") >= share) return 1;
  return 2 + floor(draw(key, "thread-length") * (nature.maxThread - 1));
}

/** To write about what is being looked at. */
export function take({ current }: Mind, task: "reply" | "quote"): Change {
  if (current === null) return {};
  const { topic, answer } = current;
  return {
    assignment: { task, about: current, ...(topic !== undefined && { topic }) },
    draft: answer === undefined ? [] : [answer],
    sent: [],
  };
}

/** An answer in a conversation wants to know what was said before. */
export const needsConversation = ({ assignment }: Mind): boolean => {
  const about = assignment?.about;
  return about?.post !== undefined && about.thread !== about.post;
};

type Said = NonNullable<Brief["conversation"]>;

export function hearConversation(
  { assignment }: Mind,
  posts: readonly (Said[number] & { readonly post: string })[],
): Change {
  if (assignment === null) return {};
  const before = posts.filter(({ post }) => post !== assignment.about?.post);
  const conversation = before.map(({ from, text }) => ({ from, text }));
  return { assignment: { ...assignment, conversation } };
}

/** The question what something is about, to somebody who has said it. */
const CONTEXT_QUESTION =
  /\bwhat\b[^.!?]*\b(?:tweet|context|talking about|(?:this|that|your|the) post)\b(?! office)[^.!?]*\?/i;

/** The brief for what the agent is about to write. */
export function briefOf(mind: Mind, event: object): Brief {
  const { assignment, feeling, mood } = mind;
  assert(assignment !== null, "drafting begins with an assignment");
  const { task, topic, news, about, posts, conversation } = assignment;
  const { at, key } = stampOf(event);
  const goals = mind.goals.filter(isOpen).map(({ text }) => text);
  const memories = recallFor(mind, assignment, event);
  return {
    task,
    mood: feeling,
    vad: {
      valence: cents(mood.valence),
      arousal: cents(mood.arousal),
      dominance: cents(mood.dominance),
    },
    ...(topic !== undefined && { topic }),
    ...(news !== undefined && { news }),
    ...(posts !== undefined && { posts }),
    ...(about && {
      replyTo: { from: about.from, text: about.text },
      standing: standingWith(mind.relationships, about.from, at),
    }),
    ...(about && CONTEXT_QUESTION.test(about.text) && { isContextQuestion: true }),
    ...(conversation && conversation.length > 0 && { conversation: [...conversation] }),
    ...(memories.length > 0 && { memories: [...memories] }),
    ...(mind.recentPosts.length > 0 && { recentPosts: [...mind.recentPosts] }),
    ...(mind.recentTopics.length > 0 && { recentTopics: [...mind.recentTopics] }),
    ...(goals.length > 0 && { goals }),
    ...drawVariety(key, task),
    ...(mind.nature.prompts > 0 && {
      systemPrompt: floor(draw(key, "system-prompt") * mind.nature.prompts),
    }),
  };
}

/** To two places: a prompt needs no more, and the journal stays short. Never -0, which is no JSON. */
const cents = (value: number): number => round(value * 100) / 100 + 0;

/** The texts that the writer gave, as many as were asked for. */
export function takeDraft(
  { assignment }: Mind,
  { text, thread = [] }: { readonly text: string; readonly thread?: readonly string[] | undefined },
): Change {
  return { draft: [text, ...thread].slice(0, assignment?.posts ?? 1), sent: [] };
}

/** Calls somebody by name where there is room. */
const calling = (text: string, calls: string | undefined): string =>
  calls === undefined || text.length + calls.length + 2 > MAX_POST_LENGTH
    ? text
    : `${text} @${calls}`;

/** The next part of the draft as a post, an answer or a quote; the parts of a thread answer each other. */
export function postOf({ assignment, draft, sent }: Mind) {
  const { task, topic, about, calls } = assignment ?? {};
  const before = sent.at(-1);
  const replyTo = before ?? (task === "reply" ? about?.post : undefined);
  return {
    text: calling(draft[0] ?? "", before === undefined ? calls : undefined),
    ...(topic !== undefined && { topic }),
    ...(replyTo !== undefined && { replyTo }),
    ...(before === undefined &&
      task === "quote" &&
      about?.post !== undefined && { quoteOf: about.post }),
  };
}

/** A part has really been posted: only now it counts, and is remembered. */
export function notePart(mind: Mind, event: object, post: string): Change {
  const { at } = stampOf(event);
  const { assignment, draft, sent } = mind;
  const [text = "", ...left] = draft;
  const isAnswer = isAnswering(mind);
  const quota = quotaAt(mind, event);
  const counted = {
    draft: left,
    sent: [...sent, post],
    tries: 0,
    quota: {
      ...quota,
      [isAnswer ? "replies" : "posts"]: (isAnswer ? quota.replies : quota.posts) + 1,
    },
  };
  if (sent.length > 0) return counted;
  const noted = { ...counted, ...noteText(mind, text) };
  if (isAnswer) return { ...noted, ...noteAnswer(mind, at), ...rememberReply(mind, event, text) };
  return {
    ...noted,
    lastPostAt: at,
    ...rememberPost(mind, event, { text, post, topic: assignment?.topic }),
  };
}

export const isAnswering = ({ assignment }: Mind): boolean =>
  assignment?.task === "reply" || assignment?.task === "quote";

const noteText = ({ recentPosts, recentTopics, assignment }: Mind, text: string): Change => ({
  recentPosts: [text.slice(0, MAX_RECENT_TEXT), ...recentPosts].slice(0, MAX_RECENT_POSTS),
  recentTopics:
    assignment?.topic === undefined
      ? recentTopics
      : [assignment.topic, ...recentTopics.filter((topic) => topic !== assignment.topic)].slice(
          0,
          MAX_RECENT_TOPICS,
        ),
});

/** One turn more in this conversation, and towards this partner. */
function noteAnswer(mind: Mind, at: number): Change {
  const { assignment, answers, exchanges, nature } = mind;
  if (assignment?.about === undefined || assignment.task !== "reply") return {};
  const { thread, from } = assignment.about;
  const before = exchanges[from];
  const isOpen = before !== undefined && at - before.since < nature.pairWindow;
  const exchange = isOpen ? { ...before, answers: before.answers + 1 } : { since: at, answers: 1 };
  return {
    answers: latest(answers, thread, answersIn({ ...mind, current: assignment.about }) + 1),
    exchanges: latest(exchanges, from, exchange),
  };
}

/** Puts an entry last and keeps the latest. */
function latest<Value>(
  record: Readonly<Record<string, Value>>,
  id: string,
  value: Value,
): Readonly<Record<string, Value>> {
  const others = Object.entries(record).filter(([key]) => key !== id);
  return Object.fromEntries([...others, [id, value] as const].slice(-MAX_CONVERSATIONS));
}

/** After a draft that could not be sent, the next one does not wait for a whole pause. */
const AFTER_FAILURE = minutes(30);

/** The draft is sent or given up. A post of one's own sets the next one; a reply never pushes it back. */
export function finishDraft(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const done = { assignment: null, draft: [], sent: [], tries: 0 };
  if (isAnswering(mind)) return done;
  if (mind.sent.length > 0) return { ...planPost(mind, event), ...done };
  return { nextPostAt: at + floor(AFTER_FAILURE * (0.5 + draw(key, "after-failure"))), ...done };
}

/**
 * When to try again: after the time that the service named, else after 1, 2, 4 … minutes; and up to two minutes
 * later, so that not all come back at once. A limit is not a failed try: a draft survives it.
 */
export function retryLater(mind: Mind, event: object, failure: unknown): Change {
  const { at, key } = stampOf(event);
  const limit = retryAfterOf(failure);
  const wait = limit ?? minutes(1) * (1 << min(mind.tries, 10));
  const retryAt = at + wait + draw(key, "retry") * minutes(2);
  return { retryAt, tries: limit === undefined ? mind.tries + 1 : mind.tries };
}

/** How long a limited request has to wait; undefined for any other failure. */
export function retryAfterOf(failure: unknown): number | undefined {
  if (typeof failure !== "object" || failure === null || !("retryAfter" in failure))
    return undefined;
  return typeof failure.retryAfter === "number" ? failure.retryAfter : undefined;
}

const kindOf = (failure: unknown): unknown =>
  typeof failure === "object" && failure !== null && "kind" in failure ? failure.kind : undefined;

/** Asking again would be in vain. */
export const isRefusal = (failure: unknown): boolean => kindOf(failure) === "refused";

/** The account itself is shut out: nothing may be written until somebody has it reinstated. */
export const isSuspension = (failure: unknown): boolean =>
  isRefusal(failure) && /\bsuspended\b/.test(JSON.stringify(failure));
