// What happens by itself: news, moods and prompts to talk, in the pauses of Puppet Engine v1, and off unless switched on.
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/core/event.ts";
import { rootKey } from "../../src/core/random.ts";
import { defineScenario, type Staging } from "../../src/core/scenario.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import type { Happenings } from "../../src/core/world/happenings.ts";
import { choosePairs, type Pair } from "../../src/core/world/pairs.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { listener } from "../support/lone-agent.ts";

const NAMES = ["ada", "bob", "cleo", "dan", "eve"];

interface Setting extends Staging {
  readonly size?: number;
  readonly seed?: number;
  readonly until?: number;
}

function happen(happenings: Happenings, setting: Setting = {}): Promise<Run> {
  const { size = 5, seed = 1, until = days(10), ...staging } = setting;
  const agents = Object.fromEntries(
    NAMES.slice(0, size).map((id) => [
      id,
      { machine: listener, input: { name: id.toUpperCase() } },
    ]),
  );
  const scenario = defineScenario({ name: "quiet", until, agents, happenings, ...staging });
  return simulate(scenario, { seed });
}

const ofType = ({ journal }: Run, type: string, to?: string): readonly Entry[] =>
  journal.filter((entry) => entry.event.type === type && (to ?? entry.to) === entry.to);
const distinct = (values: Iterable<unknown>): number => new Set(values).size;

test("happenings can be switched off, and nothing happens by itself where none is switched on", async () => {
  const off = { news: false, moods: false, interactions: false };
  for (const happenings of [{}, off]) {
    const { journal } = await happen(happenings);
    expect(journal.map(({ event }) => event.type)).toEqual(NAMES.map(() => "started"));
  }
});

test("each happening has its own switch", async () => {
  const types = async (happenings: Happenings): Promise<readonly string[]> => {
    const { journal } = await happen(happenings, { until: days(2) });
    return [...new Set(journal.map(({ event }) => event.type))].sort();
  };
  expect(await types({ news: true })).toEqual(["news", "news-due", "started"]);
  expect(await types({ moods: true })).toEqual(["mood-due", "mood-shifted", "started"]);
  expect(await types({ interactions: true })).toEqual([
    "interaction-prompted",
    "interactions-due",
    "started",
  ]);
});

describe("news that breaks by itself", () => {
  test("comes every six hours and spreads as all news does", async () => {
    const run = await happen({ news: true });
    const items = ofType(run, "news", "world");
    expect(items.map(({ at }) => at)).toEqual(
      Array.from({ length: 40 }, (_, n) => hours(6 * (n + 1)) + 1).filter((at) => at <= days(10)),
    );
    const heard = ofType(run, "news").filter(({ to }) => to !== "world");
    expect(heard.length / (items.length * NAMES.length)).toBeGreaterThan(0.25);
    expect(heard.length / (items.length * NAMES.length)).toBeLessThan(0.55);
  });

  test("has eight topics and five headlines for each, with a description and a mood", async () => {
    const run = await happen({ news: { every: hours(1) } }, { until: days(40) });
    const items = ofType(run, "news", "world").map(({ event }) => event);
    expect(distinct(items.map(({ topic }) => topic))).toBe(8);
    expect(distinct(items.map(({ headline }) => headline))).toBe(40);
    for (const { topic, headline, description, mood } of items) {
      expect(String(headline).toLowerCase()).toContain(String(topic));
      expect(headline).not.toMatch(/[{}]/);
      expect(description).toBeTypeOf("string");
      expect(Object.keys(Object(mood))).toEqual(["valence", "arousal", "dominance"]);
    }
  });

  test("is about the topics of the scenario, and those interested in one hear all of it", async () => {
    const fan = { machine: listener, input: { interests: ["$& mills"] } };
    const run = await happen({ news: { topics: ["$& mills"] } }, { agents: { fan } });
    const headlines = ofType(run, "news", "world").map(({ event }) => String(event.headline));
    expect(headlines.every((headline) => headline.includes("$& mills"))).toBe(true);
    // The last item is still on its way when the run ends.
    expect(ofType(run, "news", "agent:fan").length).toBeGreaterThanOrEqual(headlines.length - 1);
  });
});

