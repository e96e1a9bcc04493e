// The machine `persona` in the simulator: what it does, and what Puppet Engine v1 did wrong and it does not.
import { describe, expect, test } from "vitest";
import type { OutsideEvent } from "../../src/core/scenario.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { mindIn, perform, postsOf, sentIn, valueIn } from "../support/personas.ts";

const often = { postFrequency: { minHoursBetweenPosts: 1, maxHoursBetweenPosts: 3 } };
const seldom = { postFrequency: { minHoursBetweenPosts: 400, maxHoursBetweenPosts: 500 } };
const wakeful = { activityHours: { wake: 0, sleep: 0 } };
const at = (instant: number, to: string, event: OutsideEvent["event"]): OutsideEvent => ({
  at: instant,
  to,
  event,
});

describe("own posts", () => {
  test("keep the minimum gap and the waking hours", async () => {
    const run = await perform({ people: { ada: { behavior: often } }, until: days(10) });
    const own = sentIn(run, "ada").filter(({ replyTo }) => replyTo === undefined);
    expect(own.length).toBeGreaterThan(30);
    const gaps = own.slice(1).map((post, i) => post.at - (own[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hours(1));
    // Bed times are up to 45 minutes late; whatever was begun before is finished.
    const asleep = own.filter(({ at: instant }) => instant % days(1) < hours(7));
    expect(asleep.filter(({ at: instant }) => instant % days(1) > hours(0.2))).toEqual([]);
  });

  test("that were due in the night come one by one in the morning", async () => {
    const people = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`p${i}`, { behavior: often }] as const),
    );
    const run = await perform({ people, until: days(3) });
    const mornings = sentIn(run).filter(
      ({ at: instant, replyTo }) => instant % days(1) < hours(9) && replyTo === undefined,
    );
    const inMinute = Map.groupBy(mornings, ({ at: instant }) => Math.floor(instant / minutes(1)));
    expect(mornings.length).toBeGreaterThan(16);
    expect(Math.max(...[...inMinute.values()].map((posts) => posts.length))).toBeLessThan(4);
  });

  test("are not pushed back by replies on a busy account", async () => {
    const behavior = {
      ...often,
      ...wakeful,
      conversation: { repliesPerThread: 50, repliesPerPair: 500 },
    };
    const calls = Array.from({ length: 96 }, (_, i) =>
      at(minutes(30) * (i + 1), "ada", { type: "mentioned", from: "bo", text: `Number ${i}?` }),
    );
    const people = { ada: { behavior }, bo: { behavior: seldom } };
    const [busy, quiet] = [await perform({ people, events: calls }), await perform({ people })];
    const replies = mindIn(busy, "ada").relationships.bo?.interactions ?? 0;
    expect(replies).toBeGreaterThan(100);
    const own = (run: typeof busy) => postsOf(run, "ada").filter(({ kind }) => kind === "post");
    expect(own(busy).length).toBeGreaterThanOrEqual(own(quiet).length * 0.8);
  });

  test("that fail are not remembered as posted and do not block the next one", async () => {
    const down = { failures: { "social.post": { failed: 1, during: [[0, hours(20)] as const] } } };
    const run = await perform({
      people: { ada: { behavior: { ...seldom, ...wakeful } } },
      world: down,
      until: hours(19),
      events: [at(hours(1), "ada", { type: "post-requested", topic: "bread" })],
    });
    const mind = mindIn(run, "ada");
    expect(sentIn(run, "ada").length).toBeGreaterThan(1);
    expect(mind.lastPostAt).toBeNull();
    expect(mind.recentPosts).toEqual([]);
    expect(mind.nextPostAt).toBeLessThan(hours(20));
  });

  test("stop at the day's number", async () => {
    const behavior = {
      ...wakeful,
      postFrequency: { minHoursBetweenPosts: 0.2, maxHoursBetweenPosts: 0.4 },
    };
    const run = await perform({
      people: { ada: { behavior, limits: { postsPerDay: 5 } } },
      until: days(3),
    });
    const own = postsOf(run, "ada");
    expect(own.length).toBeGreaterThan(12);
    for (const { at: instant } of own) {
      const window = own.filter((post) => post.at >= instant && post.at < instant + hours(20));
      expect(window.length).toBeLessThanOrEqual(8);
    }
    expect(own.length).toBeLessThanOrEqual(20);
  });
});

