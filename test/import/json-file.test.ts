// A file that is no JSON is told by line and column, and never quoted.
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../src/import/json-file.ts";
import { makeFolder } from "../support/folder.ts";
import { tryOut } from "../support/fresh-seed.ts";

const fileOf = (text: string): string => join(makeFolder({ "a.json": text }), "a.json");

/** What is said of a text, behind the name of the file. */
function mistakeIn(text: string): string {
  const file = fileOf(text);
  try {
    readJson(file);
    return "";
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message.replace(`${file}: `, "") : "";
  }
}

describe("the place of a mistake", () => {
  test.each([
    ["nothing at all", "", 1, 1],
    ["a comma too many", '{\n  "id": "a",\n}', 3, 1],
    ["a comma too few", '{\n  "id": "a"\n  "name": "b"\n}', 3, 3],
    ["two values for one", '{"uses_emojis": true/false}', 1, 21],
    ["a word", '{"a": yes}', 1, 7],
    ["a key without quotes", "{a: 1}", 1, 2],
    ["a line break in a text", '{"a": "b\nc"}', 1, 7],
    ["another bracket", '{"a": [1}', 1, 9],
    ["an end too early", '{"a": [1, ', 1, 11],
    ["something behind the end", '{"a": 1}\n{', 2, 1],
    ["a number with a zero in front", "[007]", 1, 2],
    ["an unknown escape", '["\\x"]', 1, 2],
  ])("of %s", (_, text, line, column) => {
    expect(mistakeIn(text)).toBe(`line ${line}, column ${column}: no JSON; correct it there`);
  });

  test("is found in any text that is no JSON, and in none that is", async () => {
    const place = fc.tuple(fc.jsonValue(), fc.nat(), fc.constantFrom("", ",", '"', "{", "]", "x"));
    await tryOut("test/import/json-file.test.ts", 200, place, ([value, at, insert]) => {
      const whole = JSON.stringify(value, null, 1);
      const cut = at % (whole.length + 1);
      const text = `${whole.slice(0, cut)}${insert}${whole.slice(cut + (insert === "" ? 1 : 0))}`;
      const told = /^line (\d+), column (\d+): no JSON/.exec(mistakeIn(text));
      expect(told !== null).toBe(!isJson(text));
      const [, line = 1] = told ?? [];
      expect(Number(line)).toBeLessThanOrEqual(text.split("\n").length);
    });
  });
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test("a byte order mark is no mistake", () => {
  expect(readJson(fileOf('\uFEFF{"id":"a"}'))).toEqual({ id: "a" });
});

test("what is nested beyond measure is refused", () => {
  expect(mistakeIn("[".repeat(90_000) + "]".repeat(90_000))).toContain("is nested deeper than 40");
});
