// What a persona gives its attention to: calls, the feed, visits and requests, one thing after another.
import { sampleLogNormal } from "../core/distribution.ts";
import { assert } from "../core/error.ts";
import { max, min } from "../core/math.ts";
import { draw, pick } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import type {
  InteractionPrompted,
  Mentioned,
  NewsHeard,
  PostRequested,
  ReplyRequested,
} from "../core/world-events.ts";
import type { Change, Item, Mind, Order, Visit } from "./mind-state.ts";
import { affinity, relationshipWith } from "./relationship.ts";
import { earliestPostAt } from "./routine.ts";

export const MAX_INBOX = 30;
export const MAX_NEWS = 3;
export const MAX_HEARD = 6;
/** Posts asked for that wait to be written, and visits that wait to be made. */
export const MAX_ORDERS = 10;
/** Posts of a conversation that are read before an answer, and of somebody who is looked up. */
export const MAX_CONVERSATION = 6;
const MAX_VISITED = 5;

export function hearNews(mind: Mind, { topic, headline }: NewsHeard): Change {
  return { news: [...mind.news, { topic, headline }].slice(-MAX_NEWS) };
}

/** A mention; one that a scenario sends from outside the world may have no post. */
type Call = Pick<Mentioned, "from" | "text" | "topic" | "at" | "key"> &
  Partial<Pick<Mentioned, "post" | "thread">>;

/** A call is looked at after a while: nobody answers at once. */
export function takeCall(mind: Mind, event: Call): Change {
  return {
    inbox: withCall(mind, { ...callOf(event), dueAt: event.at + reactionDelay(mind, event.key) }),
  };
}

function callOf({ from, post, text, thread, topic }: Omit<Call, "at" | "key">): Item {
  return {
    from,
    text,
    thread: thread ?? post ?? `from ${from}`,
    ...(post !== undefined && { post }),
    ...(topic !== undefined && { topic }),
    isCall: true,
  };
}

/** Calls go before what the feed showed; the inbox has a bound, and the oldest post of the feed gives way. */
function withCall({ inbox }: Mind, call: Item): readonly Item[] {
  const calls = inbox.filter(({ isCall }) => isCall);
  const others = inbox.filter(({ isCall }) => !isCall);
  return [...calls, call, ...others].slice(0, MAX_INBOX);
}

/** A delay is never longer than this, in virtual milliseconds. */
const MAX_DELAY = 86_400_000;

/** Log-normal, with the median and the sigma of the persona. */
function reactionDelay({ nature }: Mind, key: number): number {
  return min(MAX_DELAY, sampleLogNormal(draw(key, "reaction-delay"), nature.reactionDelay));
}

/** When it turns to others next: to the first call that waits, or to the feed. */
export const nextAttentionAt = ({ inbox, nextReadAt }: Mind): number =>
  min(nextReadAt, ...inbox.flatMap(({ isCall, dueAt = 0 }) => (isCall ? [dueAt] : [])));

export const isCalled = ({ inbox }: Mind, event: object): boolean =>
  inbox.some(({ isCall, dueAt = 0 }) => isCall && dueAt <= stampOf(event).at);

/** Two seconds, and a second for every 17 characters. */
export const glance = ({ current }: Mind): number => 2000 + 60 * (current?.text.length ?? 0);

const withVisit = ({ visits }: Mind, visit: Visit): Change => ({
  visits: [...visits, visit].slice(-MAX_ORDERS),
});

const withOrder = ({ orders }: Mind, order: Order): Change => ({
  orders: [...orders, order].slice(-MAX_ORDERS),
});

/** Somebody outside wants this answered: the post is looked up first. */
export const takeReplyRequest = (mind: Mind, { post, text }: ReplyRequested): Change =>
  withVisit(mind, { post, ...(text !== undefined && { answer: text }) });

/** The initiator looks the other one up; nobody else has to do anything. */
export const takePrompt = (mind: Mind, { target, topic }: InteractionPrompted): Change =>
  withVisit(mind, { to: target, topic });

/** Somebody outside wants a post; it waits for the gap unless it is forced. */
export function takePostRequest(mind: Mind, event: PostRequested): Change {
  const { topic, threadLength = 1, force = false, at } = event;
  return {
    ...withOrder(mind, { posts: max(1, threadLength), ...(topic !== undefined && { topic }) }),
    nextPostAt: force ? at : min(mind.nextPostAt, max(at, earliestPostAt(mind))),
    ...(force && { lastPostAt: null }),
  };
}

/** What to read for the first visit: the post with what led to it, or the latest of somebody. */
export function visitOf({ visits: [visit] }: Mind) {
  assert(visit !== undefined, "a visit begins with somebody to look up");
  return "post" in visit
    ? { thread: visit.post, limit: MAX_CONVERSATION }
    : { account: visit.to, limit: MAX_VISITED };
}

type Seen = Omit<Item, "isCall" | "topic"> & { readonly topic?: string | undefined };

const itemOf = ({ post, from, text, thread, topic }: Seen, isCall: boolean): Item => ({
  post,
  from,
  text,
  thread,
  ...(topic !== undefined && { topic }),
  isCall,
});

/** What those write who are close is looked at first; among equals the order of the feed stays. */
export function takeFeed(mind: Mind, posts: readonly Seen[], event: object): Change {
  const { at } = stampOf(event);
  const closeness = (from: string) => affinity(relationshipWith(mind.relationships, from, at));
  const ranked = [...posts].sort((a, b) => closeness(b.from) - closeness(a.from));
  const topics = posts.flatMap(({ topic }) => topic ?? []);
  return {
    inbox: [...mind.inbox, ...ranked.map((post) => itemOf(post, false))].slice(0, MAX_INBOX),
    heard: [...new Set([...topics, ...mind.heard])].slice(0, MAX_HEARD),
  };
}

/**
 * The post that was to be answered, or one of those of whom it has looked up, is answered next. Whoever has written
 * nothing is spoken to in a post.
 */
export function takeVisit(mind: Mind, posts: readonly Seen[], event: object): Change {
  const [visit] = mind.visits;
  if (visit === undefined) return {};
  const chosen = "post" in visit ? posts.at(-1) : pick(stampOf(event).key, "visited-post", posts);
  const left = endVisit(mind);
  if (chosen !== undefined) {
    const answer = "post" in visit ? visit.answer : undefined;
    const item: Item = { ...itemOf(chosen, true), isOrdered: true, ...(answer && { answer }) };
    return { ...left, inbox: [item, ...mind.inbox].slice(0, MAX_INBOX) };
  }
  if ("post" in visit) return left;
  const { to, topic } = visit;
  const nextPostAt = min(mind.nextPostAt, max(stampOf(event).at, earliestPostAt(mind)));
  return { ...left, ...withOrder(mind, { posts: 1, topic, calls: to }), nextPostAt };
}

export const endVisit = ({ visits }: Mind): Change => ({ visits: visits.slice(1) });

/** The next thing to look at; what was current is done with. Calls that are not due yet wait. */
export function takeNext({ inbox }: Mind, event: object): Change {
  const { at } = stampOf(event);
  const current = inbox.find(({ dueAt = 0 }) => dueAt <= at) ?? null;
  return { current, inbox: inbox.filter((item) => item !== current) };
}
