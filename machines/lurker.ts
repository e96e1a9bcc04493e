// What does somebody do who reads and never writes? Most people on a network are this one.
import {
  draw,
  hours,
  type Mentioned,
  minutes,
  type NewsHeard,
  perform,
  type Reacted,
  socialReact,
  socialRead,
  stampOf,
} from "puppet-engine";
import { assign, setup } from "xstate";

/** Of the posts that it reads, a lurker likes about this share: one in twelve. */
const LIKES = 1 / 12;

interface Lurker {
  /** What it still wants to like, of the last reading. */
  readonly liked: readonly string[];
}

export default setup({
  types: {
    context: {} as Lurker,
    events: {} as Mentioned | NewsHeard | Reacted,
    input: {} as { readonly name: string },
  },
  actors: { read: perform(socialRead), react: perform(socialReact) },
  delays: {
    aWhile: ({ event }) => hours(2 + 10 * draw(event.key, "while")),
    aBackoff: ({ event }) => minutes(20 + 40 * draw(event.key, "backoff")),
  },
  guards: { hasLikedAll: ({ context }) => context.liked.length === 0 },
  actions: { likeNext: assign(({ context }) => ({ liked: context.liked.slice(1) })) },
}).createMachine({
  id: "lurker",
  context: { liked: [] },
  initial: "away",
  // A lurker takes note of calls and news, and lets them pass.
  on: { mentioned: {}, news: {}, liked: {}, reposted: {} },
  states: {
    away: { after: { aWhile: "reading" } },
    reading: {
      invoke: {
        src: "read",
        input: { limit: 20 },
        onDone: {
          target: "choosing",
          actions: assign({
            liked: ({ event }) =>
              event.output.posts
                .map(({ post }) => post)
                .filter((post) => draw(stampOf(event).key, `like:${post}`) < LIKES),
          }),
        },
        onError: "waiting",
      },
    },
    choosing: { always: [{ guard: "hasLikedAll", target: "away" }, { target: "liking" }] },
    liking: {
      invoke: {
        src: "react",
        input: ({ context }) => ({ kind: "like", post: context.liked[0] ?? "" }),
        onDone: { target: "choosing", actions: "likeNext" },
        onError: { target: "waiting", actions: assign({ liked: [] }) },
      },
    },
    waiting: { after: { aBackoff: "away" } },
  },
});
