// A machine to begin with: it writes now and then, and thanks whoever greets it.

/** @param name of the machine and of its file */
export const machineText = (
  name: string,
): string => `// What does ${name} do all day? It writes now and then, and thanks whoever greets it.
import { draw, hours, type Mentioned, minutes, perform, socialPost } from "puppet-engine";
import { setup } from "xstate";

interface Input {
  readonly name: string;
  /** Whom it greets when it writes. */
  readonly greets?: string;
}

export default setup({
  types: { context: {} as Required<Input>, events: {} as Mentioned, input: {} as Input },
  actors: { write: perform(socialPost), thank: perform(socialPost) },
  delays: {
    untilNext: ({ event }) => hours(3) + hours(3 * draw(event.key, "next")),
    aPause: minutes(30),
  },
  // Whoever answered thanks with thanks would never come to an end.
  guards: { isGreeting: ({ event }) => event.as === "post" },
}).createMachine({
  id: "${name}",
  context: ({ input: { name, greets = "everybody" } }) => ({ name, greets }),
  initial: "idle",
  states: {
    idle: {
      after: { untilNext: "writing" },
      on: { mentioned: { guard: "isGreeting", target: "thanking" } },
    },
    writing: {
      invoke: {
        src: "write",
        input: ({ context }) => ({ text: \`Good morning, @\${context.greets}!\` }),
        onDone: "idle",
        onError: "resting",
      },
    },
    thanking: {
      invoke: {
        src: "thank",
        input: ({ event }) => ({ replyTo: event.post, text: "Thank you!" }),
        onDone: "idle",
        onError: "resting",
      },
    },
    resting: { after: { aPause: "idle" } },
  },
});
`;
