// The host against XState itself: on random machines and on every machine that we ship, step by step and in full runs.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from "xstate";
import type { EventBody, Stamp } from "../../src/core/event.ts";
import { activeNodes, isMachine } from "../../src/core/machine/internals.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { days, hours } from "../../src/core/time.ts";
import { checkedRun } from "../support/checked-backend.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { compareSteps, host, newTally, plainReference } from "../support/host-check.ts";
import { compareRuns } from "../support/run-check.ts";
import { eventTypes } from "../support/machine-vocabulary.ts";
import { buildMachine, type EventSpec, eventSpecs, machineSpec } from "../support/random-machine.ts";

const FILE = "test/core/host-equivalence.test.ts";
const cases = fc.record({ spec: machineSpec, events: eventSpecs, n: fc.nat(12) });

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

function chooseEvent(snapshot: AnyMachineSnapshot, { pick, n }: EventSpec): EventObject & { n?: number } {
  const own = activeNodes(snapshot).flatMap((node) => [...node.transitions.keys()]);
  const timer = chosen(own.filter((type) => type.startsWith("xstate.after.")), pick);
  const child = chosen(Object.keys(snapshot.children), pick);
  if (pick % 10 >= 8 && timer !== undefined) return { type: timer };
  if (pick % 10 === 7 && child !== undefined)
    return Object.assign({ type: `xstate.done.actor.${child}` }, { output: { n }, actorId: child });
  if (pick % 10 === 6 && child !== undefined)
    return Object.assign({ type: `xstate.error.actor.${child}` }, { error: { kind: "failed" }, actorId: child });
  return { type: chosen(eventTypes, pick) ?? "A", n };
}

describe("on random machines", () => {
  test.each([["", false], [" after JSON", true]])("the host gives what XState gives%s", async (_, viaJson) => {
    const tally = newTally();
    const t = performance.now();
    await tryOut(FILE, 300, cases, ({ spec, events, n }) => {
      let stamp: Stamp | undefined;
      const machine = buildMachine(spec, (event) => {
        if (stamp === undefined) return;
        expect(event).toMatchObject({ at: stamp.at });
      });
      compareSteps(
        host,
        {
          machine,
          input: { n },
          reference: plainReference(machine, { n }),
          nextEvent: (snapshot, nth) => {
            const event = events[nth - 1];
            return event && chooseEvent(snapshot, event);
          },
          viaJson,
          onHost: (now) => {
            stamp = now;
          },
        },
        tally,
      );
    });
    console.log(tally, performance.now() - t);
  });
});

describe("in full runs", () => {
  test.each([["", false], [" after JSON", true]])("the host gives what an XState actor on an exact clock gives%s", async (_, viaJson) => {
    let lines = 0;
    let errors = 0;
    const t = performance.now();
    await tryOut(FILE, 300, cases, ({ spec, events, n }) => {
      const machine = buildMachine(spec, () => undefined);
      const outside = events.map(({ pick, n }) => ({
        at: 10 * (pick % 60),
        to: "one",
        event: { type: chosen(eventTypes, pick) ?? "A", n },
      }));
      const run = compareRuns(host, { machine, input: { n }, events: outside, until: 1000, viaJson });
      lines += run.length;
      if (run.at(-1)?.view.startsWith("error")) errors++;
    });
    console.log({ lines, errors }, performance.now() - t);
  });
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
      agents: Object.fromEntries(ids.map((id) => [id, cast(machineOf(id), { name: id, personality: { interests: ["bread"] } })])),
      follows: Object.fromEntries(ids.map((id) => [id, ids.filter((other) => other !== id)])),
      events: ids.flatMap((to) =>
        heard(machineOf(to)).flatMap((event, i) => [9, 15, 33].map((h) => ({ at: hours(h) + i * 1000, to, event }))),
      ),
      world: {
        failures: Object.fromEntries(
          ["llm.complete", "social.post", "social.read", "social.react"].map((name) => [name, { limited: 0.1, failed: 0.1 }]),
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
