// social.read: the next unseen posts of the agent's feed, or a conversation.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { floor } from "../core/math.ts";

/** Most posts of one reading. */
export const MAX_READ = 50;

const ReadRequest = z.strictObject({
  /** With a post: the conversation that led to it, the oldest first. Without: the feed. */
  thread: z.string().optional(),
  limit: z.number().int().min(1).max(MAX_READ),
});

const PostView = z.object({
  post: z.string(),
  from: z.string(),
  text: z.string(),
  at: z.number(),
  kind: z.enum(["post", "reply", "quote", "repost"]),
  thread: z.string(),
  topic: z.string().optional(),
  likes: z.number().int(),
});

/** Reply: the posts; those of the feed count as seen from then on. */
export const socialRead = defineEffect({
  name: "social.read",
  request: ReadRequest,
  reply: z.strictObject({ posts: z.array(PostView) }),
  state: null,
  simulate: ({ thread, limit }, state, { draw }) => [
    {
      kind: "ask",
      event: {
        type: "asked",
        ask:
          thread === undefined ? { kind: "read", limit } : { kind: "thread", post: thread, limit },
      },
    },
    state,
    100 + floor(draw("latency") * 400),
  ],
});
