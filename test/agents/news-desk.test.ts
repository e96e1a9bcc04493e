// The machine `news-desk`: when it posts, and how it corrects itself.
import { describe, expect, test } from "vitest";
import newsDesk from "../../machines/news-desk.ts";
import type { OutsideEvent, WorldSettings } from "../../src/core/scenario.ts";
import { days, hours } from "../../src/core/time.ts";
import type { Run } from "../../src/run/run.ts";
import { perform, postsOf, sentIn } from "../support/personas.ts";

const news = (at: number, topic: string, headline = `About ${topic}`): OutsideEvent => ({
  ...{ at, to: "desk" },
  event: { type: "news", topic, headline },
});
const corrected = (at: number, topic: string, headline: string): OutsideEvent => ({
  ...{ at, to: "desk" },
  event: { type: "corrected", topic, headline },
});
const play = (events: readonly OutsideEvent[], world: WorldSettings = {}): Promise<Run> =>
  perform({ machine: newsDesk, people: { desk: {} }, until: days(3), events, world });
const hoursOf = (run: Run) => postsOf(run, "desk").map(({ at }) => (at % days(1)) / hours(1));

describe("a news desk", () => {
  test("posts what it hears in the order in which it heard it, a few minutes apart", async () => {
    const run = await play([news(hours(9), "bread"), news(hours(9) + 1, "trams")]);
    const posts = postsOf(run, "desk");
    expect(posts.map(({ text }) => text)).toEqual(["About bread", "About trams"]);
    expect(posts.map(({ topic }) => topic)).toEqual(["bread", "trams"]);
    expect((posts[1]?.at ?? 0) - (posts[0]?.at ?? 0)).toBeGreaterThan(hours(4 / 60));
  });

  test("leaves for the morning what comes at night", async () => {
    const run = await play([20, 23, 26, 30.5].map((hour) => news(hours(hour), `night ${hour}`)));
    expect(hoursOf(run)).toHaveLength(4);
    expect(Math.min(...hoursOf(run))).toBeGreaterThan(7);
    expect(Math.max(...hoursOf(run))).toBeLessThan(9);
  });

  test("may be open around the clock", async () => {
    const input = { name: "Desk", opens: 0, closes: 24 };
    const run = await perform({
      machine: newsDesk,
      people: { desk: input },
      until: days(3),
      events: [news(hours(40), "bread")],
    });
    expect(run.failures).toEqual([]);
    expect(run.journal.length).toBeLessThan(15);
    expect(postsOf(run, "desk")[0]?.at).toBeLessThan(hours(41));
  });

  test("shows what was wrong when it corrects it, at any hour", async () => {
    const run = await play([
      news(hours(9), "mill", "The mill is sold"),
      corrected(hours(26), "mill", "the mill is let"),
    ]);
    const [wrong, right] = postsOf(run, "desk");
    expect(right).toMatchObject({
      text: "Correction: the mill is let",
      kind: "quote",
      of: wrong?.id,
    });
    expect(right?.at).toBeLessThan(hours(27));
  });

  test("corrects what is not yet out before it goes out", async () => {
    const run = await play([
      news(hours(22), "mill", "The mill is sold"),
      corrected(hours(25), "mill", "The mill is let"),
    ]);
    expect(postsOf(run, "desk").map(({ text }) => text)).toEqual(["The mill is let"]);
  });

  test("corrects what others have said, too", async () => {
    const run = await play([corrected(hours(12), "mill", "the mill is let")]);
    expect(postsOf(run, "desk")).toMatchObject([
      { kind: "post", text: "Correction: the mill is let" },
    ]);
  });

  test("tries three times and goes on with the next story", async () => {
    const events = [news(hours(9), "bread"), news(hours(14), "trams")];
    const failing = { failed: 1, during: [[0, hours(13)] as const] };
    const run = await play(events, { failures: { "social.post": failing } });
    expect(sentIn(run).filter(({ topic }) => topic === "bread")).toHaveLength(3);
    expect(postsOf(run, "desk").map(({ topic }) => topic)).toEqual(["trams"]);
  });
});
