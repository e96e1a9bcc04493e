// The machine `moderator`: whom it reminds, and when it stops.
import { describe, expect, test } from "vitest";
import greeter from "../../machines/greeter.ts";
import moderator from "../../machines/moderator.ts";
import newsDesk from "../../machines/news-desk.ts";
import { defineScenario } from "../../src/core/scenario.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { postsOf } from "../support/personas.ts";

/** Authors who post exactly what they are told, at once. */
const speaker = { machine: newsDesk, input: { name: "Speaker", opens: 0, closes: 24 } };

function play(said: readonly (readonly [hour: number, who: string, text: string])[]): Promise<Run> {
  const input = { name: "Mod", words: ["scam", "FREE"], rule: "no offers here" };
  return simulate(
    defineScenario({
      ...{ name: "room", until: days(2) },
      agents: { mod: { machine: moderator, input }, ada: speaker, bob: speaker },
      follows: { mod: ["ada", "bob"] },
      events: said.map(([hour, to, headline]) => ({
        ...{ at: hours(hour), to },
        event: { type: "news", topic: "offers", headline },
      })),
    }),
    { seed: 1 },
  );
}

const reminded = (run: Run) => {
  const author = (id = "") => run.state.world.posts.byId.get(id)?.author.replace("agent:", "");
  return postsOf(run, "mod").map(({ at, of, text }) => ({ at, to: author(of), text }));
};

describe("a moderator", () => {
  test("answers whole listed words in whatever case, with the rule", async () => {
    const run = await play([
      [1, "ada", "Free bread for all"],
      [2, "bob", "A freehold, and freedom"],
      [3, "bob", "What a SCAM!"],
      [4, "ada", "Nothing of the kind"],
    ]);
    expect(reminded(run).map(({ to }) => to)).toEqual(["ada", "bob"]);
    for (const { text } of reminded(run)) expect(text).toMatch(/no offers here\.$/);
  });

  test("reminds an author twice, and no more however much is said", async () => {
    const loud = Array.from({ length: 20 }, (_, n) => [1 + n, "ada", `Scam number ${n}`] as const);
    const run = await play([...loud, [30, "bob", "Free, free"]]);
    expect(reminded(run).map(({ to }) => to)).toEqual(["ada", "ada", "bob"]);
  });

  test("rests between two reminders", async () => {
    const run = await play([
      [1, "ada", "Scam"],
      [1, "bob", "Scam as well"],
      [1, "ada", "Free again"],
    ]);
    const instants = reminded(run).map(({ at }) => at);
    expect(instants).toHaveLength(3);
    for (const [n, at] of instants.slice(1).entries())
      expect(at - (instants[n] ?? 0)).toBeGreaterThan(minutes(5));
  });

  test("and one who thanks for every call end their exchange", async () => {
    const input = { name: "Mod", words: ["scam", "thank"], most: 3 };
    const run = await simulate(
      defineScenario({
        ...{ name: "thanks", until: days(2) },
        agents: {
          mod: { machine: moderator, input },
          ada: { machine: greeter, input: null },
          bob: speaker,
        },
        follows: { mod: ["ada", "bob"], ada: ["mod"] },
        events: [
          { at: hours(1), to: "bob", event: { type: "news", topic: "x", headline: "@ada scam" } },
        ],
      }),
      { seed: 1 },
    );
    const thanks = postsOf(run, "ada").length;
    expect(
      reminded(run)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(["ada", "bob"]);
    expect(thanks).toBe(2);
  });
});
