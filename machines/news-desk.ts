// What does a news desk do with what it hears? It posts headlines at desk hours, and corrects itself at any hour.
import {
  draw,
  hourOfDay,
  hours,
  type Mentioned,
  minutes,
  type NewsHeard,
  perform,
  type Reacted,
  type Stamp,
  socialPost,
  stampOf,
} from "puppet-engine";
import { assign, setup } from "xstate";

/** What was reported is wrong. */
interface Corrected extends Stamp {
  readonly type: "corrected";
  readonly topic: string;
  /** How it really is. */
  readonly headline: string;
}

interface Story {
  readonly topic: string;
  readonly headline: string;
  readonly isCorrection: boolean;
}

interface Desk {
  /** Local hours: it posts from the one to the other. */
  readonly opens: number;
  readonly closes: number;
  /** Minutes east of UTC. */
  readonly utcOffset: number;
  readonly startAt: number;
  /** Not yet posted, corrections first. */
  readonly queue: readonly Story[];
  /** What was posted about which topic, the latest last. */
  readonly posted: readonly { readonly topic: string; readonly post: string }[];
  /** Failed attempts at the first story of the queue. */
  readonly tries: number;
}

const MAX_QUEUE = 20;
const MAX_POSTED = 50;
const MAX_TRIES = 3;
const MAX_LENGTH = 280;

const hourAt = ({ startAt, utcOffset }: Desk, event: object): number =>
  hourOfDay(stampOf(event).at, startAt, utcOffset);

/** From one local hour to the next time that it is another, and a little: a desk may be open from 0 to 24. */
const untilHour = (hour: number, now: number): number => hours((hour - now + 24) % 24 || 24) + 1;

/** A correction of something not yet posted takes its place. */
function withCorrection({ queue }: Desk, { topic, headline }: Corrected): readonly Story[] {
  const isQueued = queue.some((story) => story.topic === topic);
  if (isQueued)
    return queue.map((story) => (story.topic === topic ? { ...story, headline } : story));
  return [{ topic, headline, isCorrection: true }, ...queue].slice(0, MAX_QUEUE);
}

/** The first story of the queue as a post; a correction shows what it corrects. */
function postOf({ queue: [story], posted }: Desk) {
  const { topic = "", headline = "", isCorrection = false } = story ?? {};
  const wrong = posted.findLast((it) => it.topic === topic)?.post;
  const text = `${isCorrection ? "Correction: " : ""}${headline}`.slice(0, MAX_LENGTH);
  return { text, topic, ...(isCorrection && wrong !== undefined && { quoteOf: wrong }) };
}

export default setup({
  types: {
    context: {} as Desk,
    events: {} as NewsHeard | Corrected | Mentioned | Reacted,
    input: {} as {
      readonly name: string;
      readonly opens?: number;
      readonly closes?: number;
      readonly utcOffsetMinutes?: number;
    },
  },
  actors: { publish: perform(socialPost) },
  delays: {
    untilOpening: ({ context, event }) => untilHour(context.opens, hourAt(context, event)),
    untilClosing: ({ context, event }) => untilHour(context.closes, hourAt(context, event)),
    anEdit: ({ event }) => minutes(4 + 16 * draw(event.key, "edit")),
    aBackoff: ({ event }) => minutes(15 + 15 * draw(event.key, "backoff")),
  },
  guards: {
    isOpen: ({ context, event }) => {
      const hour = hourAt(context, event);
      return hour >= context.opens && hour < context.closes;
    },
    saysWhat: ({ event }) =>
      event.type === "corrected" &&
      typeof event.topic === "string" &&
      typeof event.headline === "string",
    hasStory: ({ context }) => context.queue.length > 0,
    hasCorrection: ({ context }) => context.queue[0]?.isCorrection === true,
    hasTriedEnough: ({ context }) => context.tries >= MAX_TRIES,
  },
  actions: {
    begin: assign(({ event }) => ({ startAt: stampOf(event).startAt ?? 0 })),
    takeStory: assign(({ context, event }) => {
      if (event.type !== "news") return {};
      const { topic, headline } = event;
      return {
        queue: [...context.queue, { topic, headline, isCorrection: false }].slice(-MAX_QUEUE),
      };
    }),
    takeCorrection: assign(({ context, event }) =>
      event.type === "corrected" ? { queue: withCorrection(context, event) } : {},
    ),
    dropStory: assign(({ context }) => ({ queue: context.queue.slice(1), tries: 0 })),
    noteFailure: assign(({ context }) => ({ tries: context.tries + 1 })),
  },
}).createMachine({
  id: "news-desk",
  context: ({ input }) => ({
    opens: input.opens ?? 7,
    closes: input.closes ?? 19,
    utcOffset: input.utcOffsetMinutes ?? 0,
    startAt: 0,
    queue: [],
    posted: [],
    tries: 0,
  }),
  entry: "begin",
  // Whoever answers or likes a headline is taken note of, and no more.
  on: {
    news: { actions: "takeStory" },
    corrected: { guard: "saysWhat", actions: "takeCorrection" },
    mentioned: {},
    liked: {},
    reposted: {},
  },
  initial: "choosing",
  states: {
    choosing: {
      always: [
        { guard: "hasCorrection", target: "editing" },
        { guard: "isOpen", target: "open" },
        { target: "closed" },
      ],
    },
    closed: {
      always: { guard: "hasCorrection", target: "editing" },
      after: { untilOpening: "choosing" },
    },
    open: {
      always: { guard: "hasStory", target: "editing" },
      after: { untilClosing: "choosing" },
    },
    editing: { after: { anEdit: "posting" } },
    posting: {
      invoke: {
        src: "publish",
        input: ({ context }) => postOf(context),
        onDone: {
          target: "choosing",
          actions: [
            assign(({ context, event }) => ({
              posted: [
                ...context.posted,
                { topic: context.queue[0]?.topic ?? "", post: event.output.post },
              ].slice(-MAX_POSTED),
            })),
            "dropStory",
          ],
        },
        onError: { target: "waiting", actions: "noteFailure" },
      },
    },
    waiting: {
      after: {
        aBackoff: [
          { guard: "hasTriedEnough", target: "choosing", actions: "dropStory" },
          { target: "posting" },
        ],
      },
    },
  },
});
