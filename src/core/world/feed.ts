// What an account sees when it reads: the posts of those it follows, newest first or ranked.
import type { Address } from "../event.ts";
import { halfPower, log } from "../math.ts";
import { hours } from "../time.ts";
import { type Engagement, MAX_SEEN_MARKS, type Post, type Posts, type Seen } from "./posts.ts";

export type FeedOrder = "recent" | "ranked";

/** Half of a post's weight is gone after this time. */
export const RECENCY_HALF_LIFE = hours(6);
/** A feed shows nothing older. */
export const FEED_HORIZON = hours(48);
/** At most so many posts of one author are looked at in one reading. */
const MAX_PER_AUTHOR = 20;

/**
 * The weight of a post in a ranked feed: recency x relationship x engagement.
 * score = (1/2)^(age / 6 h) x (0.5 + weight) x (1 + ln(1 + likes + 2 replies + 2 quotes + 3 reposts))
 * @param age virtual milliseconds; @param weight of the follow, in (0, 1]
 */
export function score(age: number, weight: number, engagement: Engagement | undefined): number {
  const recency = halfPower(age / RECENCY_HALF_LIFE);
  if (engagement === undefined) return recency * (0.5 + weight);
  const { likes, replies, quotes, reposts } = engagement;
  return (
    recency * (0.5 + weight) * (1 + log(1 + likes.size + 2 * (replies + quotes) + 3 * reposts))
  );
}

export interface Reading {
  readonly reader: Address;
  readonly at: number;
  readonly limit: number;
  readonly order: FeedOrder;
  /** Weights of those the reader follows. */
  readonly follows: ReadonlyMap<Address, number>;
  readonly seen: Seen;
}

interface Candidate {
  readonly post: Post;
  readonly rank: number;
}

/** An answer is shown to those who follow both sides, as on X; everything else to every follower. */
function concerns({ byId }: Posts, post: Post, { reader, follows }: Reading): boolean {
  if (post.kind !== "reply") return true;
  const answered = byId.get(post.of ?? "")?.author;
  return answered !== undefined && answered !== reader && follows.has(answered);
}

/** The next unseen posts for a reader. Does not mark them. */
export function readFeed(posts: Posts, reading: Reading): readonly Post[] {
  const marks = new Set(reading.seen.marks);
  const candidates: Candidate[] = [];
  for (const [author, weight] of reading.follows) {
    for (const post of latestOf(posts, author, reading)) {
      if (marks.has(post.id) || !concerns(posts, post, reading)) continue;
      const engagement = posts.engagement.get(post.id);
      const isRanked = reading.order === "ranked";
      const rank = isRanked ? score(reading.at - post.at, weight, engagement) : post.at;
      candidates.push({ post, rank });
    }
  }
  candidates.sort((a, b) => b.rank - a.rank || (a.post.id < b.post.id ? 1 : -1));
  return candidates.slice(0, reading.limit).map(({ post }) => post);
}

/** An author's posts that are not too old and not all seen, the newest first. */
function latestOf(posts: Posts, author: Address, { at, seen }: Reading): readonly Post[] {
  const timeline = posts.byAuthor.get(author) ?? [];
  const oldest = at - FEED_HORIZON;
  const latest: Post[] = [];
  for (let i = timeline.length - 1; i >= 0 && latest.length < MAX_PER_AUTHOR; i--) {
    const post = posts.byId.get(timeline[i] ?? "");
    if (post === undefined || post.at <= seen.until || post.at < oldest) break;
    latest.push(post);
  }
  return latest;
}

/** Remembers what was shown, within the bound: the oldest marks give way to a later "all seen until". */
export function markSeen(seen: Seen, shown: readonly Post[], posts: Posts): void {
  for (const post of shown) seen.marks.push(post.id);
  while (seen.marks.length > MAX_SEEN_MARKS) {
    const oldest = posts.byId.get(seen.marks.shift() ?? "");
    if (oldest !== undefined && oldest.at > seen.until) seen.until = oldest.at;
  }
}
