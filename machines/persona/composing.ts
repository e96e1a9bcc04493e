// The state `composing`: a text comes about and is sent, in one post or in several.
import { attention, writing } from "puppet-engine";
import { assign } from "xstate";
import { noteSent, personaSetup } from "./vocabulary.ts";

export const composing = personaSetup.createStateConfig({
  initial: "opening",
  states: {
    opening: {
      always: [
        { guard: "hasDraft", target: "posting" },
        { guard: "needsConversation", target: "gathering" },
        { target: "drafting" },
      ],
    },
    // What was said before: an answer without it is beside the point, but better than none.
    gathering: {
      invoke: {
        src: "read",
        input: ({ context }) => ({
          thread: context.assignment?.about?.post ?? "",
          limit: attention.MAX_CONVERSATION,
        }),
        onDone: {
          target: "drafting",
          actions: assign(({ context, event }) =>
            writing.hearConversation(context, event.output.posts),
          ),
        },
        onError: "drafting",
      },
    },
    drafting: {
      invoke: {
        src: "write",
        input: ({ context, event }) => writing.briefOf(context, event),
        onDone: {
          target: "posting",
          actions: assign(({ context, event }) => writing.takeDraft(context, event.output)),
        },
        onError: { target: "waiting", actions: "retryLater" },
      },
    },
    posting: {
      invoke: {
        src: "publish",
        input: ({ context }) => writing.postOf(context),
        onDone: [
          { guard: "hasMoreParts", target: "posting", reenter: true, actions: noteSent },
          {
            guard: "isAnswering",
            target: "#activity.reacting",
            actions: [noteSent, "finishDraft"],
          },
          { target: "#activity.awake", actions: [noteSent, "finishDraft"] },
        ],
        onError: [
          { guard: "isLimited", target: "waiting", actions: ["beAnnoyed", "retryLater"] },
          {
            guard: "isShutOut",
            target: "#activity.suspended",
            actions: ["beAnnoyed", "finishDraft"],
          },
          {
            guard: "isRefused",
            target: "#activity.awake",
            actions: ["beAnnoyed", "finishDraft"],
          },
          { target: "waiting", actions: "retryLater" },
        ],
      },
    },
    waiting: {
      after: {
        untilRetry: [
          { guard: "hasTriedEnough", target: "#activity.awake", actions: "finishDraft" },
          { guard: "hasDraft", target: "posting" },
          { target: "drafting" },
        ],
      },
    },
  },
});
