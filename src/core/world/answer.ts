// How the world answers what agents ask of it: posting, reacting, reading, following.
import { z } from "zod";
import type { EffectOutcome } from "../effect.ts";
import { type Address, NORMAL_PRIORITY, toId, type Unranked } from "../event.ts";
import { floor } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import { seconds } from "../time.ts";
import { markSeen, readFeed } from "./feed.ts";
import { addPost, type Post, type PostKind, snowflake } from "./posts.ts";
import {
  deliver,
  isHere,
  touchEngagement,
  touchFollows,
  touchSeen,
  type World,
  type WorldInput,
  type WorldOutput,
} from "./world-state.ts";

/** A request that an effect passed on: its answer goes back under the request's id. */
export const Asked = z.object({
  type: z.literal("asked"),
  request: z.string(),
  from: z.string(),
  ask: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("post"),
      text: z.string(),
      replyTo: z.string().optional(),
      quoteOf: z.string().optional(),
      topic: z.string().optional(),
    }),
    z.object({ kind: z.literal("react"), reaction: z.enum(["like", "repost"]), post: z.string() }),
    z.object({ kind: z.literal("read"), limit: z.number().int() }),
    z.object({ kind: z.literal("thread"), post: z.string(), limit: z.number().int() }),
    z.object({ kind: z.literal("timeline"), account: z.string(), limit: z.number().int() }),
    z.object({ kind: z.literal("follow"), account: z.string(), weight: z.number() }),
    z.object({ kind: z.literal("unfollow"), account: z.string() }),
  ]),
});
export type Asked = z.infer<typeof Asked>;
export type WorldAsk = Asked["ask"];

type Answer = readonly [outcome: EffectOutcome, notices?: readonly Unranked[], post?: Post];

/** Performs what was asked; the answer goes back under the id of the request. */
export function answer(world: World, asked: Asked, input: WorldInput): WorldOutput {
  const from = asked.from;
  const [outcome, notices = [], post] = perform(world, { from, ask: asked.ask }, input);
  const reply: Unranked = {
    kind: "reply",
    at: input.at + 1 + floor(draw(input.seeded, "reply") * seconds(0.3)),
    priority: NORMAL_PRIORITY,
    to: from,
    event: { type: "replied", ...outcome },
    key: deriveKey(input.key, "reply"),
    request: asked.request,
  };
  return { deliveries: [...notices, reply], handled: true, ...(post && { post }) };
}

interface Asking {
  readonly from: Address;
  readonly ask: WorldAsk;
}

function perform(world: World, { from, ask }: Asking, input: WorldInput): Answer {
  switch (ask.kind) {
    case "post":
      return writePost(world, from, ask, input);
    case "react":
      return react(world, from, ask, input);
    case "read":
      return [
        { kind: "done", reply: { posts: read(world, from, { at: input.at, limit: ask.limit }) } },
      ];
    case "thread":
      return [{ kind: "done", reply: { posts: readThread(world, ask.post, ask.limit) } }];
    case "timeline":
      if (!world.accounts.has(ask.account)) return unknownAccount(ask.account);
      return [{ kind: "done", reply: { posts: readTimeline(world, ask.account, ask.limit) } }];
    case "follow":
      if (!isHere(world, ask.account)) return unknownAccount(ask.account);
      touchFollows(world, from).set(ask.account, ask.weight);
      return [{ kind: "done", reply: {} }];
    case "unfollow":
      touchFollows(world, from).delete(ask.account);
      return [{ kind: "done", reply: {} }];
  }
}

const unknownAccount = (address: Address): Answer => [
  { kind: "refused", reason: `no account ${toId(address)}` },
];

const unknownPost = (id: string): Answer => [{ kind: "refused", reason: `no post ${id}` }];

function writePost(
  world: World,
  author: Address,
  ask: Extract<WorldAsk, { kind: "post" }>,
  input: WorldInput,
): Answer {
  const of = ask.replyTo ?? ask.quoteOf;
  const target = of === undefined ? undefined : world.posts.byId.get(of);
  if (of !== undefined && target === undefined) return unknownPost(of);
  const kind: PostKind = ask.replyTo ? "reply" : ask.quoteOf ? "quote" : "post";
  const post = publish(world, { author, kind, text: ask.text, target, topic: ask.topic }, input);
  const notices = [...mentionsOf(world, post, target)].map((address) =>
    notice(address, post, input),
  );
  return [{ kind: "done", reply: { post: post.id } }, notices, post];
}

interface Draft {
  readonly author: Address;
  readonly kind: PostKind;
  readonly text: string;
  readonly target: Post | undefined;
  readonly topic?: string | undefined;
}

