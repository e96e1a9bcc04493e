// Strangers' texts behind their hashes: nothing is lost, nothing shows, and in a run without strangers nothing changes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erasedText, hiddenIn, reveal, Strangers, saidIn } from "../../src/run/strangers.ts";
import type { StrangerText } from "../../src/storage/stranger-text.ts";
import { tryOut } from "../support/fresh-seed.ts";

const END = "\u0001";
/** Each stands for one text. */
const TOKEN = new RegExp(`${END}sha256:[0-9a-f]{64}${END}`);
const FILE = "test/run/strangers.test.ts";

/** Strangers who have said these texts, one entry each. */
function whoSaid(...texts: readonly string[]): Strangers {
  const strangers = new Strangers();
  texts.forEach((text, seq) => {
    strangers.learn({ seq, event: { type: "mentioned", stranger: true, text } });
  });
  return strangers;
}

const byHash = (texts: readonly StrangerText[]): ReadonlyMap<string, string | undefined> =>
  new Map(texts.map(({ hash, text }) => [hash, text]));

const revealed = (json: string, { texts }: Strangers): string => reveal(json, byHash(texts));

describe("what a stranger says", () => {
  test("is every text under the keys for texts, at any depth", () => {
    const author = { name: "Ann", handle: "ann_b", bio: "likes tea", id: "17" };
    const event = {
      type: "read",
      stranger: true,
      posts: [{ text: "Hello!", topic: "tea", author }],
    };
    expect(saidIn(event)).toEqual(["Hello!", "Ann", "ann_b", "likes tea"]);
  });

  test("is hidden wherever it stands, also within other texts, and shown again", () => {
    const text = 'He said "no",\nthen left 🙂';
    const strangers = whoSaid(text);
    const json = JSON.stringify({ heard: [text], prompt: `Answer this: ${text}!`, mood: 3 });
    const hidden = strangers.hide(json);
    expect(hidden).not.toContain("then left");
    expect(hiddenIn(hidden)).toHaveLength(2);
    expect(new Set(hiddenIn(hidden))).toEqual(new Set(strangers.texts.map(({ hash }) => hash)));
    expect(revealed(hidden, strangers)).toBe(json);
  });

  test("is left alone from anyone else", () => {
    const strangers = new Strangers();
    strangers.learn({ seq: 0, event: { type: "mentioned", text: "a text like any other" } });
    expect(strangers.texts).toEqual([]);
  });

  test("is hidden under its keys alone where it might as well be a name of something else", () => {
    const strangers = whoSaid("done", "agent:ada", "xstate.done.actor.0.chatter.activity");
    const json = '{"kind":"done","to":"agent:ada","text":"done","said":"all is done"}';
    const hidden = JSON.parse(strangers.hide(json));
    expect(hidden).toEqual({ ...JSON.parse(json), text: expect.stringContaining("sha256:") });
  });

  test("is known from the entry on that brings it, and not before", () => {
    const texts = whoSaid("the first of two", "the second of two").texts;
    const json = JSON.stringify(["the first of two", "the second of two"]);
    for (const seq of [0, 1, 2]) {
      expect(hiddenIn(new Strangers(texts, seq).hide(json))).toHaveLength(seq);
    }
  });

  test("is hidden in the queue before anybody has heard it, and nothing else is hidden by that", () => {
    const strangers = new Strangers();
    const event = { type: "mentioned", stranger: true, text: "a text that waits" };
    const json = JSON.stringify({ rank: 1, event });
    const hidden = strangers.hideWaiting(event, json);
    expect(hidden).not.toContain("waits");
    expect(revealed(hidden, strangers)).toBe(json);
    expect(strangers.hide(json)).toBe(json);
    expect(strangers.texts).toMatchObject([{ text: "a text that waits", seq: undefined }]);
    strangers.learn({ seq: 7, event });
    expect(strangers.takeFresh()).toMatchObject([{ text: "a text that waits", seq: 7 }]);
    expect(strangers.takeFresh()).toEqual([]);
  });
});

