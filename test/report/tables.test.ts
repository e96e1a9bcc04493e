// The tables of a run say what happened in it: each is held against the run that it was made from.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnyStateMachine, setup } from "xstate";
import lurker from "../../machines/lurker.ts";
import persona from "../../machines/persona.ts";
import { perform } from "../../src/core/effect.ts";
import { toAddress, toId } from "../../src/core/event.ts";
import { lineOf } from "../../src/core/journal-line.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { tell } from "../../src/core/tell.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { socialReact } from "../../src/effects/social-react.ts";
import { allTables } from "../../src/report/tables/all-tables.ts";
import { simulate } from "../../src/run/simulate.ts";
import { exportPage } from "../support/export-page.ts";
import { exported, type Fields, query, readLines } from "../support/exported.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";
import { contextOf } from "../support/lone-agent.ts";

const PAGE = join(import.meta.dirname, "../../docs/reference/export.md");
const rumour = await shippedScenario("rumour");

const withoutAbsent = (row: Fields): Fields =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null));

test("the journal comes back from its table, entry for entry", async () => {
  const { run, folder } = await exported(rumour, "ndjson");
  const rows = readLines(folder, "entries");
  const lines = rows.map(({ seq, at, agent, key, cause, request, outcome, reason, ...row }) => {
    const [event, requests, actions] = [row.event, row.requests, row.actions].map((json) =>
      JSON.parse(String(json)),
    );
    expect(event.type).toBe(row.type);
    expect(Date.parse(String(row.time))).toBe(rumour.startAt + Number(at));
    const to = toAddress(String(agent));
    const told = [key, cause, request, outcome, reason, requests];
    return JSON.stringify([seq, at, to, event, ...told, actions.length > 0 ? actions : null]);
  });
  expect(lines.join("\n") === run.journal.map(lineOf).join("\n")).toBe(true);
});

test("each post comes with what others did with it until the end", async () => {
  const { run, folder } = await exported(rumour, "ndjson");
  const { engagement } = run.state.world.posts;
  const expected = run.posts.map(({ author, ...post }) => {
    const { likes, replies = 0, quotes = 0, reposts = 0 } = engagement.get(post.id) ?? {};
    const time = new Date(rumour.startAt + post.at).toISOString();
    return {
      ...post,
      author: toId(author),
      time,
      likes: likes?.size ?? 0,
      replies,
      quotes,
      reposts,
    };
  });
  const rows = readLines(folder, "posts").map(withoutAbsent);
  expect(rows).toEqual(expected);
  for (const count of ["likes", "replies"] as const)
    expect(expected.some((post) => post[count] > 0)).toBe(true);
});

