// Populations: who their members are, what grows and what stays, and what is refused.
import { describe, expect, test } from "vitest";
import { setup } from "xstate";
import greeter from "../../../machines/greeter.ts";
import lurker from "../../../machines/lurker.ts";
import persona from "../../../machines/persona.ts";
import { EngineError } from "../../../src/core/error.ts";
import { barabasiAlbert } from "../../../src/core/population/barabasi-albert.ts";
import {
  chance,
  integer,
  logNormal,
  normal,
  oneOf,
  pareto,
  someOf,
  uniform,
} from "../../../src/core/population/distributions.ts";
import { erdosRenyi, stochasticBlock } from "../../../src/core/population/stochastic-block.ts";
import { wattsStrogatz } from "../../../src/core/population/watts-strogatz.ts";
import { cast, defineScenario, type Member, type Population } from "../../../src/core/scenario.ts";
import { hours } from "../../../src/core/time.ts";
import { readPersona } from "../../../src/persona/persona.ts";
import { simulate } from "../../../src/run/simulate.ts";
import { memoryStore } from "../../../src/storage/memory-store.ts";
import chatter from "../../fixtures/machines/chatter.ts";

const template = {
  interests: someOf(["bread", "birds", "trains", "chess"], integer(1, 3)),
  postEvery: logNormal({ median: hours(6), sigma: 1 }, { min: hours(1), max: hours(48) }),
  behavior: {
    activityHours: oneOf([
      { wake: normal(6, 1, { min: 4, max: 8 }), sleep: 22 },
      { wake: uniform(10, 11), sleep: 2 },
    ]),
    utcOffsetMinutes: integer(-60, 60),
    reactionDelay: { medianSeconds: pareto({ least: 20, alpha: 2 }, { max: 3600 }), sigma: 1.2 },
  },
  styleGuide: { formatting: { usesEmojis: chance(0.3) } },
  goals: [oneOf(["be read", "be left alone"]), "sleep"],
};

const mixed = (seed = 3, share = 1): Population =>
  cast.population({
    size: 1000,
    seed,
    graph: barabasiAlbert({ links: 4 }),
    archetypes: [
      { name: "regular", share: 8 * share, machine: persona, persona: template },
      { name: "lurker", share: 2 * share, machine: lurker },
    ],
  });

const membersOf = ({ member }: Population, size: number): readonly Member[] =>
  Array.from({ length: size }, (_, index) => member(index, size));
const inputsOf = (population: Population, size: number): readonly unknown[] =>
  membersOf(population, size).map(({ input }) => input);

describe("a member", () => {
  test("is the same in a population of 100 and in one of 1,000, and follows the same", () => {
    expect(membersOf(mixed(), 1000).slice(0, 100)).toEqual(membersOf(mixed(), 100));
  });

  test("is the same whoever was asked for before", () => {
    const population = mixed();
    expect(population.member(42, 100)).toEqual(membersOf(mixed(), 100)[42]);
    population.member(0, 7);
    expect(population.member(42, 100)).toEqual(membersOf(mixed(), 100)[42]);
  });

  test("has an id of its archetype and number, which sorts by number", () => {
    const ids = membersOf(mixed(), 1000).map(({ id }) => id);
    expect(ids.every((id) => /^(regular|lurker)-\d{5}$/.test(id))).toBe(true);
    expect(ids.map((id) => Number(id.slice(-5)))).toEqual(ids.map((_, index) => index + 1));
    const regulars = ids.filter((id) => id.startsWith("regular"));
    expect([...regulars].sort()).toEqual(regulars);
  });

  test("is a persona that the engine takes", () => {
    for (const { machine, input } of membersOf(mixed(), 300)) {
      if (machine === persona) expect(() => readPersona(input)).not.toThrow();
      else expect(input).toEqual({ name: expect.stringMatching(/^\S+ \S+$/) });
    }
  });

  test("has the name that its archetype gives, or one of many", () => {
    const population = cast.population({
      size: 9,
      archetypes: [{ name: "cat", machine: greeter, persona: { name: oneOf(["Tom", "Kit"]) } }],
    });
    const names = inputsOf(population, 40);
    expect(new Set(names.map((it) => JSON.stringify(it))).size).toBe(2);
    const drawn = new Set(inputsOf(mixed(), 1000).map((it) => JSON.parse(JSON.stringify(it)).name));
    expect(drawn.size).toBeGreaterThan(700);
  });

  test("keeps a number when another one is added to its archetype", () => {
    const withMore = cast.population({
      size: 50,
      seed: 3,
      archetypes: [
        {
          name: "regular",
          machine: persona,
          persona: { description: oneOf(["a", "b"]), ...template, voice: oneOf(["dry", "warm"]) },
        },
      ],
    });
    const alone = cast.population({
      size: 50,
      seed: 3,
      archetypes: [{ name: "regular", machine: persona, persona: template }],
    });
    const known = inputsOf(withMore, 50).map((input) => {
      const { description: _, voice: __, ...rest } = Object(input);
      return rest;
    });
    expect(known).toEqual(inputsOf(alone, 50));
  });
});

