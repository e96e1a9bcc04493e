// What one says of a goal: how far it is, and what it would mean.
import type { Scene } from "./draft.ts";
import { expand } from "./expand.ts";
import { intentionOf } from "./first-person.ts";
import type { Mood } from "./voice.ts";

/** `{do}` is the goal behind "to". */
const MEANT: Readonly<Record<Mood, readonly string[]>> = {
  neutral: [
    "I still mean to {do}.",
    "One of these days I shall {do}.",
    "On my list, underlined: {do}.",
    "I have told myself to {do}, and I am still telling myself.",
    "If I {do} this year, I shall ask for nothing else.",
  ],
  content: [
    "All in good time I shall {do}.",
    "I only want to {do}. The rest is there already.",
    "It would round things off to {do}.",
    "I have a good feeling that I shall {do} yet.",
  ],
  elated: [
    "I am going to {do}, you will see!",
    "I am off to {do}, and whistling!",
    "Just watch me {do}!",
    "This is the year I {do}, I can feel it!",
  ],
  gloomy: [
    "I wanted to {do}. I may have left it too late.",
    "I shall never {do}, at this rate.",
    "Once I was sure that I would {do}.",
    "To {do}, that was the idea. One had ideas.",
  ],
  irritated: [
    "All I ask is to {do}. Is that too much?",
    "I would {do} if people let me.",
    "I shall {do}, and anybody in the way can move.",
    "How am I to {do} with all this going on?",
  ],
  anxious: [
    "What if I never {do}?",
    "I have to {do}, and time is running. Is it not?",
    "I promised myself to {do}. Who would help me?",
    "Do you think that I shall ever {do}?",
  ],
};
/** `{doing}` is the goal as a thing that is under way. */
const UNDER_WAY: Readonly<Record<Mood, readonly string[]>> = {
  neutral: ["One step nearer to {doing}.", "No nearer to {doing} today, but no further from it."],
  content: ["One step nearer to {doing}, and the tea still warm.", "I get on well with {doing}."],
  elated: ["One step nearer to {doing}! One great step!", "Nothing can keep me from {doing} now!"],
  gloomy: ["No nearer to {doing}, and another day gone.", "I dreamt of {doing}. I woke."],
  irritated: ["Still not one step nearer to {doing}.", "Everything keeps me from {doing}."],
  anxious: ["Am I any nearer to {doing}? I cannot tell.", "I lie awake over {doing}."],
};
const UNDER_WAY_SHARE = 0.4;

/** A sentence about a goal; undefined when it cannot be said safely. */
export function ambition(scene: Scene, goal: string | undefined): string | undefined {
  const { pen, brief, refuses } = scene;
  const intention = goal === undefined ? undefined : intentionOf(goal);
  if (!intention) return undefined;
  const isUnderWay = intention.doing !== undefined && pen.chance("under-way", UNDER_WAY_SHARE);
  const [bag, frames] = isUnderWay
    ? (["under-way", UNDER_WAY] as const)
    : (["meant", MEANT] as const);
  const frame = pen.take(`${brief.mood}.${bag}`, frames[brief.mood]) ?? "";
  const text = expand(frame, pen, { do: intention.do, doing: intention.doing ?? "" });
  return refuses(text) ? undefined : text;
}
