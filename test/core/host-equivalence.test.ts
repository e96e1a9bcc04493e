// The host against XState itself: on random machines and on every machine that we ship, step by step and in full runs.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnyMachineSnapshot, EventObject } from "xstate";
import type { Stamp } from "../../src/core/event.ts";
import { activeNodes } from "../../src/core/machine/internals.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { compareSteps, host, newTally, plainReference } from "../support/host-check.ts";
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
