// Every shipped machine: it loads, names all that it uses, every state can be reached, its state survives JSON.
import { expect, test } from "vitest";
import { isMachine, partsOf } from "../src/core/machine/internals.ts";
import { prepareMachine } from "../src/core/machine/prepare.ts";
import { freezeSnapshot, thawSnapshot } from "../src/core/machine/snapshot.ts";
import { defineScenario } from "../src/core/scenario.ts";
import { unreachableStates } from "../src/explore/structure.ts";
import { simulate } from "../src/run/simulate.ts";
import { defaultOf, machineNames } from "./support/golden.ts";

async function machineOf(name: string) {
  const machine = await defaultOf("machines", name);
  if (!isMachine(machine)) throw new Error(`machines/${name}.ts exports no machine`);
  return machine;
}

test.each(machineNames())("the machine %s passes the checks of the host", async (name) => {
  const machine = await machineOf(name);
  expect(prepareMachine(machine, name).id).toBe(name);
});

test.each(machineNames())(
  "every state of %s can be reached along its transitions",
  async (name) => {
    expect(unreachableStates(partsOf(await machineOf(name)))).toEqual([]);
  },
);

test.each(machineNames())("the state of %s survives JSON at every step of a day", async (name) => {
  const machine = await machineOf(name);
  const scenario = defineScenario({
    name: "one-day",
    until: 86_400_000,
    agents: { one: { machine, input: { name: "One", interests: ["bread"] } } },
    events: [3, 9, 15].map((hour) => ({
      at: hour * 3_600_000,
      to: "one",
      event: { type: "mentioned", from: "two", post: "1", text: "Hello", thread: "1", as: "post" },
    })),
  });
  const texts: string[] = [];
  const prepared = prepareMachine(machine, name);
  const run = await simulate(scenario, {
    observe: (live) =>
      live.agent("one").state$.subscribe((snapshot) => {
        const text = JSON.stringify(freezeSnapshot(snapshot));
        texts.push(text);
        expect(JSON.stringify(freezeSnapshot(thawSnapshot(prepared, JSON.parse(text))))).toBe(text);
      }),
  });
  expect(texts.length).toBeGreaterThan(2);
  expect(run.observerErrors).toEqual([]);
  expect(run.failures).toEqual([]);
});