/** Pieces that overlap, need escapes, and look like tokens. */
const piece = fc.constantFrom(
  ...'ab "\\\n\t',
  ..."\u0001\u0000\ud83d\ude42\u2028",
  "🙂",
  "abab ab",
  "\u0001sha256:",
  "a".repeat(64),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

/** Texts of strangers, and a value in which they stand by themselves and among others. */
const spoken = fc.array(text, { minLength: 1, maxLength: 6 }).chain((texts) =>
  fc.record({
    texts: fc.constant(texts),
    value: fc.array(
      fc.record({
        text: fc.oneof(text, fc.constantFrom(...texts)),
        said: fc.array(fc.oneof(text, fc.constantFrom(...texts)), { maxLength: 4 }),
        "a b abab": fc
          .array(fc.oneof(piece, fc.constantFrom(...texts)))
          .map((parts) => parts.join("")),
      }),
      { maxLength: 3 },
    ),
  }),
);

test("whatever is hidden is shown again as it was, and no text that was said stays to be seen", async () => {
  await tryOut(FILE, 300, spoken, ({ texts, value }) => {
    const strangers = whoSaid(...texts);
    const json = JSON.stringify(value);
    const hidden = strangers.hide(json);
    expect(revealed(hidden, strangers)).toBe(json);
    expect(strangers.hide(json)).toBe(hidden);
    const long = texts.filter((said) => said.length >= 8 && said.includes(" "));
    JSON.parse(hidden, (_, part) => {
      if (typeof part !== "string") return;
      const seen = part.split(TOKEN);
      for (const said of long) expect(seen.some((between) => between.includes(said))).toBe(false);
    });
  });
});

test("a token that a stranger writes stays a text like any other", () => {
  const secret = "the text of somebody else";
  const [{ hash = "" } = {}] = whoSaid(secret).texts;
  const token = `\u0001sha256:${hash}\u0001`;
  const strangers = whoSaid(secret, `look: ${token}`, "\u0001", token);
  const json = JSON.stringify([
    token,
    `look: ${token}`,
    `${token}${secret}\u0001`,
    `\u0001${secret}`,
  ]);
  expect(revealed(strangers.hide(json), strangers)).toBe(json);
});

test("without strangers every JSON stays what it is, tokens included", async () => {
  await tryOut(FILE, 100, spoken, ({ value }) => {
    const json = JSON.stringify(value);
    expect(new Strangers().hide(json)).toBe(json);
    expect(reveal(json, new Map())).toBe(json);
  });
});

describe("an erased text", () => {
  const said = "call me on Tuesday";
  const other = "I will, as ever";
  const json = JSON.stringify({ heard: [said, other], prompt: `${said} / ${other}` });
  const { texts } = whoSaid(said, other);
  const gone = texts.map((it) => (it.text === said ? { ...it, text: undefined } : it));

  test("is named where it stood, and the others are shown", () => {
    const shown = JSON.parse(reveal(whoSaid(said, other).hide(json), byHash(gone)));
    const name = erasedText(texts[0]?.hash ?? "");
    expect(name).toMatch(/^\[erased [0-9a-f]{12}\]$/);
    expect(shown).toEqual({ heard: [name, other], prompt: `${name} / ${other}` });
  });

  test("is still hidden behind its own hash, from the entry on that brought it", () => {
    const hidden = whoSaid(said, other).hide(json);
    const shown = reveal(hidden, byHash(gone));
    expect(new Strangers(gone, 2).hide(shown)).toBe(hidden);
    const again = new Strangers(gone, 0);
    expect(again.hide(shown)).toBe(shown);
    for (const [seq, text] of [erasedText(texts[0]?.hash ?? ""), other].entries()) {
      again.learn({ seq, event: { type: "mentioned", stranger: true, text } });
    }
    expect(again.hide(shown)).toBe(hidden);
    expect(again.texts).toEqual(gone);
  });
});
