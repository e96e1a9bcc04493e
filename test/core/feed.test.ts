// Feeds: which posts a reader gets to see, in which order, and that none comes twice.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, log } from "../../src/core/math.ts";
import { hours, minutes } from "../../src/core/time.ts";
import { FEED_HORIZON, RECENCY_HALF_LIFE, score } from "../../src/core/world/feed.ts";
import { MAX_SEEN_MARKS } from "../../src/core/world/posts.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { idsOf, makeTown } from "../support/town.ts";

const FILE = "test/core/feed.test.ts";

describe("a feed", () => {
  test("shows the newest first, each post once, none of the reader's own and none of strangers", () => {
    const { post, read } = makeTown({ follows: { ada: { bob: 1, cleo: 1 } } });
    const [b, c] = [post("bob", "b", {}, 1), post("cleo", "c", {}, 2)];
    post("ada", "own", {}, 3);
    post("dan", "stranger", {}, 4);
    const later = post("bob", "later", {}, 5);
    expect(idsOf(read("ada", 10, 2))).toEqual([later.id, c.id]);
    expect(idsOf(read("ada", 11))).toEqual([b.id]);
    expect(read("ada", 12)).toEqual([]);
  });

  test("shows an answer to those only who follow both sides", () => {
    const { post, read } = makeTown({
      follows: { ada: { bob: 1 }, cleo: { bob: 1, dan: 1 }, dan: { bob: 1 } },
    });
    const first = post("dan", "question", {}, 1);
    const reply = post("bob", "answer", { replyTo: first.id }, 2);
    expect(idsOf(read("ada", 3))).toEqual([]);
    expect(idsOf(read("cleo", 3))).toEqual([reply.id, first.id]);
    // Whom it answers hears of it as a call.
    expect(idsOf(read("dan", 3))).toEqual([]);
  });

  test("shows nothing that is older than two days", () => {
    const { post, read } = makeTown({ follows: { ada: { bob: 1 } } });
    post("bob", "old", {}, 0);
    expect(read("ada", FEED_HORIZON + 1)).toEqual([]);
    const fresh = post("bob", "fresh", {}, hours(3));
    expect(idsOf(read("ada", FEED_HORIZON + hours(3)))).toEqual([fresh.id]);
  });

  test("in ranked order follows age, relationship and engagement", () => {
    const { ask, post, read } = makeTown({
      feed: "ranked",
      follows: { ada: { bob: 1, cleo: 0.1, dan: 0.1 } },
    });
    const bob = post("bob", "a friend's", {}, hours(1));
    const liked = post("dan", "much liked", {}, hours(1));
    const cleo = post("cleo", "newest", {}, hours(2));
    const old = post("bob", "old", {}, 0);
    for (const fan of ["bob", "cleo"])
      ask(fan, { kind: "react", reaction: "repost", post: liked.id }, hours(2));
    const seen = read("ada", hours(3)).filter(({ kind }) => kind === "post");
    expect(idsOf(seen)).toEqual([liked.id, bob.id, old.id, cleo.id]);
  });

  test("scores as documented: recency x relationship x engagement", async () => {
    const numbers = fc.record({
      age: fc.nat(FEED_HORIZON),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      likes: fc.nat(50),
      replies: fc.nat(9),
      quotes: fc.nat(9),
      reposts: fc.nat(9),
    });
    await tryOut(FILE, 500, numbers, ({ age, weight, likes, replies, quotes, reposts }) => {
      const fans = new Set(Array.from({ length: likes }, (_, i) => `agent:f${i}`));
      const expected =
        exp((-age / RECENCY_HALF_LIFE) * Math.LN2) *
        (0.5 + weight) *
        (1 + log(1 + likes + 2 * replies + 2 * quotes + 3 * reposts));
      const actual = score(age, weight, { likes: fans, replies, quotes, reposts });
      expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-12);
    });
  });

  test("remembers at most so many posts and never shows one twice", () => {
    const { post, read, world } = makeTown({ follows: { ada: { bob: 1, cleo: 1, dan: 1 } } });
    const shown: string[] = [];
    for (let round = 0; round < 60; round++) {
      const at = minutes(30) * round;
      for (const id of ["bob", "cleo", "dan"]) {
        for (let i = 0; i < 5; i++) post(id, `${round} ${i}`, {}, at + i);
      }
      shown.push(...idsOf(read("ada", at + 10, 9)));
      expect(world.seen.get("agent:ada")?.marks.length).toBeLessThanOrEqual(MAX_SEEN_MARKS);
    }
    expect(shown.length).toBeGreaterThan(2 * MAX_SEEN_MARKS);
    expect(new Set(shown).size).toBe(shown.length);
  });
});