function publish(world: World, draft: Draft, { at, key }: WorldInput): Post {
  const { author, kind, text, target } = draft;
  const topic = draft.topic ?? target?.topic;
  const isTaken = (id: string): boolean => world.posts.byId.has(id);
  const id = snowflake({ startAt: world.startAt, at }, key, isTaken);
  const thread = kind === "reply" && target ? target.thread : id;
  const post: Post = {
    id,
    author,
    at,
    kind,
    text,
    thread,
    ...(target && { of: target.id }),
    ...(topic && { topic }),
  };
  addPost(world.posts, post);
  world.touched.posts.add(id);
  if (target !== undefined) {
    const engagement = touchEngagement(world, target.id);
    if (kind === "reply") engagement.replies++;
    if (kind === "quote") engagement.quotes++;
    if (kind === "repost") engagement.reposts++;
  }
  return post;
}

/** Whom a post calls: the author that it answers or quotes, and every `@id` in its text. */
function mentionsOf(world: World, post: Post, target: Post | undefined): Set<Address> {
  const called = new Set<Address>(target === undefined ? [] : [target.author]);
  for (const [, id] of post.text.matchAll(/@([a-z][a-z0-9_-]{0,63})/g)) called.add(`agent:${id}`);
  called.delete(post.author);
  return new Set([...called].filter((address) => world.accounts.has(address)).sort());
}

/** A notification takes up to half a minute; its chance and key come from the post and the recipient. */
function notice(to: Address, post: Post, input: WorldInput): Unranked {
  return deliver(to, input, seconds(30), {
    type: "mentioned",
    from: toId(post.author),
    post: post.id,
    text: post.text,
    thread: post.thread,
    as: post.kind,
    ...(post.topic && { topic: post.topic }),
  });
}

function react(
  world: World,
  from: Address,
  ask: Extract<WorldAsk, { kind: "react" }>,
  input: WorldInput,
): Answer {
  const target = world.posts.byId.get(ask.post);
  if (target === undefined) return unknownPost(ask.post);
  if (ask.reaction === "repost") {
    const post = publish(world, { author: from, kind: "repost", text: target.text, target }, input);
    return [{ kind: "done", reply: {} }, liked(target, from, input, "reposted"), post];
  }
  const { likes } = touchEngagement(world, target.id);
  if (likes.has(from)) return [{ kind: "done", reply: {} }];
  likes.add(from);
  return [{ kind: "done", reply: {} }, liked(target, from, input, "liked")];
}

function liked(post: Post, from: Address, input: WorldInput, type: string): readonly Unranked[] {
  if (post.author === from) return [];
  return [deliver(post.author, input, seconds(60), { type, from: toId(from), post: post.id })];
}

/** A post as a reader gets it. */
export interface PostView {
  readonly post: string;
  readonly from: string;
  readonly text: string;
  readonly at: number;
  readonly kind: PostKind;
  readonly thread: string;
  readonly topic?: string;
  readonly likes: number;
}

function view(world: World, post: Post): PostView {
  const { id, author, text, at, kind, thread, topic } = post;
  const likes = world.posts.engagement.get(id)?.likes.size ?? 0;
  return { post: id, from: toId(author), text, at, kind, thread, likes, ...(topic && { topic }) };
}

function read(
  world: World,
  reader: Address,
  { at, limit }: { readonly at: number; readonly limit: number },
): readonly PostView[] {
  const seen = touchSeen(world, reader);
  const follows = world.follows.get(reader) ?? new Map<Address, number>();
  const posts = readFeed(world.posts, { reader, at, limit, order: world.feed, follows, seen });
  markSeen(seen, posts, world.posts);
  return posts.map((post) => view(world, post));
}

function readThread(world: World, id: string, limit: number): readonly PostView[] {
  const views: PostView[] = [];
  let post = world.posts.byId.get(id);
  while (post !== undefined && views.length < limit) {
    views.unshift(view(world, post));
    post = post.kind === "reply" && post.of ? world.posts.byId.get(post.of) : undefined;
  }
  return views;
}

/** What an account wrote itself, the newest first; what it passed on is not its own. */
function readTimeline(world: World, account: Address, limit: number): readonly PostView[] {
  const ids = world.posts.byAuthor.get(account) ?? [];
  const own = ids.flatMap((id) => world.posts.byId.get(id) ?? []);
  const written = own.filter(({ kind }) => kind !== "repost");
  return written
    .slice(-limit)
    .reverse()
    .map((post) => view(world, post));
}
