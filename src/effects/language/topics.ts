// All subjects: found by name or by the words of a text; an unknown one gets frames that fit anything.
import { generic } from "./generic.ts";
import type { Topic } from "./topic.ts";
import { animals } from "./topics-animals.ts";
import { craft } from "./topics-craft.ts";
import { games } from "./topics-games.ts";
import { kitchen } from "./topics-kitchen.ts";
import { lamplight } from "./topics-lamplight.ts";
import { music } from "./topics-music.ts";
import { outdoors } from "./topics-outdoors.ts";
import { paper } from "./topics-paper.ts";
import { past } from "./topics-past.ts";
import { roads } from "./topics-roads.ts";
import { table } from "./topics-table.ts";
import { town } from "./topics-town.ts";
import { water } from "./topics-water.ts";

/** A subject with its lists in hand, under the name that the speaker gives it. */
export interface Subject extends Omit<Topic, "things" | "emoji" | "nouns"> {
  /** What the shuffle bags of its lists are named after. */
  readonly key: string;
  readonly nouns: ReadonlySet<string>;
  readonly things: readonly string[];
  readonly emoji: readonly string[];
}

const MAX_NAME = 48;
const UNKNOWN = "any";
/** The first nouns of a subject give it away alone, the others in pairs. */
const STRONG_NOUNS = 10;
const STRONG = 2;

const subjectOf = (topic: Topic, key: string): Subject => ({
  ...topic,
  key,
  nouns: new Set(topic.nouns.split(" ")),
  things: topic.things.split("; "),
  emoji: topic.emoji.split(" "),
});

const topics: readonly Topic[] = [
  ...[...kitchen, ...table, ...roads, ...town, ...water, ...paper, ...past],
  ...[...games, ...animals, ...outdoors, ...music, ...craft, ...lamplight],
];

const subjects: readonly Subject[] = topics.map((topic) => subjectOf(topic, topic.name));

/** The names of the subjects in the lexicon; a persona may have any other interest as well. */
export const topicNames: readonly string[] = topics.map((topic) => topic.name);

const byName: ReadonlyMap<string, Subject> = new Map(
  subjects.flatMap((subject) =>
    [subject.name, ...subject.aliases].map((name) => [name, subject] as const),
  ),
);

/** For each noun the subjects that it speaks for, and how loudly. */
const byNoun: ReadonlyMap<string, readonly (readonly [Subject, number])[]> = subjects.reduce(
  (index, subject) => {
    for (const [place, noun] of [...subject.nouns].entries()) {
      const weight = place < STRONG_NOUNS ? STRONG : 1;
      index.set(noun, [...(index.get(noun) ?? []), [subject, weight] as const]);
    }
    return index;
  },
  new Map<string, (readonly [Subject, number])[]>(),
);

/** A name as people write it in a list: "Bread_Baking" and " bread baking " are one. */
function plainName(name: string): string {
  const plain = name.replace(/[_\s]+/g, " ").trim();
  return plain.length > MAX_NAME ? plain.slice(0, MAX_NAME).replace(/ [^ ]*$/, "") : plain;
}

/** @returns the subject of that name, or one made of frames around the name when the lexicon has none */
export function subjectNamed(name: string): Subject {
  const plain = plainName(name);
  const lower = plain.toLowerCase();
  const known = byName.get(lower) ?? byName.get(lower.replace(/^(?:the|my|our) /, ""));
  if (known) return known;
  const bare = plain.replace(/^(?:the|my|our) /i, "");
  const label = /^[A-Z][a-z]+(?: [a-z]|$)/.test(bare) ? bare.toLowerCase() : bare;
  const nouns = lower.replace(/[^a-z ]/g, "");
  return subjectOf({ ...generic, name: label || "this", aliases: [], nouns }, UNKNOWN);
}

/** @returns the subject that the words speak for, if they do so clearly */
export function subjectOfWords(words: readonly string[]): Subject | undefined {
  const scores = new Map<Subject, number>();
  for (const [subject, weight] of words.flatMap((word) => byNoun.get(word) ?? [])) {
    scores.set(subject, (scores.get(subject) ?? 0) + weight);
  }
  return [...scores].reduce<readonly [Subject | undefined, number]>(
    (best, scored) => (scored[1] > best[1] ? scored : best),
    [undefined, STRONG - 1],
  )[0];
}

/** @returns whether frames that fit anything stand in for a subject that the lexicon does not have */
export const isUnknown = (subject: Subject): boolean => subject.key === UNKNOWN;

/** @returns whether a word is a noun of some subject */
export const isLexiconNoun = (word: string): boolean => byNoun.has(word);

export const isTopicNoun = (subject: Subject, word: string): boolean => subject.nouns.has(word);
