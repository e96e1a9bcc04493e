// The page of the docs that shows fifty texts of the offline language, spread over a week in the small town.
import type { Post } from "../../src/core/world/posts.ts";
import type { Run } from "../../src/run/run.ts";

const SAMPLES = 50;

/** The page for a run of `small-town`: deterministic, like the run. */
export function samplePostsPage({ posts, run }: Run): string {
  const written = posts.filter(({ kind }) => kind !== "repost");
  const byId = new Map(written.map((post) => [post.id, post]));
  const step = written.length / SAMPLES;
  const chosen = Array.from({ length: SAMPLES }, (_, i) => written[Math.floor(i * step)]);
  const shown = chosen.flatMap((post) => (post === undefined ? [] : [shownPost(post, byId)]));
  return `# Fifty posts

What the offline language of \`llm.complete\` writes: one text in ${Math.round(step)} of the run \`${run}\`, in order. Written by
\`npm run golden\`; no model took part. An answer stands below what it answers.

${shown.join("\n\n")}
`;
}

function shownPost(post: Post, byId: ReadonlyMap<string, Post>): string {
  const of = byId.get(post.of ?? "");
  const own = `**${nameOf(post)}** ${post.text}`;
  return of === undefined ? own : `> **${nameOf(of)}** ${of.text}\n\n${own}`;
}

const nameOf = ({ author }: Post): string => `@${author.replace("agent:", "")}`;
