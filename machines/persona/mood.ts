// The region `mood`: what the mood is called, and what moves it.
import type { Feeling } from "puppet-engine";
import { personaSetup } from "./vocabulary.ts";

export const mood = personaSetup.createStateConfig({
  initial: "neutral",
  on: {
    mentioned: { actions: "beAddressed" },
    liked: { actions: "enjoyAttention" },
    reposted: { actions: "enjoyAttention" },
    news: [
      { guard: "isStruck", actions: ["beMoved", "hearNews", "feelUrge"] },
      { actions: ["beMoved", "hearNews"] },
    ],
    "mood-shifted": [
      { guard: "isStirred", actions: ["beMoved", "rememberMood", "feelUrge"] },
      { actions: ["beMoved", "rememberMood"] },
    ],
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
});

/** The region `recovery`: the mood decays towards its baseline. */
export const recovery = personaSetup.createStateConfig({
  initial: "settling",
  states: {
    settling: {
      after: { aboutAnHour: { target: "settling", reenter: true, actions: "settle" } },
    },
  },
});

/** The region `company`: whoever was talked to too much for now is left alone for a while. */
export const company = personaSetup.createStateConfig({
  initial: "open",
  states: {
    open: { always: { guard: "hasTiredOfSomebody", target: "cooling" } },
    cooling: { after: { untilWarm: { target: "open", actions: "warmUp" } } },
  },
});

function turns(feeling: Feeling) {
  return { type: "turns", params: { feeling } } as const;
}

function turnTo(feeling: Feeling) {
  return { type: "turnTo", params: { feeling } } as const;
}
