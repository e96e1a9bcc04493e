// The offline language over a simulated week: varied, apt, in voice, in mood, and the same every time.
import { describe, expect, test } from "vitest";
import { draw } from "../../src/core/random.ts";
import {
  type Bags,
  type Brief,
  compose,
  emptyBags,
  type Mood,
  type Voice,
} from "../../src/effects/language/compose.ts";
import { subjectNamed, topicNames } from "../../src/effects/language/topics.ts";
import { monologue, plain, type Said, simulateWeek, speakers } from "../support/language-week.ts";
import { contentWords, sentencesOf, skeleton } from "../support/skeleton.ts";
import { guessMood, learnMoods } from "../support/word-moods.ts";

const SEEDS = [1, 2, 3];
const weeks: ReadonlyMap<number, readonly Said[]> = new Map(
  SEEDS.map((seed) => [seed, simulateWeek(seed)]),
);
const week = (seed: number): readonly Said[] => weeks.get(seed) ?? [];
const all = SEEDS.flatMap(week);

const reply = (text: string, from = "bo", voice: Voice = plain): readonly string[] =>
  monologue(voice, 24, { task: "reply", replyTo: { from, text } });

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "iu").test(text);

describe.each(SEEDS)("a week of 24 voices, seed %i", (seed) => {
  const said = week(seed);
  const texts = said.map((it) => it.text);

  test("has 60 posts and about as many replies of each", () => {
    expect(said.length).toBeGreaterThan(24 * 118);
  });

  test("has at least 99.9 % distinct texts", () => {
    expect(new Set(texts).size / texts.length).toBeGreaterThanOrEqual(0.999);
  });

  test("has no sentence skeleton above 3 % of all sentences", () => {
    const counts = new Map<string, number>();
    const forms = texts.flatMap(sentencesOf).map(skeleton);
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
    expect(Math.max(...counts.values()) / forms.length).toBeLessThanOrEqual(0.03);
  });

  test("has in every reply a content word of what it answers, or of the talk before", () => {
    const deaf = said.filter(({ brief: { replyTo, conversation = [] }, text }) => {
      if (!replyTo) return false;
      const answer = contentWords(text);
      const turns = [replyTo, ...conversation];
      const heard = turns.flatMap((turn) => [...contentWords(turn.text)]);
      return !heard.some((word) => answer.has(word));
    });
    expect(deaf.map(({ text }) => text)).toEqual([]);
  });

  test("has no text again within the last 50 of its speaker", () => {
    for (const { id } of speakers) {
      const own = said.filter((it) => it.speaker.id === id).map((it) => it.text);
      const again = own.filter((text, place) =>
        own.slice(Math.max(0, place - 50), place).includes(text),
      );
      expect(again).toEqual([]);
    }
  });
});