describe("a population", () => {
  test("has its archetypes by their shares, whatever these add up to", () => {
    const kinds = (population: Population) => membersOf(population, 5000).map(({ id }) => id);
    const regular = kinds(mixed()).filter((id) => id.startsWith("regular")).length;
    // Five standard deviations of 5,000 draws.
    expect(Math.abs(regular - 4000)).toBeLessThan(5 * Math.sqrt(5000 * 0.8 * 0.2));
    expect(kinds(mixed(3, 0.1))).toEqual(kinds(mixed()));
  });

  test("does not hide a persona that is no JSON", async () => {
    const born = { value: new Date(0) };
    const archetypes = [{ name: "m", machine: persona, persona: { born } }];
    const people = cast.population({ size: 2, archetypes });
    const scenario = defineScenario({ name: "dated", until: 1, population: people });
    await expect(simulate(scenario)).rejects.toThrow("agents.m-00001.born.value is a Date");
  });

  test("of another seed makes another run in a store", async () => {
    await using store = await memoryStore();
    const scenarioOf = (seed: number) =>
      defineScenario({ name: "kept", until: hours(1), population: mixed(seed) });
    const first = await simulate(scenarioOf(1), { store, agents: 8 });
    const second = await simulate(scenarioOf(2), { store, agents: 8 });
    const again = await simulate(scenarioOf(1), { store, agents: 8 });
    expect([first.run, second.run, again.run]).toEqual(["kept-1", "kept-1~2", "kept-1"]);
  });

  test("is another one with another seed", () => {
    expect(inputsOf(mixed(4), 20)).not.toEqual(inputsOf(mixed(3), 20));
  });

  test("is the same in runs with other seeds, takes any size, and nobody fails in it", async () => {
    const scenario = defineScenario({ name: "many", until: hours(12), population: mixed() });
    const runs = await Promise.all([1, 2].map((seed) => simulate(scenario, { seed, agents: 30 })));
    const [first, second] = runs;
    expect(first?.agents).toHaveLength(30);
    expect(first?.agents).toEqual(second?.agents);
    expect(runs.map(({ failures }) => failures)).toEqual([[], []]);
    expect(first?.digest).not.toBe(second?.digest);
    const larger = await simulate(scenario, { agents: 60 });
    expect(larger.agents).toEqual(expect.arrayContaining([...(first?.agents ?? [])]));
  });
});

