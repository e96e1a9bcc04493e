// One line per entry, for every kind of entry.
import { expect, test } from "vitest";
import type { Entry } from "../../src/core/event.ts";
import { transcriptLine } from "../../src/report/transcript.ts";

const entry = (parts: Partial<Entry>): Entry => ({
  seq: 42,
  at: 34_205_120,
  to: "agent:ada",
  event: { type: "started" },
  key: 1,
  outcome: "handled",
  requests: [],
  ...parts,
});
const shown = (event: Entry["event"]): string => transcriptLine(entry({ event })).slice(35);
const POST = "2008100000000482910";

test("a line begins with instant, seq and address, in columns", () => {
  expect(transcriptLine(entry({}))).toBe("d1 09:30:05.120      42 ada        started");
  expect(transcriptLine(entry({ to: "world", seq: 7, at: 864_000_000 }))).toBe(
    "d11 00:00:00.000      7 world      started",
  );
});

test.each([
  [
    "a timer",
    { type: "xstate.after.7200000.persona.activity.resting" },
    "after 2h in activity.resting",
  ],
  ["a named timer", { type: "xstate.after.nap.persona.resting" }, "after nap in resting"],
  [
    "a call",
    { type: "mentioned", from: "bob", as: "reply", post: POST, thread: "1", text: "Is it true?" },
    'mentioned by bob in reply …482910 "Is it true?"',
  ],
  ["a like", { type: "liked", from: "bob", post: POST }, "liked by bob …482910"],
  [
    "news",
    { type: "news", topic: "trains", headline: "All late", mood: { valence: 1 } },
    'news topic=trains "All late"',
  ],
  [
    "an event of the user's own",
    { type: "rained", hours: 3, isWarm: true, where: null },
    "rained hours=3 isWarm=true where=null",
  ],
  [
    "what is for everyone",
    { type: "announced", event: { type: "news", topic: "trains", headline: "All late" } },
    'announced news topic=trains "All late"',
  ],
  ["a reminder", { type: "mood-due", agent: "agent:bob", pause: 9 }, "mood-due agent=bob"],
  [
    "nested fields",
    { type: "met", who: ["bob"], place: { x: 1, y: 2 } },
    "met who=[1] place={x,y}",
  ],
  ["many fields", { type: "sum", a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, "sum a=1 b=2 c=3 d=4 e=5 …"],
  ["a text", { type: "replied", kind: "done", reply: { text: "Hm." } }, 'reply "Hm."'],
  ["a new post", { type: "replied", kind: "done", reply: { post: POST } }, "reply posted …482910"],
  [
    "a feed",
    {
      type: "replied",
      kind: "done",
      reply: { posts: [{ from: "bob" }, { from: "cy" }, { from: "bob" }] },
    },
    "reply 3 posts by bob, cy",
  ],
  ["an empty feed", { type: "replied", kind: "done", reply: { posts: [] } }, "reply no posts"],
  ["nothing but success", { type: "replied", kind: "done", reply: {} }, "reply ok"],
  [
    "a limit",
    { type: "replied", kind: "limited", retryAfter: 9_191_087 },
    "reply limited, again in 2h 33m 11s",
  ],
  [
    "a refusal",
    { type: "replied", kind: "refused", reason: "no post 7" },
    'reply refused: "no post 7"',
  ],
  [
    "a post to write",
    {
      type: "asked",
      from: "agent:ada",
      request: "agent:ada#1",
      ask: { kind: "post", text: "Hm.", topic: "tea" },
    },
    'asked by ada: post topic=tea "Hm."',
  ],
  [
    "an answer to write",
    {
      type: "asked",
      from: "agent:ada",
      request: "agent:ada#1",
      ask: { kind: "post", text: "Hm.", replyTo: POST },
    },
    'asked by ada: reply to …482910 "Hm."',
  ],
  [
    "a like to give",
    {
      type: "asked",
      from: "agent:ada",
      request: "agent:ada#1",
      ask: { kind: "react", reaction: "like", post: POST },
    },
    "asked by ada: like …482910",
  ],
  [
    "an account to follow",
    {
      type: "asked",
      from: "agent:ada",
      request: "agent:ada#1",
      ask: { kind: "follow", account: "agent:bob", weight: 0.5 },
    },
    "asked by ada: follow account=bob weight=0.5",
  ],
])("%s reads well", (_, event, text) => {
  expect(shown(event)).toBe(text);
});

test("what was not handled says so, and why", () => {
  expect(transcriptLine(entry({ outcome: "stale" }))).toMatch(/started {2}\[stale\]$/);
  expect(transcriptLine(entry({ outcome: "dead", reason: "no words" }))).toMatch(
    /started {2}\[dead: "no words"\]$/,
  );
});

test("requests and actions stand at the end, and no text twice", () => {
  const requests = [
    { id: "agent:ada#1", effect: "social.post", input: { text: "Hm.", replyTo: POST } },
    {
      id: "agent:ada#2",
      effect: "llm.complete",
      input: { task: "reply", replyTo: { from: "bob", text: "Oh." } },
    },
  ];
  const event = { type: "replied", kind: "done", reply: { text: "Hm." } };
  expect(
    transcriptLine(entry({ event, requests, actions: ["xstate.log", "wave"] })).slice(35),
  ).toBe(
    'reply "Hm."  -> social.post to …482910 "…"  -> llm.complete to bob task=reply  + xstate.log, wave',
  );
});

test("a line stays one line and steers no terminal", () => {
  const line = shown({ type: "mentioned", text: `a\nb\u001b[2J\u009b\u2028${"x".repeat(100)}` });
  expect(line).toBe(`mentioned "a\\nb\\u001b[2J\\u009b\\u2028${"x".repeat(50)}…"`);
});
