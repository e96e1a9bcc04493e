// A text goes out in the style of its persona.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutText } from "../../src/persona/cut-text.ts";
import { readPersona } from "../../src/persona/persona.ts";
import { applyStyle } from "../../src/persona/style.ts";
import { weightedLength } from "../../src/persona/weighted-length.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/persona/style.test.ts";

interface Wish {
  readonly formatting?: object;
  readonly vocabulary?: object;
  readonly topicsToAvoid?: readonly string[];
  readonly maxPostLength?: number;
}

const personaWith = ({ maxPostLength = 280, ...styleGuide }: Wish) =>
  readPersona({ name: "Ada", styleGuide, behavior: { contentPreferences: { maxPostLength } } });
const styled = (text: string, wish: Wish = {}, task: "post" | "reply" | "quote" = "post") =>
  applyStyle(text, personaWith(wish), task).text;

describe("by its formatting", () => {
  const emoji = { formatting: { usesEmojis: true } };
  const tags = { formatting: { usesHashtags: true } };
  const lower = { formatting: { capitalization: "lowercase" } };
  const noHyphens = { formatting: { avoidHyphens: true } };

  test.each<readonly [string, string, Wish, string]>([
    ["emoji go", "Tea 😀 at four 👩‍🚀!", {}, "Tea at four!"],
    ["old signs go like emoji", "I ❤ tea ☀️", {}, "I tea"],
    ["flags and keycaps go", "1️⃣ 🇨🇭 one", {}, "one"],
    ["© and arrows are no emoji", "© a → b™", {}, "© a → b™"],
    ["emoji stay", "Tea 😀", emoji, "Tea 😀"],
    ["hashtags at the end go", "Tea is on #tea #TeaTime", {}, "Tea is on"],
    ["a hashtag in a sentence becomes its word", "The #mill is open.", {}, "The mill is open."],
    ["the anchor of a link is no hashtag", "https://a.org/#b is it", {}, "https://a.org/#b is it"],
    ["a number sign alone stays", "We are # 1", {}, "We are # 1"],
    ["hashtags stay", "Tea #tea", tags, "Tea #tea"],
    ["capitals go", "The MILL is Open", lower, "the mill is open"],
    [
      "links and names keep their capitals",
      "Ask @Ada: https://A.org/B",
      lower,
      "ask @Ada: https://A.org/B",
    ],
    ["hyphens go from words", "A well-known man", noHyphens, "A well known man"],
    ["dashes become commas", "Tea — or milk—first", noHyphens, "Tea, or milk, first"],
    [
      "hyphens of links and numbers stay",
      "https://a-b.org 2026-01-05 -3",
      noHyphens,
      "https://a-b.org 2026-01-05 -3",
    ],
    ["hyphens stay", "A well-known man", {}, "A well-known man"],
    ["blanks become one", " Tea \t at  four\r\n\r\n\r\nor five ", {}, "Tea at four\n\nor five"],
    ["control characters and broken signs go", "Te\u0007a\ud83d at four", {}, "Tea at four"],
  ])("%s", (_, text, wish, expected) => {
    expect(styled(text, wish)).toBe(expected);
  });

  test("an answer loses the names in front of it, and no others", () => {
    expect(styled("@bob @cleo Thank you, @dora!", {}, "reply")).toBe("Thank you, @dora!");
    expect(styled("@bob", {}, "reply")).toBe("");
    expect(styled("@bob Thank you", {}, "post")).toBe("@bob Thank you");
    expect(styled("@bob Thank you", {}, "quote")).toBe("@bob Thank you");
  });
});

