// Agents that join, leave and become others: the laws of a run hold with them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cast } from "../../src/core/scenario.ts";
import { minutes } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { expectOneRun } from "../support/one-run.ts";
import {
  buildScenario,
  entriesByAgent,
  personId,
  scenarioSpecs,
} from "../support/random-scenario.ts";
import { stayEvents, staySpecs } from "../support/random-stays.ts";
import { townspeople } from "../support/townspeople.ts";

const FILE = "test/run/comings.test.ts";
const cases = fc.tuple(scenarioSpecs, staySpecs);

describe("when agents join, leave and become others", () => {
  test("a run can be gone back to anywhere", async () => {
    await tryOut(FILE, 6, cases, ([spec, stays]) => {
      const events = stayEvents(spec, stays);
      return expectOneRun(buildScenario(spec, { events }), spec.seed, minutes(1));
    });
  });

  test("delivered is handled, unhandled, dead letters and parked, and nobody fails", async () => {
    await tryOut(FILE, 20, cases, async ([spec, stays]) => {
      const scenario = buildScenario(spec, { events: stayEvents(spec, stays) });
      const run = await simulate(scenario, { seed: spec.seed });
      const { delivered, handled, unhandled, deadLetters, parked, failures } = run;
      expect(delivered).toBe(handled + unhandled + deadLetters + parked);
      expect(failures).toEqual([]);
      const reasons = new Set(run.journal.flatMap(({ reason }) => reason ?? []));
      expect(reasons.difference(new Set(["agent not here yet", "agent left"]))).toEqual(new Set());
    });
  });
});

describe("no other agent's entries change", () => {
  const id = "p10-latecomer";
  const persona = { name: id, pace: 30_000, friends: [], interests: ["bread"] };

  test("when somebody comes late and goes early whom nobody follows, though it reads and writes", async () => {
    await tryOut(FILE, 20, scenarioSpecs, async (spec) => {
      const stay = { joinsAt: minutes(4), leavesAt: minutes(13) };
      const changes = {
        agents: { [id]: cast(townspeople.hermit, persona, stay) },
        follows: { [id]: spec.people.map((_, index) => personId(index)) },
      };
      const before = await simulate(buildScenario(spec), { seed: spec.seed });
      const after = await simulate(buildScenario(spec, changes), { seed: spec.seed });
      const without = [`agent:${id}`];
      expect(entriesByAgent(after.journal, without)).toEqual(entriesByAgent(before.journal));
    });
  });

  test("when an agent joins at the very start instead of being there: its own are the same, too", async () => {
    await tryOut(FILE, 20, scenarioSpecs, async (spec) => {
      const events = [{ at: 0, to: "p1", event: { type: "joined" } }];
      const before = await simulate(buildScenario(spec), { seed: spec.seed });
      const after = await simulate(buildScenario(spec, { events }), { seed: spec.seed });
      const started = after.journal.map((entry) =>
        entry.event.type === "joined" ? { ...entry, event: { type: "started" } } : entry,
      );
      expect(entriesByAgent(started)).toEqual(entriesByAgent(before.journal));
    });
  });
});
