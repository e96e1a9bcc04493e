// The host against XState itself: on random machines and on every machine that we ship, step by step and in full runs.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnyStateMachine } from "xstate";
import { effectOf } from "../../src/core/effect.ts";
import { type EventBody, toId } from "../../src/core/event.ts";
import { isMachine, partsOf } from "../../src/core/machine/internals.ts";
import { cast, defineScenario, type Scenario } from "../../src/core/scenario.ts";
import { days, hours } from "../../src/core/time.ts";
import { checkedRun } from "../support/checked-backend.ts";
import { checkRun, checkSteps, machineCases } from "../support/equivalence.ts";
import { commandFor, freshSample, tryOut } from "../support/fresh-seed.ts";
import { host, newTally, type Tally } from "../support/host-check.ts";

const FILE = "test/core/host-equivalence.test.ts";
/** Random machines per run of the tests; RUNS=1500 tries more. */
const MACHINES = 300;

const ways = [
  { viaJson: false, how: "as it is" },
  { viaJson: true, how: "through JSON after every step" },
];

describe("on random machines", () => {
  test.each(ways)("the host gives what XState gives, its state $how", async ({ viaJson }) => {
    const tally = newTally();
    await tryOut(FILE, MACHINES, machineCases, (machineCase) =>
      checkSteps(host, machineCase, { viaJson }, tally),
    );
    expectSubstance(tally);
  });

  test.each(ways)(
    "runs of the host are those of an XState actor on an exact clock, its state $how",
    async ({ viaJson }) => {
      await tryOut(FILE, MACHINES, machineCases, (machineCase) => {
        checkRun(host, machineCase, { viaJson });
      });
    },
  );
});

/** A sample of machines that do nothing would prove nothing. */
function expectSubstance({ machines, steps, actions, moves, errors }: Tally): void {
  if (machines < MACHINES) return;
  expect(steps).toBeGreaterThan(6 * machines);
  expect(actions).toBeGreaterThan(3 * steps);
  expect(moves).toBeGreaterThan(machines);
  expect(errors).toBeLessThan(steps / 3);
}

const folder = join(import.meta.dirname, "../../machines");
const machineNames = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""));

async function shippedMachine(name: string): Promise<AnyStateMachine> {
  const loaded: { readonly default: unknown } = await import(`../../machines/${name}.ts`);
  if (!isMachine(loaded.default)) throw new Error(`machines/${name}.ts exports no machine`);
  return loaded.default;
}

/** Whatever a machine may hear of from outside, with all that any event of the world carries. */
const heard = (machine: AnyStateMachine): readonly EventBody[] =>
  machine.events
    .filter((type: string) => !type.startsWith("xstate.") && !type.includes("*"))
    .map((type: string) => ({
      type,
      from: "ada-1",
      post: "1",
      thread: "1",
      as: "reply",
      text: "What about bread?",
      topic: "bread",
      headline: "Bread is dear",
      mood: { valence: -0.5, arousal: 0.5, dominance: 0.1 },
      ...{ initiator: "ada-1", target: "persona-1", description: "It has been a while." },
      persona: { name: "Else", personality: { interests: ["bread"] } },
    }));

/** Three of each machine who follow everybody, hear everything, and are refused now and then. */
function smallWorld(machines: readonly AnyStateMachine[]): Scenario {
  const members = machines.flatMap((machine) =>
    [1, 2, 3].map((n) => ({ id: `${machine.id}-${n}`, machine })),
  );
  const ids = members.map(({ id }) => id);
  const effects = machines.flatMap((machine) =>
    Object.values(partsOf(machine).implementations.actors).map((actor) => effectOf(actor)?.name),
  );
  return defineScenario({
    name: "shipped",
    until: days(3),
    agents: Object.fromEntries(
      members.map(({ id, machine }) => {
        const persona = { name: id, personality: { interests: ["bread"] } };
        return [id, cast(machine, persona)];
      }),
    ),
    follows: Object.fromEntries(ids.map((id) => [id, ids.filter((other) => other !== id)])),
    events: members.flatMap(({ id, machine }) =>
      heard(machine).flatMap((event, i) =>
        [9, 15, 33].map((hour) => ({ at: hours(hour) + i * 1000, to: id, event })),
      ),
    ),
    world: {
      failures: Object.fromEntries(effects.map((name) => [name, { limited: 0.1, failed: 0.1 }])),
    },
  });
}

test("on shipped machines the host gives what XState gives, in three days of a small world", async () => {
  const machines = await Promise.all(machineNames.map(shippedMachine));
  const tally = newTally();
  const sample = freshSample(1);
  const machineOf = (address: string): AnyStateMachine => {
    const machine = machines.find(({ id }) => id === toId(address).replace(/-\d$/, ""));
    if (machine === undefined) throw new Error(`no machine for ${address}`);
    return machine;
  };
  const differences = checkedRun(smallWorld(machines), machineOf, { seed: sample.seed, tally });
  expect(differences, commandFor(sample, FILE)).toEqual([]);
  expect(tally.steps).toBeGreaterThan(100 * machines.length);
  expect(tally.errors).toBe(0);
});
