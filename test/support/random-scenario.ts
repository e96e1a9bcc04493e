// Random small scenarios as plain data: who takes part, who follows whom, and what happens to them from outside.
import fc from "fast-check";
import type { Entry } from "../../src/core/event.ts";
import { WORLD } from "../../src/core/event.ts";
import {
  type CastMember,
  cast,
  defineScenario,
  type OutsideEvent,
  type Scenario,
} from "../../src/core/scenario.ts";
import { minutes } from "../../src/core/time.ts";
import { type Townsman, townspeople } from "./townspeople.ts";

interface PersonSpec {
  readonly kind: keyof typeof townspeople;
  readonly pace: number;
  readonly friends: readonly number[];
  readonly isInterested: boolean;
}

export interface ScenarioSpec {
  readonly people: readonly PersonSpec[];
  readonly follows: readonly (readonly [who: number, whom: number, percent: number])[];
  readonly events: readonly {
    readonly at: number;
    readonly to: number;
    readonly type: string;
    readonly isUrgent: boolean;
    readonly isForEveryone: boolean;
  }[];
  readonly news: readonly number[];
  readonly hasRandomEvents: boolean;
  readonly hasHappenings: boolean;
  readonly failed: number;
  readonly limited: number;
  readonly latency: number;
  readonly feed: "recent" | "ranked";
  readonly seed: number;
}

const UNTIL = minutes(20);

const person: fc.Arbitrary<PersonSpec> = fc.record({
  kind: fc.constantFrom("writer", "reader", "greeter", "asker", "hermit", "idler"),
  pace: fc.integer({ min: 5_000, max: 120_000 }),
  friends: fc.array(fc.nat(19), { maxLength: 4 }),
  isInterested: fc.boolean(),
});

export const scenarioSpecs: fc.Arbitrary<ScenarioSpec> = fc.record({
  people: fc.array(person, { minLength: 5, maxLength: 20, size: "max" }),
  follows: fc.array(fc.tuple(fc.nat(19), fc.nat(19), fc.integer({ min: 1, max: 100 })), {
    maxLength: 40,
    size: "max",
  }),
  events: fc.array(
    fc.record({
      at: fc.nat(UNTIL),
      to: fc.nat(19),
      type: fc.constantFrom("greeted", "liked", "unheard-of"),
      isUrgent: fc.boolean(),
      isForEveryone: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 20 },
  ),
  news: fc.array(fc.nat(UNTIL), { maxLength: 3 }),
  hasRandomEvents: fc.boolean(),
  hasHappenings: fc.boolean(),
  failed: fc.constantFrom(0, 0, 0.3),
  limited: fc.constantFrom(0, 0, 0.2),
  latency: fc.constantFrom(0, 0.5, 1, 7),
  feed: fc.constantFrom("recent", "ranked"),
  seed: fc.integer(),
});

/** What a law changes in a scenario. */
export interface Changes {
  readonly agents?: Readonly<Record<string, CastMember>>;
  readonly follows?: Readonly<Record<string, readonly string[]>>;
  readonly events?: readonly OutsideEvent[];
  /** Casts the agents from the last to the first. */
  readonly isReversed?: boolean;
}

export const personId = (index: number): string => `p${index}`;

function castOf({ people }: ScenarioSpec): readonly (readonly [id: string, member: CastMember])[] {
  return people.map(({ kind, pace, friends, isInterested }, index) => {
    const machine = townspeople[kind];
    const input: Townsman = {
      name: personId(index),
      pace,
      friends: friends.map((friend) => personId(friend % people.length)),
      interests: isInterested ? ["bread"] : [],
    };
    return [personId(index), cast(machine, input)] as const;
  });
}

function followsOf({
  people,
  follows,
}: ScenarioSpec): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const all: Record<string, Record<string, number>> = {};
  for (const [who, whom, percent] of follows) {
    const id = personId(who % people.length);
    all[id] = { ...all[id], [personId(whom % people.length)]: percent / 100 };
  }
  return all;
}

function eventsOf({ people, events }: ScenarioSpec): readonly OutsideEvent[] {
  return events.map(({ at, to, type, isUrgent, isForEveryone }) => ({
    at,
    to: isForEveryone ? "everyone" : personId(to % people.length),
    event: { type, from: "p0", n: 1, post: "1" },
    priority: isUrgent ? "critical" : "normal",
  }));
}

export function buildScenario(spec: ScenarioSpec, changes: Changes = {}): Scenario {
  const agents = [...castOf(spec), ...Object.entries(changes.agents ?? {})];
  const { failed, limited } = spec;
  const plan = { failed, limited, retryAfter: 10_000 };
  return defineScenario({
    name: "random",
    until: UNTIL,
    agents: Object.fromEntries(changes.isReversed ? agents.reverse() : agents),
    follows: { ...followsOf(spec), ...changes.follows },
    events: [...eventsOf(spec), ...(changes.events ?? [])],
    news: spec.news.map((at) => ({ at, topic: "bread", headline: `news of ${at}` })),
    random: spec.hasRandomEvents
      ? [{ name: "luck", every: minutes(5), event: { type: "greeted", from: "p1", n: 2 } }]
      : [],
    // Prompts to talk are left out: who joins may be chosen.
    happenings: spec.hasHappenings
      ? { news: { every: minutes(4), topics: ["bread", "rain"] }, moods: { every: minutes(3) } }
      : {},
    world: {
      feed: spec.feed,
      latency: spec.latency,
      failures: { "oracle.ask": plan, "social.post": plan, "social.read": plan },
    },
  });
}

/** What each agent went through, without what may differ: positions in the journal. */
export function entriesByAgent(
  journal: readonly Entry[],
  without: readonly string[] = [],
): ReadonlyMap<string, readonly string[]> {
  const byAgent = new Map<string, string[]>();
  for (const { to, at, event, key, outcome, reason, requests, actions } of journal) {
    if (without.includes(to)) continue;
    const name = to === WORLD ? `${WORLD} from ${String(event.from ?? event.agent)}` : to;
    if (without.includes(name.replace(`${WORLD} from `, ""))) continue;
    const line = JSON.stringify([at, event, key, outcome, reason, requests, actions]);
    const lines = byAgent.get(name);
    if (lines === undefined) byAgent.set(name, [line]);
    else lines.push(line);
  }
  return byAgent;
}
