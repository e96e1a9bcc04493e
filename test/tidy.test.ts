// What the linter cannot hold, over all sources.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sourcesIn, tidyBreaches } from "./support/tidy.ts";

const root = join(import.meta.dirname, "..");
const sources = sourcesIn(root, ["src", "machines", "scenarios", "scripts"]);
const TIDY = "// A file that says what it is for.\n";

describe("the sources", () => {
  test("are found", () => {
    expect(sources.map((file) => file.path)).toContain("src/core/time.ts");
  });

  test("are short, open with a comment and use our words", () => {
    expect(sources.flatMap(tidyBreaches)).toEqual([]);
  });

  test("lie in folders that lint/layers.grit knows", () => {
    const layers = readFileSync(join(root, "lint/layers.grit"), "utf8");
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const unknown = folders.filter(({ name }) => !new RegExp(`src/\\S*\\b${name}\\b`).test(layers));
    expect(unknown.map((folder) => folder.name)).toEqual([]);
  });
});

describe("an untidy file is told apart", () => {
  const breachesOf = (path: string, text: string) => tidyBreaches({ path, text });

  test.each([
    ["of 300 lines", "src/core/long.ts", TIDY.repeat(300)],
    [
      "with our words inside longer ones",
      "src/core/returned.ts",
      `${TIDY}export const botany = 1;\n`,
    ],
    [
      "with other words below its exports",
      "src/a.ts",
      `${TIDY}export const id = (data) => data;\n`,
    ],
  ])("from a tidy one %s", (_, path, text) => {
    expect(breachesOf(path, text)).toEqual([]);
  });

  test.each([
    ["a file of 301 lines", "src/core/long.ts", TIDY.repeat(301)],
    ["no opening comment", "src/core/bare.ts", "export const x = 1;\n"],
    ["an opening comment of one word", "src/core/bare.ts", "// Things.\n"],
    ["an opening comment on the second line", "src/core/bare.ts", `\n${TIDY}`],
    ["a file name", "src/core/post-utils.ts", TIDY],
    ["a word that ends in s", "src/core/process.ts", TIDY],
    ["a folder name", "src/helpers/post.ts", TIDY],
    ["an exported function", "src/a.ts", `${TIDY}export function handlerOf() {}\n`],
    ["an exported async function", "src/a.ts", `${TIDY}export async function processPost() {}\n`],
    ["an exported value", "src/a.ts", `${TIDY}export const postData = 1;\n`],
    ["a renamed export", "src/a.ts", `${TIDY}export { post as postInfo };\n`],
    ["an exported list", "src/a.ts", `${TIDY}export const { tickOf } = ticks;\n`],
    ["an exported class", "src/a.ts", `${TIDY}export class MoodManager {}\n`],
    ["a type of the file's own", "src/a.ts", `${TIDY}interface BOTState {}\n`],
    ["two words", "src/a.ts", `${TIDY}export const isDryRun = true;\n`],
  ])("by %s", (_, path, text) => {
    expect(breachesOf(path, text)).toHaveLength(1);
  });
});
