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
  return recency * (0.5 + weight) * (1 + log(1 + likes.size + 2 * (replies + quotes) + 3 * reposts));
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

/** The next unseen posts for a reader. Does not mark them. */
export function readFeed(posts: Posts, reading: Reading): readonly Post[] {
  const marks = new Set(reading.seen.marks);
  const oldest = reading.at - FEED_HORIZON;
  const candidates: Candidate[] = [];
  for (const [author, weight] of reading.follows) {
    const timeline = posts.byAuthor.get(author) ?? [];
    const last = timeline.length - 1;
    for (let i = last; i >= 0 && i > last - MAX_PER_AUTHOR; i--) {
      const post = posts.byId.get(timeline[i] ?? "");
      if (post === undefined || post.at <= reading.seen.until || post.at < oldest) break;
      if (marks.has(post.id)) continue;
      const isRanked = reading.order === "ranked";
      const engagement = posts.engagement.get(post.id);
      candidates.push({
        post,
        rank: isRanked ? score(reading.at - post.at, weight, engagement) : post.at,
      });
    }
  }
  candidates.sort((a, b) => b.rank - a.rank || (a.post.id < b.post.id ? 1 : -1));
  return candidates.slice(0, reading.limit).map(({ post }) => post);
}

/** Remembers what was shown, within the bound: the oldest marks give way to a later "all seen until". */
export function markSeen(seen: Seen, shown: readonly Post[], posts: Posts): void {
  for (const post of shown) seen.marks.push(post.id);
  while (seen.marks.length > MAX_SEEN_MARKS) {
    const oldest = posts.byId.get(seen.marks.shift() ?? "");
    if (oldest !== undefined && oldest.at > seen.until) seen.until = oldest.at;
  }
}
