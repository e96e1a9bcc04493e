// The region `activity`: what a persona does, one thing at a time.
import { attention, remembering } from "puppet-engine";
import { assign } from "xstate";
import { composing } from "./composing.ts";
import { reacting } from "./reacting.ts";
import { personaSetup } from "./vocabulary.ts";

/** What is taken note of at any time. */
const notes = {
  mentioned: { actions: "takeCall" },
  "interaction-prompted": { actions: "takePrompt" },
  "post-requested": { actions: "takePostRequest" },
  "reply-requested": { actions: "takeReplyRequest" },
  "persona-changed": { actions: "becomeAnother" },
} as const;

const again = { target: "idle", reenter: true } as const;

export const activity = personaSetup.createStateConfig({
  // Its states are named from here, so that other machines may take the region as it is.
  id: "activity",
  initial: "starting",
  on: { ...notes, suspended: ".suspended" },
  states: {
    starting: {
      always: [{ guard: "isDaytime", target: "awake", actions: "wakeUp" }, { target: "asleep" }],
    },
    asleep: {
      entry: "fallAsleep",
      after: { untilWakeUp: { target: "awake", actions: "wakeUp" } },
    },
    awake: {
      initial: "idle",
      states: {
        idle: {
          always: [
            { guard: "hasVisit", target: "visiting" },
            { guard: "hasMuchToReflectOn", target: "reflecting" },
          ],
          after: {
            untilBedtime: { target: "#activity.asleep" },
            untilPost: [
              { guard: "mayPost", target: "#activity.composing", actions: "chooseTopic" },
              { ...again, actions: "postpone" },
            ],
            untilAttention: [
              { guard: "isCalled", target: "#activity.reacting" },
              { target: "reading", actions: "planReading" },
            ],
          },
          // What moves one of the instants above sets their timers anew.
          on: {
            mentioned: { ...again, ...notes.mentioned },
            news: { ...again, guard: "isStruck" },
            "mood-shifted": { ...again, guard: "isStirred" },
            "interaction-prompted": { ...again, ...notes["interaction-prompted"] },
            "post-requested": { ...again, ...notes["post-requested"] },
            "reply-requested": { ...again, ...notes["reply-requested"] },
            "persona-changed": { ...again, ...notes["persona-changed"] },
          },
        },
        reading: {
          invoke: {
            src: "read",
            input: { limit: 12 },
            onDone: {
              target: "#activity.reacting",
              actions: assign(({ context, event }) =>
                attention.takeFeed(context, event.output.posts, event),
              ),
            },
            onError: { target: "#activity.limited", actions: "retryLater" },
          },
        },
        visiting: {
          invoke: {
            src: "read",
            input: ({ context }) => attention.visitOf(context),
            onDone: {
              target: "#activity.reacting",
              actions: assign(({ context, event }) =>
                attention.takeVisit(context, event.output.posts, event),
              ),
            },
            onError: { target: "idle", actions: "endVisit" },
          },
        },
        reflecting: {
          invoke: {
            src: "reflect",
            input: ({ context }) => remembering.questionOf(context),
            onDone: {
              target: "idle",
              actions: assign(({ context, event }) =>
                remembering.takeReflection(context, event, event.output),
              ),
            },
            onError: { target: "idle", actions: "deferReflection" },
          },
        },
      },
    },
    reacting,
    composing,
    limited: { after: { untilRetry: "awake" } },
    suspended: { on: { reinstated: "starting" } },
  },
});
