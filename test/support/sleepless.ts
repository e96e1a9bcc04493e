// A persona with planted faults: whoever calls it twice in one night gets an answer, though it sleeps.
import { assign, setup } from "xstate";
import {
  type AgentStep,
  apart,
  cast,
  days,
  defineScenario,
  hours,
  type Mentioned,
  never,
  perform,
  socialPost,
} from "../../src/index.ts";

interface Sleeper {
  readonly calls: number;
}

export const sleepless = setup({
  types: {
    context: {} as Sleeper,
    events: {} as Mentioned,
    input: {} as { readonly name: string },
  },
  actors: { post: perform(socialPost) },
  guards: { isCalledAgain: ({ context }) => context.calls > 0 },
  actions: {
    count: assign({ calls: ({ context }) => context.calls + 1 }),
    forget: assign({ calls: 0 }),
  },
}).createMachine({
  id: "sleepless",
  context: { calls: 0 },
  initial: "awake",
  states: {
    awake: {
      initial: "idle",
      entry: "forget",
      after: { [hours(16)]: "asleep" },
      states: {
        idle: { after: { [hours(5)]: "posting" } },
        posting: {
          invoke: {
            src: "post",
            input: { text: "Good day." },
            onDone: "idle",
            onError: "#sleepless.limited",
          },
        },
      },
    },
    limited: { after: { [hours(1)]: "awake" } },
    asleep: {
      after: { [hours(8)]: "awake" },
      initial: "still",
      states: {
        still: {
          on: {
            mentioned: [{ guard: "isCalledAgain", target: "talking" }, { actions: "count" }],
          },
        },
        talking: {
          invoke: {
            src: "post",
            input: ({ event }) => ({ text: "Hm?", replyTo: event.post }),
            onDone: "still",
            onError: "still",
          },
        },
      },
    },
  },
});

export const writes = (step: AgentStep): boolean => step.asksFor("social.post");

export const sleeplessTown = defineScenario({
  name: "sleepless-town",
  question: "Does anybody talk in their sleep?",
  until: days(2),
  agents: { ada: cast(sleepless, { name: "Ada" }) },
  properties: {
    "nobody posts asleep": never((step) => step.isIn("asleep") && writes(step)),
    "nobody posts limited": never((step) => step.isIn("limited") && writes(step)),
    "an hour lies between two posts": apart({ atLeast: hours(1), of: writes }),
  },
});
