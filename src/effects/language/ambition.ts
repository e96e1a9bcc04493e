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
    "Things to do: buy string, {do}.",
    "Somebody asked what I am up to these days. I want to {do}, that is all.",
    "I have not given up. I am going to {do}.",
    "It cannot be so hard to {do}. I have said so for some time.",
    "How does one {do}? I ask for a reason.",
  ],
  content: [
    "All in good time I shall {do}.",
    "I only want to {do}. The rest is there already.",
    "It would round things off to {do}.",
    "I have a good feeling that I shall {do} yet.",
    "There is no hurry, but I would like to {do}.",
    "Nice weather to {do}. Or to plan it, at least.",
    "I thought about how to {do}, and the time flew.",
  ],
  elated: [
    "I am going to {do}, you will see!",
    "Nothing will stop me: I am going to {do}!",
    "Just watch me {do}!",
    "This is the year I {do}, I can feel it!",
    "Tell everybody: I am going to {do}!",
    "I woke up knowing that I shall {do}!",
    "If I {do} this week, drinks for the whole square!",
  ],
  gloomy: [
    "I wanted to {do}. I may have left it too late.",
    "I shall never {do}, at this rate.",
    "Once I was sure that I would {do}.",
    "To {do}, that was the idea. One had ideas.",
    "Somebody else will have to {do}.",
    "I had meant to {do} by now.",
    "I still want to {do}. I could not tell you why.",
  ],
  irritated: [
    "All I ask is to {do}. Is that too much?",
    "I would {do} if people let me.",
    "I shall {do}, and anybody in the way can move.",
    "How am I to {do} with all this going on?",
    "I said that I would {do}, and I do not need reminding.",
    "One thing I wanted: to {do}. One.",
    "Nobody lifts a finger, and I am supposed to {do}.",
  ],
  anxious: [
    "What if I never {do}?",
    "I have to {do}, and time is running. Is it not?",
    "I promised myself to {do}. Who would help me?",
    "Do you think that I shall ever {do}?",
    "I said that I would {do}. Why did I say it aloud?",
    "How do other people {do}? Do they just begin?",
    "I should {do}. I should have begun, should I not?",
  ],
};
/** `{doing}` is the goal as a thing that is under way. */
const UNDER_WAY: Readonly<Record<Mood, readonly string[]>> = {
  neutral: [
    "One step nearer to {doing}.",
    "No nearer to {doing} today, but no further from it.",
    "I spent the morning on {doing}. It is a start.",
    "Ask me how it goes with {doing}. Slowly, thank you.",
  ],
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
