// Words: what two texts have in common, and how a text is cut.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareWord, shortenedText, wordsIn } from "../../src/persona/words.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/persona/words.test.ts";

test.each([
  ["The ferry is late", "two ferries in the fog"],
  ["I bake bread", "Baking is a habit"],
  ["running late", "she ran, I run"],
  ["She PAINTED a boat", "paintings of Boats"],
  ["Ärger im Café", "der ärger"],
  ["猫が好き", "黒い猫"],
])("%j and %j share a word", (one, other) => {
  expect(shareWord(one, other)).toBe(true);
});

test.each([
  ["The ferry is late", "The harbour is early"],
  ["What have you done with it?", "What have they done about that?"],
  ["a cat", "a bus"],
  ["", "ferry"],
])("%j and %j share none", (one, other) => {
  expect(shareWord(one, other)).toBe(false);
});

test("words are read in the order of the text, without small ones and signs", () => {
  expect(wordsIn("Don't tell: the @Baker's ferry, No 1912, sank!")).toEqual([
    "baker",
    "ferry",
    "1912",
    "sank",
  ]);
});

describe("a long text", () => {
  test("is cut at a word", () => {
    expect(shortenedText("one two three four five", 15)).toBe("one two three…");
    expect(shortenedText("one two three", 13)).toBe("one two three");
  });

  test("is cut within a word that fills it", () => {
    expect(shortenedText("x".repeat(50), 10)).toBe(`${"x".repeat(9)}…`);
  });

  test("never comes out longer than its limit, on more than one line, or with half an emoji", async () => {
    const texts = fc.record({
      text: fc.string({ unit: "grapheme", maxLength: 200 }),
      limit: fc.integer({ min: 5, max: 80 }),
    });
    await tryOut(FILE, 300, texts, ({ text, limit }) => {
      const cut = shortenedText(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect([...cut].filter((sign) => sign < " ")).toEqual([]);
      if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      expect(shortenedText(cut, limit)).toBe(cut);
    });
  });
});
