// What a brief holds is to be seen in the text: memories, friends and foes, conversations, goals, news, looks.
import { describe, expect, test } from "vitest";
import type { Brief, Voice } from "../../src/effects/language/compose.ts";
import { voiceOf } from "../../src/effects/llm-complete.ts";
import { toneOf } from "../../src/persona/tone.ts";
import { makeTalker, monologue, moods, plain, simulateWeek } from "../support/language-week.ts";
import { sentencesOf } from "../support/skeleton.ts";

const COUNT = 120;
const texts = (brief: Partial<Brief>, voice: Voice = plain): readonly string[] =>
  monologue(voice, COUNT, brief);
const share = (all: readonly string[], sign: RegExp): number =>
  all.filter((text) => sign.test(text)).length / all.length;
const mean = (all: readonly number[]): number => all.reduce((sum, it) => sum + it, 0) / all.length;

const replyTo = { from: "agent:kofi", text: "The tuba was found in the lift, and it still plays." };
const standing = (sentiment: number, familiarity: number, shared: readonly string[] = []) => ({
  with: "kofi",
  sentiment,
  familiarity,
  trust: 0.5,
  interactions: familiarity > 0 ? 9 : 0,
  notes: [],
  sharedExperiences: [...shared],
});
const answers = (sentiment: number, familiarity: number, rest: Partial<Brief> = {}) =>
  texts({ task: "reply", replyTo, standing: standing(sentiment, familiarity), ...rest });

describe("a friend", () => {
  const toFriend = answers(0.8, 0.8);
  const toFoe = answers(-0.7, 0.8);

  test("is called by name more than twice as often as a foe", () => {
    expect(share(toFriend, /Kofi/)).toBeGreaterThan(2 * share(toFoe, /Kofi/));
    expect(share(toFriend, /Kofi/)).toBeGreaterThan(0.35);
  });

  test("gets longer and warmer answers than a foe", () => {
    const length = (all: readonly string[]) => mean(all.map((text) => text.length));
    expect(length(toFriend)).toBeGreaterThan(1.6 * length(toFoe));
    const tone = (all: readonly string[]) => mean(all.map(toneOf));
    expect(tone(toFriend)).toBeGreaterThan(tone(toFoe) + 0.06);
  });

  test("is thanked and comforted, a foe never", () => {
    expect(share(toFriend, /thank|bless you/i)).toBeGreaterThan(0.05);
    expect(share(toFoe, /thank|bless|dear|!/i)).toBe(0);
  });

  test("is reminded of what both went through", () => {
    const shared = standing(0.8, 0.8, ["The flood in the hall"]);
    const reminded = texts({ task: "reply", replyTo, standing: shared });
    expect(share(reminded, /flood/)).toBeGreaterThan(0.2);
    expect(share(toFriend, /flood/)).toBe(0);
  });

  test("is passed on as one, a foe with a distance", () => {
    const quotes = (sentiment: number) =>
      texts({ task: "quote", replyTo, standing: standing(sentiment, 0.8) });
    expect(share(quotes(0.8), /friend|fond|kind to|best|voice/)).toBeGreaterThan(0.15);
    expect(mean(quotes(-0.8).map((text) => text.length))).toBeLessThan(
      mean(quotes(0.8).map((text) => text.length)),
    );
  });
});

test("a stranger is addressed politely, and nobody else is", () => {
  const polite =
    /forgive me|excuse me|stranger|have not met|if i may|spoken before|pleased to meet/i;
  expect(share(answers(0, 0), polite)).toBeGreaterThan(0.25);
  expect(share(answers(0.8, 0.8), polite)).toBe(0);
  expect(share(answers(-0.8, 0.8), polite)).toBe(0);
});

