// What an agent of Puppet Engine v1 remembers: its items, in the form that a persona has them.
import { type Fields, fieldOf, isFields, isForbidden, snakeCase } from "./paths.ts";
import {
  clamped,
  list,
  numberOf,
  type Range,
  type Read,
  type Reading,
  SIGNED,
  UNIT,
} from "./readings.ts";

/** The text of an item: v1 has texts alone, and objects of several forms. */
function contentOf(item: unknown): string | undefined {
  if (typeof item === "string") return item === "" ? undefined : item;
  const content = ["content", "text", "note", "description"].map((name) => fieldOf(item, name));
  return content.find((it): it is string => typeof it === "string" && it !== "");
}

export const remembered: Reading = list(contentOf);

/** A field by its name in snake_case, whichever way it is spelled. */
const spelled = (item: unknown, name: string): unknown =>
  isFields(item) ? Object.entries(item).find(([key]) => snakeCase(key) === name)?.[1] : undefined;

/** Counts what had to be brought into its range. */
class Clamps {
  readonly #notes: string[] = [];

  take(place: string, value: unknown, range: Range, usual: number): number {
    const given = numberOf(value);
    if (given === undefined) return usual;
    const within = clamped(given, range);
    if (within !== given) this.#notes.push(`${place} ${given} became ${within}`);
    return within;
  }

  toRead(value: unknown): Read {
    const [shown, more] = [this.#notes.slice(0, MAX_SHOWN), this.#notes.length - MAX_SHOWN];
    if (shown.length === 0) return { value };
    const note = `${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
    return { value, fate: "clamped", note };
  }
}
const MAX_SHOWN = 4;
const USUAL_EVENT = 0.7;
const USUAL_MEMORY = 0.5;

/** A list of items with numbers in ranges. */
const items =
  (one: (item: unknown, content: string, clamps: Clamps) => unknown): Reading =>
  (value) => {
    const clamps = new Clamps();
    const read = list((item) => {
      const content = contentOf(item);
      return content === undefined ? undefined : one(item, content, clamps);
    })(value);
    return read.fate === undefined ? clamps.toRead(read.value) : read;
  };

const importanceOf = (item: unknown, clamps: Clamps, usual: number): number =>
  clamps.take("importance", spelled(item, "importance"), UNIT, usual);

export const events: Reading = items((item, content, clamps) =>
  typeof item === "string"
    ? item
    : { content, importance: importanceOf(item, clamps, USUAL_EVENT) },
);

const KINDS = new Set<unknown>(["interaction", "event", "general"]);

export const memories: Reading = items((item, content, clamps) => {
  const kind = spelled(item, "type");
  return {
    content,
    kind: KINDS.has(kind) ? kind : "general",
    importance: importanceOf(item, clamps, USUAL_MEMORY),
    valence: clamps.take("valence", spelled(item, "emotional_valence"), SIGNED, 0),
  };
});

/** Own posts with the instant of each, where there is one; `newestFirst` puts them in order. */
export const ownPosts: Reading = list((item) => {
  const content = contentOf(item);
  if (content === undefined) return undefined;
  return { content, at: instantOf(spelled(item, "timestamp")) };
});

const instantOf = (value: unknown): number | undefined => {
  const at = typeof value === "string" ? Date.parse(value) : numberOf(value);
  return at !== undefined && Number.isFinite(at) ? at : undefined;
};

/** The texts of posts, the newest first and each once; those without an instant stay where they are, behind the others. */
export function newestFirst(posts: unknown): readonly string[] {
  if (!Array.isArray(posts)) return [];
  const latest = (post: unknown): number =>
    numberOf(fieldOf(post, "at")) ?? Number.NEGATIVE_INFINITY;
  const sorted = posts.toSorted((a, b) => {
    const [left, right] = [latest(a), latest(b)];
    return left === right ? 0 : right - left;
  });
  return [...new Set(sorted.map(contentOf).filter((it) => it !== undefined))];
}

/** Names of v1 for what a persona calls otherwise. */
const STANDING: readonly (readonly [name: string, range: Range, usual: number])[] = [
  ["sentiment", SIGNED, 0],
  ["familiarity", UNIT, 0.1],
  ["trust", UNIT, 0],
];

export const relationships: Reading = (value) => {
  if (!isFields(value)) return { fate: "invalid", note: "is no object of relationships by id" };
  const clamps = new Clamps();
  const entries = Object.entries(value).filter(([id, it]) => isFields(it) && !isForbidden(id));
  const known = entries.map(([id, it]) => [id, relationshipOf(id, it, clamps)] as const);
  return clamps.toRead(Object.fromEntries(known));
};

function relationshipOf(id: string, given: unknown, clamps: Clamps): Fields {
  const numbers = STANDING.map(([name, range, usual]) => {
    const value = clamps.take(`${id}.${name}`, spelled(given, name), range, usual);
    return [name, value] as const;
  });
  const textsOf = (name: string): unknown => remembered(spelled(given, name) ?? []).value ?? [];
  return {
    ...Object.fromEntries(numbers),
    notes: textsOf("notes"),
    sharedExperiences: textsOf("shared_experiences"),
  };
}
