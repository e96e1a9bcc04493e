// run == restore + continue == replay == fork without change: for every shipped machine and for random scenarios.
import { test } from "vitest";
import { isMachine } from "../../src/core/machine/internals.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { defaultOf, machineNames } from "../support/golden.ts";
import { expectOneRun } from "../support/one-run.ts";
import { buildScenario, scenarioSpecs } from "../support/random-scenario.ts";

const FILE = "test/run/branches.test.ts";
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
