// The host against XState itself: on random machines and on every machine that we ship, step by step and in full runs.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnyStateMachine } from "xstate";
import type { EventBody } from "../../src/core/event.ts";
import { isMachine } from "../../src/core/machine/internals.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { days, hours } from "../../src/core/time.ts";
import { checkedRun } from "../support/checked-backend.ts";
import { checkRun, checkSteps, machineCases } from "../support/equivalence.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { host, newTally } from "../support/host-check.ts";

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
    const t = performance.now();
    await tryOut(FILE, MACHINES, machineCases, (machineCase) =>
      checkSteps(host, machineCase, { viaJson }, tally),
    );
    console.log(tally, performance.now() - t);
    // A sample of machines that do nothing would prove nothing.
    expect(tally.moves).toBeGreaterThan(tally.machines);
    expect(tally.errors).toBeLessThan(tally.steps / 3);
  });

  test.each(ways)(
    "runs of the host are those of an XState actor on an exact clock, its state $how",
    async ({ viaJson }) => {
      let lines = 0;
      let orphaned = 0;
      const t = performance.now();
      await tryOut(FILE, MACHINES, machineCases, (machineCase) => {
        const run = checkRun(host, machineCase, { viaJson });
        lines += run.lines;
        if (run.isOrphaned) orphaned++;
      });
      console.log({ lines, orphaned }, performance.now() - t);
      expect(lines).toBeGreaterThan(MACHINES);
    },
  );
});

const folder = join(import.meta.dirname, "../../machines");
const machineFiles = readdirSync(folder).filter((name) => name.endsWith(".ts"));

async function shippedMachine(file: string): Promise<AnyStateMachine> {
  const loaded: { readonly default: unknown } = await import(`../../machines/${file}`);
  if (!isMachine(loaded.default)) throw new Error(`machines/${file} exports no machine`);
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
    }));

describe("on shipped machines", () => {
  test("the host gives what XState gives in two days of a small world with failures", async () => {
    const machines = await Promise.all(machineFiles.map(shippedMachine));
    const ids = machines.flatMap((machine) => [1, 2, 3].map((n) => `${machine.id}-${n}`));
    const machineOf = (id: string): AnyStateMachine => {
      const machine = machines.find((one) => id.replace(/^agent:|-\d$/g, "") === one.id);
      if (machine === undefined) throw new Error(`no machine for ${id}`);
      return machine;
    };
    const scenario = defineScenario({
      name: "shipped",
      until: days(2),
      agents: Object.fromEntries(
        ids.map((id) => [
          id,
          cast(machineOf(id), { name: id, personality: { interests: ["bread"] } }),
        ]),
      ),
      follows: Object.fromEntries(ids.map((id) => [id, ids.filter((other) => other !== id)])),
      events: ids.flatMap((to) =>
        heard(machineOf(to)).flatMap((event, i) =>
          [9, 15, 33].map((h) => ({ at: hours(h) + i * 1000, to, event })),
        ),
      ),
      world: {
        failures: Object.fromEntries(
          ["llm.complete", "social.post", "social.read", "social.react"].map((name) => [
            name,
            { limited: 0.1, failed: 0.1 },
          ]),
        ),
      },
    });
    const tally = newTally();
    const t = performance.now();
    const { differences } = checkedRun(scenario, machineOf, tally);
    console.log(tally, performance.now() - t);
    expect(differences).toEqual([]);
  });
});
