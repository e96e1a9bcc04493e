// Variety between the texts of a persona: a form for each, drawn with the weights of Puppet Engine v1. A form comes in
// addition to the task; v1 let it take the place of the question and lost most of its answers.
import { floor } from "../core/math.ts";
import { draw } from "../core/random.ts";
import type { Brief } from "./brief.ts";
import { constraints, extras, hints, replyStyles, structures } from "./variety-lists.ts";

type Task = Brief["task"];

/** What `drawVariety` adds to a brief. */
export type Varied = Pick<Brief, "variety" | "length">;

/** v1: so many posts have a form; of those so many have a constraint; so many answers have an extra. */
const STRUCTURED = 0.8;
const CONSTRAINED = 0.4;
const WITH_EXTRA = 0.2;

type Weighted = readonly (readonly [value: number, weight: number])[];

/** Characters, and how often. */
const POST_LENGTHS: Weighted = [
  [30, 0.1],
  [60, 0.2],
  [100, 0.2],
  [180, 0.3],
  [280, 0.2],
];
const REPLY_LENGTHS: Weighted = [
  [30, 0.25],
  [50, 0.35],
  [80, 0.25],
  [120, 0.15],
];

/**
 * Draws the form of a text. Of the posts and quotes a fifth has none; a thread has no length of its own.
 * @param key of the event that leads to the text
 * @example const brief = { task: "post", mood: "neutral", ...drawVariety(event.key, "post") };
 */
export function drawVariety(key: number, task: Task): Varied {
  if (task === "reply") return replyVariety(key);
  if (draw(key, "variety") >= STRUCTURED) return {};
  const isConstrained = draw(key, "variety-constrained") < CONSTRAINED;
  return {
    variety: {
      structure: indexIn(key, "variety-structure", structures),
      ...(isConstrained && { constraint: indexIn(key, "variety-constraint", constraints) }),
    },
    ...(task !== "thread" && { length: weighted(key, "variety-length", POST_LENGTHS) }),
  };
}

function replyVariety(key: number): Varied {
  const count = draw(key, "variety-hints") < 0.5 ? 2 : 3;
  const hasExtra = draw(key, "variety-has-extra") < WITH_EXTRA;
  return {
    variety: {
      style: indexIn(key, "variety-style", replyStyles),
      hints: someOf(key, count),
      ...(hasExtra && { extra: indexIn(key, "variety-extra", extras) }),
    },
    length: weighted(key, "variety-length", REPLY_LENGTHS),
  };
}

const indexIn = (key: number, purpose: string, list: readonly unknown[]): number =>
  floor(draw(key, purpose) * list.length);

/** Different hints. */
function someOf(key: number, count: number): number[] {
  const left = hints.map((_, i) => i);
  return Array.from({ length: count }, (_, i) => {
    const at = indexIn(key, `variety-hint-${i}`, left);
    return left.splice(at, 1)[0] ?? 0;
  });
}

function weighted(key: number, purpose: string, list: Weighted): number {
  let left = draw(key, purpose);
  for (const [value, weight] of list) {
    if (left < weight) return value;
    left -= weight;
  }
  return list.at(-1)?.[0] ?? 0;
}

/** A form in words. @returns nothing for a brief without one */
export function varietyLines({ variety }: Brief): readonly string[] {
  if (variety === undefined) return [];
  const { structure, constraint, style, hints: sounds = [], extra } = variety;
  return [
    "## Its form",
    line("Make it", structures, structure),
    at(constraints, constraint),
    line("This time", replyStyles, style),
    ...sounds.map((hint) => at(hints, hint)),
    at(extras, extra),
  ];
}

/** A number beyond a list begins again at its first. */
const at = (list: readonly string[], index: number | undefined): string =>
  index === undefined ? "" : (list[index % list.length] ?? "");

const line = (start: string, list: readonly string[], index: number | undefined): string =>
  index === undefined ? "" : `${start} ${at(list, index)}.`;
