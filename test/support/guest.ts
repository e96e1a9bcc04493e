// A guest of a party: remembers what it hears, looks into a mirror, reads, and says and passes on what it is told to.
import { assign, setup } from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";
import { EngineError } from "../../src/core/error.ts";
import type { Stamp } from "../../src/core/event.ts";
import { tell } from "../../src/core/tell.ts";
import { minutes } from "../../src/core/time.ts";
import type { Mentioned, NewsHeard, PersonaChanged } from "../../src/core/world-events.ts";
import { socialPost } from "../../src/effects/social-post.ts";
import { socialRead } from "../../src/effects/social-read.ts";

interface Guest {
  readonly name: string;
  readonly interests?: readonly string[];
}

/** Answers with the name of whoever asks. */
export const mirror = defineEffect({
  name: "mirror.look",
  request: z.strictObject({}),
  reply: z.strictObject({ name: z.string() }),
  state: null,
  simulate: (_, state, { input }) => {
    const { name } = z.object({ name: z.string() }).parse(input);
    return [{ kind: "done", reply: { name } }, state, 100];
  },
});

interface Said extends Stamp {
  readonly type: "said";
  readonly text: string;
}

interface Called extends Stamp {
  readonly type: "called";
  readonly to: string;
  readonly say: string;
}

interface Simple extends Stamp {
  readonly type: "looked" | "read" | "tripped" | "waved" | "left";
}

/** @throws EngineError PERSONA_INVALID */
function named(persona: unknown): Guest {
  const parsed = z.object({ name: z.string() }).safeParse(persona);
  if (!parsed.success) throw new EngineError("PERSONA_INVALID", "a guest without a name");
  return parsed.data;
}

export default setup({
  types: {
    context: {} as { readonly name: string; readonly heard: readonly string[] },
    events: {} as Said | Called | Simple | Mentioned | NewsHeard | PersonaChanged,
    input: {} as Guest,
  },
  actors: {
    publish: perform(socialPost),
    read: perform(socialRead),
    look: perform(mirror),
  },
  actions: {
    hear: assign({ heard: ({ context, event }) => [...context.heard, event.type] }),
    pass: tell(({ event }) => {
      const { to, say } = event.type === "called" ? event : { to: "world", say: "nothing" };
      return { to, event: { type: say } };
    }),
  },
}).createMachine({
  id: "guest",
  context: ({ input }) => ({ name: named(input).name, heard: [] }),
  initial: "standing",
  on: {
    mentioned: { actions: "hear" },
    news: { actions: "hear" },
    waved: { actions: "hear" },
    left: { actions: "hear" },
    called: { actions: "pass" },
    tripped: {
      actions: assign(() => {
        throw new Error("tripped");
      }),
    },
    "persona-changed": {
      actions: assign(({ event }) => {
        const { name } = named(event.persona);
        if (name === "Nobody") throw new Error("nobody is nobody");
        return { name };
      }),
    },
  },
  states: {
    standing: {
      on: { said: "speaking", looked: "looking", read: "reading" },
      after: { [minutes(30)]: { target: "standing", reenter: true } },
    },
    speaking: {
      invoke: {
        src: "publish",
        input: ({ event }) => ({ text: event.type === "said" ? event.text : "" }),
        onDone: "standing",
        onError: "standing",
      },
    },
    looking: {
      invoke: {
        src: "look",
        input: {},
        onDone: {
          target: "standing",
          actions: assign({
            heard: ({ context, event }) => [...context.heard, `I am ${event.output.name}`],
          }),
        },
        onError: "standing",
      },
    },
    reading: {
      invoke: {
        src: "read",
        input: { limit: 9 },
        onDone: {
          target: "standing",
          actions: assign({
            heard: ({ context, event }) => [
              ...context.heard,
              ...event.output.posts.map(({ text }) => text),
            ],
          }),
        },
        onError: "standing",
      },
    },
  },
});
