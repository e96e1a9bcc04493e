// run == restore + continue == replay == fork without change: for every shipped machine and for random scenarios.
import { expect, test } from "vitest";
import { isMachine } from "../../src/core/machine/internals.ts";
import { cast, defineScenario, type Scenario } from "../../src/core/scenario.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { fork } from "../../src/run/fork.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { memoryStore } from "../../src/storage/memory-store.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { defaultOf, machineNames } from "../support/golden.ts";
import { buildScenario, scenarioSpecs } from "../support/random-scenario.ts";

const FILE = "test/run/branches.test.ts";
/** Snapshots from which a run is continued to its end. */
const CONTINUATIONS = 20;

/** Some of the items, spread over all of them. */
const spread = <T>(items: readonly T[], count: number): readonly T[] =>
  items.filter((_, index) => index % Math.ceil(items.length / count) === 0);

async function expectOneRun(scenario: Scenario, seed: number, snapshotEvery: number) {
  await using store = await memoryStore();
  const { digest } = await simulate(scenario, { seed });
  const { run } = await simulate(scenario, { seed, store, snapshotEvery });
  const past = await openRun(store, run, scenario);
  expect(past.digest).toBe(digest);
  expect((await replay(past)).digest).toBe(digest);
  const instants = (await store.snapshots(run)).map(({ at }) => at);
  for (const at of spread(instants, CONTINUATIONS)) {
    expect((await restore(past, { at })).digest, `restored at ${at}`).toBe(digest);
  }
  for (const at of spread(instants, 2)) {
    const forked = await fork(past, { at });
    expect(forked.digest, `forked at ${at}`).toBe(digest);
    const kept = await openRun(store, forked.run, scenario);
    expect((await replay(kept)).digest, `a fork at ${at}, replayed`).toBe(digest);
  }
}

test.each(machineNames())("the machine %s can be gone back to anywhere", async (name) => {
  const machine = await defaultOf("machines", name);
  if (!isMachine(machine)) throw new Error(`machines/${name}.ts exports no machine`);
  const names = ["Ada", "Bob", "Cleo", "Dan"];
  const ids = names.map((it) => it.toLowerCase());
  const calls = Array.from({ length: 40 }, (_, index) => ({
    at: hours(1 + index),
    to: ids[index % ids.length] ?? "ada",
    event: { type: "mentioned", from: ids[(index + 1) % ids.length], text: "Is it?", post: "1" },
  }));
  const scenario = defineScenario({
    name: "trial",
    until: days(3),
    agents: Object.fromEntries(names.map((it, i) => [ids[i], cast(machine, { name: it })])),
    follows: Object.fromEntries(ids.map((id) => [id, ids.filter((other) => other !== id)])),
    events: calls,
  });
  await expectOneRun(scenario, 4, hours(1));
});

test("random scenarios can be gone back to anywhere", async () => {
  await tryOut(FILE, 6, scenarioSpecs, (spec) =>
    expectOneRun(buildScenario(spec), spec.seed, minutes(1)),
  );
});
