// Why an entry came about: causes, guards, moods, and what was remembered.
import { describe, expect, test } from "vitest";
import { assign, setup } from "xstate";
import persona from "../../machines/persona.ts";
import { perform } from "../../src/core/effect.ts";
import { type Entry, WORLD } from "../../src/core/event.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { hours, minutes, seconds } from "../../src/core/time.ts";
import { socialPost } from "../../src/effects/social-post.ts";
import { explain, type Link } from "../../src/run/explain.ts";
import { fork } from "../../src/run/fork.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { shippedScenario } from "../support/golden.ts";
import { alone, heart, poke } from "../support/lone-agent.ts";

const rumour = simulate(await shippedScenario("rumour"), { until: hours(14) });

const find = ({ journal }: Run, matches: (entry: Entry) => boolean): Entry => {
  const found = journal.find(matches);
  if (found === undefined) throw new Error("no such entry");
  return found;
};
const isPostOn =
  (topic: string) =>
  ({ event: { ask } }: Entry): boolean =>
    typeof ask === "object" && ask !== null && "topic" in ask && ask.topic === topic;
const seqs = (links: readonly Link[]): readonly number[] => links.map(({ entry }) => entry.seq);
const guardsOf = ({ decision }: Link): readonly string[] =>
  (decision?.microsteps ?? [])
    .flatMap(({ candidates }) => candidates)
    .flatMap(({ guard }) => (guard ? [`${guard.name} ${guard.result}`] : []));

const HEADLINE = "The mill has a new wheel";
/** News that moves nobody, so that it waits for the next post of its own accord. */
const quietNews = simulate(
  defineScenario({
    name: "quiet-news",
    until: hours(30),
    agents: { ada: cast(persona, { name: "Ada", postEvery: hours(3) }) },
    events: [
      { at: hours(9), to: "ada", event: { type: "news", topic: "mills", headline: HEADLINE } },
    ],
  }),
);

describe("a post about news", () => {
  test("is explained by the news, the guards that led to it, the mood, and the post", async () => {
    const run = await quietNews;
    const post = find(run, isPostOn("mills"));
    const news = find(run, ({ event }) => event.type === "news");
    const { links } = await explain(run, post.seq);
    expect(links.flatMap((link) => link.recalled)).toContainEqual({
      entry: news,
      texts: [HEADLINE],
    });
    expect(links.flatMap(guardsOf)).toEqual(
      expect.arrayContaining(["isDaytime false", "mayPost true", "hasSeenAll true"]),
    );
    const drafting = links.find((link) => link.recalled.length > 0);
    expect(drafting?.decision).toMatchObject({
      before: { mood: "neutral", activity: { awake: "idle" } },
      after: { mood: "neutral", activity: { composing: "drafting" } },
    });
    expect(Object.keys(drafting?.decision?.moodBefore ?? {})).toEqual([
      "valence",
      "arousal",
      "dominance",
    ]);
    expect(links.at(-1)?.outcome?.post).toMatchObject({ author: "agent:ada", topic: "mills" });
  });

  test("shows among the echoes of the news, whose effects are on memory alone", async () => {
    const run = await quietNews;
    const news = find(run, ({ event }) => event.type === "news");
    const { links, effects, echoes } = await explain(run, news.seq);
    expect(links).toMatchObject([{ entry: news, origin: "outside" }]);
    expect(effects).toEqual([]);
    expect(echoes.flatMap(({ requests }) => requests.map(({ input }) => input))).toContainEqual(
      expect.objectContaining({ news: HEADLINE }),
    );
  });

  test("that strikes is caused by it: the urge, and the timer that it set", async () => {
    const run = await rumour;
    const news = find(run, ({ event }) => event.type === "news");
    const { links } = await explain(run, find(run, isPostOn("rumour")).seq);
    expect(seqs(links)).toContain(news.seq);
    const struck = links.find(({ entry }) => entry.seq === news.seq);
    expect(struck && guardsOf(struck)).toContain("isStruck true");
    const { moodBefore, moodAfter } = struck?.decision ?? {};
    expect(moodAfter?.valence).toBeLessThan(moodBefore?.valence ?? -1);
  });
});

test("an entry anywhere in a run is explained link by link from a root, in whole and as JSON", async () => {
  const { journal, ...run } = await rumour;
  for (let seq = 0; seq < journal.length; seq += 23) {
    const explanation = await explain(run, seq);
    const { links, omitted, effects } = explanation;
    expect(seqs(links).at(-1)).toBe(seq);
    expect(links[0]?.entry.cause).toBe(undefined);
    expect(links.slice(omitted > 0 ? 2 : 1).map(({ entry }) => entry.cause)).toEqual(
      seqs(links).slice(omitted > 0 ? 1 : 0, -1),
    );
    for (const link of links) expectWhole(link, journal);
    expect(effects).toEqual(journal.filter(({ cause }) => cause === seq));
    const text = JSON.stringify(explanation);
    expect(JSON.stringify(JSON.parse(text)) === text).toBe(true);
    expect(JSON.parse(text).links[0].origin).toBe(links[0]?.origin);
  }
});

/** An agent's link has its decision, a reply what it answers and when that was asked, the world's what it made of it. */
function expectWhole(link: Link, journal: readonly Entry[]): void {
  const { entry, decision, answer, outcome } = link;
  expect(entry).toEqual(journal[entry.seq]);
  if (entry.to === WORLD) {
    const reply = journal.find((one) => one.cause === entry.seq && one.request);
    expect(outcome?.sent.map(({ event }) => event)).toContainEqual(reply?.event);
    return;
  }
  expect(decision?.after).toHaveProperty("activity");
  expect(decision?.microsteps.length).toBeGreaterThan(0);
  if (entry.request === undefined) return;
  expect(answer?.latency).toBe(entry.at - (journal[answer?.seq ?? -1]?.at ?? 0));
  expect(answer?.request.id).toBe(entry.request);
}

