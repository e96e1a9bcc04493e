// What keeps a small town talking for a week?
//
// Twenty-four people in four circles (the square, the river, the stage, the night), who work, sleep, quarrel and
// take notice of each other. A story develops in the news; small things happen to everyone; the rest is theirs.
import { cast, days, defineScenario, type Entry, hours, readPersona } from "puppet-engine";
import persona from "../machines/persona.ts";
import follows from "./small-town/follows.json" with { type: "json" };
import news from "./small-town/news.json" with { type: "json" };
import ada from "./small-town/personas/ada.json" with { type: "json" };
import bo from "./small-town/personas/bo.json" with { type: "json" };
import cy from "./small-town/personas/cy.json" with { type: "json" };
import dora from "./small-town/personas/dora.json" with { type: "json" };
import edda from "./small-town/personas/edda.json" with { type: "json" };
import fern from "./small-town/personas/fern.json" with { type: "json" };
import gus from "./small-town/personas/gus.json" with { type: "json" };
import hal from "./small-town/personas/hal.json" with { type: "json" };
import idris from "./small-town/personas/idris.json" with { type: "json" };
import juno from "./small-town/personas/juno.json" with { type: "json" };
import kofi from "./small-town/personas/kofi.json" with { type: "json" };
import marit from "./small-town/personas/marit.json" with { type: "json" };
import milo from "./small-town/personas/milo.json" with { type: "json" };
import nell from "./small-town/personas/nell.json" with { type: "json" };
import otto from "./small-town/personas/otto.json" with { type: "json" };
import percy from "./small-town/personas/percy.json" with { type: "json" };
import pia from "./small-town/personas/pia.json" with { type: "json" };
import roz from "./small-town/personas/roz.json" with { type: "json" };
import ruth from "./small-town/personas/ruth.json" with { type: "json" };
import sam from "./small-town/personas/sam.json" with { type: "json" };
import tomas from "./small-town/personas/tomas.json" with { type: "json" };
import vera from "./small-town/personas/vera.json" with { type: "json" };
import walt from "./small-town/personas/walt.json" with { type: "json" };
import wren from "./small-town/personas/wren.json" with { type: "json" };

const people = [
  ada,
  bo,
  cy,
  dora,
  edda,
  fern,
  gus,
  hal,
  idris,
  juno,
  kofi,
  marit,
  milo,
  nell,
  otto,
  percy,
  pia,
  roz,
  ruth,
  sam,
  tomas,
  vera,
  walt,
  wren,
];

/** The news is dated in the time of the town, which is this far ahead of UTC. */
const LOCAL_HOURS = 1;

/** The moods that come out of nowhere, with the shifts of Puppet Engine v1: one of the five about once a day. */
const whims = {
  inspiration: { valence: 0.3, arousal: 0.4, dominance: 0.2 },
  frustration: { valence: -0.2, arousal: 0.3, dominance: -0.1 },
  surprise: { valence: 0.4, arousal: 0.3, dominance: 0.1 },
  melancholy: { valence: -0.3, arousal: -0.2, dominance: -0.1 },
  "creative surge": { valence: 0.3, arousal: 0.4, dominance: 0.3 },
};

export default defineScenario({
  name: "small-town",
  question: "What keeps a small town talking for a week?",
  start: "2026-01-05T00:00:00Z",
  until: days(7),
  agents: Object.fromEntries(
    people.map((one) => [one.id, cast(persona, readPersona(one, `personas/${one.id}.json`))]),
  ),
  follows,
  // The network of a small town: now and then a post does not get through, or somebody is told to wait.
  world: {
    feed: "ranked",
    failures: {
      "social.post": { failed: 0.01, limited: 0.01 },
      "social.read": { limited: 0.005 },
    },
  },
  // The traffic warden's account is reported for a joke about buses, and let in again the next day.
  events: [
    { at: hours(62), to: "walt", event: { type: "suspended" } },
    { at: hours(84), to: "walt", event: { type: "reinstated" } },
  ],
  happenings: { interactions: true },
  news: news.map(({ atHours, topic, headline, ...mood }) => ({
    at: hours(atHours - LOCAL_HOURS),
    topic,
    headline,
    mood,
  })),
  random: Object.entries(whims).map(([name, mood]) => ({
    name,
    every: hours(120),
    event: { type: "mood-shifted", mood },
  })),
  metrics: {
    posts: (journal) => written(journal).length,
    /** Share of what was written that answers somebody. */
    shareOfReplies: (journal) => share(written(journal), ({ replyTo }) => replyTo !== undefined),
    /** Share of what was written that is about something in the news. */
    shareAboutNews: (journal) => {
      const topics = new Set<unknown>(news.map(({ topic }) => topic));
      return share(written(journal), ({ topic }) => topics.has(topic));
    },
    /** Pairs of people of whom one spoke to the other, and the share of these in which the other answered. */
    pairsWhoTalked: (journal) => pairs(journal).size,
    shareOfMutualPairs: (journal) => {
      const all = pairs(journal);
      return share([...all], (pair) => all.has(pair.split(" ").reverse().join(" ")));
    },
    postsPerDay: (journal) =>
      [0, 1, 2, 3, 4, 5, 6].map(
        (day) =>
          written(journal.filter(({ at }) => (at - (at % days(1))) / days(1) === day)).length,
      ),
  },
});

interface Written {
  readonly replyTo?: unknown;
  readonly topic?: unknown;
}

/** What people sent to be posted. */
function written(journal: readonly Entry[]): readonly Written[] {
  return journal
    .flatMap(({ requests }) => requests)
    .filter(({ effect }) => effect === "social.post")
    .map(({ input }) => (typeof input === "object" && input !== null ? input : {}));
}

/** `from to`, for everyone who was called by somebody. */
function pairs(journal: readonly Entry[]): ReadonlySet<string> {
  const calls = journal.filter(({ event }) => event.type === "mentioned");
  return new Set(calls.map(({ to, event }) => `${event.from} ${to.replace("agent:", "")}`));
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
