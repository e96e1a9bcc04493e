// One bad agent among a hundred: whatever it does, nobody else notices, and nothing that was delivered is lost.
import { describe, expect, test } from "vitest";
import { drawInteger } from "../../src/core/random.ts";
import { type CastMember, cast, defineScenario, type Scenario } from "../../src/core/scenario.ts";
import { MAX_RESTARTS } from "../../src/core/supervision.ts";
import { minutes } from "../../src/core/time.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { badMachine, type Fault, faults, silence, TURN } from "../support/bad-agents.ts";
import { entriesByAgent, personId } from "../support/random-scenario.ts";
import { townspeople } from "../support/townspeople.ts";

const OTHERS = 99;
/** Sorts into the middle of the others. */
const BAD = "p45-bad";

const kinds = Object.values(townspeople);

/** Everybody knows the bad one and somebody else. */
function person(index: number): CastMember {
  const friend = personId(drawInteger(index, "friend", [0, OTHERS - 1]));
  const machine = kinds[index % kinds.length] ?? townspeople.idler;
  const pace = drawInteger(index, "pace", [20_000, 90_000]);
  return cast(machine, { name: personId(index), pace, friends: [friend, BAD], interests: [] });
}

const everyone = Array.from({ length: OTHERS }, (_, index) => personId(index));

function crowd(fault: Fault): Scenario {
  const others = everyone.map((id, index) => [id, person(index)] as const);
  return defineScenario({
    name: "crowd",
    until: minutes(8),
    agents: { ...Object.fromEntries(others), [BAD]: { machine: badMachine(fault), input: null } },
    follows: Object.fromEntries(
      everyone.map((id, i) => [id, [BAD, personId((i * 7 + 1) % OTHERS)]]),
    ),
    events: Array.from({ length: 20 }, (_, i) => ({
      at: TURN + i * 7000,
      to: BAD,
      event: { type: "greeted", n: i, from: "p1" },
    })),
  });
}

/** delivered = handled + unhandled + dead letters + parked, and every entry is one of them. */
function expectNothingLost({
  delivered,
  handled,
  unhandled,
  deadLetters,
  parked,
  steps,
}: Run): void {
  expect(handled + unhandled + deadLetters + parked).toBe(delivered);
  expect(delivered).toBe(steps);
}

describe("an agent that", () => {
  const silent = simulate(crowd(silence), { seed: 3 });

  test.each(faults)("$name is noticed by nobody else and is parked", async (fault) => {
    const run = await simulate(crowd(fault), { seed: 3 });
    const expected = entriesByAgent((await silent).journal, [`agent:${BAD}`]);
    const actual = entriesByAgent(run.journal, [`agent:${BAD}`]);
    expect([...actual.keys()]).toEqual([...expected.keys()]);
    for (const [name, lines] of expected) expect([name, actual.get(name)]).toEqual([name, lines]);
    const dead = run.journal.filter(({ outcome }) => outcome === "dead");
    expect(new Set(dead.map(({ to }) => to))).toEqual(new Set([`agent:${BAD}`]));
    expect(dead).toHaveLength(MAX_RESTARTS + 1);
    for (const { reason } of dead) expect(reason).toContain(fault.reason);
    expect(new Set(run.failures.map(({ agent }) => agent))).toEqual(new Set([BAD]));
    expect(run.failures.reduce((sum, { count }) => sum + count, 0)).toBe(dead.length);
    expect(run.observerErrors).toEqual([]);
    expect(run.state.byAddress.get(`agent:${BAD}`)?.status).toBe("parked");
    expect(run.parked).toBeGreaterThan(0);
    expectNothingLost(run);
  });
});
