// The forms of texts come as often as they did in Puppet Engine v1.
import { describe, expect, test } from "vitest";
import { rootKey } from "../../src/core/random.ts";
import { Brief } from "../../src/persona/brief.ts";
import { drawVariety, type Varied } from "../../src/persona/variety.ts";
import {
  constraints,
  extras,
  hints,
  replyStyles,
  structures,
} from "../../src/persona/variety-lists.ts";

const RUNS = 20_000;
const drawn = (task: Brief["task"]): readonly Varied[] =>
  Array.from({ length: RUNS }, (_, i) => drawVariety(rootKey(`text ${i}`), task));
/** Of so many draws a share differs from its probability by less, but for one in a million. */
const TOLERANCE = 0.018;

function expectShares(
  found: readonly (number | undefined)[],
  expected: Readonly<Record<string, number>>,
): void {
  const counts = Object.groupBy(found, (value) => String(value));
  expect(Object.keys(counts).sort()).toEqual(Object.keys(expected).sort());
  for (const [value, share] of Object.entries(expected))
    expect(Math.abs((counts[value]?.length ?? 0) / found.length - share)).toBeLessThan(TOLERANCE);
}

const evenly = (list: readonly unknown[], share = 1): Record<string, number> =>
  Object.fromEntries(list.map((_, i) => [i, share / list.length]));

describe("a post", () => {
  const posts = drawn("post");
  const formed = posts.filter(({ variety }) => variety !== undefined);

  test("has one of ten structures four times in five, and then a length", () => {
    expectShares(
      posts.map(({ variety }) => variety?.structure),
      { undefined: 0.2, ...evenly(structures, 0.8) },
    );
    expectShares(
      posts.map(({ length }) => length),
      { undefined: 0.2, 30: 0.08, 60: 0.16, 100: 0.16, 180: 0.24, 280: 0.16 },
    );
  });

  test("has one of ten constraints with 40 % of the structures", () => {
    expectShares(
      formed.map(({ variety }) => variety?.constraint),
      { undefined: 0.6, ...evenly(constraints, 0.4) },
    );
  });

  test("and a quote are alike, and a thread has no length of its own", () => {
    expect(drawn("quote")).toEqual(posts);
    expect(drawn("thread")).toEqual(posts.map(({ length: _, ...rest }) => rest));
  });
});

describe("an answer", () => {
  const replies = drawn("reply");

  test("has one of fourteen styles and a length", () => {
    expectShares(
      replies.map(({ variety }) => variety?.style),
      evenly(replyStyles),
    );
    expectShares(
      replies.map(({ length }) => length),
      { 30: 0.25, 50: 0.35, 80: 0.25, 120: 0.15 },
    );
  });

  test("has two or three different hints, and an extra once in five", () => {
    expectShares(
      replies.map(({ variety }) => variety?.hints?.length),
      { 2: 0.5, 3: 0.5 },
    );
    expectShares(
      replies.map(({ variety }) => new Set(variety?.hints).size),
      { 2: 0.5, 3: 0.5 },
    );
    expectShares(
      replies.flatMap(({ variety }) => variety?.hints ?? []),
      evenly(hints),
    );
    expectShares(
      replies.map(({ variety }) => variety?.extra),
      { undefined: 0.8, ...evenly(extras, 0.2) },
    );
  });
});

test("the form follows from the key alone, and fits a brief", () => {
  for (const task of ["post", "reply", "quote", "thread"] as const) {
    const varied = drawVariety(7, task);
    expect(drawVariety(7, task)).toEqual(varied);
    expect(Brief.parse({ task, mood: "neutral", ...varied })).toEqual({
      task,
      mood: "neutral",
      ...varied,
    });
  }
});