describe("every text of the weeks", () => {
  const breaches = (isBreach: (said: Said) => boolean): readonly string[] =>
    all.filter(isBreach).map(({ text }) => text);

  test("has at most 280 characters", () => {
    expect(breaches(({ text }) => text.length > 280 || text.length === 0)).toEqual([]);
  });

  test("is free of the words and topics that its speaker avoids", () => {
    const found = ({ speaker: { voice }, text }: Said) =>
      [...voice.avoidTerms, ...voice.topicsToAvoid].some((term) =>
        text.toLowerCase().includes(term.toLowerCase()),
      );
    expect(breaches(found)).toEqual([]);
  });

  test("has no placeholder, no double space or word, no stray mark and no open quotation", () => {
    const stray =
      /[[\]{}|]|undefined|\s\s|\s[.,!?;:]|[.!?]\.|,\.|^\s|\s$|\b(\w+) \1\b|^[^"]*"(?:[^"]*"[^"]*")*[^"]*$/i;
    expect(breaches(({ text }) => stray.test(text))).toEqual([]);
  });

  test("has the right article before a vowel that is heard", () => {
    const wrong =
      /\ba (?:[aei]|o(?!ne|nce)|hour|honest)|\ban (?:[bcdfgjklmnpqrstvwxyz]|h(?!ono|one|our|eir)|one|uni(?!m|n)|use)/i;
    expect(breaches(({ text }) => wrong.test(text))).toEqual([]);
  });

  test("begins its sentences with capitals, or has none at all in a voice of small letters", () => {
    const wrong = ({ speaker: { voice }, text }: Said) =>
      voice.capitalization === "lowercase"
        ? text !== text.toLowerCase()
        : /^["']?[a-z]|[.!?] ["']?[a-z]/.test(text);
    expect(breaches(wrong)).toEqual([]);
  });

  test("ends with a mark, an emoji or a tag", () => {
    expect(
      breaches(({ text }) => !/(?:[.!?]["']?|\p{Extended_Pictographic}\uFE0F?|#\w+)$/u.test(text)),
    ).toEqual([]);
  });

  test("has emoji and tags only in voices that use them", () => {
    const wrong = ({ speaker: { voice }, text }: Said) =>
      (!voice.usesEmojis && /\p{Extended_Pictographic}/u.test(text)) ||
      (!voice.usesHashtags && /#/.test(text));
    expect(breaches(wrong)).toEqual([]);
  });
});

describe("a voice", () => {
  test("says the same to the same draws and bags", () => {
    const speak = () => monologue(plain, 40).join("\n");
    expect(speak()).toBe(speak());
  });

  test("goes on the same after its bags went through JSON", () => {
    const brief: Brief = { task: "post", mood: "content" };
    const drawFor = (key: number) => (purpose: string) => draw(key, purpose);
    let bags: Bags = emptyBags;
    let thawed: Bags = emptyBags;
    for (let key = 0; key < 80; key++) {
      const [text, next] = compose(plain, brief, bags, drawFor(key));
      const [same, after] = compose(plain, brief, thawed, drawFor(key));
      expect(same).toBe(text);
      bags = next;
      thawed = JSON.parse(JSON.stringify(after));
      expect(thawed).toEqual(after);
    }
    expect(JSON.stringify(bags).length).toBeLessThan(8_000);
  });

  test("leaves the bags that it was given as they were", () => {
    const bags = Object.freeze({ orders: Object.freeze({}), recent: Object.freeze([]) });
    expect(() => compose(plain, { task: "post", mood: "gloomy" }, bags, () => 0.3)).not.toThrow();
  });

  test("never repeats itself within 50 texts, even when every draw is the same", () => {
    const recent: string[] = [];
    let bags: Bags = emptyBags;
    for (let count = 0; count < 300; count++) {
      const [text, next] = compose(plain, { task: "post", mood: "elated" }, bags, () => 0);
      bags = next;
      expect(recent.slice(-50)).not.toContain(text);
      recent.push(text);
    }
  });

  test("finds words even when it avoids nearly all of them", () => {
    const voice = { ...plain, avoidTerms: ["the", "a", "I", "and", "of", "to", "it"] };
    const texts = monologue(voice, 60);
    expect(texts.filter((text) => /\b(?:the|a|i|and|of|to|it)\b/i.test(text))).toEqual([]);
    expect(new Set(texts.slice(0, 50)).size).toBe(50);
  });

  test("speaks of other things than the subjects it avoids", () => {
    const voice = { ...plain, interests: ["football", "chess"], topicsToAvoid: ["football"] };
    expect(
      monologue(voice, 60).filter((text) => /football|goalkeeper|referee/i.test(text)),
    ).toEqual([]);
  });

  test("weaves in its favourite words", () => {
    const texts = monologue({ ...plain, keyTerms: ["mind the gap"] }, 120);
    expect(texts.filter((text) => /mind the gap/i.test(text)).length).toBeGreaterThan(3);
  });

  test("shouts or whispers as its style says", () => {
    const loud = monologue({ ...plain, capitalization: "emphatic" }, 30);
    expect(loud.filter((text) => /\b[A-Z]{2,}\b/.test(text)).length).toBeGreaterThan(25);
    const length = (sentenceLength: Voice["sentenceLength"]) =>
      monologue({ ...plain, sentenceLength }, 120).join("").length;
    expect(length("short")).toBeLessThan(length("medium"));
    expect(length("medium")).toBeLessThan(length("long"));
  });
});

describe("a mood", () => {
  test("can be told from the words of posts alone, far above chance", () => {
    const posts = (said: readonly Said[]) => said.filter(({ brief }) => brief.task === "post");
    const learnt = learnMoods(
      posts([...week(1), ...week(2)]).map(({ brief, text }) => [brief.mood, text]),
    );
    const guesses = posts(week(3)).map(({ brief, text }) => guessMood(learnt, text) === brief.mood);
    expect(guesses.filter(Boolean).length / guesses.length).toBeGreaterThan(0.6);
  });

  test("shows in the marks: the elated exclaim, the anxious ask", () => {
    const share = (mood: Mood, mark: string) => {
      const texts = all.filter(({ brief }) => brief.task === "post" && brief.mood === mood);
      return texts.filter(({ text }) => text.includes(mark)).length / texts.length;
    };
    expect(share("elated", "!")).toBeGreaterThan(0.85);
    expect(share("gloomy", "!")).toBeLessThan(0.05);
    expect(share("anxious", "?")).toBeGreaterThan(share("content", "?") * 2);
  });
});

describe("an answer", () => {
  test.each([
    ["Rye.", "rye"],
    ["THE OVEN IS BROKEN AGAIN", "oven"],
    ["Why not?", "why not"],
    ["No", "no"],
    ["just shipped the parser 🚀", "parser"],
    ["Ethereum is down, ethereum is up", "ethereum"],
    ["I miss the [old|new] {bridge}", "bridge"],
  ])("to %j takes up its word", (text, word) => {
    expect(reply(text).filter((answer) => !hasWord(answer, word))).toEqual([]);
  });

  test.each(["", "   ", "🎉🎉", "https://example.com/a", "@ada 12:30"])(
    "to %j takes up its author",
    (text) => {
      expect(reply(text).filter((answer) => !hasWord(answer, "bo"))).toEqual([]);
    },
  );

  test("does not take up a word that its speaker avoids", () => {
    const answers = reply("The oven and the crust.", "bo", { ...plain, avoidTerms: ["oven"] });
    expect(answers.filter((text) => !hasWord(text, "crust") || /oven/i.test(text))).toEqual([]);
  });

  test("to very long and strange texts stays within the limit", () => {
    for (const text of [
      "word ".repeat(5_000),
      "x".repeat(5_000),
      "$& $1 \\ ' \" `",
      "a\nb\tc\u0000d",
    ]) {
      const breaches = reply(text, "someone with a very long name ".repeat(20)).filter(
        (answer) => answer.length > 280 || answer.includes("  "),
      );
      expect(breaches).toEqual([]);
    }
  });

  test("to one question is another one two dozen times", () => {
    const said = reply("Who waters the geraniums on the platform?", "bo");
    expect(new Set(said).size).toBe(said.length);
  });
});

describe("a subject", () => {
  test("is one of at least 40, each with its own words", () => {
    expect(topicNames.length).toBeGreaterThanOrEqual(40);
    expect(new Set(topicNames).size).toBe(topicNames.length);
  });

  test("shows in the posts about it and in no others", () => {
    const bread = monologue({ ...plain, interests: ["bread"] }, 60).join(" ");
    const code = monologue({ ...plain, interests: ["compilers"] }, 60).join(" ");
    expect(bread).toMatch(/rye|starter|loaf/);
    expect(code).not.toMatch(/\brye\b|starter|\bloaf\b/);
    expect(code).toMatch(/compiler|bug|program/);
    expect(bread).not.toMatch(/compiler|bracket|backup/);
  });

  test.each([
    "vintage synthesizers",
    "DeFi",
    "hiking in Patagonia",
    "  Machine_Learning ",
    "K-pop",
  ])("unknown to the lexicon, %j, is still named and talked about", (topic) => {
    const texts = monologue({ ...plain, interests: [topic] }, 60);
    const { name } = subjectNamed(topic);
    const named = texts.filter((text) => text.toLowerCase().includes(name.toLowerCase()));
    expect(named.length).toBeGreaterThan(40);
    expect(new Set(texts).size).toBe(60);
  });

  test("given in the brief goes before the speaker's own", () => {
    expect(monologue(plain, 20, { topic: "bees" }).join(" ")).toMatch(/bee|hive|honey/i);
  });

  test("of a headline is taken up in the reaction to it", () => {
    const texts = monologue(plain, 40, {
      topic: "brass bands",
      news: "Tuba missing from the band hall",
    });
    expect(texts.filter((text) => !/tuba|band/i.test(text))).toEqual([]);
  });

  test("makes a thread of three parts that fits into one text", () => {
    const threads = monologue({ ...plain, interests: topicNames }, 104, { task: "thread" });
    expect(threads.filter((text) => text.length > 280 || text.length < 100)).toEqual([]);
  });
});
