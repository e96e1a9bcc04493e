// What a run has saved fits the machines that it was made with: nothing in it is taken for a mistake of a migration.
import fc from "fast-check";
import { expect, test } from "vitest";
import { xstateBackend } from "../../src/core/agent.ts";
import { type Production, produce } from "../../src/core/production.ts";
import { saveState } from "../../src/core/save.ts";
import { defineScenario } from "../../src/core/scenario.ts";
import { firstState } from "../../src/core/state.ts";
import { step } from "../../src/core/step.ts";
import { checkFit } from "../../src/run/check-fit.ts";
import { simulateReply } from "../../src/run/simulated-reply.ts";
import { makeStage } from "../../src/run/stage.ts";
import { buildMachine } from "../support/build-machine.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { shippedScenario } from "../support/golden.ts";
import { eventTypes } from "../support/machine-vocabulary.ts";
import { eventSpecs, machineSpec } from "../support/random-machine.ts";

/** @returns how many states were looked at, each after so many entries */
function lookAt(production: Production, every: number, entries: number): number {
  const state = firstState(production, xstateBackend(), 3);
  const { ports } = makeStage(state, (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined,
  );
  let looks = 0;
  while (state.seq < entries && step(state, ports) !== undefined) {
    if (state.seq % every !== 0) continue;
    checkFit(production, saveState(state));
    looks++;
  }
  return looks;
}

test.each(["rumour", "small-town"])("the states of %s fit", async (name) => {
  expect(lookAt(produce(await shippedScenario(name)), 20, 2000)).toBeGreaterThan(90);
});

test("the states of random machines fit", () =>
  tryOut("test/run/check-fit.test.ts", 40, fc.tuple(machineSpec, eventSpecs), ([spec, events]) => {
    const machine = buildMachine(spec, () => undefined);
    const scenario = defineScenario({
      name: "random",
      until: 10_000,
      agents: { one: { machine, input: { n: 1 } } },
      events: events.map(({ pick, n }, index) => ({
        at: 20 * index,
        to: "one",
        event: { type: eventTypes[pick % eventTypes.length] ?? "A", n },
      })),
    });
    expect(lookAt(produce(scenario), 1, 60)).toBeGreaterThan(0);
  }));