describe("what is asked for from outside", () => {
  test("a topic is honoured, a thread has its length and hangs together", async () => {
    const ask = { type: "post-requested", topic: "bread", threadLength: 3, force: true };
    const run = await perform({
      people: { ada: { behavior: { ...seldom, ...wakeful } } },
      events: [at(hours(2), "ada", ask)],
    });
    const thread = postsOf(run, "ada");
    expect(thread).toHaveLength(3);
    expect(thread.map(({ topic }) => topic)).toEqual(["bread", "bread", "bread"]);
    const [first, second, third] = thread;
    expect(second?.of).toBe(first?.id);
    expect(third?.of).toBe(second?.id);
    expect(new Set(thread.map(({ thread: id }) => id))).toEqual(new Set([first?.id]));
  });

  test("a thread that breaks off goes on where it broke off", async () => {
    const world = { failures: { "social.post": { failed: 0.5 } } };
    const ask = { type: "post-requested", threadLength: 3, force: true };
    const run = await perform({
      people: { ada: { behavior: { ...seldom, ...wakeful } } },
      events: [at(hours(2), "ada", ask)],
      world,
      seed: 3,
    });
    const thread = postsOf(run, "ada");
    expect(sentIn(run, "ada").length).toBeGreaterThan(thread.length);
    expect(thread.length).toBeGreaterThan(1);
    expect(new Set(thread.map(({ text }) => text)).size).toBe(thread.length);
    thread.slice(1).forEach((post, i) => {
      expect(post.of).toBe(thread[i]?.id);
    });
  });

  test("a request waits for the gap, unless it is forced", async () => {
    const behavior = {
      ...wakeful,
      postFrequency: { minHoursBetweenPosts: 10, maxHoursBetweenPosts: 12 },
    };
    const asked = (force: boolean) =>
      perform({
        people: { ada: { behavior } },
        events: [
          at(hours(1), "ada", { type: "post-requested", topic: "tea", force: true }),
          at(hours(2), "ada", { type: "post-requested", topic: "bread", force }),
        ],
        until: hours(14),
      });
    const times = async (force: boolean) =>
      postsOf(await asked(force), "ada")
        .filter(({ topic }) => topic === "bread")
        .map((post) => post.at);
    expect((await times(true))[0]).toBeLessThan(hours(2.2));
    expect((await times(false))[0]).toBeGreaterThanOrEqual(hours(11));
  });

  test("somebody to talk to is looked up and answered; whoever has written nothing is called", async () => {
    const prompt = {
      type: "interaction-prompted",
      description: "It has been a while.",
      initiator: "ada",
      target: "bo",
      topic: "trams",
    };
    const people = {
      ada: { behavior: { ...seldom, ...wakeful } },
      bo: { behavior: { ...often, ...wakeful } },
    };
    const run = await perform({ people, events: [at(hours(20), "ada", prompt)] });
    const bosPosts = new Set(postsOf(run, "bo").map(({ id }) => id));
    const answers = postsOf(run, "ada").filter(({ kind }) => kind === "reply");
    expect(answers.length).toBeGreaterThan(0);
    expect(bosPosts.has(answers[0]?.of ?? "")).toBe(true);
    const silent = { ...people, bo: { behavior: { ...seldom, ...wakeful } } };
    const alone = await perform({ people: silent, events: [at(hours(20), "ada", prompt)] });
    expect(postsOf(alone, "ada").some(({ text }) => text.includes("@bo"))).toBe(true);
  });

  test("an answer that somebody has worded is sent as it is", async () => {
    const people = {
      ada: { behavior: { ...seldom, ...wakeful } },
      bo: { behavior: { ...often, ...wakeful } },
    };
    const before = await perform({ people, until: hours(20) });
    const post = postsOf(before, "bo")[0]?.id ?? "";
    const ask = { type: "reply-requested", post, text: "Exactly my words." };
    const run = await perform({ people, events: [at(hours(20), "ada", ask)] });
    const answer = postsOf(run, "ada").find(({ of }) => of === post);
    expect(answer?.text).toBe("Exactly my words.");
  });
});

