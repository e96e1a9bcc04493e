// A prompt keeps within its budget of tokens, and gives way in the stated order.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Brief } from "../../src/persona/brief.ts";
import { cutOrder, fitParts } from "../../src/persona/prompt-budget.ts";
import { listPart, type PartName, partNames } from "../../src/persona/prompt-part.ts";
import { estimateTokens } from "../../src/persona/tokens.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { ADA, prompt, REPLY, whole } from "../support/prompt-sample.ts";

const FILE = "test/persona/prompt-budget.test.ts";

describe("the budget", () => {
  const text = fc.oneof(
    fc.lorem({ maxCount: 40 }),
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.constant("東京".repeat(30)),
  );
  const some = (maxLength: number) => fc.array(text, { maxLength });
  const said = fc.record({ from: fc.constantFrom("bob", "cleo"), text });
  const briefs = fc.record(
    {
      task: fc.constantFrom("post", "reply", "quote", "thread"),
      mood: fc.constantFrom("neutral", "elated"),
      news: text,
      topic: text,
      replyTo: said,
      conversation: fc.array(said, { maxLength: 20 }),
      memories: fc.array(fc.record({ kind: fc.constantFrom("core", "event"), text }), {
        maxLength: 20,
      }),
      recentPosts: some(8),
      recentTopics: some(20),
      goals: some(6),
      standing: fc.record({
        with: fc.constant("bob"),
        sentiment: fc.constant(0.1),
        familiarity: fc.constant(0.4),
        trust: fc.constant(0),
        interactions: fc.constant(2),
        notes: some(6),
        sharedExperiences: some(6),
      }),
      variety: fc.record({ structure: fc.nat(9) }),
    },
    { requiredKeys: ["task", "mood"] },
  );
  const personas = fc.record({
    name: fc.constant("Ada"),
    description: fc.oneof(text, fc.constant("")),
    personality: fc.record({ traits: some(6), interests: some(6) }),
    styleGuide: fc.record({ topicsToAvoid: some(4), vocabulary: fc.record({ keyTerms: some(5) }) }),
    initialMemory: fc.record({ coreMemories: some(12) }),
    llm: fc.record({ promptTokens: fc.integer({ min: 200, max: 3000 }) }),
  });
  const NEVER: readonly PartName[] = ["system prompt", "identity", "others", "task", "length"];

  test("holds for every persona and brief, or what may not be cut is larger and the excess is told", async () => {
    await tryOut(FILE, 500, fc.tuple(personas, briefs), ([persona, brief]) => {
      const built = prompt(Brief.parse(brief), persona);
      const { promptTokens } = persona.llm;
      expect(built.over).toBe(Math.max(0, built.tokens - promptTokens));
      expect(estimateTokens(whole(built))).toBeLessThanOrEqual(built.tokens);
      const left = built.parts.filter(({ cut }) => cut !== true).map(({ name }) => name);
      if (built.over > 0) expect(left.filter((name) => !NEVER.includes(name))).toEqual([]);
      for (const { name, cut, tokens } of built.parts) {
        if (NEVER.includes(name)) expect([name, cut]).toEqual([name, false]);
        expect([name, tokens === 0]).toEqual([name, cut === true]);
      }
    });
  });

  test("is kept in the stated order: nothing gives way while something before it has more than its least", async () => {
    const sizes = fc.record(
      Object.fromEntries(partNames.map((name) => [name, fc.array(fc.nat(60), { maxLength: 8 })])),
    );
    await tryOut(FILE, 500, fc.tuple(sizes, fc.nat(1500)), ([all, budget]) => {
      const parts = partNames.flatMap((name) =>
        listPart(name, {
          heading: name,
          items: (all[name] ?? []).map((size) => "x".repeat(size)),
          max: 8,
        }),
      );
      const kept = new Map(fitParts(parts, budget).map(({ part, kept }) => [part.name, kept]));
      cutOrder.forEach(([name, least], i) => {
        const isStarted = cutOrder.slice(i + 1).some(([other], j) => {
          const before = cutOrder.slice(0, i + 1 + j).filter(([same]) => same === other);
          const most = Math.min(
            parts.find((part) => part.name === other)?.items ?? 0,
            ...before.map(([, it]) => it),
          );
          return (kept.get(other) ?? 0) < most;
        });
        if (isStarted)
          expect([name, kept.get(name) ?? 0]).toEqual([name, Math.min(kept.get(name) ?? 0, least)]);
      });
    });
  });

  test("gives way part by part as it shrinks", () => {
    const cuts = (promptTokens: number) =>
      prompt(REPLY, { ...ADA, llm: { promptTokens } }).parts.flatMap(({ name, cut }) =>
        cut ? [cut === true ? name : `${name} (shortened)`] : [],
      );
    expect(cuts(700)).toEqual([]);
    expect(cuts(540)).toEqual(["recent topics", "memories", "history (shortened)"]);
    expect(cuts(500)).toEqual(["recent topics", "recent posts", "memories", "goals", "history"]);
    expect(prompt(REPLY, { ...ADA, llm: { promptTokens: 200 } })).toMatchObject({ over: 0 });
  });
});

test("the documentation tells the parts and the order in which they give way", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/explanation/prompts.md"), "utf8");
  const rows = page.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const parts = rows.filter(([, , message]) => message === "system" || message === "user");
  expect(parts.map(([, name]) => name)).toEqual(partNames);
  const order = rows.filter(([, number]) => /^\d+$/.test(number ?? ""));
  expect(order.map(([, , name, least]) => [name, Number(least)])).toEqual(cutOrder);
});
