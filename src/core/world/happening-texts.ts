// What happens by itself, in words: news, moods out of nowhere, and reasons to talk to somebody.

/** A shift of a mood, each in [-1, 1]. */
export interface MoodShift {
  readonly valence: number;
  readonly arousal: number;
  readonly dominance: number;
}

export interface NewsTemplate {
  readonly headline: string;
  readonly description: string;
  readonly mood: MoodShift;
}

export interface MoodPreset {
  readonly name: string;
  readonly description: string;
  readonly mood: MoodShift;
}

/** Topics of news where a scenario names none. */
export const NEWS_TOPICS: readonly string[] = [
  "the market",
  "trains",
  "football",
  "the council",
  "libraries",
  "birds",
  "inventions",
  "local history",
];

/** What people are prompted to talk about where a scenario names nothing. */
export const TALK_TOPICS: readonly string[] = [
  "coffee",
  "gardening",
  "records",
  "crosswords",
  "the stars",
  "neighbours",
];

/** `{topic}`, and `{Topic}` where a sentence begins with it. */
export const newsTemplates: readonly NewsTemplate[] = [
  {
    headline: "Good news about {topic}, and for once nobody saw it coming",
    description: "What was called impossible last year was shown this morning, and it held.",
    mood: { valence: 0.3, arousal: 0.3, dominance: 0.1 },
  },
  {
    headline: "Plans for {topic} are put off again, this time without a date",
    description: "The letter gives no reason. The next meeting about it is in eleven weeks.",
    mood: { valence: -0.3, arousal: 0.2, dominance: -0.15 },
  },
  {
    headline: "Two camps, one hall: the quarrel about {topic} goes on past midnight",
    description: "Neither side gave way, and somebody took the microphone home.",
    mood: { valence: -0.1, arousal: 0.4, dominance: 0.05 },
  },
  {
    headline: "{Topic}: a small kindness goes round the town faster than the bus",
    description: "Nobody will say who began it. By evening there was soup.",
    mood: { valence: 0.35, arousal: 0.15, dominance: 0.2 },
  },
  {
    headline: "New figures are out, and everyone had {topic} wrong",
    description: "The report is short, its last table is long, and everyone reads that one first.",
    mood: { valence: 0, arousal: 0.25, dominance: -0.05 },
  },
];

/** The five moods of Puppet Engine v1, with its shifts. */
export const moodPresets: readonly MoodPreset[] = [
  {
    name: "inspiration",
    description: "An idea arrives between two sips of tea, and it is a good one.",
    mood: { valence: 0.3, arousal: 0.4, dominance: 0.2 },
  },
  {
    name: "frustration",
    description: "The third small thing in a row goes wrong.",
    mood: { valence: -0.2, arousal: 0.3, dominance: -0.1 },
  },
  {
    name: "surprise",
    description: "Something turns out far better than anybody had planned it.",
    mood: { valence: 0.4, arousal: 0.3, dominance: 0.1 },
  },
  {
    name: "melancholy",
    description: "An old song comes on, and the room grows quiet.",
    mood: { valence: -0.3, arousal: -0.2, dominance: -0.1 },
  },
  {
    name: "creative surge",
    description: "The hands are faster than the head, and whatever they make comes out right.",
    mood: { valence: 0.3, arousal: 0.4, dominance: 0.3 },
  },
];

/** To the one who is to begin: `{target}` is the other's name. */
export const talkTemplates: readonly string[] = [
  "You have been meaning to ask {target} something about {topic}.",
  "They say that {target} has a view on {topic}. You would rather hear it first hand.",
  "You have just come across something about {topic} that {target} ought to see.",
  "You and {target} have never agreed about {topic}. Today is as good a day as any.",
  "{target} has not said much lately. {Topic} might be a way to begin.",
];

/** A template with its places filled. Other names in braces stay. */
export function fillTemplate(
  template: string,
  places: { readonly topic: string; readonly target?: string },
): string {
  const { topic, target = "" } = places;
  const texts = new Map([
    ["topic", topic],
    ["Topic", topic.slice(0, 1).toUpperCase() + topic.slice(1)],
    ["target", target],
  ]);
  return template.replace(/\{(\w+)\}/g, (place, name) => texts.get(String(name)) ?? place);
}
