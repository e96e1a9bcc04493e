// What the world holds: accounts, follows and posts. Memory grows with what was written, not with agents.
import type { Address } from "../event.ts";
import { floor } from "../math.ts";
import { deriveKey } from "../random.ts";

export type PostKind = "post" | "reply" | "quote" | "repost";

/** A post as everyone sees it. */
export interface Post {
  /** X-style snowflake: a decimal text, from the instant and the key of the post. */
  readonly id: string;
  readonly author: Address;
  /** Virtual milliseconds since the start. */
  readonly at: number;
  readonly kind: PostKind;
  readonly text: string;
  /** reply: the post that it answers; quote and repost: the post that it shows. */
  readonly of?: string;
  /** The first post of the conversation; its own id when it begins one. */
  readonly thread: string;
  readonly topic?: string;
}

/** What others did with a post. */
export interface Engagement {
  readonly likes: Set<Address>;
  replies: number;
  quotes: number;
  reposts: number;
}

export interface Account {
  readonly address: Address;
  readonly id: string;
  readonly name: string;
  readonly interests: readonly string[];
}

/** What became of an account during the run. */
export interface Presence {
  /** Whether it is there for others: it has joined, and has not left. */
  readonly isHere: boolean;
  /** Who it is since it became another. */
  readonly account?: Account;
}

/** What an account has seen of its feed. */
export interface Seen {
  /** Everything up to this instant counts as seen. */
  until: number;
  /** Later posts that were shown already, the newest last; at most MAX_SEEN_MARKS. */
  readonly marks: string[];
}

export const MAX_SEEN_MARKS = 200;

export interface Posts {
  readonly byId: Map<string, Post>;
  readonly engagement: Map<string, Engagement>;
  /** Ids of an author's posts, the oldest first. */
  readonly byAuthor: Map<Address, string[]>;
}

export const noPosts = (): Posts => ({
  byId: new Map(),
  engagement: new Map(),
  byAuthor: new Map(),
});

export function addPost(posts: Posts, post: Post): void {
  posts.byId.set(post.id, post);
  const timeline = posts.byAuthor.get(post.author);
  if (timeline === undefined) posts.byAuthor.set(post.author, [post.id]);
  else timeline.push(post.id);
}

/** The first millisecond of the ids of X (Twitter announcement of Snowflake, 2010). */
const SNOWFLAKE_EPOCH = 1_288_834_974_657;
const SNOWFLAKE_STEPS = 4_194_304;

/**
 * The id of a post: 22 bits of its key under the milliseconds of its instant. Never from an order of arrival,
 * so that one more post elsewhere changes no id.
 * @param isTaken another post of the same millisecond may have drawn the same bits
 */
export function snowflake(
  instant: { readonly startAt: number; readonly at: number },
  key: number,
  isTaken: (id: string) => boolean,
): string {
  const time = BigInt(instant.startAt + instant.at - SNOWFLAKE_EPOCH);
  for (let attempt = 0; ; attempt++) {
    const bits = deriveKey(key, "snowflake", attempt) % SNOWFLAKE_STEPS;
    const id = String(time * BigInt(SNOWFLAKE_STEPS) + BigInt(floor(bits)));
    if (!isTaken(id)) return id;
  }
}
