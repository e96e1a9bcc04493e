// What always holds for a persona, whatever happens to it: by exploring its machine, and by a run of its scenarios.
import { expect, test } from "vitest";
import persona from "../../machines/persona.ts";
import { DEFAULT_BOUNDS } from "../../src/explore/examine.ts";
import { examineScenario } from "../../src/explore/examine-scenario.ts";
import {
  type AgentStep,
  apart,
  atMost,
  cast,
  days,
  defineScenario,
  hours,
  never,
  type Property,
  simulate,
} from "../../src/index.ts";

/** `RUNS=300000` explores further: so many steps, and more seeds. */
const { RUNS } = process.env;
const bounds =
  RUNS === undefined
    ? { ...DEFAULT_BOUNDS, steps: 12_000, seeds: 6 }
    : { ...DEFAULT_BOUNDS, steps: Number(RUNS), seeds: 24 };
const MINUTES = 600_000;

/** States in which nobody writes: where a machine has no such state, nobody is in it. */
const SILENT = ["activity.asleep", "activity.limited", "activity.suspended"];
/** Hours between posts of its own, and answers in one conversation. */
const LEAST_HOURS = 3;
const MOST_ANSWERS = 3;

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(key) : undefined;

/** What it has just put into the world. */
const written = (step: AgentStep): unknown =>
  step.isGranted("social.post") ? step.answered?.input : undefined;

const properties: Readonly<Record<string, Property>> = {
  ...Object.fromEntries(
    SILENT.map((state) => [
      `nobody posts in ${state}`,
      never((step) => step.isIn(state) && step.asksFor("social.post")),
    ]),
  ),
  "own posts keep the minimum gap": apart({
    atLeast: hours(LEAST_HOURS),
    of: (step) => {
      const post = written(step);
      return post !== undefined && !fieldOf(post, "replyTo") && !fieldOf(post, "quoteOf");
    },
  }),
  "every chain of answers ends": atMost({
    times: MOST_ANSWERS,
    of: (step) => {
      const called = fieldOf(written(step), "replyTo");
      return typeof called === "string" ? called : undefined;
    },
  }),
};

// Soon tired of anybody, so that a short path leads there.
const behavior = {
  postFrequency: { minHoursBetweenPosts: LEAST_HOURS, maxHoursBetweenPosts: 6 },
  conversation: { repliesPerPair: 2 },
};

const scenario = defineScenario({
  name: "any-persona",
  until: days(7),
  agents: {
    ada: cast(persona, { name: "Ada", interests: ["mills"], behavior }),
    bo: cast(persona, { name: "Bo", voice: "loud", behavior }),
  },
  follows: { ada: ["bo"], bo: ["ada"] },
  properties,
});

test(
  "every state of a persona is reached, nothing is stuck or fails, and its properties hold",
  () => {
    const [examination] = examineScenario(scenario, { ...bounds, agent: "ada" });
    expect(examination?.findings).toEqual([]);
    expect(examination?.notes.filter(({ kind }) => kind === "never-entered")).toEqual([]);
  },
  MINUTES,
);

test(
  "its properties hold in a run of a week",
  async () => {
    expect((await simulate(scenario, { seed: 3 })).violations).toEqual([]);
  },
  MINUTES,
);
