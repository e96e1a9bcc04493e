// The liveliest conversation of a run, as an indented excerpt.
import { toId } from "../core/event.ts";
import type { RunState } from "../core/state.ts";
import { formatInstant } from "../core/time.ts";
import type { Post } from "../core/world/posts.ts";
import { counted, type Look, plain, styled, wrapped } from "./text.ts";

interface Conversations {
  readonly posts: readonly Post[];
  readonly state: RunState;
}

/** Posts of the excerpt, and how deep answers to answers are indented. */
const MAX_SHOWN = 7;
const MAX_DEPTH = 5;
/** Fewer posts are no conversation. */
const MIN_POSTS = 2;

/** The conversation with the most voices and posts; the earliest of equals. */
export function threadSection(run: Conversations, look: Look): readonly string[] {
  const threads = [...threadsOf(run.posts).values()];
  const scored = threads.map((posts) => ({ posts, score: liveliness(run, posts) }));
  const best = scored.reduce<{ readonly posts: readonly Post[]; readonly score: number }>(
    (before, next) => (next.score > before.score ? next : before),
    { posts: [], score: 0 },
  ).posts;
  if (best.length < MIN_POSTS) return [];
  const voices = new Set(best.map(({ author }) => author)).size;
  const about = `${counted(best.length, "post")} by ${counted(voices, "agent")}`;
  const shown = inOrder(best).slice(0, MAX_SHOWN);
  const lines = shown.flatMap(([post, depth]) => postLines(run, post, depth, look));
  const more = best.length - shown.length;
  return [about, ...lines, ...(more > 0 ? ["", `… and ${more} more`] : [])];
}

function threadsOf(posts: readonly Post[]): ReadonlyMap<string, Post[]> {
  const threads = new Map<string, Post[]>();
  for (const post of posts) {
    if (post.kind === "repost") continue;
    const thread = threads.get(post.thread);
    if (thread === undefined) threads.set(post.thread, [post]);
    else thread.push(post);
  }
  return threads;
}

/** A long quarrel of two is duller than a short talk of many. */
function liveliness({ state }: Conversations, posts: readonly Post[]): number {
  if (posts.length < MIN_POSTS) return 0;
  const voices = new Set(posts.map(({ author }) => author)).size;
  const likes = posts.reduce((sum, { id }) => sum + likesOf(state, id), 0);
  return Math.min(posts.length, 2 * MAX_SHOWN) + 3 * voices + likes;
}

const likesOf = (state: RunState, id: string): number =>
  state.world.posts.engagement.get(id)?.likes.size ?? 0;

type Placed = readonly [post: Post, depth: number];

/** Each answer below what it answers. Posts come in the order in which they were written. */
function inOrder(posts: readonly Post[]): readonly Placed[] {
  const answers = Map.groupBy(posts, ({ of = "" }) => of);
  const first = posts[0];
  if (first === undefined) return [];
  const placed: Placed[] = [];
  const waiting: Placed[] = [[first, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    placed.push(next);
    const [post, depth] = next;
    const below = answers.get(post.id) ?? [];
    waiting.push(...below.toReversed().map((answer): Placed => [answer, depth + 1]));
  }
  return placed;
}

function postLines(
  { state }: Conversations,
  { author, at, text, id }: Post,
  depth: number,
  look: Look,
): readonly string[] {
  const indent = "    ".repeat(Math.min(depth, MAX_DEPTH));
  const account = state.world.accounts.get(author);
  const name = plain(account?.name ?? "");
  const handle = `@${toId(author)}`;
  const who = name === "" || name === toId(author) ? handle : `${name} ${handle}`;
  const when = formatInstant(at).slice(0, -":00.000".length);
  const likes = likesOf(state, id);
  const head = `${styled(look, "bold", who)}  ${when}${likes > 0 ? `  ${counted(likes, "like")}` : ""}`;
  const lines = wrapped(text, look.columns - indent.length - 4);
  return ["", `${indent}${head}`, ...lines.map((line) => `${indent}  ${line}`)];
}
