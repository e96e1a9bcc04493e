// Random comings and goings of the people of a random scenario, as events from outside.
import fc from "fast-check";
import type { OutsideEvent } from "../../src/core/scenario.ts";
import { minutes } from "../../src/core/time.ts";
import { personId, type ScenarioSpec } from "./random-scenario.ts";

interface StaySpec {
  readonly who: number;
  readonly joinsAt: number | undefined;
  /** After it has joined. */
  readonly leavesAfter: number | undefined;
  /** When it becomes another, after it has joined. */
  readonly changesAfter: readonly number[];
}

const LATEST = minutes(15);

export const staySpecs: fc.Arbitrary<readonly StaySpec[]> = fc.array(
  fc.record({
    who: fc.nat(19),
    joinsAt: fc.option(fc.nat(LATEST), { nil: undefined }),
    leavesAfter: fc.option(fc.integer({ min: 1, max: LATEST }), { nil: undefined }),
    changesAfter: fc.array(fc.nat(LATEST), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Each of the people comes and goes once at most. */
export function stayEvents(
  { people }: ScenarioSpec,
  stays: readonly StaySpec[],
): readonly OutsideEvent[] {
  const byPerson = new Map(stays.map((stay) => [personId(stay.who % people.length), stay]));
  return [...byPerson].flatMap(([to, { joinsAt, leavesAfter, changesAfter }]) => {
    const from = joinsAt ?? 0;
    const end = leavesAfter === undefined ? Number.POSITIVE_INFINITY : from + leavesAfter;
    const changes = changesAfter.map((after) => from + after).filter((at) => at < end);
    return [
      ...(joinsAt === undefined ? [] : [{ at: joinsAt, to, event: { type: "joined" } }]),
      ...(leavesAfter === undefined ? [] : [{ at: end, to, event: { type: "left" } }]),
      ...changes.map((at) => {
        const persona = { name: `${to} anew`, interests: ["bread"], pace: 9000, friends: [] };
        return { at, to, event: { type: "persona-changed", persona } };
      }),
    ];
  });
}
