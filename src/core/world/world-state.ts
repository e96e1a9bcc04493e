// What the world is made of, what comes to it and what it sends out.
import {
  type Address,
  type EventBody,
  NORMAL_PRIORITY,
  type Priority,
  type Unranked,
  WORLD,
} from "../event.ts";
import { floor, max } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import { type Touched, untouched } from "../tables.ts";
import type { Targets } from "../targets.ts";
import type { FeedOrder } from "./feed.ts";
import type { Occasions } from "./happenings.ts";
import {
  type Account,
  type Engagement,
  noPosts,
  type Post,
  type Posts,
  type Presence,
  type Seen,
} from "./posts.ts";

/** Something that happens to agents now and then, to each by itself. */
export interface RandomEvent {
  readonly name: string;
  /** Mean pause between two occurrences for one agent, in virtual milliseconds. */
  readonly every: number;
  readonly event: EventBody;
  /** To whom; to everyone by default. */
  readonly to?: Targets;
  readonly priority?: Priority;
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
  readonly happenings: Occasions;
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
  /** From 0, the most urgent; what the world passes on is as urgent. */
  readonly priority: number;
}

/** What the world sends out; `post` is there when one was written. */
export interface WorldOutput {
  readonly deliveries: readonly Unranked[];
  readonly handled: boolean;
  readonly post?: Post;
}

/** What follows from an event; undefined when the world does not understand it. */
export type Taken = readonly Unranked[] | undefined;

export function makeWorld(
  spec: Pick<World, "startAt" | "feed" | "accounts" | "random" | "happenings"> & {
    readonly follows: World["follows"];
  },
): World {
  return { ...spec, presence: new Map(), posts: noPosts(), seen: new Map(), touched: untouched() };
}

/** Whether an account is there for others. */
export const isHere = ({ accounts, presence }: World, address: Address): boolean =>
  presence.get(address)?.isHere ?? accounts.has(address);

/** The accounts of all who are there, in the order of the cast. */
export const presentIn = (world: World): readonly Account[] =>
  [...world.accounts.values()].filter(({ address }) => isHere(world, address));

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
  return send(to, input, delay, event);
}

/** An event for one recipient, after a time; its key comes from the cause and the recipient. */
export function send(
  to: Address,
  { at, key, priority }: WorldInput,
  after: number,
  event: EventBody,
): Unranked {
  return { kind: "event", at: at + after, priority, to, event, key: deriveKey(key, to) };
}

/** What the world tells itself to do at an instant. */
export const remind = (event: EventBody, at: number, key: number): Unranked => ({
  kind: "event",
  at,
  priority: NORMAL_PRIORITY,
  to: WORLD,
  event,
  key,
});
