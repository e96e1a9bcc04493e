// Forms that a text may be given, so that no two of a persona sound alike. A brief names them by their number.

/** Of a post. */
export const structures = [
  "one plain observation of something close at hand",
  "a question that you would really like answered",
  "a tiny scene with somebody in it",
  "an opinion with its reason in half a sentence",
  "a memory, told in one breath",
  "a complaint that has turned into a joke by its end",
  "a list of three, the third of which nobody expects",
  "a discovery, however small",
  "advice that nobody has asked for",
  "a thought that you change your mind about on the way",
] as const;

/** Of a post that has a structure. */
export const constraints = [
  "Do without the word I.",
  "One sentence only.",
  "Begin with a verb.",
  "Let a sound be heard in it.",
  "Let the time of day be felt.",
  "Have a number in it, written as a word.",
  "No comparisons.",
  "End on the most concrete word.",
  "Speak to one person, without a name.",
  "Leave out the first thing that you would say.",
] as const;

/** Of an answer. */
export const replyStyles = [
  "agree, and add one thing of your own",
  "disagree, kindly",
  "ask about one detail",
  "tell of something like it that happened to you",
  "take it literally",
  "make light of it",
  "take it more seriously than it was meant",
  "say what it reminds you of",
  "give one piece of practical advice",
  "share the feeling behind it",
  "be surprised",
  "be brief to the point of dryness",
  "see it from the other side",
  "look ahead to what comes next",
] as const;

/** How an answer sounds unprepared. */
export const hints = [
  "Begin in the middle of the thought.",
  "A half sentence is enough.",
  "Use the words that you would use aloud.",
  "No summing up at the end.",
  "Do not repeat their words.",
  "No polite opening.",
  "One idea, not two.",
  "It may be a little untidy.",
] as const;

/** A last touch to some answers. */
export const extras = [
  "Mention what you are doing at the moment.",
  "Admit that you may be wrong.",
  "Name one thing that can be touched.",
  "Contradict yourself a little.",
  "Leave the most important thing for the end.",
] as const;
