// What a persona gives its attention to, and in which order.
import { expect, test } from "vitest";
import { deriveKey, rootKey } from "../../src/core/random.ts";
import { hours, seconds } from "../../src/core/time.ts";
import {
  isCalled,
  MAX_INBOX,
  nextAttentionAt,
  takeCall,
  takeFeed,
  takeNext,
} from "../../src/persona/attention.ts";
import { firstMind, type Mind } from "../../src/persona/mind-state.ts";

const ada: Mind = { ...firstMind({ name: "Ada" }), nextReadAt: hours(10) };
const NOW = hours(1);
const keyOf = (i: number) => deriveKey(rootKey("test"), "call", i);
const call = (i: number, from = "bo") => ({
  at: NOW,
  key: keyOf(i),
  from,
  text: `call ${i}`,
  post: `${i}`,
});
const post = (i: number) => ({ post: `p${i}`, from: "cy", text: `post ${i}`, thread: `p${i}` });
function after(mind: Mind, ...changes: readonly ((mind: Mind) => Partial<Mind>)[]): Mind {
  let now = mind;
  for (const change of changes) now = { ...now, ...change(now) };
  return now;
}

test("calls wait about the median, and a few very long", () => {
  const waits = Array.from({ length: 4000 }, (_, i) => {
    const { inbox = [] } = takeCall(ada, call(i));
    return (inbox[0]?.dueAt ?? 0) - NOW;
  }).sort((a, b) => a - b);
  const quantile = (share: number) => waits[Math.floor(waits.length * share)] ?? 0;
  expect(quantile(0.5) / seconds(20)).toBeCloseTo(1, 1);
  // Log-normal with sigma 0.8: one in forty waits more than exp(0.8 x 1.96) = 4.8 medians.
  expect(quantile(0.975) / seconds(20)).toBeGreaterThan(4);
  expect(quantile(0.975) / seconds(20)).toBeLessThan(5.6);
});

test("calls come before what the feed showed, and not before they are due", () => {
  const mind = after(
    ada,
    (now) => takeFeed(now, [post(1), post(2)], { at: NOW, key: 1 }),
    (now) => takeCall(now, call(1)),
  );
  const dueAt = nextAttentionAt(mind);
  expect(dueAt).toBeGreaterThan(NOW);
  expect(isCalled(mind, { at: dueAt - 1, key: 1 })).toBe(false);
  expect(isCalled(mind, { at: dueAt, key: 1 })).toBe(true);
  expect(takeNext(mind, { at: dueAt - 1, key: 1 }).current?.text).toBe("post 1");
  expect(takeNext(mind, { at: dueAt, key: 1 }).current?.text).toBe("call 1");
});

test("the inbox has a bound; what the feed showed gives way to calls, and calls keep their order", () => {
  const posts = Array.from({ length: MAX_INBOX }, (_, i) => post(i));
  const calls = Array.from({ length: 5 }, (_, i) => (now: Mind) => takeCall(now, call(i)));
  const { inbox } = after(ada, (now) => takeFeed(now, posts, { at: NOW, key: 1 }), ...calls);
  expect(inbox).toHaveLength(MAX_INBOX);
  expect(inbox.slice(0, 5).map(({ text }) => text)).toEqual(
    [0, 1, 2, 3, 4].map((i) => `call ${i}`),
  );
});

test("what friends write is looked at before what foes write", () => {
  const felt = (sentiment: number) => ({
    ...{ sentiment, familiarity: 0.5, trust: 0.5 },
    ...{ interactions: 9, lastAt: NOW },
  });
  const mind: Mind = { ...ada, relationships: { foe: felt(-0.8), friend: felt(0.8) } };
  const feed = ["foe", "stranger", "friend"].map((from, i) => ({ ...post(i), from }));
  const { inbox = [] } = takeFeed(mind, feed, { at: NOW, key: 1 });
  expect(inbox.map(({ from }) => from)).toEqual(["friend", "stranger", "foe"]);
});

test("with nobody calling it turns to the feed when that is due", () => {
  expect(nextAttentionAt(ada)).toBe(hours(10));
  expect(takeNext(ada, { at: NOW, key: 1 }).current).toBeNull();
});
