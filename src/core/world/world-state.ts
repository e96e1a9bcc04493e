// What the world is made of, what comes to it and what it sends out.
import { type Address, type EventBody, NORMAL_PRIORITY, type Unranked } from "../event.ts";
import { floor, max } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import { type Touched, untouched } from "../tables.ts";
import type { FeedOrder } from "./feed.ts";
import {
  type Account,
  type Engagement,
  noPosts,
  type Post,
  type Posts,
  type Presence,
  type Seen,
} from "./posts.ts";

/** Something that happens to every agent now and then. */
export interface RandomEvent {
  readonly name: string;
  /** Mean pause between two occurrences for one agent, in virtual milliseconds. */
  readonly every: number;
  readonly event: EventBody;
}

export interface World {
  /** Milliseconds since 1970 in UTC at virtual time 0: for ids. */
  readonly startAt: number;
  readonly feed: FeedOrder;
  /** Of all who ever take part. */
  readonly accounts: Map<Address, Account>;
  /** Of those who come, go or become others; all others are there. */
  readonly presence: Map<Address, Presence>;
  readonly random: readonly RandomEvent[];
  /** follower -> followed -> weight in (0, 1] */
  readonly follows: Map<Address, Map<Address, number>>;
  readonly posts: Posts;
  readonly seen: Map<Address, Seen>;
  readonly touched: Touched;
}

/** An event that has come to the world, with what its consequences are keyed by. */
export interface WorldInput {
  readonly event: EventBody;
  readonly at: number;
  readonly key: number;
  /** The key under the seed of the run: all draws come from it. */
  readonly seeded: number;
}

/** What the world sends out; `post` is there when one was written. */
export interface WorldOutput {
  readonly deliveries: readonly Unranked[];
  readonly handled: boolean;
  readonly post?: Post;
}

export function makeWorld(
  spec: Pick<World, "startAt" | "feed" | "accounts" | "random"> & {
    readonly follows: World["follows"];
  },
): World {
  return { ...spec, presence: new Map(), posts: noPosts(), seen: new Map(), touched: untouched() };
}

/** Whether an account is there for others. */
export const isHere = ({ accounts, presence }: World, address: Address): boolean =>
  presence.get(address)?.isHere ?? accounts.has(address);

/** Whom an account follows, to be changed. */
export const touchFollows = ({ follows, touched }: World, id: Address): Map<Address, number> =>
  touch(follows, touched.follows, id, () => new Map());

/** What an account has seen, to be changed. */
export const touchSeen = ({ seen, touched }: World, id: Address): Seen =>
  touch(seen, touched.seen, id, () => ({ until: -1, marks: [] }));

/** What others did with a post, to be changed; most posts have none. */
export const touchEngagement = ({ posts, touched }: World, id: string): Engagement =>
  touch(posts.engagement, touched.engagement, id, () => ({
    likes: new Set(),
    replies: 0,
    quotes: 0,
    reposts: 0,
  }));

/** A record that is about to change; made where there is none yet. */
function touch<Item>(
  records: Map<string, Item>,
  touched: Set<string>,
  id: string,
  make: () => Item,
): Item {
  const record = records.get(id) ?? make();
  records.set(id, record);
  touched.add(id);
  return record;
}

/** An event for one recipient, within a time; its chance and key come from the cause and the recipient. */
export function deliver(
  to: Address,
  input: WorldInput,
  within: number,
  event: EventBody,
): Unranked {
  const delay = max(1, floor(draw(input.seeded, `reach:${to}`) * within));
  const key = deriveKey(input.key, to);
  return { kind: "event", at: input.at + delay, priority: NORMAL_PRIORITY, to, event, key };
}