test("of a long chain the first and the last links are shown, and the others are not visited", async () => {
  const run = await alone(heart, {});
  let visits = 0;
  const watched = {
    ...run,
    snapshotAt: async () => {
      visits++;
      return undefined;
    },
  };
  const beat = run.journal.length - 1;
  const { links, omitted } = await explain(watched, beat);
  expect(seqs(links)).toEqual([0, ...Array.from({ length: 8 }, (_, i) => beat - 7 + i)]);
  expect(omitted).toBe(beat + 1 - links.length);
  expect(visits).toBe(links.length);
  expect(seqs((await explain(run, beat, { last: 2 })).links)).toEqual([0, beat - 1, beat]);
  expect((await explain(run, 30, { last: Number.POSITIVE_INFINITY })).links.length).toBe(31);
});

test("an entry on which its agent failed names the reason, and what waited for the restart is found", async () => {
  const run = await alone(heart, { events: [poke(10_500)] });
  const dead = find(run, ({ outcome }) => outcome === "dead");
  const { links, effects } = await explain(run, dead.seq);
  expect(links).toMatchObject([
    { entry: { reason: "boom" }, origin: "outside", decision: { before: "beating" } },
  ]);
  expect(links[0]?.decision).not.toHaveProperty("after");
  expect(effects.map(({ event }) => event.type)).toEqual(["restarted"]);
  const next = find(run, ({ at }) => at > 11_000 + seconds(0.4));
  expect(next.event.type).toBe("restarted");
  const beats = run.journal.slice(next.seq, next.seq + 3);
  for (const { seq } of beats) expect((await explain(run, seq)).links.at(-1)?.entry.seq).toBe(seq);
});

test("a root is a start, an event from outside, a change of a fork or chance", async () => {
  const scenario = defineScenario({
    name: "roots",
    until: minutes(5),
    agents: { one: cast(heart, {}) },
    events: [{ ...poke(100), to: "one" }],
    random: [{ name: "luck", every: minutes(1), event: { type: "rained" } }],
    happenings: {
      news: { every: minutes(1) },
      moods: { every: minutes(1) },
      interactions: { every: minutes(1) },
    },
  });
  const run = await simulate(scenario);
  const forked = await fork(run, {
    at: minutes(1),
    seed: 2,
    set: { "agents.one.context.n": 40 },
  });
  const originOf = async (past: Run, type: string): Promise<unknown> => {
    const { seq } = find(past, ({ event, cause }) => event.type === type && cause === undefined);
    return (await explain(past, seq)).links[0]?.origin;
  };
  expect(await originOf(run, "started")).toBe("start");
  expect(await originOf(run, "poke")).toBe("outside");
  for (const reminder of ["random-due", "news-due", "mood-due", "interactions-due"]) {
    expect(await originOf(run, reminder)).toBe("chance");
  }
  expect(await originOf(forked, "changed")).toBe("change");
  expect(await originOf(forked, "reseeded")).toBe("change");
});

test.each([-1, 1.5, Number.NaN, 100_000])("%s is no entry, and the range is told", async (seq) => {
  const run = await rumour;
  await expect(explain(run, seq)).rejects.toMatchObject({
    code: "ENTRY_UNKNOWN",
    message: `entry ${seq} of "rumour-1"; it has 0 to ${run.steps - 1}`,
  });
});

interface Heard {
  readonly last: string;
  readonly motto: string;
}

/** Repeats what it was told last, after a while. */
const parrot = setup({
  types: {
    context: {} as Heard,
    events: {} as { readonly type: "told"; readonly words: string },
    input: {} as { readonly motto: string },
  },
  actors: { publish: perform(socialPost) },
}).createMachine({
  context: ({ input }) => ({ last: "", motto: input.motto }),
  on: { told: { actions: assign({ last: ({ event }) => event.words }) } },
  initial: "silent",
  states: {
    silent: { after: { 60000: "talking" } },
    talking: {
      invoke: {
        src: "publish",
        input: ({ context: { last, motto } }) => ({ text: last, topic: motto }),
        onDone: "silent",
        onError: "silent",
      },
    },
  },
});

test("what an agent asks about is recalled from who told it last, not from its persona", async () => {
  const tell = (at: number, words: string) => ({ at, to: "polly", event: { type: "told", words } });
  const run = await simulate(
    defineScenario({
      name: "parrot",
      until: minutes(2),
      agents: { polly: cast(parrot, { motto: "pieces of eight" }) },
      events: [
        tell(1000, "pieces of eight"),
        tell(2000, "the bridge is closed"),
        tell(3000, "a loaf of bread"),
        tell(4000, "the bridge is closed"),
      ],
    }),
  );
  const asking = find(run, ({ requests }) => requests.length > 0);
  const told = find(run, ({ at }) => at === 4000);
  const { links } = await explain(run, asking.seq);
  expect(links.at(-1)?.recalled).toEqual([{ entry: told, texts: ["the bridge is closed"] }]);
  expect((await explain(run, told.seq)).echoes.map(({ seq }) => seq)).toContain(asking.seq);
  const unheard = find(run, ({ at }) => at === 3000);
  expect((await explain(run, unheard.seq)).echoes).toEqual([]);
});
