// How a story or an argument runs through several posts: openings, the steps between, and the end.
import { complaint, elegy, triumph, worry } from "./arcs-moods.ts";
import type { Mood } from "./voice.ts";

/** What one step is made of: a thought about the subject, or a deed. */
export type Beat =
  | "facts"
  | "opinions"
  | "tales"
  | "joys"
  | "woes"
  | "fears"
  | "questions"
  | "deed";

/** One step: `{x}` is the thought, a clause without its mark; a tale is whole sentences; deeds have `{do}`, `{did}`, `{doing}`. */
export interface Step {
  readonly beat: Beat;
  readonly frames: readonly string[];
}

/** A way through a thread. `{topic}` is the subject, `{parts}` the number of posts in words. */
export interface Arc {
  readonly name: string;
  readonly moods: readonly Mood[];
  /** Sentences before the first thought. */
  readonly openers: readonly string[];
  readonly first: Step;
  /** Taken in this order, and again from the start while there are posts left. */
  readonly middle: readonly Step[];
  readonly last: Step;
  /** Sentences after the last thought. */
  readonly closers: readonly string[];
  /** Up to so many posts; further ones would outstay their welcome. */
  readonly maxPosts?: number;
}

/** For a mood without arcs of its own. */
export const story: Arc = {
  name: "story",
  moods: ["neutral", "content", "content", "gloomy"],
  openers: [
    "A story about {topic}. [Get a chair.|It is short.|It is true.|Stop me if you know it.]",
    "Let me tell you something about {topic}.",
    "This is about {topic}, and it takes {parts} posts.",
    "I was told to keep it short about {topic}. I tried.",
    "Something about {topic} that I have never written down.",
    "Sit down for a moment, this is about {topic}.",
    "Since everyone keeps asking about {topic}, here it is from the beginning.",
  ],
  first: { beat: "tales", frames: ["{x}"] },
  middle: [
    {
      beat: "facts",
      frames: [
        "You have to know that {x}.",
        "It was then that I understood: {x}.",
        "What I took home from it: {x}.",
        "Now, {x}. That is the thing.",
      ],
    },
    {
      beat: "woes",
      frames: [
        "It did not stay that way. {X}.",
        "Then {x}.",
        "The sad part: {x}.",
        "And of course {x}.",
      ],
    },
    {
      beat: "deed",
      frames: [
        "What does one do? I {did}.",
        "So I {did}. [It helped a little.|It seemed right.|It passed the time.]",
        "I {did}, which is my answer to most things.",
      ],
    },
    { beat: "tales", frames: ["There is more. {x}", "Another time, the same again. {x}", "{x}"] },
    {
      beat: "joys",
      frames: ["And then, of all things, {x}.", "But listen: {x}.", "And all the same {x}."],
    },
    {
      beat: "opinions",
      frames: ["I have said it before: {x}.", "If you ask me, {x}.", "My own view is that {x}."],
    },
  ],
  last: {
    beat: "opinions",
    frames: [
      "What I make of it: {x}.",
      "So, if there is a moral, it is that {x}.",
      "In short: {x}.",
      "I have thought about it since, and I still say that {x}.",
    ],
  },
  closers: [
    "That is the end of the story.",
    "That is all there is to it.",
    "Thank you for staying to the end.",
    "I only wanted to have told somebody.",
    "You may get up now.",
  ],
};

const argument: Arc = {
  name: "argument",
  moods: ["neutral", "neutral", "irritated"],
  openers: [
    "I have something to say about {topic}, and I shall say it in order.",
    "There was an argument about {topic} today. I lost it, so here it is again, properly.",
    "A word about {topic}. [Several, in fact.|It became {parts} posts.]",
    "Let us settle this about {topic} once and for all.",
    "People keep getting {topic} wrong. I have made notes.",
  ],
  first: { beat: "opinions", frames: ["My case: {x}.", "I say that {x}.", "Here it is: {x}."] },
  middle: [
    {
      beat: "facts",
      frames: [
        "First of all, {x}. [Anyone can check that.|I did not make that up.]",
        "To begin with, {x}.",
        "Think about it: {x}.",
      ],
    },
    {
      beat: "tales",
      frames: ["An example. {x}", "A case from life. {x}", "You want proof? {x}"],
    },
    {
      beat: "questions",
      frames: [
        "You will ask: {x}? [Good question.|I thought you would.|So did I.]",
        "Somebody always calls out: {x}? [Let them.|Patience.]",
      ],
    },
    {
      beat: "opinions",
      frames: ["Besides, {x}.", "And while I am at it, {x}.", "It follows that {x}."],
    },
    {
      beat: "woes",
      frames: [
        "I grant you that it does not always go well: {x}.",
        "I am not blind. I know that {x}.",
      ],
    },
  ],
  last: {
    beat: "facts",
    frames: [
      "And if all that is not enough: {x}.",
      "One last thing: {x}.",
      "Against which nobody has ever found an argument: {x}.",
    ],
  },
  closers: [
    "I rest my case.",
    "You know where to find me.",
    "I shall take questions at the bar.",
    "Anyone who disagrees may bring {topic} up at supper.",
    "Thank you. That is all.",
  ],
};

const lessons: Arc = {
  name: "lessons",
  moods: ["neutral", "content"],
  openers: [
    "{Parts} things that {topic} taught me.",
    "What I know about {topic}, in {parts} posts.",
    "For a beginner who asked me about {topic}: {parts} things.",
    "{Parts} things about {topic} that I wish I had known sooner.",
  ],
  first: { beat: "facts", frames: ["{Nth}, {x}."] },
  middle: [
    { beat: "opinions", frames: ["{Nth}, {x}."] },
    { beat: "facts", frames: ["{Nth}, {x}.", "{Nth}, and it took me years: {x}."] },
  ],
  last: { beat: "opinions", frames: ["And last, {x}.", "Last of all, {x}."] },
  closers: [
    "The rest you have to find out for yourself.",
    "There is a {next}, but it is private.",
    "I am still working on the {next}.",
  ],
  maxPosts: 8,
};

/** Every mood has at least one. */
export const arcs: readonly Arc[] = [
  ...[story, argument, lessons, worry, complaint, triumph, elegy],
];