describe("a mood out of nowhere", () => {
  test("comes over each agent every four to five hours, in a pace of its own", async () => {
    const run = await happen({ moods: true });
    const paces = NAMES.map((id) => {
      const shifts = ofType(run, "mood-shifted", `agent:${id}`).map(({ at }) => at);
      const pauses = new Set(shifts.slice(1).map((at, index) => at - (shifts[index] ?? 0)));
      expect(pauses.size).toBe(1);
      return [...pauses][0] ?? 0;
    });
    expect(distinct(paces)).toBe(NAMES.length);
    for (const pace of paces) {
      expect(pace).toBeGreaterThanOrEqual(hours(4));
      expect(pace).toBeLessThan(hours(5));
    }
  });

  test("is one of five with the shifts of Puppet Engine v1, each as often as another", async () => {
    const run = await happen({ moods: { every: minutes(30) } });
    const shifts = ofType(run, "mood-shifted").map(({ event }) => event);
    const moods = new Map(
      shifts.map(({ name, mood }) => [String(name), Object.values(Object(mood))]),
    );
    expect(Object.fromEntries(moods)).toEqual({
      inspiration: [0.3, 0.4, 0.2],
      frustration: [-0.2, 0.3, -0.1],
      surprise: [0.4, 0.3, 0.1],
      melancholy: [-0.3, -0.2, -0.1],
      "creative surge": [0.3, 0.4, 0.3],
    });
    for (const name of moods.keys()) {
      const share = shifts.filter((shift) => shift.name === name).length / shifts.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.25);
    }
  });
});

describe("a prompt to talk", () => {
  test("is told to the initiator and not to the target, every eight hours", async () => {
    const run = await happen({ interactions: true }, { until: days(30) + 1 });
    const prompts = ofType(run, "interaction-prompted");
    expect(prompts.every(({ at }) => at % hours(8) === 1)).toBe(true);
    expect(distinct(prompts.map(({ at }) => at))).toBe(90);
    for (const { to, event } of prompts) {
      expect(to).toBe(`agent:${event.initiator}`);
      expect(event.target).not.toBe(event.initiator);
      expect(event.description).toContain(String(event.target).toUpperCase());
      expect(String(event.description).toLowerCase()).toContain(String(event.topic));
    }
    expect(distinct(prompts.map(({ event }) => event.topic))).toBe(6);
  });

  test("has a topic of the scenario", async () => {
    const run = await happen({ interactions: { every: hours(1), topics: ["mills", "eels"] } });
    const topics = ofType(run, "interaction-prompted").map(({ event }) => event.topic);
    expect([...new Set(topics)].sort()).toEqual(["eels", "mills"]);
  });

  test("comes to nobody who is alone", async () => {
    const run = await happen({ interactions: true }, { size: 1 });
    expect(ofType(run, "interactions-due")).toHaveLength(30);
    expect(ofType(run, "interaction-prompted")).toEqual([]);
  });
});

const occasions = (addresses: readonly string[], count: number): readonly (readonly Pair[])[] =>
  Array.from({ length: count }, (_, n) => choosePairs(addresses, rootKey(`occasion ${n}`)));
const addressesOf = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, n) => `agent:p${n}`);

describe("the choice of pairs", () => {
  test("makes one to three of four agents and more, and one of fewer", () => {
    const sizes = (size: number) =>
      [...new Set(occasions(addressesOf(size), 200).map((pairs) => pairs.length))].sort();
    expect([2, 3, 4, 9].map(sizes)).toEqual([[1], [1], [1, 2, 3], [1, 2, 3]]);
  });

  test("lets nobody begin twice and makes no two agents two pairs", () => {
    for (const pairs of occasions(addressesOf(4), 500)) {
      expect(distinct(pairs.map(({ initiator }) => initiator))).toBe(pairs.length);
      const members = pairs.map(({ initiator, target }) => [initiator, target].sort().join());
      expect(distinct(members)).toBe(pairs.length);
    }
  });

  test("prefers nobody, whether to begin, to be talked to or by place in the list", () => {
    const all = occasions(addressesOf(6), 3000).flat();
    const sharesOf = (names: readonly string[]): readonly number[] =>
      addressesOf(6).map(
        (address) => names.filter((name) => name === address).length / names.length,
      );
    const chosen = [all.map(({ initiator }) => initiator), all.map(({ target }) => target)];
    for (const share of chosen.flatMap(sharesOf))
      expect(Math.abs(share - 1 / 6)).toBeLessThan(0.02);
    const texts = (addresses: readonly string[]): readonly string[] =>
      occasions(addresses, 50).map((pairs) => JSON.stringify(pairs));
    expect(texts(addressesOf(6).toReversed())).toEqual(texts(addressesOf(6)));
  });

  test("is mutual three times in ten", () => {
    const all = occasions(addressesOf(9), 3000).flat();
    const share = all.filter(({ isMutual }) => isMutual).length / all.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(0.03);
  });

  test("changes by one more agent only where that one gets into a pair", () => {
    const newcomer = "agent:p50";
    const before = occasions(addressesOf(30), 400);
    const after = occasions([...addressesOf(30), newcomer], 400);
    const isIn = (pairs: readonly Pair[]): boolean =>
      pairs.some((pair) => pair.initiator === newcomer || pair.target === newcomer);
    const joined = after.filter(isIn);
    expect(joined.length).toBeGreaterThan(20);
    expect(joined.length).toBeLessThan(100);
    after.forEach((pairs, n) => {
      if (!isIn(pairs)) expect(pairs).toEqual(before[n]);
      const others = pairs.filter((pair) => !isIn([pair]));
      expect(before[n]).toEqual(expect.arrayContaining([...others]));
    });
  });
});