describe("the intervals of states", () => {
  test("lie end to end from the start to the end of the run, in each region of each agent", async () => {
    const { run, folder } = await exported(rumour, "parquet");
    const ends = await query(
      folder,
      `select agent, region, min("from") as first, max("to") as last, sum(duration) as total,
        count(*) filter (isOpen) as open, bool_and(duration = "to" - "from") as isExact
      from 'states.parquet' group by agent, region order by all`,
    );
    const whole = { first: "0", last: String(run.until), total: String(run.until), open: "1" };
    const regions = run.agents.flatMap((agent) =>
      ["activity", "company", "mood", "recovery"].map((region) => ({
        agent,
        region,
        ...whole,
        isExact: true,
      })),
    );
    expect(ends).toEqual(regions);
    const gaps = await query(
      folder,
      `select * from (select *, lag("to") over w as before, lag(state) over w as stateBefore
        from 'states.parquet' window w as (partition by agent, region order by fromSeq))
      where before <> "from" or state = stateBefore`,
    );
    expect(gaps).toEqual([]);
  });

  test("say of any instant in which state the agents were then", async () => {
    const { folder } = await exported(rumour, "parquet");
    await tryOut(
      "test/report/tables.test.ts",
      3,
      fc.integer({ min: 0, max: rumour.until }),
      async (at) => {
        const then = await simulate(rumour, { until: at });
        const rows = await query(
          folder,
          `select agent, region, last(state order by fromSeq) as state from 'states.parquet'
        where "from" <= ${at} group by agent, region order by all`,
        );
        const told = Map.groupBy(rows, ({ agent }) => agent);
        for (const { address, snapshot } of then.state.agents) {
          const own = (told.get(toId(address)) ?? []).map(
            ({ region, state }) => `${region}.${state}`,
          );
          expect(own).toEqual(pathsOf(snapshot?.value).sort());
        }
      },
    );
  });

  /** `mood.positive.content`: the innermost states of a value. */
  function pathsOf(value: unknown): string[] {
    if (typeof value === "string") return [value];
    return Object.entries(value ?? {}).flatMap(([key, below]) =>
      pathsOf(below).map((path) => `${key}.${path}`),
    );
  }

  test.each<[string, AnyStateMachine, readonly Fields[]]>([
    [
      "of a machine without states",
      setup({}).createMachine({ id: "bare" }),
      [{ region: "", state: "" }],
    ],
    [
      "of nested states",
      setup({}).createMachine({
        id: "deep",
        initial: "a",
        states: { a: { initial: "b", states: { b: {} } } },
      }),
      [{ region: "", state: "a.b" }],
    ],
    [
      "of regions within a state, within a region, and without states",
      setup({}).createMachine({
        id: "wide",
        initial: "on",
        states: {
          on: {
            type: "parallel",
            states: {
              sound: { initial: "loud", states: { loud: {} } },
              light: {
                type: "parallel",
                states: { red: {}, green: { initial: "dim", states: { dim: {} } } },
              },
            },
          },
        },
      }),
      [
        { region: "", state: "on" },
        { region: "on.light.green", state: "dim" },
        { region: "on.light.red", state: "" },
        { region: "on.sound", state: "loud" },
      ],
    ],
  ])("name the region and the path below it %s", async (_, machine, expected) => {
    const scenario = defineScenario({
      name: "alone",
      until: minutes(1),
      agents: { one: { machine, input: {} } },
    });
    const { folder } = await exported(scenario, "ndjson");
    const rows = readLines(folder, "states").map(({ region, state }) => ({ region, state }));
    expect(new Set(rows)).toEqual(new Set(expected));
  });
});

/** What each agent has in a field of its context at the end. */
const heldAtEnd = (
  agents: readonly string[],
  run: Parameters<typeof contextOf>[0],
  field: string,
) =>
  agents.map((id) => {
    const context: Fields = { ...(contextOf(run, `agent:${id}`) ?? {}) };
    return [id, context[field]] as const;
  });

describe("moods", () => {
  test("change from row to row, and the last one is that at the end", async () => {
    const { run, folder } = await exported(rumour, "ndjson");
    const byAgent = Map.groupBy(readLines(folder, "moods"), ({ agent }) => agent);
    expect([...byAgent.keys()].sort()).toEqual(run.agents);
    for (const [id, mood] of heldAtEnd(run.agents, run, "mood")) {
      const samples = byAgent.get(id) ?? [];
      expect(samples.length).toBeGreaterThan(10);
      expect(samples.at(-1)).toMatchObject({ ...(mood ?? {}) });
      const texts = samples.map(({ valence, arousal, dominance, state }) =>
        [valence, arousal, dominance, state].join(),
      );
      expect(texts.filter((text, i) => text === texts[i - 1])).toEqual([]);
    }
  });

  test("name the state that the agent is in", async () => {
    const moved = (hour: number, valence: number, arousal: number) => ({
      at: hours(hour),
      to: "ada",
      event: { type: "mood-shifted", mood: { valence, arousal, dominance: 0 } },
    });
    const scenario = defineScenario({
      name: "moving",
      until: days(2),
      agents: { ada: cast(persona, { name: "Ada" }) },
      events: [moved(9, 0.8, 0), moved(10, 0, 0.5), moved(30, -0.9, 0)],
    });
    const { folder } = await exported(scenario, "parquet");
    const turns = await query(
      folder,
      `select m.state as told, s.state from 'states.parquet' s join 'moods.parquet' m
        on m.agent = s.agent and m.seq = s.fromSeq where s.region = 'mood' order by s.fromSeq`,
    );
    const states = turns.map(({ state }) => state);
    expect(states.slice(0, 3)).toEqual(["neutral", "positive.content", "positive.elated"]);
    expect(states).toContain("negative.gloomy");
    expect(turns.map(({ told }) => told)).toEqual(states);
  });

  test("and relationships have no rows for machines without them", async () => {
    const scenario = defineScenario({
      name: "still",
      until: days(2),
      agents: { lou: cast(lurker, { name: "Lou" }), ada: cast(persona, { name: "Ada" }) },
      follows: { lou: ["ada"], ada: ["lou"] },
    });
    const { folder } = await exported(scenario, "ndjson");
    const agents = ["moods", "relationships"].flatMap((table) =>
      readLines(folder, table).map(({ agent }) => agent),
    );
    expect(new Set(agents)).toEqual(new Set(["ada"]));
  });
});

