// How unequal is attention in a crowd of a few hundred?
//
// Most only read, some write, a few cannot stop. Who came first is followed by most: the graph grows by
// preferential attachment. The number of people is free (`--agents`); those who are there stay who they are.
import {
  barabasiAlbert,
  cast,
  days,
  defineScenario,
  type Entry,
  hours,
  integer,
  logNormal,
  normal,
  oneOf,
  someOf,
  uniform,
} from "puppet-engine";
import lurker from "../machines/lurker.ts";
import persona from "../machines/persona.ts";

const TOPICS = ["bread", "birds", "chess", "gardens", "music", "rivers", "trains", "weather"];

/** When people are up, their hours kept together: most early, some late, a few at night. */
const activityHours = oneOf(
  [
    { wake: normal(6.5, 0.7, { min: 4, max: 9 }), sleep: normal(22.5, 0.5, { min: 21, max: 24 }) },
    { wake: normal(9, 0.7, { min: 7, max: 12 }), sleep: normal(1, 0.4, { min: 0, max: 3 }) },
    { wake: uniform(15, 18), sleep: uniform(6, 9) },
  ],
  [6, 3, 1],
);

export default defineScenario({
  name: "crowd",
  question: "How unequal is attention in a crowd of a few hundred?",
  until: days(1),
  population: cast.population({
    size: 200,
    seed: 1,
    graph: barabasiAlbert({ links: 4, followBack: 0.3 }),
    archetypes: [
      { name: "lurker", share: 0.75, machine: lurker },
      {
        name: "regular",
        share: 0.2,
        machine: persona,
        persona: {
          interests: someOf(TOPICS, integer(1, 3)),
          postEvery: logNormal({ median: hours(8), sigma: 0.8 }, { min: hours(1), max: hours(72) }),
          behavior: { activityHours, utcOffsetMinutes: oneOf([0, 60, 120]) },
          temperament: { reactivity: logNormal({ median: 1, sigma: 0.4 }, { max: 5 }) },
        },
      },
      {
        name: "loud",
        share: 0.05,
        machine: persona,
        persona: {
          interests: someOf(TOPICS, 2),
          voice: oneOf(["loud", "eager", "sharp"]),
          postEvery: uniform(hours(0.5), hours(2)),
          behavior: { activityHours, interactionPatterns: { replyProbability: 0.9 } },
        },
      },
    ],
  }),
  metrics: {
    posts: (journal) => [...countBy(journal, written).values()].reduce(sum, 0),
    /** 0: all get as much of it; near 1: one gets it all. */
    giniOfAttention: (journal) => gini([...countBy(journal, noticed).values()]),
    /** Of all that is written, the share of that tenth which writes most. */
    shareOfTopTenth: (journal) => {
      const counts = [...countBy(journal, written).values()].sort((a, b) => b - a);
      const all = counts.reduce(sum, 0);
      return all === 0 ? 0 : counts.slice(0, Math.ceil(counts.length / 10)).reduce(sum, 0) / all;
    },
  },
});

const written = ({ requests }: Entry): number =>
  requests.filter(({ effect }) => effect === "social.post").length;

/** Attention: an answer, a quote, a mention, a like or a repost that reaches somebody. */
const noticed = ({ event }: Entry): number =>
  ["mentioned", "liked", "reposted"].includes(event.type) ? 1 : 0;

/** By agent, those with nothing included: everybody has an entry at the start. */
function countBy(
  journal: readonly Entry[],
  count: (entry: Entry) => number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of journal) {
    if (entry.to !== "world") counts.set(entry.to, (counts.get(entry.to) ?? 0) + count(entry));
  }
  return counts;
}

/** Source: Gini: Variabilità e mutabilità, 1912, in the form for sorted values. */
function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const all = sorted.reduce(sum, 0);
  const ranked = sorted.reduce((total, value, index) => total + (index + 1) * value, 0);
  const count = sorted.length;
  return all === 0 ? 0 : (2 * ranked) / (count * all) - (count + 1) / count;
}

function sum(total: number, value: number): number {
  return total + value;
}
