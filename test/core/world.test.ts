// The world: what is written, who hears of it, and what is refused.
import { describe, expect, test } from "vitest";
import { days, hours, seconds } from "../../src/core/time.ts";
import type { WorldAsk } from "../../src/core/world/answer.ts";
import { snowflake } from "../../src/core/world/posts.ts";
import { idsOf, makeTown, postsOf, START } from "../support/town.ts";

describe("a post", () => {
  test("is answered with its id, within 300 virtual milliseconds, under the id of the request", () => {
    const { ask, world } = makeTown();
    const { reply, post, event } = ask("ada", { kind: "post", text: "Hello", topic: "tea" }, 5000);
    expect(reply?.event).toEqual({ type: "replied", kind: "done", reply: { post: post?.id } });
    expect(reply?.request).toBe(event.request);
    expect(reply?.at).toBeGreaterThan(5000);
    expect(reply?.at).toBeLessThanOrEqual(5300);
    expect(world.posts.byId.get(post?.id ?? "")).toEqual({
      id: post?.id,
      author: "agent:ada",
      at: 5000,
      kind: "post",
      text: "Hello",
      thread: post?.id,
      topic: "tea",
    });
  });

  test("calls everyone it names, once each and nobody else", () => {
    const { ask } = makeTown();
    const text = "@bob and @cleo, and @bob again, @nobody, @ada";
    const { notices } = ask("ada", { kind: "post", text }, 1000);
    expect(notices.map(({ to }) => to)).toEqual(["agent:bob", "agent:cleo"]);
    for (const { event, at } of notices) {
      expect(event).toMatchObject({ type: "mentioned", from: "ada", text, as: "post" });
      expect(at).toBeGreaterThan(1000);
      expect(at).toBeLessThanOrEqual(1000 + seconds(30));
    }
  });

  test("has an id in the order of instants that tells its instant", () => {
    const { post } = makeTown();
    const first = post("ada", "one", {}, 1000);
    const second = post("bob", "two", {}, 1001);
    expect(BigInt(first.id)).toBeLessThan(BigInt(second.id));
    expect(Number(BigInt(second.id) >> 22n) + 1_288_834_974_657).toBe(START + 1001);
  });

  test("gets another id when its own is taken", () => {
    const instant = { startAt: START, at: 7 };
    const first = snowflake(instant, 5, () => false);
    const second = snowflake(instant, 5, (id) => id === first);
    expect(second).not.toBe(first);
    expect(BigInt(second) >> 22n).toBe(BigInt(first) >> 22n);
  });
});

describe("an answer to a post", () => {
  test("joins its conversation, counts for it and calls its author", () => {
    const { ask, post, world } = makeTown();
    const first = post("ada", "one", { topic: "tea" });
    const reply = post("bob", "two", { replyTo: first.id }, 10);
    const { notices, post: third } = ask(
      "cleo",
      { kind: "post", text: "three @dan", replyTo: reply.id },
      20,
    );
    expect(third).toMatchObject({ kind: "reply", of: reply.id, thread: first.id, topic: "tea" });
    expect(notices.map(({ to }) => to)).toEqual(["agent:bob", "agent:dan"]);
    expect(world.posts.engagement.get(first.id)).toMatchObject({
      replies: 1,
      quotes: 0,
      reposts: 0,
    });
  });

  test("by quoting begins a conversation of its own", () => {
    const { ask, post, world } = makeTown();
    const first = post("ada", "one");
    const { post: quote, notices } = ask(
      "bob",
      { kind: "post", text: "look", quoteOf: first.id },
      10,
    );
    expect(quote).toMatchObject({ kind: "quote", of: first.id, thread: quote?.id });
    expect(notices.map(({ to, event }) => [to, event.as])).toEqual([["agent:ada", "quote"]]);
    expect(world.posts.engagement.get(first.id)?.quotes).toBe(1);
  });

  test("to itself calls nobody", () => {
    const { ask, post } = makeTown();
    const first = post("ada", "one");
    expect(ask("ada", { kind: "post", text: "two", replyTo: first.id }, 5).notices).toEqual([]);
  });

  test("shows as a conversation, the oldest first and from the newest back", () => {
    const { ask, post } = makeTown();
    const chain = [post("ada", "0")];
    for (let i = 1; i < 6; i++) {
      const replyTo = chain.at(-1)?.id ?? "";
      chain.push(post(i % 2 ? "bob" : "ada", `${i}`, { replyTo }, i));
    }
    const last = chain.at(-1)?.id ?? "";
    const thread = (limit: number): readonly string[] =>
      postsOf(ask("cleo", { kind: "thread", post: last, limit }, 9)).map(({ text }) => text);
    expect(thread(50)).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect(thread(2)).toEqual(["4", "5"]);
  });
});