test("the last row of a relationship is what is left of it, and one that was forgotten is absent", async () => {
  const crowd = Object.fromEntries(
    Array.from({ length: 151 }, (_, i) => [`friend${i}`, { familiarity: 0.01 + i / 200 }]),
  );
  const scenario = defineScenario({
    name: "meeting",
    until: hours(30),
    agents: {
      ada: cast(persona, { name: "Ada", initialMemory: { relationships: crowd } }),
      bob: cast(persona, {
        name: "Bob",
        initialMemory: { relationships: { ada: { sentiment: 0.5 } } },
      }),
    },
    events: [12, 13].map((hour) => ({
      at: hours(hour),
      to: "ada",
      event: { type: "mentioned", from: "bob", text: "Hello!" },
    })),
  });
  const { run, folder } = await exported(scenario, "ndjson");
  const rows = readLines(folder, "relationships");
  expect(rows[0]).toMatchObject({ agent: "ada", other: "friend0", at: 0, familiarity: 0.01 });
  for (const [id, held] of heldAtEnd(run.agents, run, "relationships")) {
    const own = rows.filter(({ agent }) => agent === id);
    const last = new Map(
      own.map(({ other, sentiment, familiarity, trust, interactions }) => [
        other,
        { sentiment, familiarity, trust, interactions },
      ]),
    );
    const left = [...last].filter(([, { sentiment }]) => sentiment !== null);
    expect(held).toMatchObject(Object.fromEntries(left));
    expect(Object.keys({ ...(held ?? {}) })).toHaveLength(left.length);
    expect(last.size - left.length).toBe(id === "ada" ? 2 : 0);
  }
});

/** Follows bob and leaves cleo; also talks to somebody who is not there. */
const mover = setup({ actors: { react: perform(socialReact) } }).createMachine({
  id: "mover",
  initial: "following",
  entry: tell(() => ({ to: "nobody", event: { type: "greeted" } })),
  states: {
    following: {
      invoke: {
        src: "react",
        input: { kind: "follow", account: "bob", weight: 0.25 },
        onDone: "leaving",
      },
    },
    leaving: {
      invoke: { src: "react", input: { kind: "unfollow", account: "cleo" }, onDone: "there" },
    },
    there: { type: "final" },
  },
});

test("follows are told with their weights before and after, and agents with what they did", async () => {
  const scenario = defineScenario({
    name: "moving",
    until: hours(1),
    agents: {
      ada: { machine: mover, input: { name: "Ada" } },
      bob: { machine: setup({}).createMachine({ id: "bare" }), input: {} },
      cleo: { machine: setup({}).createMachine({ id: "bare" }), input: {} },
    },
    follows: { ada: { cleo: 0.5 }, bob: ["ada"] },
    events: [{ at: minutes(30), to: "bob", event: { type: "rained" } }],
  });
  const { run, folder } = await exported(scenario, "ndjson");
  expect(readLines(folder, "follows")).toEqual([
    { follower: "ada", followed: "cleo", startWeight: 0.5, endWeight: null },
    { follower: "ada", followed: "bob", startWeight: null, endWeight: 0.25 },
    { follower: "bob", followed: "ada", startWeight: 1, endWeight: 1 },
  ]);
  const none = { handled: 1, unhandled: 0, stale: 0, dead: 0, parked: 0 };
  expect(readLines(folder, "agents")).toEqual([
    { id: "ada", machine: "mover", name: "Ada", status: "done", ...none, handled: 3 },
    { id: "bob", machine: "bare", name: "bob", status: "active", ...none, unhandled: 1 },
    { id: "cleo", machine: "bare", name: "cleo", status: "active", ...none },
  ]);
  expect(readLines(folder, "entries").filter(({ outcome }) => outcome === "dead")).toHaveLength(1);
  expect(run.observerErrors).toEqual([]);
});

test("the docs list the columns as they describe themselves", () => {
  const page = readFileSync(PAGE, "utf8");
  const written = exportPage(page, allTables);
  if (process.env.DOCS === "write") writeFileSync(PAGE, written);
  expect(process.env.DOCS === "write" || page === written, "DOCS=write writes it").toBe(true);
  expect(written).toContain("### relationships");
});
