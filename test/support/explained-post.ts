// An explanation made by hand, with every kind of link: a start, a timer that decides, a reply, and a post to the world.
import type { Entry } from "../../src/core/event.ts";
import type { Explained } from "../../src/report/explanation.ts";

const POST = "2008100000000482910";
const TEXT = "They say there is no cause for alarm about the bridge, and so I am alarmed.";
const HEADLINE = "Council closes the old bridge";

export const entry = (seq: number, parts: Partial<Entry>): Entry => ({
  seq,
  at: 32_823_420 + seq * 1000,
  to: "agent:percy",
  event: { type: "started" },
  key: 1,
  outcome: "handled",
  requests: [],
  ...parts,
});

const write = {
  id: "agent:percy#7",
  effect: "llm.complete",
  input: { task: "post", news: HEADLINE },
};
export const publish = { id: "agent:percy#8", effect: "social.post", input: { text: TEXT } };
const news = entry(12, { event: { type: "news", topic: "bridges", headline: HEADLINE } });
const timer = entry(61, {
  event: { type: "xstate.after.untilPost.persona.activity.idle" },
  requests: [write],
});
const reply = entry(62, {
  event: { type: "replied", kind: "done", reply: { text: TEXT } },
  request: write.id,
  requests: [publish],
});
const asked = entry(63, {
  to: "world",
  event: { type: "asked", from: "agent:percy", ask: { kind: "post", text: TEXT } },
});
const written = entry(64, { event: { type: "replied", kind: "done", reply: { post: POST } } });

export const guard = (name: string, result: boolean | undefined, parts: object = {}) => ({
  name,
  ...(result !== undefined && { result }),
  parts: [],
  ...parts,
});
export const candidate = { targets: [], isTaken: false };
export const nothing = { candidates: [], exited: [], entered: [], actions: [] };

export const explained: Explained = {
  run: "town-1",
  links: [
    {
      entry: entry(4, {}),
      origin: "start",
      recalled: [],
      decision: {
        kind: "start",
        after: { mood: "neutral", activity: "idle" },
        moodAfter: { valence: 0, arousal: 0.4 },
        microsteps: [
          {
            ...nothing,
            entered: ["persona", "persona.mood", "persona.activity"],
            actions: ["begin"],
          },
        ],
      },
    },
    {
      entry: timer,
      recalled: [{ entry: news, texts: [HEADLINE, POST] }],
      decision: {
        kind: "step",
        before: { mood: "neutral", activity: "idle" },
        after: { mood: { low: "gloomy" }, activity: { composing: "drafting" } },
        moodBefore: { valence: -0.004, arousal: 0.4 },
        moodAfter: { valence: -0.351, arousal: 0.4 },
        microsteps: [
          {
            event: timer.event,
            candidates: [
              { ...candidate, state: "persona.activity.idle", guard: guard("isTired", false) },
              {
                ...candidate,
                state: "persona.activity.idle",
                isTaken: true,
                guard: guard("and", true, {
                  parts: [guard("isAwake", true), guard("isAbove", true, { params: { limit: 3 } })],
                }),
              },
              {
                ...candidate,
                state: "persona.mood",
                isTaken: true,
                guard: guard("turns", true, { params: { feeling: "gloomy" } }),
              },
            ],
            exited: ["persona.activity.idle", "persona.mood.neutral"],
            entered: [
              "persona.mood.low",
              "persona.mood.low.gloomy",
              "persona.activity.composing",
              "persona.activity.composing.drafting",
            ],
            actions: ["chooseTopic", "xstate.assign", "xstate.raise"],
          },
          {
            ...nothing,
            event: { type: "again" },
            exited: ["persona.activity.composing.drafting"],
            entered: ["persona.activity.composing.drafting"],
          },
          {
            ...nothing,
            candidates: [
              { ...candidate, state: "persona.activity", guard: guard("isCalled", false) },
            ],
          },
        ],
      },
    },
    { entry: reply, recalled: [], answer: { seq: 61, request: write, latency: 1000 } },
    {
      entry: asked,
      recalled: [],
      outcome: {
        sent: [
          { at: written.at, to: written.to, event: written.event },
          {
            at: 40_000_000,
            to: "agent:ada",
            event: { type: "mentioned", from: "percy", text: "Hm." },
          },
        ],
      },
    },
  ],
  omitted: 7,
  effects: [written],
  echoes: [],
};
