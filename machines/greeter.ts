// How does an agent thank everyone who mentions it? The smallest machine that asks the outside for something.
import { type Mentioned, perform, socialPost } from "puppet-engine";
import { setup } from "xstate";

export default setup({
  types: { events: {} as Mentioned },
  actors: { reply: perform(socialPost) },
}).createMachine({
  id: "greeter",
  initial: "listening",
  states: {
    listening: { on: { mentioned: "replying" } },
    replying: {
      invoke: {
        src: "reply",
        input: ({ event }) => ({ replyTo: event.post, text: "Thank you!" }),
        onDone: "listening",
        onError: "listening",
      },
    },
  },
});
