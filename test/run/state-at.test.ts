// The state of a run at an instant: that of a run that ended there.
import { expect, test } from "vitest";
import { xstateBackend } from "../../src/core/agent.ts";
import { produce } from "../../src/core/production.ts";
import { firstState } from "../../src/core/state.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { fork } from "../../src/run/fork.ts";
import { simulate } from "../../src/run/simulate.ts";
import { lookAt, stateAt, toldOf } from "../../src/run/state-at.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { memoryStore } from "../../src/storage/memory-store.ts";
import { freshSample } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";

const rumour = await shippedScenario("rumour");
const until = days(1);

test("at any instant it is the state of a run that ended then, kept or not", async () => {
  const { seed, runs } = freshSample(8);
  const store = await memoryStore();
  const run = await simulate(rumour, { seed, until, store });
  const kept = await openRun(store, run.run, rumour);
  const inMemory = await simulate(rumour, { seed, until });
  for (let i = 0; i < runs; i++) {
    const at = ((seed + i * 7919) % 1440) * minutes(1) + i;
    const { state } = await simulate(rumour, { seed, until: at });
    const expected = JSON.stringify(toldOf({ run: run.run, at, state }));
    for (const past of [kept, run, inMemory]) {
      const told = JSON.stringify(await stateAt(past, at));
      expect(told === expected, `seed ${seed} at ${at}`).toBe(true);
    }
  }
});

test("of a fork it is its parent's up to the fork, and its own after that", async () => {
  const store = await memoryStore();
  const run = await simulate(rumour, { until, store });
  const set = { "agents.ada.context.mood.valence": -0.9 };
  await fork(run, { at: hours(12), set });
  const forked = await openRun(store, "rumour-1.1", rumour);
  const before = await stateAt(run, hours(12));
  expect(await stateAt(forked, hours(12))).toEqual({ ...before, run: "rumour-1.1" });
  const { agents } = await stateAt(forked, hours(12) + 1, "ada");
  expect(agents.ada?.context).toMatchObject({ mood: { valence: -0.9 } });
  expect(agents.ada?.value).toMatchObject({ mood: { negative: expect.any(String) } });
});

test("without an instant it is the end, or the last entry of a run that was ended early", async () => {
  const run = await simulate(rumour, { until });
  expect((await lookAt(run)).at).toBe(until);
  const quietWeek = await shippedScenario("quiet-week");
  const early = await simulate(quietWeek, { agents: 100, signal: AbortSignal.abort() });
  const { at, state } = await lookAt(early);
  expect([early.complete, at, state.seq]).toEqual([false, early.state.at, early.steps]);
});

test("before anything has happened nobody has started", () => {
  const state = firstState(produce(rumour), xstateBackend(), 1);
  const { agents } = toldOf({ run: "rumour-1", at: 0, state }, "ada");
  expect(agents).toEqual({ ada: { value: null, context: null, status: "active" } });
});

test.each([
  ["adda", 'agent "adda" of "rumour"; did you mean ada?'],
  ["world", 'agent "world" of "rumour"; the cast is ada, bob, cleo'],
])("agent %s is refused with the way out", async (id, message) => {
  const run = await simulate(rumour, { until: hours(1) });
  const problem = { code: "SCENARIO_UNKNOWN_AGENT", message: expect.stringContaining(message) };
  await expect(stateAt(run, hours(1), id)).rejects.toMatchObject(problem);
});
