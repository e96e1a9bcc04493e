// Makes a prompt fit its budget of tokens: parts give way in a stated order, and some never do.
import type { Part, PartName } from "./prompt-part.ts";
import { estimateTokens } from "./tokens.ts";

/**
 * What gives way, the first first, down to how many of its items. Named twice: a part of it goes early, the rest late.
 * Never cut: the system prompt or identity, the rule about others' texts, the task with the text it answers, the length.
 */
export const cutOrder: readonly (readonly [part: PartName, least: number])[] = [
  ["recent topics", 0],
  ["recent posts", 2],
  ["memories", 0],
  ["history", 0],
  ["conversation", 3],
  ["goals", 0],
  ["core memories", 3],
  ["recent posts", 0],
  ["variety", 0],
  ["conversation", 0],
  ["core memories", 0],
  ["vocabulary", 0],
  ["standing", 0],
  ["mood", 0],
  ["style", 0],
  ["formatting", 0],
  ["description", 0],
  ["personality", 0],
  ["topics to avoid", 0],
];

/** A part as it stands in the prompt. */
export interface FittedPart {
  readonly part: Part;
  /** Items that are left of it. */
  readonly kept: number;
  readonly text: string;
  readonly tokens: number;
}

/** Between two parts. */
export const PART_GAP = "\n\n";

const fitted = (part: Part, kept: number): FittedPart => {
  const text = part.write(kept);
  return { part, kept, text, tokens: text === "" ? 0 : estimateTokens(text + PART_GAP) };
};

/** Cuts until the budget holds, or nothing is left to cut. @param budget tokens */
export function fitParts(parts: readonly Part[], budget: number): readonly FittedPart[] {
  return cutOrder.reduce<readonly FittedPart[]>(
    (all, [name, least]) => withLess(all, name, least, budget),
    parts.map((part) => fitted(part, part.items)),
  );
}

function withLess(
  all: readonly FittedPart[],
  name: PartName,
  least: number,
  budget: number,
): readonly FittedPart[] {
  const shortened = all.find(({ part }) => part.name === name);
  if (shortened === undefined) return all;
  const room = budget - tokensOf(all) + shortened.tokens;
  let less = shortened;
  while (less.tokens > room && less.kept > least) less = fitted(less.part, less.kept - 1);
  return less === shortened ? all : all.map((it) => (it === shortened ? less : it));
}

/** Of all parts. */
export const tokensOf = (all: readonly FittedPart[]): number =>
  all.reduce((sum, { tokens }) => sum + tokens, 0);
