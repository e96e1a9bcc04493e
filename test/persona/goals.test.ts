// Goals: their topics, how they draw what is written about, and how they come to an end.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, firstGoals, isOpen, judged } from "../../src/persona/goals.ts";
import { firstMind } from "../../src/persona/mind-state.ts";
import { readPersona } from "../../src/persona/persona.ts";
import { chooseTopic } from "../../src/persona/writing.ts";
import { tryOut } from "../support/fresh-seed.ts";

const goalsOf = (...goals: readonly unknown[]) =>
  firstGoals(readPersona({ name: "Ada", interests: ["old ferries", "bread"], goals }));

describe("the topic of a goal", () => {
  test.each([
    [{ text: "Sail", topic: "the sea" }, "the sea"],
    ["Ride every ferry on the coast", "old ferries"],
    ["Finish the lighthouse model", undefined],
    ["Be a better one", undefined],
  ])("of %j is %j", (goal, topic) => {
    expect(goalsOf(goal)[0]?.topic).toBe(topic);
  });

  test("is written about in about three of ten own posts, while the goal is open", () => {
    const mind = firstMind({ name: "Ada", interests: ["bread"] });
    const count = (goals: ReturnType<typeof goalsOf>) =>
      Array.from({ length: 2000 }, (_, key) =>
        chooseTopic({ ...mind, goals }, { at: 0, key }),
      ).filter(({ assignment }) => assignment?.topic === "the sea").length / 2000;
    const goals = goalsOf({ text: "Sail", topic: "the sea" });
    expect(Math.abs(count(goals) - 0.3)).toBeLessThan(0.04);
    expect(count(advance(goals, 0, 1, 5))).toBe(0);
  });
});

describe("a goal", () => {
  test("goes on by topic and is done at the end, at its instant", () => {
    const goals = goalsOf({ text: "Sail", topic: "the sea" }, "Bake bread");
    const [sail, bake] = advance(goals, "the sea", 0.4, 7);
    expect(sail).toMatchObject({ status: "progressed", progress: 0.4, at: 7 });
    expect(bake).toMatchObject({ status: "open", progress: 0, at: 0 });
    expect(advance(goals, "the sea", 3, 8)[0]).toMatchObject({ status: "done", progress: 1 });
  });

  test("that reflection calls progressed four times is done, and stays so", () => {
    const report = [{ goal: 0, status: "progressed" as const }];
    let goals = goalsOf("Bake bread");
    for (let i = 0; i < 3; i++) goals = judged(goals, report, i);
    expect(goals[0]).toMatchObject({ status: "progressed", progress: 0.75, at: 2 });
    goals = judged(goals, report, 3);
    expect(goals[0]).toMatchObject({ status: "done", at: 3 });
    expect(judged(goals, [{ goal: 0, status: "open" }], 4)).toEqual(goals);
    expect(judged(goals, [{ goal: 12, status: "done" }], 4)).toEqual(goals);
  });

  test("never goes back, whatever is reported", async () => {
    const report = fc.record({
      goal: fc.integer({ min: -1, max: 3 }),
      status: fc.constantFrom("open", "progressed", "done"),
    });
    await tryOut("test/persona/goals.test.ts", 200, fc.array(report), (reports) => {
      let goals = goalsOf("Bake bread", "Sail");
      for (const [at, one] of reports.entries()) {
        const next = judged(goals, [one], at);
        for (const [i, goal] of next.entries()) {
          expect(goal.progress).toBeGreaterThanOrEqual(goals[i]?.progress ?? 0);
          expect(isOpen(goal)).toBe(goal.progress < 1);
        }
        goals = next;
      }
    });
  });
});
