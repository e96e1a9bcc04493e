// What becomes of what people have to say, when the network refuses?
//
// For two days in the middle of the run the service allows each account three posts in six hours, limits a third
// of all readings, and breaks off one text in ten. Nobody may lose a draft, and nobody may spin.
import { cast, days, defineScenario, type Entry, hours, minutes } from "puppet-engine";
import persona from "../machines/persona.ts";

const STORM: readonly (readonly [number, number])[] = [[days(1), days(3)]];

export default defineScenario({
  name: "rate-limited",
  question: "What becomes of what people have to say, when the network refuses?",
  until: days(4),
  agents: {
    amir: cast(persona, { name: "Amir", voice: "busy", postEvery: hours(1) }),
    bea: cast(persona, { name: "Bea", voice: "calm", postEvery: hours(2) }),
    carl: cast(persona, { name: "Carl", voice: "chatty", postEvery: minutes(40) }),
    dora: cast(persona, { name: "Dora", voice: "rare", postEvery: hours(8) }),
    emil: cast(persona, { name: "Emil", voice: "eager", postEvery: hours(1) }),
  },
  follows: {
    amir: ["bea", "carl", "emil"],
    bea: ["amir", "dora"],
    carl: ["amir", "bea", "dora", "emil"],
    dora: ["bea"],
    emil: ["carl", "amir"],
  },
  world: {
    failures: {
      "social.post": { budget: { count: 3, per: hours(6) }, during: STORM },
      "social.read": { limited: 0.33, retryAfter: minutes(30), during: STORM },
      "llm.complete": { failed: 0.1, during: STORM },
    },
  },
  metrics: {
    /** Texts that were written, and of these, those that never came out. */
    written,
    published,
    waiting: (journal) => written(journal) - published(journal),
    /** Posts that were refused, and the most refusals that one agent took in an hour: nobody spins. */
    refused: (journal) => repliesOf(journal, "social.post", "limited").length,
    mostRefusalsInAnHour: (journal) => mostInAnHour(repliesOf(journal, "social.post", "limited")),
  },
});

function written(journal: readonly Entry[]): number {
  const replies = repliesOf(journal, "llm.complete", "done");
  return replies.reduce((sum, entry) => sum + textsIn(entry), 0);
}

function published(journal: readonly Entry[]): number {
  return repliesOf(journal, "social.post", "done").length;
}

/** A thread is one draft of several texts. */
function textsIn({ event: { reply } }: Entry): number {
  const thread = typeof reply === "object" && reply !== null && "thread" in reply && reply.thread;
  return Array.isArray(thread) ? 1 + thread.length : 1;
}

function repliesOf(journal: readonly Entry[], effect: string, kind: string): readonly Entry[] {
  const asked = new Set<string>();
  for (const { requests } of journal) {
    for (const request of requests) if (request.effect === effect) asked.add(request.id);
  }
  return journal.filter(
    ({ event, request }) =>
      event.type === "replied" && event.kind === kind && asked.has(request ?? ""),
  );
}

function mostInAnHour(entries: readonly Entry[]): number {
  const counts = new Map<string, number>();
  for (const { at, to } of entries) {
    const hour = `${to} ${(at - (at % hours(1))) / hours(1)}`;
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  return [...counts.values()].reduce((most, count) => (count > most ? count : most), 0);
}