describe("conversations", () => {
  test("between two who always answer end", async () => {
    const behavior = { ...often, ...wakeful, interactionPatterns: { replyProbability: 1 } };
    const run = await perform({
      people: { ada: { behavior }, bo: { behavior } },
      follows: { ada: ["bo"], bo: ["ada"] },
      until: days(8),
    });
    const replies = [...postsOf(run, "ada"), ...postsOf(run, "bo")].filter(
      ({ kind }) => kind === "reply",
    );
    expect(replies.length).toBeGreaterThan(10);
    const perThread = new Map<string, number>();
    for (const { author, thread, of } of replies) {
      const isOwnThread = run.state.world.posts.byId.get(of ?? "")?.author === author;
      if (isOwnThread) continue;
      const key = `${author} ${thread}`;
      perThread.set(key, (perThread.get(key) ?? 0) + 1);
    }
    expect(Math.max(...perThread.values())).toBeLessThanOrEqual(3);
  });

  test("cool down when one other has had enough turns, and warm up again", async () => {
    const behavior = {
      ...seldom,
      ...wakeful,
      conversation: { repliesPerThread: 9, repliesPerPair: 2, pairHours: 5 },
      reactionDelay: { medianSeconds: 5, sigma: 0 },
    };
    const calls = Array.from({ length: 20 }, (_, i) =>
      at(hours(1) + minutes(30) * i, "ada", {
        type: "mentioned",
        from: "bo",
        text: "And now?",
        thread: `t${i}`,
      }),
    );
    const run = await perform({
      people: { ada: { behavior }, bo: { behavior: seldom } },
      events: calls,
      until: hours(12),
    });
    const answers = sentIn(run, "ada").map((post) => post.at);
    expect(answers.filter((instant) => instant < hours(6))).toHaveLength(2);
    expect(answers.filter((instant) => instant >= hours(6) && instant < hours(11))).toHaveLength(2);
  });

  test("reach the writer with what was said before", async () => {
    const behavior = { ...often, ...wakeful, interactionPatterns: { replyProbability: 1 } };
    const run = await perform({
      people: { ada: { behavior }, bo: { behavior } },
      follows: { ada: ["bo"], bo: ["ada"] },
      until: days(4),
    });
    const briefs = run.journal
      .flatMap(({ requests }) => requests)
      .filter(({ effect }) => effect === "llm.complete")
      .map(
        ({ input }) =>
          input as { conversation?: readonly { text: string }[]; replyTo?: { text: string } },
      );
    const later = briefs.filter(({ conversation }) => conversation !== undefined);
    expect(later.length).toBeGreaterThan(3);
    const texts = new Set([...postsOf(run, "ada"), ...postsOf(run, "bo")].map(({ text }) => text));
    for (const { conversation = [], replyTo } of later) {
      expect(conversation.every(({ text }) => texts.has(text))).toBe(true);
      expect(conversation.some(({ text }) => text === replyTo?.text)).toBe(false);
    }
  });
});

describe("a persona", () => {
  test("writes nothing while it is suspended, and again when it is reinstated", async () => {
    const run = await perform({
      people: { ada: { behavior: { ...often, ...wakeful } } },
      events: [
        at(days(1), "ada", { type: "suspended" }),
        at(days(2), "ada", { type: "reinstated" }),
      ],
      until: days(3),
    });
    const during = sentIn(run, "ada").filter((post) => post.at > days(1) && post.at < days(2));
    expect(during).toEqual([]);
    expect(sentIn(run, "ada").some((post) => post.at > days(2))).toBe(true);
  });

  test("survives a model that fails: it goes on posting when the model is back", async () => {
    const world = {
      failures: {
        "llm.complete": { failed: 1, during: [[0, days(1)] as const] },
        "llm.reflect": { failed: 1 },
      },
    };
    const run = await perform({
      people: { ada: { behavior: { ...often, ...wakeful } } },
      world,
      until: days(3),
    });
    expect(run.deadLetters).toBe(0);
    const posts = postsOf(run, "ada");
    expect(posts.every((post) => post.at >= days(1))).toBe(true);
    expect(posts.length).toBeGreaterThan(10);
  });

  test("remembers who said what, and thinks it over", async () => {
    const behavior = { ...often, ...wakeful };
    const people = {
      ada: { behavior, goals: ["Sell the old mill"], interests: ["mills"] },
      bo: { behavior },
      cy: { behavior },
    };
    const all = ["ada", "bo", "cy"];
    const follows = Object.fromEntries(all.map((id) => [id, all.filter((other) => other !== id)]));
    const run = await perform({ people, follows, until: days(6) });
    const { memories, relationships } = mindIn(run, "ada");
    expect(memories.items.length).toBeLessThanOrEqual(60);
    expect(memories.items.some(({ from }) => from === "bo" || from === "cy")).toBe(true);
    expect(memories.items.every(({ from }) => from !== "ada")).toBe(true);
    expect(
      run.journal.some(({ requests }) => requests.some(({ effect }) => effect === "llm.reflect")),
    ).toBe(true);
    expect(Object.keys(relationships).sort()).toEqual(["bo", "cy"]);
    expect(relationships.bo?.interactions).toBeGreaterThan(0);
  });

  test("becomes another one in the midst of a run and keeps its memories", async () => {
    const changed = { name: "Ada", interests: ["trams"], behavior: { ...seldom, ...wakeful } };
    const run = await perform({
      people: { ada: { interests: ["bread"], behavior: { ...often, ...wakeful } } },
      events: [at(days(1), "ada", { type: "persona-changed", persona: changed })],
      until: days(4),
    });
    expect(mindIn(run, "ada").nature.interests).toEqual(["trams"]);
    expect(mindIn(run, "ada").memories.items.length).toBeGreaterThan(3);
    expect(postsOf(run, "ada").filter((post) => post.at > days(1.2)).length).toBeLessThan(2);
    expect(valueIn(run, "ada")).toMatchObject({ activity: { awake: "idle" } });
  });
});
