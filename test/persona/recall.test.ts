// Recalling: which memories a cue calls up.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { days } from "../../src/core/time.ts";
import { Brief } from "../../src/persona/brief.ts";
import { type Memories, type NewMemory, remember } from "../../src/persona/memory.ts";
import { recall, recalled } from "../../src/persona/recall.ts";
import { tryOut } from "../support/fresh-seed.ts";

const event = (text: string, rest: Partial<NewMemory> = {}): NewMemory => ({
  kind: "event",
  text,
  at: 0,
  importance: 0.5,
  valence: 0,
  ...rest,
});

const memoriesOf = (...items: readonly NewMemory[]): Memories =>
  items.reduce<Memories>((memories, item) => remember(memories, item, 1000), {
    core: [],
    items: [],
    nextId: 0,
    unreflected: 0,
  });

const idsOf = (memories: Memories, cue: Parameters<typeof recall>[1], count: number) =>
  recall(memories, cue, count).map(({ id }) => id);

describe("what comes to mind", () => {
  test("is what shares words with the text, in any form of them", () => {
    const memories = memoriesOf(event("Soup"), event("Two ferries sank"), event("Rain"));
    expect(idsOf(memories, { text: "Is the ferry late?", at: 0 }, 1)).toEqual([1]);
  });

  test("is rather what shares a rare word than what shares a common one", () => {
    const common = Array.from({ length: 8 }, (_, n) => event(`The harbour, day ${n * 111}`));
    const memories = memoriesOf(...common, event("A whale by the pier"));
    expect(idsOf(memories, { text: "a whale in the harbour", at: 0 }, 1)).toEqual([8]);
  });

  test.each([
    ["the topic", { topic: "old boats" }],
    ["the person", { from: "bob" }],
  ])("is what shares %s", (_, shared) => {
    const memories = memoriesOf(event("Soup"), event("Rain", shared), event("Bread"));
    expect(idsOf(memories, { text: "hm", ...shared, at: 0 }, 1)).toEqual([1]);
  });

  test("is the latest among things alike, and an important one before it", () => {
    const alike = [0, 1, 2].map((day) => event("The lamp broke", { at: days(day) }));
    const memories = memoriesOf(...alike);
    expect(idsOf(memories, { text: "lamp", at: days(3) }, 3)).toEqual([2, 1, 0]);
    const [first = event("")] = alike;
    const weighed = memoriesOf({ ...first, importance: 1 }, ...alike.slice(1));
    expect(idsOf(weighed, { text: "lamp", at: days(3) }, 1)).toEqual([0]);
  });

  test("is the first among equals", () => {
    const memories = memoriesOf(event("one"), event("two"), event("three"));
    expect(idsOf(memories, { at: 5 }, 2)).toEqual([0, 1]);
  });

  test("fits the mood, where all else is equal", () => {
    const memories = memoriesOf(event("Rain", { valence: -0.6 }), event("Sun", { valence: 0.6 }));
    expect(idsOf(memories, { at: 0, mood: 0.5 }, 1)).toEqual([1]);
    expect(idsOf(memories, { at: 0, mood: -0.5 }, 1)).toEqual([0]);
  });

  test("brings along what it is linked with, in either direction", () => {
    const { items, ...rest } = memoriesOf(event("Soup"), event("The whale"), event("Rain"));
    const linked = (from: number, to: number): Memories => ({
      ...rest,
      items: items.map((item) => (item.id === from ? { ...item, links: [to] } : item)),
    });
    const cue = { text: "whale", at: 0 };
    expect(idsOf({ ...rest, items }, cue, 2)).toEqual([1, 0]);
    expect(idsOf(linked(1, 2), cue, 2)).toEqual([1, 2]);
    expect(idsOf(linked(2, 1), cue, 2)).toEqual([1, 2]);
  });
});

test("what is recalled has the form of a brief, with whose words it is", () => {
  const memories = recalled(memoriesOf(event("Soup", { from: "bob", topic: "food" })).items);
  expect(memories).toEqual([{ kind: "event", text: "Soup", from: "bob" }]);
  expect(Brief.safeParse({ task: "post", mood: "neutral", memories }).success).toBe(true);
});

test("equal memories and cues call up the same, as many as asked for, each once", async () => {
  const item = fc.record({
    text: fc.lorem({ maxCount: 8 }),
    at: fc.integer({ min: 0, max: days(30) }),
    importance: fc.double({ min: 0, max: 1, noNaN: true }),
    valence: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  const past = fc.record({
    items: fc.array(item, { maxLength: 40 }),
    text: fc.lorem({ maxCount: 8 }),
    count: fc.integer({ min: 0, max: 12 }),
  });
  await tryOut("test/persona/recall.test.ts", 150, past, ({ items, text, count }) => {
    const ordered = items
      .toSorted((a, b) => a.at - b.at)
      .map(({ text, ...rest }) => event(text, rest));
    const memories = memoriesOf(...ordered);
    const cue = { text, at: days(31) };
    const ids = idsOf(memories, cue, count);
    expect(new Set(ids).size).toBe(Math.min(count, items.length));
    expect(ids).toHaveLength(Math.min(count, items.length));
    expect(idsOf(structuredClone(memories), cue, count)).toEqual(ids);
  });
});