describe("what is left to chance", () => {
  const COUNT = 4000;
  /** What members get for one value. */
  const drawn = (value: unknown): readonly unknown[] => {
    const archetypes = [{ name: "m", machine: persona, persona: { value } }];
    return inputsOf(cast.population({ size: 1, archetypes }), COUNT).map((it) => Object(it).value);
  };
  const numbers = (value: unknown): readonly number[] => drawn(value).map(Number);
  const share = (values: readonly unknown[], holds: (value: unknown) => boolean): number =>
    values.filter(holds).length / values.length;
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length / 2] ?? Number.NaN;

  test("is even, bell-shaped or heavy-tailed, as it is named", () => {
    const even = numbers(uniform(10, 20));
    expect(Math.min(...even)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...even)).toBeLessThan(20);
    expect(share(even, (it) => Number(it) < 12.5)).toBeCloseTo(0.25, 1);
    expect(share(numbers(normal(100, 15)), (it) => Number(it) > 130)).toBeCloseTo(0.0228, 2);
    const delays = numbers(logNormal({ median: 60, sigma: 1.5 }));
    expect(median(delays) / 60).toBeCloseTo(1, 0);
    expect(share(delays, (it) => Number(it) > 60 * Math.exp(3))).toBeCloseTo(0.0228, 2);
    expect(share(numbers(pareto({ least: 1, alpha: 1 })), (it) => Number(it) > 10)).toBeCloseTo(
      0.1,
      1,
    );
  });

  test("keeps to its bounds without gathering at them", () => {
    const bounded = numbers(normal(0, 1, { min: 0, max: 3 }));
    expect(bounded.every((it) => it > 0 && it < 3)).toBe(true);
    expect(median(bounded)).toBeCloseTo(0.6733, 1);
    // Nothing of this curve lies within the bounds: then the nearer one it is.
    expect(new Set(numbers(normal(0, 1, { min: 50, max: 60 })))).toEqual(new Set([50]));
  });

  test("is whole, true or false, one or some, with the chances given", () => {
    const dice = drawn(integer(1, 6));
    expect([...new Set(dice)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(share(dice, (it) => it === 6)).toBeCloseTo(1 / 6, 1);
    expect(share(drawn(chance(0.3)), (it) => it === true)).toBeCloseTo(0.3, 1);
    expect(share(drawn(oneOf(["a", "b", "c"], [1, 0, 3])), (it) => it === "c")).toBeCloseTo(
      0.75,
      1,
    );
    expect(share(drawn(oneOf(["a", "b", "c"], [1, 0, 3])), (it) => it === "b")).toBe(0);
    const pairs = drawn(someOf(["a", "b", "c"], 2)).map(String);
    expect([...new Set(pairs)].sort()).toEqual(["a,b", "a,c", "b,a", "b,c", "c,a", "c,b"]);
    expect([...new Set(drawn(someOf(["a"], integer(0, 1))).map(String))].sort()).toEqual(["", "a"]);
  });

  test("is drawn together where it stands together, and apart where it stands apart", () => {
    const hoursOf = drawn(
      oneOf([
        { wake: 6, sleep: 22 },
        { wake: 10, sleep: 2 },
      ]),
    );
    const kinds = new Set(hoursOf.map((it) => JSON.stringify(it)));
    expect(kinds).toEqual(new Set(['{"wake":6,"sleep":22}', '{"wake":10,"sleep":2}']));
    const both = drawn([uniform(0, 1), uniform(0, 1)]).map((it) => Object(it));
    const together = both.filter(([a, b]) => a > 0.5 && b > 0.5).length / COUNT;
    expect(together).toBeCloseTo(0.25, 1);
    // A choice within a choice is another draw.
    const nested = drawn(oneOf([oneOf(["a", "b"]), oneOf(["c", "d"])]));
    expect([...new Set(nested)].sort()).toEqual(["a", "b", "c", "d"]);
  });
});

describe("the types of a population", () => {
  test("know what the machine of each archetype takes", () => {
    const types = () =>
      cast.population({
        size: 2,
        archetypes: [
          { name: "a", machine: persona, persona: { interests: ["x"], postEvery: uniform(1, 2) } },
          // @ts-expect-error: a text in the place of a number
          { name: "b", machine: persona, persona: { postEvery: oneOf(["often"]) } },
          // @ts-expect-error: a number in the place of a text
          { name: "c", machine: lurker, persona: { name: uniform(1, 2) } },
          { name: "d", machine: chatter, persona: { every: integer(1, 2), likes: chance(0.5) } },
          // @ts-expect-error: a key that is missing
          { name: "e", machine: chatter, persona: { likes: true } },
          // @ts-expect-error: all keys missing
          { name: "f", machine: chatter },
          { name: "f2", machine: persona },
          { name: "g", machine: setup({}).createMachine({ id: "idler" }) },
        ],
      });
    expect(types).not.toThrow();
  });
});

