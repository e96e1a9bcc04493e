// social.read: the next unseen posts of the agent's feed, a conversation, or the latest posts of one account.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { toAddress } from "../core/event.ts";
import { floor } from "../core/math.ts";

/** Most posts of one reading. */
export const MAX_READ = 50;

const ReadRequest = z.strictObject({
  /** A post: the conversation that led to it, the oldest first, instead of the feed. */
  thread: z.string().optional(),
  /** An id: the latest posts of that account, the newest first, instead of the feed. */
  account: z.string().optional(),
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
  simulate: (request, state, { draw }) => [
    { kind: "ask", event: { type: "asked", ask: ask(request) } },
    state,
    100 + floor(draw("latency") * 400),
  ],
});

function ask({ thread, account, limit }: z.infer<typeof ReadRequest>): object {
  if (thread !== undefined) return { kind: "thread", post: thread, limit };
  if (account !== undefined) return { kind: "timeline", account: toAddress(account), limit };
  return { kind: "read", limit };
}