describe("a text that is too long", () => {
  test("ends with a sentence", () => {
    expect(cutText("The mill is sold. Nobody knew. Everyone will say they did.", 40)).toBe(
      "The mill is sold. Nobody knew.",
    );
  });

  test("ends with a sentence of Chinese, which has no blanks", () => {
    expect(cutText("水很高。门开着。没有人知道为什么。", 20)).toBe("水很高。门开着。");
  });

  test("ends with a word where no sentence ends late enough", () => {
    expect(cutText("Oh. The mill is sold, and nobody has told the miller", 40)).toBe(
      "Oh. The mill is sold, and nobody has…",
    );
    expect(cutText("The mill is sold, and nobody has", 22)).toBe("The mill is sold…");
  });

  test("is cut within a word where there is no blank", () => {
    expect(cutText("a".repeat(30), 20)).toBe(`${"a".repeat(18)}…`);
    expect(cutText("東".repeat(30), 20)).toBe(`${"東".repeat(9)}…`);
  });

  test("keeps emoji, accents and links whole", () => {
    expect(cutText("👩‍🚀".repeat(20), 21)).toBe(`${"👩‍🚀".repeat(9)}…`);
    expect(cutText(`${"x".repeat(17)}q\u0301${"x".repeat(9)}`, 20)).toBe(`${"x".repeat(17)}…`);
    expect(cutText(`So it is https://example.com/${"x".repeat(90)} now`, 30)).toBe("So it is…");
  });

  test("is reported, with what it had", () => {
    const { text, problems } = applyStyle(
      "Tea. ".repeat(30),
      personaWith({ maxPostLength: 50 }),
      "post",
    );
    expect(text).toBe("Tea. ".repeat(10).trim());
    expect(problems).toEqual([{ kind: "too-long", length: 149, limit: 50 }]);
  });

  test("may be longer than 280 signs when a link makes it so", () => {
    const text = `${"a".repeat(250)} https://example.com/${"x".repeat(200)}`;
    expect(applyStyle(text, personaWith({}), "post")).toEqual({ text, problems: [] });
  });
});

describe("what no rule can mend is reported", () => {
  const wish = {
    vocabulary: { avoidTerms: ["utilise", "so what"] },
    topicsToAvoid: ["war", "C++"],
  };
  const problemsOf = (text: string) => applyStyle(text, personaWith(wish), "post").problems;

  test.each<readonly [string, readonly object[]]>([
    ["We Utilise it", [{ kind: "avoided-term", term: "utilise" }]],
    ["So\nwhat?", [{ kind: "avoided-term", term: "so what" }]],
    [
      "The War on C++.",
      [
        { kind: "avoided-topic", term: "war" },
        { kind: "avoided-topic", term: "C++" },
      ],
    ],
    ["A warm welcome to the wardrobe", []],
    ["😀", [{ kind: "empty" }]],
  ])("%j", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

test("whatever is written, it fits, is whole, and is the same when it is done again", async () => {
  const flags = fc.record({
    formatting: fc.record({
      usesEmojis: fc.boolean(),
      usesHashtags: fc.boolean(),
      avoidHyphens: fc.boolean(),
      capitalization: fc.constantFrom("normal", "lowercase", "emphatic"),
    }),
    maxPostLength: fc.integer({ min: 20, max: 280 }),
  });
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom(
      "#tea",
      "@ada ",
      " — ",
      "-",
      "👩‍🚀",
      "❤️",
      "\ud83d",
      "\ude00",
      "🇨🇭",
      "İ",
      "e\u0301",
      " ",
      "\n",
      "https://A.org/#x ",
      "https://a.org",
      "example.com",
      "\u200d",
      "1",
      "\u20e3",
      "Word. ",
    ),
  );
  const texts = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(""));
  await tryOut(
    FILE,
    1000,
    fc.tuple(texts, flags, fc.constantFrom("post" as const, "reply" as const)),
    ([text, wish, task]) => {
      const persona = personaWith(wish);
      const once = applyStyle(text, persona, task);
      expect(weightedLength(once.text)).toBeLessThanOrEqual(wish.maxPostLength);
      expect(once.text.isWellFormed()).toBe(true);
      expect(once.text).not.toMatch(/ {2}|^\s|\s$/);
      if (!wish.formatting.usesEmojis) expect(once.text).not.toMatch(/\p{RGI_Emoji}/v);
      expect(applyStyle(once.text, persona, task).text).toBe(once.text);
    },
  );
});
