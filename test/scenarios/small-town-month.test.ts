// A month in small-town: what must hold in the long run. The whole month is nightly; a week of it runs with the rest.
import { beforeAll, expect, test } from "vitest";
import { days, hours } from "../../src/core/time.ts";
import type { Mind } from "../../src/persona/mind-state.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { shippedScenario } from "../support/golden.ts";
import { mindIn, postsOf } from "../support/personas.ts";

/** Days, unless the environment says RUNS=30. */
const LENGTH = Number(process.env.RUNS ?? 7);
/** The suspended one is silent for a day more than its persona would allow. */
const SUSPENDED = "walt";
let run: Run;
let ids: readonly string[];

beforeAll(async () => {
  run = await simulate(await shippedScenario("small-town"), { until: days(LENGTH), seed: 2 });
  ids = run.agents;
}, 600_000);

const minds = (): readonly (readonly [string, Mind])[] =>
  ids.map((id) => [id, mindIn(run, id)] as const);

/** Instants of the posts of one's own accord, a thread counted once. */
function ownPosts(id: string): readonly number[] {
  const posts = postsOf(run, id).filter(
    ({ kind, thread, id: post }) => kind === "post" && thread === post,
  );
  return posts.map(({ at }) => at);
}

test("every state is entered", () => {
  expect(run.neverEntered).toEqual([]);
});

test("nobody is silent for longer than the persona allows, a night and a retry included", () => {
  const tooLong = minds().flatMap(([id, { nature }]) => {
    const instants = [0, ...ownPosts(id), days(LENGTH)];
    const night = (nature.wake - nature.sleep + 24) % 24;
    const allowed = hours(nature.frequency.max + night + 4);
    const gaps = instants.slice(1).map((at, i) => at - (instants[i] ?? 0));
    const longest = Math.max(...gaps);
    return id !== SUSPENDED && longest > allowed ? [`${id}: ${longest / hours(1)} h`] : [];
  });
  expect(tooLong).toEqual([]);
});

test("nobody posts above the rate of the persona", () => {
  for (const [id, { nature }] of minds()) {
    const instants = ownPosts(id);
    const gaps = instants.slice(1).map((at, i) => at - (instants[i] ?? 0));
    // From sending one to sending the next; the world takes a second or two to publish.
    expect(Math.min(...gaps), id).toBeGreaterThan(hours(nature.frequency.min) - 5000);
  }
});

test("relationships differ from what they were, and from each other", () => {
  const felt = minds().flatMap(([, { relationships }]) =>
    Object.values(relationships).map(({ sentiment }) => sentiment),
  );
  expect(felt.some((sentiment) => sentiment > 0.3)).toBe(true);
  expect(felt.some((sentiment) => sentiment < 0)).toBe(true);
  expect(new Set(felt).size).toBeGreaterThan(felt.length / 4);
});

test("memory is bounded, and holds what others said beside what was done", () => {
  for (const [id, { memories, nature }] of minds()) {
    expect(memories.items.length, id).toBeLessThanOrEqual(nature.memories);
    expect(
      memories.items.some(({ from }) => from !== undefined),
      id,
    ).toBe(true);
    expect(JSON.stringify(memories).length, id).toBeLessThan(nature.memories * 450 + 4000);
  }
});

test("goals move on", () => {
  const goals = minds().flatMap(([, mind]) => mind.goals);
  expect(goals.some(({ status }) => status !== "open")).toBe(true);
});
