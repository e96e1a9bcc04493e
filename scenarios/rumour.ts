// Does one rumour reach the whole room?
//
// One person hears that the old mill is to be sold, and writes about it. Nobody follows everybody: the rumour
// has to be answered, quoted or reposted to get from one table to the next.
import { cast, days, defineScenario, type Entry, hours } from "puppet-engine";
import persona from "../machines/persona.ts";

const RUMOUR = "rumour";
const HEADLINE = "The old mill is to be sold before the summer";

export default defineScenario({
  name: "rumour",
  question: "Does one rumour reach the whole room?",
  until: days(3),
  agents: {
    ada: cast(persona, { name: "Ada", voice: "dry, precise", postEvery: hours(3) }),
    bob: cast(persona, { name: "Bob", voice: "warm, loud", postEvery: hours(2) }),
    cleo: cast(persona, { name: "Cleo", voice: "curious", interests: ["birds"] }),
    dan: cast(persona, { name: "Dan", voice: "sceptical", interests: ["football"] }),
    eve: cast(persona, { name: "Eve", voice: "quick", postEvery: hours(4) }),
    finn: cast(persona, { name: "Finn", voice: "slow, kind", interests: ["bread"] }),
    gil: cast(persona, { name: "Gil", voice: "grumbling", interests: ["trams"] }),
    hana: cast(persona, { name: "Hana", voice: "bright", interests: ["gardens"] }),
    ivo: cast(persona, { name: "Ivo", voice: "formal" }),
    june: cast(persona, { name: "June", voice: "laughing", postEvery: hours(3) }),
  },
  follows: {
    bob: ["ada", "cleo"],
    cleo: ["bob", "ada"],
    dan: ["bob", "eve"],
    eve: { bob: 1, dan: 0.5 },
    finn: ["eve", "dan"],
    gil: ["finn", "eve"],
    hana: ["gil", "finn"],
    ivo: ["hana", "gil"],
    june: ["ivo", "hana"],
    ada: ["june"],
  },
  events: [
    {
      at: hours(9),
      to: "ada",
      event: {
        type: "news",
        topic: RUMOUR,
        headline: HEADLINE,
        mood: { valence: -0.2, arousal: 0.5, dominance: -0.1 },
      },
    },
  ],
  metrics: {
    /** Of the ten, so many have read something about it. */
    reached: (journal) => firstReadings(journal).size + 1,
    /** How many had, after each half day. */
    reachedOverTime: (journal) => {
      const instants = [...firstReadings(journal).values()];
      return [1, 2, 3, 4, 5, 6].map(
        (half) => 1 + instants.filter((at) => at <= half * hours(12)).length,
      );
    },
    /** Posts, answers, quotes and reposts about it. */
    posts: (journal) =>
      journal
        .flatMap(({ requests }) => requests)
        .filter(({ effect, input }) => effect === "social.post" && topicOf(input) === RUMOUR)
        .length,
  },
});

/** By reader, the instant at which it first read something about the rumour. */
function firstReadings(journal: readonly Entry[]): ReadonlyMap<string, number> {
  const instants = new Map<string, number>();
  for (const { at, to, event } of journal) {
    const isAboutIt =
      topicOf(event) === RUMOUR || postsIn(event).some((post) => topicOf(post) === RUMOUR);
    if (isAboutIt && to !== "world" && to !== "agent:ada" && !instants.has(to))
      instants.set(to, at);
  }
  return instants;
}

function topicOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "topic" in value ? value.topic : undefined;
}

function postsIn({ reply }: Entry["event"]): readonly unknown[] {
  const posts =
    typeof reply === "object" && reply !== null && "posts" in reply ? reply.posts : undefined;
  return Array.isArray(posts) ? posts : [];
}
