// What do people do in a week in which nothing happens?
//
// No news, no surprises, nobody from outside: half of them write, half of them only read. The number of people
// is free (`--agents`), each follows the three before.
import { cast, days, defineScenario, type Entry, hours } from "puppet-engine";
import lurker from "../machines/lurker.ts";
import persona from "../machines/persona.ts";

const TOPICS = ["bread", "birds", "gardens", "trains", "chess", "weather", "rivers", "books"];

export default defineScenario({
  name: "quiet-week",
  question: "What do people do in a week in which nothing happens?",
  until: days(7),
  population: {
    size: 8,
    member: (index, size) => {
      const name = `Quiet ${index + 1}`;
      const interests = [TOPICS[index % TOPICS.length] ?? "weather"];
      const follows = [1, 2, 3].filter((step) => step < size);
      return {
        id: idOf(index),
        ...(index % 2 === 0
          ? cast(persona, { name, interests, postEvery: hours(6 + (index % 5)) })
          : cast(lurker, { name })),
        follows: follows.map((step) => idOf((index + size - step) % size)),
      };
    },
  },
  metrics: {
    posts: (journal) => askedFor(journal, "social.post"),
    readings: (journal) => askedFor(journal, "social.read"),
    reactions: (journal) => askedFor(journal, "social.react"),
    /** Days on which nobody wrote. */
    silentDays: (journal) => {
      const written = journal.filter(({ requests }) =>
        requests.some(({ effect }) => effect === "social.post"),
      );
      return 7 - new Set(written.map(({ at }) => (at - (at % days(1))) / days(1))).size;
    },
  },
});

function idOf(index: number): string {
  return `quiet${String(index + 1).padStart(2, "0")}`;
}

function askedFor(journal: readonly Entry[], effect: string): number {
  return journal.flatMap(({ requests }) => requests).filter((it) => it.effect === effect).length;
}
