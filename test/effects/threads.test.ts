// Threads of the offline language: as many posts as were asked for, on one subject, from an opening to an end.
import { describe, expect, test } from "vitest";
import { draw } from "../../src/core/random.ts";
import {
  type Bags,
  type Brief,
  composeThread,
  emptyBags,
  type Voice,
} from "../../src/effects/language/compose.ts";
import { llmComplete } from "../../src/effects/llm-complete.ts";
import { moods, plain, speakers } from "../support/language-week.ts";
import { scopeOf } from "../support/scope.ts";

const threadOf = (
  key: number,
  { voice = plain, bags = emptyBags, ...brief }: Partial<Brief> & { voice?: Voice; bags?: Bags },
) =>
  composeThread(voice, { task: "thread", mood: "neutral", ...brief }, bags, (purpose) =>
    draw(key, purpose),
  );

describe("a thread", () => {
  test("comes as its first post and the others, as many as were asked for", () => {
    const ask = (posts: number) => {
      const [outcome] = llmComplete.simulate(
        { task: "thread", mood: "content", posts },
        emptyBags,
        { ...scopeOf({ key: posts, input: {} }), agent: "agent:kim" },
      );
      const reply = llmComplete.parseReply(outcome.kind === "done" ? outcome.reply : undefined);
      return [reply.data?.text, ...(reply.data?.thread ?? [])];
    };
    for (const posts of [2, 3, 5, 25]) expect(ask(posts).length).toBe(posts);
  });

  test("has no two posts alike, none too long, none with an avoided word, in every voice and mood", () => {
    for (const [place, { voice }] of speakers.entries()) {
      const mood = moods[place % moods.length] ?? "neutral";
      const [texts] = threadOf(place, { voice, mood, posts: 2 + (place % 7) });
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.filter((text) => text.length > 280 || text.length < 12)).toEqual([]);
      const avoided = [...voice.avoidTerms, ...voice.topicsToAvoid].map((it) => it.toLowerCase());
      const said = texts.join(" ").toLowerCase();
      expect(avoided.filter((term) => said.includes(term))).toEqual([]);
    }
  });

  test("keeps to its subject", () => {
    const all = [...Array(30).keys()].map((key) => threadOf(key, { topic: "bees", posts: 4 })[0]);
    const strayed = all.filter(
      (texts) => !/bee|hive|honey|swarm|queen|smoker|wax/i.test(texts.join(" ")),
    );
    expect(strayed).toEqual([]);
    const firsts = all.map(([text = ""]) => text);
    expect(firsts.filter((text) => !/\bbees?\b/i.test(text))).toEqual([]);
  });

  test("counts its posts only sometimes, and mostly where the writer is orderly", () => {
    const share = (traits: readonly string[]) => {
      const all = [...Array(60).keys()].map(
        (key) => threadOf(key, { voice: { ...plain, traits }, posts: 3 })[0],
      );
      const counted = all.filter(([text = ""]) => text.startsWith("1/3 "));
      expect(counted.filter(([, , text = ""]) => !text.startsWith("3/3 "))).toEqual([]);
      return counted.length / all.length;
    };
    expect(share([])).toBeGreaterThan(0.05);
    expect(share([])).toBeLessThan(0.4);
    expect(share(["precise"])).toBeGreaterThan(0.5);
  });

  test("shows the mood of its writer in its marks", () => {
    const marks = (mood: Brief["mood"]) => {
      const texts = [...Array(20).keys()].flatMap((key) => threadOf(key, { mood, posts: 4 })[0]);
      return texts.filter((text) => text.includes("!")).length / texts.length;
    };
    expect(marks("elated")).toBeGreaterThan(0.6);
    expect(marks("gloomy")).toBeLessThan(0.05);
  });

  test("is the same for the same draws, and leaves bags of a few kilobytes", () => {
    let bags: Bags = emptyBags;
    for (let key = 0; key < 40; key++) {
      const frozen = bags;
      const [texts, next] = threadOf(key, { bags: frozen, posts: 5 });
      expect(threadOf(key, { bags: frozen, posts: 5 })[0]).toEqual(texts);
      bags = next;
    }
    expect(JSON.stringify(bags).length).toBeLessThan(8_000);
  });
});
