// How does somebody keep order who can do no more than remind? It reads, answers listed words, and keeps within bounds.
import {
  draw,
  type Mentioned,
  minutes,
  type NewsHeard,
  perform,
  pick,
  type Reacted,
  socialPost,
  socialRead,
  stampOf,
} from "puppet-engine";
import { assign, setup } from "xstate";

interface Offence {
  readonly post: string;
  readonly from: string;
}

interface Moderator {
  readonly words: readonly string[];
  readonly rule: string;
  /** Reminders that one author gets, at most: whoever does not listen is left to others. */
  readonly most: number;
  /** Posts with listed words that wait for a reminder. */
  readonly offences: readonly Offence[];
  /** Reminders so far, by author. */
  readonly reminders: Readonly<Record<string, number>>;
}

const MAX_AUTHORS = 200;
const MAX_OFFENCES = 20;

const FORMS: readonly string[] = ["A reminder", "Please mind the rules", "As our rules have it"];

/** Whole words count, in whatever case. */
const hasListedWord = (text: string, words: readonly string[]): boolean => {
  const said = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => said.includes(word.toLowerCase()));
};

const hasRemindedEnough = ({ offences: [offence], reminders, most }: Moderator): boolean =>
  (reminders[offence?.from ?? ""] ?? 0) >= most;

/** An answer to the first offence. */
function reminderOf({ offences: [offence], rule }: Moderator, event: object) {
  const form = pick(stampOf(event).key, "form", FORMS);
  return { replyTo: offence?.post ?? "", text: `${form}, ${offence?.from}: ${rule}.` };
}

/** One reminder more for an author; of all authors the latest are remembered. */
function withReminder(reminders: Moderator["reminders"], from: string): Moderator["reminders"] {
  const others = Object.entries(reminders).filter(([author]) => author !== from);
  const counted = [...others, [from, (reminders[from] ?? 0) + 1] as const];
  return Object.fromEntries(counted.slice(-MAX_AUTHORS));
}

export default setup({
  types: {
    context: {} as Moderator,
    events: {} as Mentioned | NewsHeard | Reacted,
    input: {} as {
      readonly name: string;
      readonly words?: readonly string[];
      readonly rule?: string;
      readonly most?: number;
    },
  },
  actors: { read: perform(socialRead), remind: perform(socialPost) },
  delays: {
    aWhile: ({ event }) => minutes(20 + 40 * draw(event.key, "while")),
    aBreak: ({ event }) => minutes(5 + 10 * draw(event.key, "break")),
    aBackoff: ({ event }) => minutes(30 + 30 * draw(event.key, "backoff")),
  },
  guards: {
    hasSeenAll: ({ context }) => context.offences.length === 0,
    hasRemindedEnough: ({ context }) => hasRemindedEnough(context),
  },
  actions: {
    next: assign(({ context }) => ({ offences: context.offences.slice(1) })),
    count: assign(({ context: { reminders, offences } }) => ({
      reminders: withReminder(reminders, offences[0]?.from ?? ""),
    })),
  },
}).createMachine({
  id: "moderator",
  context: ({ input }) => ({
    words: input.words ?? [],
    rule: input.rule ?? "be kind",
    most: input.most ?? 2,
    offences: [],
    reminders: {},
  }),
  // It talks to nobody: who contradicts a reminder gets no second one for it.
  on: { mentioned: {}, news: {}, liked: {}, reposted: {} },
  initial: "away",
  states: {
    away: { after: { aWhile: "reading" } },
    reading: {
      invoke: {
        src: "read",
        input: { limit: 50 },
        onDone: {
          target: "judging",
          actions: assign(({ context, event }) => ({
            offences: event.output.posts
              .filter(({ kind, text }) => kind !== "repost" && hasListedWord(text, context.words))
              .map(({ post, from }) => ({ post, from }))
              .slice(0, MAX_OFFENCES),
          })),
        },
        onError: "waiting",
      },
    },
    judging: {
      always: [
        { guard: "hasSeenAll", target: "away" },
        { guard: "hasRemindedEnough", target: "judging", reenter: true, actions: "next" },
        { target: "reminding" },
      ],
    },
    reminding: {
      invoke: {
        src: "remind",
        input: ({ context, event }) => reminderOf(context, event),
        onDone: { target: "cooling", actions: ["count", "next"] },
        onError: { target: "waiting", actions: "next" },
      },
    },
    // One reminder at a time: a moderator who fills the feed is what it is there to prevent.
    cooling: { after: { aBreak: "judging" } },
    waiting: { after: { aBackoff: "judging" } },
  },
});