describe("a reaction", () => {
  test("is counted once, however often somebody likes a post, and told to its author once", () => {
    const { ask, post, world, read } = makeTown({ follows: { dan: { ada: 1 } } });
    const { id } = post("ada", "one");
    const like = { kind: "react", reaction: "like", post: id } as const;
    expect(ask("bob", like, 5).notices.map(({ to, event }) => [to, event])).toEqual([
      ["agent:ada", { type: "liked", from: "bob", post: id }],
    ]);
    expect(ask("bob", like, 6).notices).toEqual([]);
    expect(ask("cleo", like, 7).notices).toHaveLength(1);
    expect(ask("ada", like, 8).notices).toEqual([]);
    expect(world.posts.engagement.get(id)?.likes.size).toBe(3);
    expect(read("dan", 10)).toMatchObject([{ post: id, likes: 3 }]);
  });

  test("by reposting puts a copy into the feeds of the followers and tells the author", () => {
    const { ask, post, read, world } = makeTown({ follows: { cleo: { bob: 1 } } });
    const { id } = post("ada", "one", { topic: "tea" });
    const { notices } = ask("bob", { kind: "react", reaction: "repost", post: id }, 5);
    expect(notices.map(({ to, event }) => [to, event.type])).toEqual([["agent:ada", "reposted"]]);
    expect(read("cleo", 10)).toMatchObject([
      { from: "bob", kind: "repost", text: "one", topic: "tea" },
    ]);
    expect(world.posts.engagement.get(id)?.reposts).toBe(1);
  });
});

test.each<readonly [what: string, ask: WorldAsk]>([
  ["an answer to", { kind: "post", text: "x", replyTo: "404" }],
  ["a quote of", { kind: "post", text: "x", quoteOf: "404" }],
  ["a like of", { kind: "react", reaction: "like", post: "404" }],
  ["a repost of", { kind: "react", reaction: "repost", post: "404" }],
])("%s an unknown post is refused and leaves no trace", (_, wish) => {
  const { ask, world } = makeTown();
  const { reply, notices, post } = ask("ada", wish, 5);
  expect(reply?.event).toEqual({ type: "replied", kind: "refused", reason: "no post 404" });
  expect([notices, post, world.posts.byId.size]).toEqual([[], undefined, 0]);
});

describe("following", () => {
  test("brings somebody's posts into the feed, and leaving takes them out", () => {
    const { ask, post, read } = makeTown();
    const first = post("bob", "one");
    expect(read("ada", 1)).toEqual([]);
    ask("ada", { kind: "follow", account: "agent:bob", weight: 0.5 }, 2);
    expect(idsOf(read("ada", 3))).toEqual([first.id]);
    ask("ada", { kind: "unfollow", account: "agent:bob" }, 4);
    post("bob", "two", {}, 5);
    expect(read("ada", 6)).toEqual([]);
  });

  test("somebody who does not exist is refused", () => {
    const { ask } = makeTown();
    const { reply } = ask("ada", { kind: "follow", account: "agent:eve", weight: 1 });
    expect(reply?.event).toEqual({ type: "replied", kind: "refused", reason: "no account eve" });
  });
});

describe("news", () => {
  test("reaches everyone interested in it, and of the others some, each within an hour", () => {
    const { take } = makeTown();
    const reached = Array.from({ length: 200 }, (_, i) => {
      const event = { type: "news", topic: "bread", headline: `Bread ${i}`, mood: { valence: 1 } };
      const { deliveries } = take(event, days(1));
      for (const { event: heard, at } of deliveries) {
        expect(heard).toEqual(event);
        expect(at).toBeGreaterThan(days(1));
        expect(at).toBeLessThanOrEqual(days(1) + hours(1));
      }
      return deliveries.map(({ to }) => to);
    });
    expect(reached.every((to) => to.includes("agent:dan"))).toBe(true);
    const others = reached.flat().length - 200;
    expect(others / 600).toBeGreaterThan(0.3);
    expect(others / 600).toBeLessThan(0.5);
  });
});

test("what the world does not understand is unhandled and changes nothing", () => {
  const { take, world } = makeTown();
  const events = [
    { type: "greeted" },
    { type: "asked" },
    { type: "asked", request: "r", from: "agent:stranger", ask: { kind: "post", text: "x" } },
    { type: "news", headline: 5 },
    { type: "random-due", index: 0 },
    { type: "announced", event: { type: "xstate.init" } },
    { type: "announced", event: { type: "rained" }, from: "ada" },
    { type: "random-due", index: 0, agent: "agent:ada", from: "ada" },
    // Reminders of what is switched off.
    { type: "news-due" },
    { type: "mood-due", agent: "agent:ada", pause: 5 },
    { type: "interactions-due" },
  ];
  for (const event of events) expect(take(event, 5)).toEqual({ deliveries: [], handled: false });
  expect(world.posts.byId.size).toBe(0);
});