describe("a memory", () => {
  const said = { kind: "interaction", text: "The lesson needs a longer rope.", from: "agent:ada" };
  const memories = [said] as NonNullable<Brief["memories"]>;
  /** Each text by a voice that has told nothing yet: a memory is not told twice. */
  const fresh = (brief: Partial<Brief>): readonly string[] =>
    Array.from({ length: COUNT }, (_, seed) =>
      makeTalker({ id: "kim", voice: plain }, seed).say({
        task: "post",
        mood: moods[seed % moods.length] ?? "neutral",
        ...brief,
      }),
    );

  test("of what somebody said is taken up in 30 of 100 posts, by name and word", () => {
    expect(share(fresh({ memories }), /Ada\b.*\blesson|lesson.*\bAda/)).toBeGreaterThan(0.3);
  });

  test("is taken up in 20 of 100 answers that it belongs to, and in no others", () => {
    const about = (text: string) => ({ task: "reply" as const, replyTo: { from: "bo", text } });
    expect(share(fresh({ memories, ...about("No lesson today.") }), /Ada/)).toBeGreaterThan(0.2);
    expect(share(fresh({ memories, ...about("Cheese, then.") }), /Ada/)).toBe(0);
  });

  test("of a whole sentence is never quoted when somebody else said it", () => {
    expect(share(fresh({ memories }), /longer rope/)).toBe(0);
  });

  test("of one's own life is told in the first person", () => {
    const life = ["She took the bakery over after the flood.", "His father gave him the whistle."];
    const own = life.map((text) => ({ kind: "event" as const, text }));
    const told = fresh({ memories: own });
    expect(share(told, /I took the bakery over after the flood\./)).toBeGreaterThan(0.1);
    expect(share(told, /\b(?:She took|His father|gave him)\b/)).toBe(0);
  });

  test("is told once, not again and again", () => {
    expect(texts({ memories }).filter((text) => /\bAda\b/.test(text)).length).toBe(1);
  });
});

describe("a goal", () => {
  test("is spoken of in 8 to 25 of 100 posts", () => {
    const goals = ["Keep the old oven alive until the winter", "Win one match"];
    const found = share(texts({ goals }), /alive until the winter|win(?:ning)? one match/i);
    expect(found).toBeGreaterThan(0.08);
    expect(found).toBeLessThan(0.25);
  });

  test("that is no order to oneself is left alone", () => {
    const goals = ["One hour without the lamp", "Tell Dora that she was right"];
    expect(share(texts({ goals }), /hour without|tell Dora/i)).toBe(0);
  });
});

describe("news", () => {
  const react = (mood: Brief["mood"], news: string) => texts({ mood, news });

  test("that is bad finds nobody elated about it", () => {
    const bad = react("elated", "Council closes the old bridge after a crack is found");
    expect(
      share(bad, /hugged|stop the clocks|flag and sandwiches|nobody got off|sang the whole/i),
    ).toBe(0);
    expect(share(bad, /sorry|sad|oh no|mood|carry|spirits|needs a hand/i)).toBeGreaterThan(0.7);
  });

  test("that is good makes even the gloomy smile", () => {
    const good = react("gloomy", "Tuba returned with a polished bell");
    expect(
      share(good, /smile|go right|take it|read to the end|pleased|do with it|cheered|given up/i),
    ).toBeGreaterThan(0.7);
  });
});

/** Two speakers who only ever answer each other. */
function talk(seed: number): readonly string[] {
  const talkers = ["kim", "bo"].map((id) => ({
    id,
    talker: makeTalker({ id, voice: { ...plain, id, name: id } }, seed),
  }));
  const turns = [{ from: "ada", text: "The tuba is gone from the hall, and nobody saw it go." }];
  for (let count = 0; count < 6; count++) {
    const { id = "", talker } = talkers[count % 2] ?? {};
    const [replyTo] = turns.slice(-1);
    const mood = moods[(seed + count) % moods.length] ?? "neutral";
    const brief = { task: "reply" as const, mood, conversation: turns.slice(0, -1) };
    turns.push({ from: id, text: talker?.say({ ...brief, ...(replyTo && { replyTo }) }) ?? "" });
  }
  return turns.map(({ text }) => text);
}

/** Turns in a row that all have one noun with its article. */
function longestRun(turns: readonly string[]): number {
  const runs = new Map<string, number>();
  let longest = 0;
  for (const turn of turns) {
    const words = new Set(turn.toLowerCase().match(/(?<=\bthe )\w+/g) ?? []);
    for (const word of runs.keys()) if (!words.has(word)) runs.delete(word);
    for (const word of words) runs.set(word, (runs.get(word) ?? 0) + 1);
    longest = Math.max(longest, ...runs.values());
  }
  return longest;
}

