// social.react: likes or reposts a post, follows or leaves an account.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { toAddress } from "../core/event.ts";
import { floor } from "../core/math.ts";

const ReactRequest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("like"), post: z.string() }),
  z.strictObject({ kind: z.literal("repost"), post: z.string() }),
  z.strictObject({
    kind: z.literal("follow"),
    account: z.string(),
    weight: z.number().gt(0).max(1),
  }),
  z.strictObject({ kind: z.literal("unfollow"), account: z.string() }),
]);
type ReactRequest = z.infer<typeof ReactRequest>;

function ask(request: ReactRequest): object {
  switch (request.kind) {
    case "like":
    case "repost":
      return { kind: "react", reaction: request.kind, post: request.post };
    case "follow":
    case "unfollow":
      return { ...request, account: toAddress(request.account) };
  }
}

/** Reply: empty. A second like of the same post changes nothing. Refused when there is no such post. */
export const socialReact = defineEffect({
  name: "social.react",
  request: ReactRequest,
  reply: z.strictObject({}),
  state: null,
  simulate: (request, state, { draw }) => [
    { kind: "ask", event: { type: "asked", ask: ask(request) } },
    state,
    100 + floor(draw("latency") * 500),
  ],
});