describe("refused is", () => {
  const one = { name: "m", machine: lurker };
  const value = (given: unknown) => () =>
    cast.population({
      size: 5,
      archetypes: [{ name: "m", machine: persona, persona: { value: given } }],
    });
  const graph = (given: ReturnType<typeof barabasiAlbert>) => () =>
    cast.population({ size: 5, graph: given, archetypes: [one] }).member(0, 5);
  /** As a scenario in JavaScript may give it. */
  const spec = (given: object) => () =>
    cast.population(Object.assign({ size: 5, archetypes: [one] }, given));

  test.each([
    ["no archetype", spec({ archetypes: [] }), "no archetypes"],
    [
      "an archetype with a bad name",
      spec({ archetypes: [{ ...one, name: "M!" }] }),
      'archetype "M!"',
    ],
    ["a name given twice", spec({ archetypes: [one, one] }), 'two archetypes are named "m"'],
    ["a share of 0", spec({ archetypes: [{ ...one, share: 0 }] }), "share is 0"],
    ["a share below 0", spec({ archetypes: [{ ...one, share: -1 }] }), "share is -1"],
    ["a share that is no number", spec({ archetypes: [{ ...one, share: Number.NaN }] }), "NaN"],
    ["an archetype without a machine", spec({ archetypes: [{ name: "m" }] }), '"m" has no machine'],
    ["a seed that is no integer", spec({ seed: 0.5 }), "seed 0.5"],
    ["a graph that is none", spec({ graph: "ba" }), 'graph is "ba"'],
    ["a graph as data", spec({ graph: { links: 3 } }), 'graph is {"links":3}'],
    ["an unknown distribution", value({ distribution: "zipf" }), "persona.value: distribution: "],
    ["a range upside down", value([uniform(2, 1)]), "persona.value.0: from is above to"],
    ["a fraction where whole numbers are", value(integer(1, 2.5)), "persona.value: to: "],
    ["bounds upside down", value(normal(0, 1, { min: 2, max: 1 })), "min is above max"],
    ["a negative deviation", value(normal(0, -1)), "persona.value: sd: "],
    ["a median of 0", value(logNormal({ median: 0, sigma: 1 })), "persona.value: median: "],
    ["a chance above 1", value(chance(1.5)), "persona.value: probability: "],
    ["no item", value(oneOf([])), "persona.value: items: "],
    ["too few weights", value(oneOf([1, 2], [1])), "one weight for each item"],
    ["weights of 0", value(oneOf([1, 2], [0, 0])), "no weight is above 0"],
    ["more items than there are", value(someOf([1, 2], integer(1, 3))), "less items"],
    ["a bad one within a good one", value(oneOf([{ x: chance(2) }])), "persona.value.items.0.x: "],
    ["no link", () => barabasiAlbert({ links: 0 }), "links is 0"],
    ["half a link", () => barabasiAlbert({ links: 1.5 }), "links is 1.5"],
    ["as many links as members", graph(barabasiAlbert({ links: 5 })), "links is 5 among 5"],
    [
      "a share of follow-backs",
      () => barabasiAlbert({ links: 1, followBack: 2 }),
      "followBack is 2",
    ],
    ["an odd number of neighbours", () => wattsStrogatz({ neighbours: 3, rewiring: 0 }), "is 3"],
    ["too many neighbours", graph(wattsStrogatz({ neighbours: 6, rewiring: 0 })), "6 among 5"],
    ["a rewiring below 0", () => wattsStrogatz({ neighbours: 2, rewiring: -1 }), "rewiring is -1"],
    ["a probability above 1", () => erdosRenyi({ probability: 1.1 }), "probability is 1.1"],
    ["no community", () => stochasticBlock({ within: 1, between: 0, communities: 0 }), "is 0"],
    ["a density above 1", () => stochasticBlock({ within: 3, between: 0 }), "within is 3"],
    [
      "a chance in a table",
      () => stochasticBlock({ chances: { m: { m: 3 } } }),
      "chances.m.m is 3",
    ],
    ["an archetype of a table", graph(stochasticBlock({ chances: { x: { m: 1 } } })), '"x", but'],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(EngineError);
    expect(call).toThrow(expect.objectContaining({ code: "POPULATION_INVALID" }));
    expect(call).toThrow(message);
  });

  test("a template without an end", () => {
    const endless: { self?: unknown } = {};
    endless.self = endless;
    expect(value(endless)).toThrow("nested deeper than 64, or a cycle");
  });
});
