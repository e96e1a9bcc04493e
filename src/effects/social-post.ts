// social.post: puts a post, a reply or a quote into the world.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { floor } from "../core/math.ts";
import { MAX_POST_LENGTH } from "../persona/limits.ts";
import { weightedLength } from "../persona/weighted-length.ts";

const PostRequest = z.strictObject({
  text: z
    .string()
    .min(1)
    .refine((text) => weightedLength(text) <= MAX_POST_LENGTH, {
      message: `Too big: expected string to have <=${MAX_POST_LENGTH} characters`,
    }),
  /** The post to answer. */
  replyTo: z.string().optional(),
  /** The post to show below the text. */
  quoteOf: z.string().optional(),
  /** What it is about, for readers who choose by topic. */
  topic: z.string().optional(),
});

/** Reply: the id of the new post. Refused when the post to answer or quote does not exist. */
export const socialPost = defineEffect({
  name: "social.post",
  request: PostRequest,
  reply: z.strictObject({ post: z.string() }),
  state: null,
  simulate: (request, state, { draw }) => [
    { kind: "ask", event: { type: "asked", ask: { kind: "post", ...request } } },
    state,
    200 + floor(draw("latency") * 1300),
  ],
});
