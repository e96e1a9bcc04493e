// Every shipped scenario: with seed 1 it gives its golden transcript, and it answers its question with metrics.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { simulate } from "../src/run/simulate.ts";
import { scenarioNames, shippedScenario, transcriptOf } from "./support/golden.ts";
import { samplePostsPage } from "./support/sample-posts.ts";

test("the docs show texts as small-town with seed 1 writes them", async () => {
  const page = join(import.meta.dirname, "../docs/reference/sample-posts.md");
  const run = await simulate(await shippedScenario("small-town"), { seed: 1 });
  expect(readFileSync(page, "utf8")).toBe(samplePostsPage(run));
});

const golden = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../snapshots/golden/${name}.txt`), "utf8");

test.each(scenarioNames())("%s with seed 1 gives its golden transcript", async (name) => {
  const run = await simulate(await shippedScenario(name), { seed: 1 });
  expect(transcriptOf(run)).toBe(golden(name));
});

test.each(scenarioNames())("%s asks a question, and its metrics give an answer", async (name) => {
  const scenario = await shippedScenario(name);
  const run = await simulate(scenario, { seed: 2 });
  expect(scenario.question).toMatch(/\?$/);
  expect(Object.keys(run.metrics).length).toBeGreaterThan(0);
  expect(Object.values(run.metrics).flat().every(Number.isFinite)).toBe(true);
});

test.each(scenarioNames())("in %s nobody fails and nothing gets lost", async (name) => {
  const run = await simulate(await shippedScenario(name), { seed: 3 });
  expect(run.failures).toEqual([]);
  expect(run.delivered).toBe(run.handled + run.unhandled + run.deadLetters + run.parked);
  expect(run.delivered).toBe(run.steps);
});

test("a rumour reaches some, and never more than are in the room", async () => {
  const scenario = await shippedScenario("rumour");
  for (const seed of [1, 2, 3]) {
    const { reached } = (await simulate(scenario, { seed })).metrics;
    expect(reached).toBeGreaterThan(1);
    expect(reached).toBeLessThanOrEqual(10);
  }
});

test("when the network refuses, no draft is lost and nobody spins", async () => {
  const run = await simulate(await shippedScenario("rate-limited"), { seed: 4 });
  const { refused, waiting, mostRefusalsInAnHour } = run.metrics;
  expect(refused).toBeGreaterThan(0);
  // What was written and is not out yet is the draft in hand of somebody: one each at most.
  expect(waiting).toBeGreaterThanOrEqual(0);
  expect(waiting).toBeLessThanOrEqual(run.agents.length);
  expect(mostRefusalsInAnHour).toBeLessThan(4);
});
