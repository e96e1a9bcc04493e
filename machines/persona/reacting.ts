// The state `reacting`: one item after another is looked at, and answered, quoted, reposted, liked or let pass.
import type { Mind } from "puppet-engine";
import { personaSetup } from "./vocabulary.ts";

const composing = "#activity.composing";
const pass = { target: "looking", reenter: true, actions: "letPass" } as const;

const ends = {
  onDone: { target: "looking", actions: "praise" },
  onError: [
    { guard: "isLimited", target: "#activity.limited", actions: "retryLater" },
    { guard: "isShutOut", target: "#activity.suspended" },
    { target: "looking" },
  ],
} as const;

export const reacting = personaSetup.createStateConfig({
  initial: "looking",
  states: {
    looking: {
      entry: "lookAtNext",
      always: { guard: "hasSeenAll", target: "#activity.awake" },
      after: {
        aGlance: [
          { guard: "isOrdered", target: composing, actions: "intendReply" },
          { guard: "isAvoided", ...pass },
          { guard: "isCoolTowards", ...pass },
          { guard: "hasSaidEnough", ...pass },
          { guard: "hasRepliedEnough", ...pass },
          { guard: "wantsToReply", target: composing, actions: "intendReply" },
          { guard: "wantsToQuote", target: composing, actions: "intendQuote" },
          { guard: "wantsToRepost", target: "reposting" },
          { guard: "wantsToLike", target: "liking" },
          pass,
        ],
      },
    },
    liking: { invoke: { src: "react", input: reaction("like"), ...ends } },
    reposting: { invoke: { src: "react", input: reaction("repost"), ...ends } },
  },
});

function reaction(kind: "like" | "repost") {
  return ({ context }: { readonly context: Mind }) => ({ kind, post: context.current?.post ?? "" });
}
