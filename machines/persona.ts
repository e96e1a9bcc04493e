// What does a person with moods, hours and friends do on a social network? Mood and activity run side by side.
import {
  draw,
  type Feeling,
  firstMind,
  inclination,
  isAwake,
  llmComplete,
  type Mind,
  mind,
  minutes,
  type PersonaEvent,
  type PersonaInput,
  perform,
  socialPost,
  socialReact,
  socialRead,
} from "puppet-engine";
import { assign, setup } from "xstate";

/** How the mood moves: [valence, arousal, dominance]. */
const SHIFT = {
  liked: { valence: 0.008, arousal: 0.002, dominance: 0.004 },
  refused: { valence: -0.15, arousal: 0.15, dominance: -0.1 },
};

const reactionEnds = {
  onDone: "looking",
  onError: [
    { guard: "isLimited", target: "#persona.activity.limited", actions: "retryLater" },
    { target: "looking" },
  ],
} as const;

export default setup({
  types: {
    context: {} as Mind,
    events: {} as PersonaEvent,
    input: {} as PersonaInput,
  },
  actors: {
    write: perform(llmComplete),
    publish: perform(socialPost),
    read: perform(socialRead),
    react: perform(socialReact),
  },
  delays: {
    aboutAnHour: ({ event }) => minutes(45 + 30 * draw(event.key, "settling")),
    aGlance: ({ context }) => 2000 + 60 * (context.current?.text.length ?? 0),
    untilPost: ({ context, event }) => mind.until(event, context.nextPostAt),
    untilReading: ({ context, event }) => mind.until(event, context.nextReadAt),
    untilBedtime: ({ context, event }) => mind.until(event, context.bedtimeAt),
    untilWakeUp: ({ context, event }) => mind.until(event, context.wakeUpAt),
    untilRetry: ({ context, event }) => mind.until(event, context.retryAt),
  },
  guards: {
    turns: ({ context }, to: { readonly feeling: Feeling }) =>
      mind.nextFeeling(context) === to.feeling && context.feeling !== to.feeling,
    isDaytime: ({ context, event }) => isAwake(event.at, mind.routineOf(context)),
    isCalled: ({ context }) => context.inbox.some(({ isCall }) => isCall),
    hasSeenAll: ({ context }) => context.current === null,
    isAnswering: ({ context }) => context.assignment?.task !== "post",
    hasDraft: ({ context }) => context.draft !== "",
    isLimited: ({ event }) => mind.retryAfterOf(errorOf(event)) !== undefined,
    hasTriedEnough: ({ context }) => context.tries >= mind.MAX_TRIES,
    wantsToReply: ({ context, event }) => inclination.wantsToReply(context, event),
    wantsToQuote: ({ context, event }) => inclination.wantsToQuote(context, event),
    wantsToRepost: ({ context, event }) => inclination.wantsToRepost(context, event),
    wantsToLike: ({ context, event }) => inclination.wantsToLike(context, event),
  },
  actions: {
    turnTo: assign((_, to: { readonly feeling: Feeling }) => ({ feeling: to.feeling })),
    begin: assign(({ context, event }) => mind.begin(context, event)),
    wakeUp: assign(({ context, event }) => mind.wakeUp(context, event)),
    fallAsleep: assign(({ context, event }) => mind.fallAsleep(context, event)),
    settle: assign(({ context, event }) => mind.settle(context, event)),
    enjoyAttention: assign(({ context, event }) => mind.feel(context, event, SHIFT.liked)),
    beAddressed: assign(({ context, event }) =>
      event.type === "mentioned" ? mind.beAddressed(context, event) : {},
    ),
    beMoved: assign(({ context, event }) =>
      "mood" in event && event.mood ? mind.feel(context, event, event.mood) : {},
    ),
    beAnnoyed: assign(({ context, event }) => mind.feel(context, event, SHIFT.refused)),
    hearNews: assign(({ context, event }) =>
      event.type === "news" ? mind.hearNews(context, event) : {},
    ),
    takeCall: assign(({ context, event }) =>
      event.type === "mentioned" ? mind.takeCall(context, event) : {},
    ),
    planReading: assign(({ context, event }) => mind.planReading(context, event)),
    chooseTopic: assign(({ context, event }) => mind.chooseTopic(context, event)),
    takeNext: assign(({ context }) => mind.takeNext(context)),
    intendReply: assign(({ context }) => mind.take(context, "reply")),
    intendQuote: assign(({ context }) => mind.take(context, "quote")),
    finishDraft: assign(({ context, event }) => mind.finishDraft(context, event)),
    retryLater: assign(({ context, event }) => mind.retryLater(context, event, errorOf(event))),
  },
}).createMachine({
  id: "persona",
  context: ({ input }) => firstMind(input),
  entry: "begin",
  type: "parallel",
  states: {
    mood: {
      initial: "neutral",
      on: {
        mentioned: { actions: "beAddressed" },
        liked: { actions: "enjoyAttention" },
        reposted: { actions: "enjoyAttention" },
        news: { actions: ["beMoved", "hearNews"] },
        "mood-shifted": { actions: "beMoved" },
      },
      always: [
        { guard: turns("neutral"), target: ".neutral" },
        { guard: turns("content"), target: ".positive.content" },
        { guard: turns("elated"), target: ".positive.elated" },
        { guard: turns("gloomy"), target: ".negative.gloomy" },
        { guard: turns("irritated"), target: ".negative.irritated" },
        { guard: turns("anxious"), target: ".negative.anxious" },
      ],
      states: {
        neutral: { entry: turnTo("neutral") },
        positive: {
          initial: "content",
          states: { content: { entry: turnTo("content") }, elated: { entry: turnTo("elated") } },
        },
        negative: {
          initial: "gloomy",
          states: {
            gloomy: { entry: turnTo("gloomy") },
            irritated: { entry: turnTo("irritated") },
            anxious: { entry: turnTo("anxious") },
          },
        },
      },
    },
    recovery: {
      initial: "settling",
      states: {
        settling: {
          after: { aboutAnHour: { target: "settling", reenter: true, actions: "settle" } },
        },
      },
    },
    activity: {
      initial: "starting",
      on: { mentioned: { actions: "takeCall" } },
      states: {
        starting: {
          always: [
            { guard: "isDaytime", target: "awake", actions: "wakeUp" },
            { target: "asleep" },
          ],
        },
        asleep: {
          entry: "fallAsleep",
          after: { untilWakeUp: { target: "awake", actions: "wakeUp" } },
        },
        awake: {
          initial: "idle",
          states: {
            idle: {
              always: { guard: "isCalled", target: "#persona.activity.reacting" },
              after: {
                untilBedtime: { target: "#persona.activity.asleep" },
                untilPost: { target: "#persona.activity.composing", actions: "chooseTopic" },
                untilReading: { target: "reading", actions: "planReading" },
              },
            },
            reading: {
              invoke: {
                src: "read",
                input: { limit: 12 },
                onDone: {
                  target: "#persona.activity.reacting",
                  actions: assign(({ context, event }) =>
                    mind.takeFeed(context, event.output.posts),
                  ),
                },
                onError: { target: "#persona.activity.limited", actions: "retryLater" },
              },
            },
          },
        },
        reacting: {
          initial: "looking",
          states: {
            looking: {
              entry: "takeNext",
              always: { guard: "hasSeenAll", target: "#persona.activity.awake" },
              after: {
                aGlance: [
                  {
                    guard: "wantsToReply",
                    target: "#persona.activity.composing",
                    actions: "intendReply",
                  },
                  {
                    guard: "wantsToQuote",
                    target: "#persona.activity.composing",
                    actions: "intendQuote",
                  },
                  { guard: "wantsToRepost", target: "reposting" },
                  { guard: "wantsToLike", target: "liking" },
                  { target: "looking", reenter: true },
                ],
              },
            },
            liking: { invoke: { src: "react", input: reaction("like"), ...reactionEnds } },
            reposting: { invoke: { src: "react", input: reaction("repost"), ...reactionEnds } },
          },
        },
        composing: {
          initial: "drafting",
          states: {
            drafting: {
              invoke: {
                src: "write",
                input: ({ context }) => mind.briefOf(context),
                onDone: {
                  target: "posting",
                  actions: assign({ draft: ({ event }) => event.output.text }),
                },
                onError: { target: "waiting", actions: "retryLater" },
              },
            },
            posting: {
              invoke: {
                src: "publish",
                input: ({ context }) => mind.postOf(context),
                onDone: [
                  {
                    guard: "isAnswering",
                    target: "#persona.activity.reacting",
                    actions: "finishDraft",
                  },
                  { target: "#persona.activity.awake", actions: "finishDraft" },
                ],
                onError: [
                  { guard: "isLimited", target: "waiting", actions: ["beAnnoyed", "retryLater"] },
                  { target: "waiting", actions: "retryLater" },
                ],
              },
            },
            waiting: {
              after: {
                untilRetry: [
                  {
                    guard: "hasTriedEnough",
                    target: "#persona.activity.awake",
                    actions: "finishDraft",
                  },
                  { guard: "hasDraft", target: "posting" },
                  { target: "drafting" },
                ],
              },
            },
          },
        },
        limited: { after: { untilRetry: "awake" } },
      },
    },
  },
});

function reaction(kind: "like" | "repost") {
  return ({ context }: { readonly context: Mind }) => ({ kind, post: context.current?.post ?? "" });
}

function turns(feeling: Feeling) {
  return { type: "turns", params: { feeling } } as const;
}

function turnTo(feeling: Feeling) {
  return { type: "turnTo", params: { feeling } } as const;
}

function errorOf(event: object): unknown {
  return "error" in event ? event.error : undefined;
}
