// Texts are as long as X says: compared with X's own library.
import fc from "fast-check";
import twitter from "twitter-text";
import { expect, test } from "vitest";
import { weightedLength } from "../../src/persona/weighted-length.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/persona/weighted-length.test.ts";
const theirs = (text: string): number => twitter.parseTweet(text).weightedLength;

const EMOJI = [
  "😀",
  "❤️",
  "👍🏽",
  "👩‍🚀",
  "👨‍👩‍👧‍👦",
  "🏳️‍🌈",
  "🇨🇭",
  "1️⃣",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "👩🏾‍💻",
  "☺️",
  "©️",
  "🤷🏻‍♀️",
];
const LINKS = [
  "https://example.com",
  "http://town.org/a/b-c_d?x=1&y=%20",
  "example.net",
  "www.example.co.uk/path/",
  "https://en.wiki.org/wiki/Mill_(water)",
  "https://sub.domain.io:8080/x",
  "mill.ch",
];
const WORDS = [
  "mill",
  "Tea",
  "naïve",
  "Straße",
  "привет",
  "東京",
  "한국어",
  "สวัสดี",
  "—",
  "…",
  "“so”",
  "@ada",
  "#tea",
];

const piece = fc.oneof(
  ...[EMOJI, LINKS, WORDS].map((list) => fc.constantFrom(...list)),
  fc.string({ unit: "binary-ascii", maxLength: 3 }).filter((it) => !/[.@/:#$_-]/.test(it)),
);

test("texts of words, links and emoji count as they do for X", async () => {
  await tryOut(FILE, 3000, fc.array(piece, { maxLength: 30 }), (pieces) => {
    const text = pieces.join(" ");
    expect([text, weightedLength(text)]).toEqual([text, theirs(text)]);
  });
});

test("an emoji counts two, however many signs it is made of", async () => {
  await tryOut(FILE, 500, fc.array(fc.constantFrom(...EMOJI), { maxLength: 20 }), (emoji) => {
    const text = emoji.join(" ");
    expect([weightedLength(text), theirs(text)]).toEqual([
      text.length === 0 ? 0 : emoji.length * 3 - 1,
      weightedLength(text),
    ]);
  });
  expect(["🧑‍🌾", "🙂‍↔️", "🐦‍🔥"].map(weightedLength)).toEqual([2, 2, 2]);
});

test("signs of any script, joiners and broken emoji never count less than for X", async () => {
  const sign = fc.oneof(
    fc.string({ unit: "binary", maxLength: 4 }).filter((it) => !it.includes(".")),
    fc.constantFrom(
      ...EMOJI,
      "\u200d",
      "\ufe0f",
      "\ufe0e",
      "\u20e3",
      "🏽",
      "👩",
      "🇨",
      "1",
      "e",
      "\u0301",
    ),
  );
  await tryOut(FILE, 5000, fc.array(sign, { maxLength: 40 }), (signs) => {
    const text = signs.join("");
    expect(weightedLength(text)).toBeGreaterThanOrEqual(theirs(text));
  });
});

test.each([
  ["a link of 60 characters", `https://example.com/${"x".repeat(40)}`, 23],
  ["a link in a sentence", "see https://example.com/a.", 28],
  ["a name without https", "example.com", 23],
  ["a number", "3.14", 4],
  ["an abbreviation", "i.e. at 9 a.m.", 14],
  ["a name of a mail", "ada@example.com", 15],
  ["a link before an ellipsis", "https://example.com…", 25],
  ["a link before an emoji", "https://example.com🚀", 25],
  ["a link before a Chinese full stop", "https://example.com。", 25],
  ["an accent on its own", "e\u0301", 1],
])("%s counts as for X", (_, text, length) => {
  expect([theirs(text), weightedLength(text)]).toEqual([length, length]);
});

test("a name with an end that we do not know counts as a link, so that it is never too short", () => {
  expect(weightedLength("the end.Then")).toBe(27);
});
