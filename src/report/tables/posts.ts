// The table `posts`: what was written, and what others did with it.
import { toId } from "../../core/event.ts";
import type { Engagement, Post } from "../../core/world/posts.ts";
import { type ColumnOf, defineTable, instantColumns } from "./table.ts";

/** A post with what others did with it until the end of the run. */
interface Written extends Post {
  readonly engagement: Engagement | undefined;
}

const counted = (name: string, count: (engagement: Engagement) => number): ColumnOf<Written> => ({
  name,
  type: "integer",
  doc: `${name} that it had at the end of the run`,
  of: ({ engagement }) => (engagement ? count(engagement) : 0),
});

export const posts = defineTable<Written>({
  name: "posts",
  doc: "A row for each post, answer, quote and repost, in the order in which they were written.",
  columns: [
    {
      name: "id",
      type: "text",
      doc: "a decimal number above 2^53: keep it as text",
      of: ({ id }) => id,
    },
    { name: "author", type: "text", doc: "id of the agent", of: ({ author }) => toId(author) },
    ...instantColumns,
    {
      name: "kind",
      type: "text",
      doc: "`post`, `reply`, `quote` or `repost`",
      of: ({ kind }) => kind,
    },
    {
      name: "text",
      type: "text",
      doc: "that of a repost is the text it shows",
      of: ({ text }) => text,
    },
    {
      name: "of",
      type: "text",
      isOptional: true,
      doc: "id of the post that it answers, quotes or reposts",
      of: (post) => post.of,
    },
    {
      name: "thread",
      type: "text",
      doc: "id of the first post of the conversation; its own when it begins one",
      of: ({ thread }) => thread,
    },
    {
      name: "topic",
      type: "text",
      isOptional: true,
      doc: "what it is about, where its author said so",
      of: ({ topic }) => topic,
    },
    counted("likes", ({ likes }) => likes.size),
    counted("replies", ({ replies }) => replies),
    counted("quotes", ({ quotes }) => quotes),
    counted("reposts", ({ reposts }) => reposts),
  ],
  open: (put) => ({
    onEnd: ({ state }) => {
      const { byId, engagement } = state.world.posts;
      for (const post of byId.values()) put({ ...post, engagement: engagement.get(post.id) });
    },
  }),
});
