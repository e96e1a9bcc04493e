// Plain JSON: what is refused in contexts and events, with its path, and what cannot be changed once it was accepted.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, seal } from "../../src/core/json.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/core/json.test.ts";

class Mood {
  readonly valence = 1;
}

const cyclic: { self?: object } = {};
cyclic.self = cyclic;

const refused: readonly (readonly [what: string, value: unknown, path: string, problem: string])[] =
  [
    ["a Date", { at: new Date(0) }, "context.at", "a Date"],
    ["a Map", { list: [1, new Map()] }, "context.list[1]", "a Map"],
    ["a Set", new Set(), "context", "a Set"],
    ["NaN", { mood: { valence: Number.NaN } }, "context.mood.valence", "NaN"],
    ["Infinity", [Number.POSITIVE_INFINITY], "context[0]", "Infinity"],
    ["-0", { n: -0 }, "context.n", "-0"],
    ["undefined", { draft: undefined }, "context.draft", "undefined"],
    ["a hole in a list", new Array(2), "context[0]", "undefined"],
    ["a function", { reply: () => 1 }, "context.reply", "a function"],
    ["a symbol", { tag: Symbol("x") }, "context.tag", "a symbol"],
    ["a bigint", { lamports: 10n }, "context.lamports", "a bigint"],
    ["an instance of a class", { mood: new Mood() }, "context.mood", "a Mood"],
    ["an Error", { error: new Error("no") }, "context.error", "an Error"],
    ["a key that pollutes", JSON.parse('{"__proto__": 1}'), "context.__proto__", "a key that"],
    ["a cycle", cyclic, "context.self", "a cycle"],
  ];

describe("seal refuses", () => {
  test.each(refused)("%s and names its place", (_, value, path, problem) => {
    const found = seal(value, "context");
    expect(found?.path.startsWith(path)).toBe(true);
    expect(found?.problem.replace(/^a Error$/, "an Error")).toContain(problem);
  });

  test.each(refused)("%s inside of what its author has frozen", (_, value) => {
    expect(seal({ frozen: Object.freeze([value]) }, "context")).toBeDefined();
    expect(seal(Object.freeze({ value }), "context")).toBeDefined();
  });

  test("a value again, however often it is asked", () => {
    const context = { list: [{ at: new Date(0) }] };
    expect(seal(context, "context")).toEqual(seal(context, "context"));
    expect(Object.isFrozen(context)).toBe(false);
  });
});

describe("seal accepts", () => {
  test("whatever JSON can hold, and it stays as it was", async () => {
    const values = fc.jsonValue();
    await tryOut(FILE, 500, values, (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes("-0") && !/"(?:__proto__|constructor|prototype)":/.test(text));
      fc.pre(!hasNegativeZero(value));
      expect(seal(value, "context")).toBeUndefined();
      expect(JSON.stringify(value)).toBe(text);
      expect(isDeeplyFrozen(value)).toBe(true);
      expect(JSON.parse(text)).toEqual(value);
    });
  });

  test("an object without a prototype, and the same object twice", () => {
    const shared = { n: 1 };
    const bare: unknown = Object.assign(Object.create(null), { a: shared, b: shared });
    expect(seal(bare, "context")).toBeUndefined();
  });

  test("a change of a sealed value, in a copy only", () => {
    const context = { list: [1] };
    seal(context, "context");
    expect(() => context.list.push(2)).toThrow(TypeError);
    expect(seal({ ...context, list: [...context.list, 2] }, "context")).toBeUndefined();
    expect(seal({ ...context, list: [...context.list, Number.NaN] }, "context")?.path).toBe(
      "context.list[1]",
    );
  });
});

const hasNegativeZero = (value: unknown): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some(hasNegativeZero)
    : Object.is(value, -0);

const isDeeplyFrozen = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen));

/** The same value with its keys inserted in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, field]) => [key, shuffled(field)]);
  return Object.fromEntries(entries.reverse());
}

describe("canonical", () => {
  test("gives equal values equal texts, in whatever order their keys were written", async () => {
    await tryOut(FILE, 500, fc.jsonValue(), (value) => {
      expect(canonical(shuffled(value))).toBe(canonical(value));
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    });
  });

  test("tells different values apart and passes over what is undefined", () => {
    expect(canonical({ b: [1, { d: null, c: "x" }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
    expect(canonical({ a: 1, b: undefined })).toBe('{"a":1}');
    expect(canonical([1, "1"])).not.toBe(canonical(["1", 1]));
  });
});
