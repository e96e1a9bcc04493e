// The laws of chance and order: what happens to one agent changes nothing for another that it does not reach.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { xstateBackend } from "../../src/core/agent.ts";
import type { Entry } from "../../src/core/event.ts";
import { produce } from "../../src/core/production.ts";
import { cast, type Scenario } from "../../src/core/scenario.ts";
import { firstState } from "../../src/core/state.ts";
import { step } from "../../src/core/step.ts";
import { minutes } from "../../src/core/time.ts";
import { Digest } from "../../src/run/digest.ts";
import { simulate } from "../../src/run/simulate.ts";
import { simulateReply } from "../../src/run/simulated-reply.ts";
import { makeStage } from "../../src/run/stage.ts";
import { tryOut } from "../support/fresh-seed.ts";
import {
  buildScenario,
  type Changes,
  entriesByAgent,
  personId,
  type ScenarioSpec,
  scenarioSpecs,
} from "../support/random-scenario.ts";
import { townspeople } from "../support/townspeople.ts";

const FILE = "test/core/laws.test.ts";
/** Random scenarios per law and run of the tests; RUNS=200 tries more. */
const CASES = 40;

const { greeter, hermit, idler } = townspeople;

const newcomer = { name: "newcomer", pace: 30_000, friends: [], interests: ["bread"] };
/** Before, between and after all others. */
const places = ["a-newcomer", "p10-newcomer", "z-newcomer"];

async function journalOf(spec: ScenarioSpec, changes?: Changes): Promise<readonly Entry[]> {
  const { journal } = await simulate(buildScenario(spec, changes), { seed: spec.seed });
  return journal;
}

/** @param without agents whose own entries may differ */
async function expectUnchanged(
  spec: ScenarioSpec,
  changes: Changes,
  without: readonly string[],
): Promise<void> {
  const before = await journalOf(spec);
  const after = await journalOf(spec, changes);
  const left = without.map((id) => `agent:${id}`);
  const expected = entriesByAgent(before, left);
  const actual = entriesByAgent(after, left);
  expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [name, lines] of expected) expect([name, actual.get(name)]).toEqual([name, lines]);
}

describe("no other agent's entries change", () => {
  test("when an idle agent joins", async () => {
    await tryOut(FILE, CASES, scenarioSpecs, async (spec) => {
      for (const id of places) {
        await expectUnchanged(spec, { agents: { [id]: cast(idler, newcomer) } }, [id]);
      }
    });
  });

  test("when somebody joins whom nobody follows, though it reads and writes", async () => {
    await tryOut(FILE, CASES, scenarioSpecs, async (spec) => {
      const id = places[Math.abs(spec.seed) % places.length] ?? "";
      const changes = {
        agents: { [id]: cast(hermit, newcomer) },
        follows: { [id]: spec.people.map((_, index) => personId(index)) },
      };
      await expectUnchanged(spec, changes, [id]);
    });
  });

  test("when an event comes that its agent ignores, and its own change by that event alone", async () => {
    await tryOut(FILE, CASES, scenarioSpecs, async (spec) => {
      const to = personId(Math.abs(spec.seed) % spec.people.length);
      const event = { at: minutes(3), to, event: { type: "nothing-to-it" } };
      await expectUnchanged(spec, { events: [event] }, [to]);
      const own = (journal: readonly Entry[]): readonly string[] =>
        entriesByAgent(journal.filter(({ event: { type } }) => type !== "nothing-to-it")).get(
          `agent:${to}`,
        ) ?? [];
      expect(own(await journalOf(spec, { events: [event] }))).toEqual(own(await journalOf(spec)));
    });
  });

  test("when agents are created in another order", async () => {
    await tryOut(FILE, CASES, scenarioSpecs, async (spec) => {
      const before = await simulate(buildScenario(spec), { seed: spec.seed });
      const after = await simulate(buildScenario(spec, { isReversed: true }), { seed: spec.seed });
      expect(after.digest).toBe(before.digest);
    });
  });
});

test("somebody who greets others is noticed by them, and by this test", async () => {
  const [spec] = fc.sample(scenarioSpecs, { numRuns: 1, seed: 1 });
  if (spec === undefined) throw new Error("a sample of one has one");
  const id = "p10-newcomer";
  const agents = { [id]: cast(greeter, { ...newcomer, friends: ["p0"] }) };
  await expect(expectUnchanged(spec, { agents }, [id])).rejects.toThrow("agent:p0");
});

describe("a run", () => {
  test("has the same digest with the same seed and another one with another seed", async () => {
    const active = scenarioSpecs.filter(({ people }) =>
      people.some(({ kind }) => kind !== "idler"),
    );
    await tryOut(FILE, CASES, active, async (spec) => {
      const digest = async (seed: number): Promise<string> =>
        (await simulate(buildScenario(spec), { seed })).digest;
      expect(await digest(spec.seed)).toBe(await digest(spec.seed));
      expect(await digest(spec.seed + 1)).not.toBe(await digest(spec.seed));
    });
  });

  test("is the same however often it lets others run in between", async () => {
    await tryOut(FILE, CASES, scenarioSpecs, async (spec) => {
      const { digest } = await simulate(buildScenario(spec), { seed: spec.seed });
      expect(await digestWithYields(buildScenario(spec), spec.seed)).toBe(digest);
    });
  });

  test("until an instant is the beginning of a longer one", async () => {
    await tryOut(FILE, CASES, scenarioSpecs, async (spec) => {
      const long = await simulate(buildScenario(spec), { seed: spec.seed });
      for (const until of [0, minutes(1), minutes(7) + 13]) {
        const short = await simulate(buildScenario(spec), { seed: spec.seed, until });
        expect(short.journal).toEqual(long.journal.filter(({ at }) => at <= until));
      }
    });
  });
});

/** The same turns as in a simulation, with a promise, a microtask or a timer between any two of them. */
async function digestWithYields(scenario: Scenario, seed: number): Promise<string> {
  const state = firstState(produce(scenario), xstateBackend(), seed);
  const stage = makeStage(state, (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined,
  );
  const digest = new Digest();
  for (
    let at = state.queue.peekAt();
    at !== undefined && at <= scenario.until;
    at = state.queue.peekAt()
  ) {
    const { entry, agent } = step(state, stage.ports) ?? {};
    if (entry !== undefined) digest.add(entry, agent);
    if (state.seq % 3 === 0) await Promise.resolve();
    if (state.seq % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await stage.close();
  return digest.value();
}
