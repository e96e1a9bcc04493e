// Machines for random scenarios: people who write, read, greet, ask an oracle, or do nothing at all.
import { assign, setup } from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";
import type { Stamp } from "../../src/core/event.ts";
import { floor } from "../../src/core/math.ts";
import { draw, pick } from "../../src/core/random.ts";
import { tell } from "../../src/core/tell.ts";
import type { Mentioned, NewsHeard, Reacted } from "../../src/core/world-events.ts";
import { socialPost } from "../../src/effects/social-post.ts";
import { socialReact } from "../../src/effects/social-react.ts";
import { socialRead } from "../../src/effects/social-read.ts";

export interface Townsman {
  readonly name: string;
  /** Mean pause between two things that somebody does of its own accord, in virtual milliseconds. */
  readonly pace: number;
  readonly friends: readonly string[];
  readonly interests: readonly string[];
}

interface Greeted extends Stamp {
  readonly type: "greeted";
  readonly n: number;
  readonly from: string;
}

interface Left extends Stamp {
  readonly type: "left";
}

type Heard = Mentioned | NewsHeard | Reacted | Greeted | Left;

interface Memory extends Townsman {
  readonly n: number;
  /** What it answers or reacts to. */
  readonly post: string;
}

const remember = ({ input }: { readonly input: Townsman }): Memory => ({
  ...input,
  n: 0,
  post: "",
});

interface Seen {
  readonly context: Memory;
  readonly event: Stamp;
}

const pause = ({ context, event }: Seen): number =>
  1000 + floor(2 * context.pace * draw(event.key, "pause"));
const chance =
  (purpose: string, share: number) =>
  ({ event }: Seen): boolean =>
    draw(event.key, purpose) < share;
const friend = ({ context, event }: Seen): string =>
  pick(event.key, "friend", context.friends) ?? context.name;

/** Answers with a number, from a state of its own, and sometimes breaks. */
export const oracle = defineEffect({
  name: "oracle.ask",
  request: z.strictObject({ n: z.number() }),
  reply: z.strictObject({ n: z.number() }),
  state: 0,
  simulate: ({ n }, asked, { draw: drawn }) => [
    drawn("break") < 0.2
      ? { kind: "failed", reason: "the oracle is silent" }
      : { kind: "done", reply: { n: n + asked } },
    asked + 1,
    50 + floor(drawn("latency") * 4000),
  ],
});

const town = setup({
  types: { context: {} as Memory, events: {} as Heard, input: {} as Townsman },
  actors: {
    publish: perform(socialPost),
    read: perform(socialRead),
    react: perform(socialReact),
    ask: perform(oracle),
  },
  delays: { pause },
  guards: {
    answers: chance("answer", 0.4),
    hasFound: ({ context }) => context.post !== "",
  },
  actions: {
    count: assign({ n: ({ context }) => context.n + 1 }),
    greet: tell((seen) => ({
      to: friend(seen),
      event: { type: "greeted", n: seen.context.n },
    })),
    greetBack: tell(({ context, event }) => ({
      to: "from" in event ? event.from : context.name,
      event: { type: "greeted", n: context.n },
    })),
  },
});

const writer = town.createMachine({
  id: "writer",
  context: remember,
  initial: "resting",
  on: { liked: { actions: "count" }, reposted: { actions: "count" }, news: { actions: "count" } },
  states: {
    resting: {
      on: {
        mentioned: [
          {
            guard: "answers",
            target: "answering",
            actions: assign({ post: ({ event }) => event.post }),
          },
          { actions: "count" },
        ],
      },
      after: { pause: "writing" },
    },
    writing: {
      invoke: {
        src: "publish",
        input: (seen) => ({ text: `${seen.context.n} @${friend(seen)}` }),
        onDone: { target: "resting", actions: "count" },
        onError: "resting",
      },
    },
    answering: {
      invoke: {
        src: "publish",
        input: ({ context }) => ({ text: `yes ${context.n}`, replyTo: context.post }),
        onDone: "resting",
        onError: "resting",
      },
      // Leaving gives the waiting up; what was asked for happens all the same.
      after: { 700: "resting" },
    },
  },
});

const reader = town.createMachine({
  id: "reader",
  context: remember,
  initial: "resting",
  on: { mentioned: { actions: "count" } },
  states: {
    resting: { after: { pause: "reading" } },
    reading: {
      invoke: {
        src: "read",
        input: { limit: 5 },
        onDone: {
          target: "choosing",
          actions: assign({ post: ({ event }) => event.output.posts[0]?.post ?? "" }),
        },
        onError: "resting",
      },
    },
    choosing: { always: [{ guard: "hasFound", target: "reacting" }, { target: "resting" }] },
    reacting: {
      invoke: {
        src: "react",
        input: (seen) => ({
          kind: chance("like", 0.7)(seen) ? "like" : "repost",
          post: seen.context.post,
        }),
        onDone: "resting",
        onError: "resting",
      },
    },
  },
});

const greeter = town.createMachine({
  id: "greeter",
  context: remember,
  type: "parallel",
  states: {
    walking: {
      on: {
        greeted: [{ guard: "answers", actions: ["count", "greetBack"] }, { actions: "count" }],
      },
      after: { pause: { target: "walking", reenter: true, actions: ["count", "greet"] } },
    },
    // Says goodbye some time after a greeting, unless it is called away.
    staying: {
      on: {
        greeted: {
          actions: town.raise({ type: "left", at: 0, key: 0 }, { id: "leave", delay: 9000 }),
        },
        mentioned: { actions: town.cancel("leave") },
        left: { actions: "count" },
      },
    },
  },
});

const asker = town.createMachine({
  id: "asker",
  context: remember,
  initial: "resting",
  on: { greeted: { actions: "count" } },
  states: {
    resting: { after: { pause: "asking" } },
    asking: {
      invoke: {
        src: "ask",
        input: ({ context }) => ({ n: context.n }),
        onDone: { target: "resting", actions: assign({ n: ({ event }) => event.output.n % 97 }) },
        onError: "doubting",
      },
    },
    doubting: { after: { 5000: "asking" } },
  },
});

/** Reads everyone and writes, but calls nobody and reacts to nothing: nobody has to notice it. */
const hermit = town.createMachine({
  id: "hermit",
  context: remember,
  initial: "resting",
  on: { mentioned: {}, news: { actions: "count" } },
  states: {
    resting: { after: { pause: "reading" } },
    reading: {
      invoke: { src: "read", input: { limit: 9 }, onDone: "writing", onError: "resting" },
    },
    writing: {
      invoke: {
        src: "publish",
        input: { text: "to nobody" },
        onDone: "resting",
        onError: "resting",
      },
    },
  },
});

const idler = town.createMachine({ id: "idler", context: remember });

export const townspeople = { writer, reader, greeter, asker, hermit, idler };
