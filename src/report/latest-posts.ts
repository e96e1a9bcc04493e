// The latest posts of a run or of an agent.
import { toId } from "../core/event.ts";
import type { RunState } from "../core/state.ts";
import type { Post, PostKind } from "../core/world/posts.ts";
import { minuteOf } from "./instant.ts";
import { type Look, padEnd, styled, widthOf, wrapped } from "./text.ts";

const MAX_POSTS = 5;

/** The latest first. @param posts the oldest first */
export const latestPosts = (
  state: RunState,
  posts: readonly Post[],
  look: Look,
): readonly string[] =>
  posts
    .slice(-MAX_POSTS)
    .reverse()
    .flatMap((post) => postLines(state, post, look));

const DEEDS: Readonly<Record<PostKind, string>> = {
  post: "",
  reply: "to",
  quote: "quotes",
  repost: "reposts",
};

function postLines({ world }: RunState, post: Post, look: Look): readonly string[] {
  const { id, author, at, kind, text, of = "" } = post;
  const other = world.posts.byId.get(of)?.author;
  const likes = world.posts.engagement.get(id)?.likes.size ?? 0;
  const when = `${minuteOf(at)}  `;
  const head = [
    `${when}${styled(look, "bold", toId(author))}`,
    ...(other === undefined ? [] : [DEEDS[kind], toId(other)]),
    ...(likes > 0 ? [` ♥ ${likes}`] : []),
  ].join(" ");
  const indent = padEnd("", widthOf(when));
  const lines = wrapped(text, look.columns - indent.length);
  return [head, ...lines.map((line) => indent + line)];
}