describe("a conversation", () => {
  const turn = (from: string, text: string) => ({ from: `agent:${from}`, text });
  const about = [
    turn("ada", "The tuba is gone from the band hall."),
    turn("kim", "Who would take a tuba, and why at night?"),
    turn("kofi", "The tuba will come back. The lift knows more."),
  ];
  const inTalk = (conversation: Brief["conversation"], rest: Partial<Brief> = {}) =>
    texts({ task: "reply", replyTo, ...(conversation && { conversation }), ...rest });
  const voice: Voice = { ...plain, id: "agent:kim" };

  test("does not pass one word on for ever", () => {
    const runs = Array.from({ length: 40 }, (_, seed) => longestRun(talk(seed)));
    expect(mean(runs)).toBeLessThan(3.5);
  });

  test("refers back to what was said before", () => {
    const back = inTalk([turn("ada", "The goat has eaten the minutes.")]);
    expect(share(back, /Ada\b.*\bgoat|goat.*\bAda/)).toBeGreaterThan(0.15);
  });

  test("is ended when it is long", () => {
    const long = [...about, ...about.map(({ from, text }) => ({ from, text: `${text} Really.` }))];
    const last = monologue(voice, 24, { task: "reply", replyTo, conversation: long });
    const end =
      /at that|last word|until next|for ever|until soon|no more today|continued|said what there|enough to think|done with|will do about|will keep|give in|in peace|another day|won me|near enough|goodbye/i;
    expect(share(last, end)).toBeGreaterThan(0.75);
    expect(share(inTalk(about.slice(0, 1)), end)).toBeLessThan(0.05);
  });

  test("has no sentence of one's own twice", () => {
    for (const { speaker, brief, text } of simulateWeek(4)) {
      const own = (brief.conversation ?? []).filter(({ from }) => from === `agent:${speaker.id}`);
      const before = new Set(own.flatMap((it) => sentencesOf(it.text)));
      const again = sentencesOf(text).filter((it) => before.has(it) && it.split(" ").length > 3);
      expect(again).toEqual([]);
    }
  });

  test("is summed up for somebody who asks what it is about", () => {
    const question = { from: "agent:bo", text: "What are you talking about?" };
    const summed = texts(
      { task: "reply", replyTo: question, conversation: about, isContextQuestion: true },
      voice,
    );
    expect(share(summed, /tuba/)).toBeGreaterThan(0.98);
    expect(share(summed, /Ada/)).toBeGreaterThan(0.7);
    expect(share(summed, /\?/)).toBe(0);
  });
});

describe("the look", () => {
  const look = (formatting: object) =>
    texts({}, voiceOf({ name: "Kim", interests: ["bread"], styleGuide: { formatting } }));

  test.each([
    ["never", 0, 0],
    ["rare", 0.02, 0.25],
    ["often", 0.55, 0.85],
  ])("has emoji %s", (emojiFrequency, least, most) => {
    const found = share(look({ usesEmojis: true, emojiFrequency }), /\p{Extended_Pictographic}/u);
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
  });

  test("has small tags, few tags or no hyphens where the style says so", () => {
    const small = look({ usesHashtags: true, hashtagStyle: "lowercase" });
    expect(share(small, /#[a-z]/)).toBeGreaterThan(0.3);
    expect(share(small, /#[A-Z]/)).toBe(0);
    expect(share(look({ usesHashtags: true, hashtagStyle: "sparse" }), /#/)).toBeLessThan(0.3);
    expect(share(look({}), /\p{L}-\p{L}/u)).toBeGreaterThan(0);
    expect(share(look({ avoidHyphens: true }), /\p{L}-\p{L}/u)).toBe(0);
  });

  test("has about the length that was asked for", () => {
    const length = (asked: number) => mean(texts({ length: asked }).map((text) => text.length));
    expect(length(60)).toBeLessThan(95);
    expect(length(220)).toBeGreaterThan(130);
  });

  test("never begins like one of the last posts", () => {
    const recentPosts = texts({});
    const opening = (text: string) => text.toLowerCase().split(/\W+/).slice(0, 3).join(" ");
    const known = new Set(recentPosts.map(opening));
    const again = texts({ recentPosts: [...recentPosts], mood: "gloomy" }).filter((text) =>
      known.has(opening(text)),
    );
    expect(again.length).toBeLessThan(0.02 * COUNT);
  });

  test("shows a strong mood more often than a weak one", () => {
    const mood = (valence: number, arousal: number) =>
      share(
        monologue(plain, 400, { mood: "elated", vad: { valence, arousal, dominance: 0.5 } }),
        /!/,
      );
    expect(mood(0.9, 0.9)).toBeGreaterThan(mood(0.1, 0.1) + 0.03);
  });
});
