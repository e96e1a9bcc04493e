// Scenarios and machines are found by path and by name, and names that are nearly right are told.
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFile, listFiles } from "../../src/cli/find.ts";
import { firstComment } from "../../src/cli/first-comment.ts";
import { loadMachine, loadScenario } from "../../src/cli/load.ts";
import { nearest } from "../../src/core/nearest.ts";
import { makeFolder } from "../support/folder.ts";
import { CHAT, root } from "./puppet.ts";

test("a scenario is loaded by its path, with and without the ending", async () => {
  expect((await loadScenario(CHAT)).name).toBe("chat");
  expect((await loadScenario(CHAT.replace(/\.ts$/, ""))).name).toBe("chat");
});

test("a machine is loaded by its name", async () => {
  expect((await loadMachine("greeter")).id).toBe("greeter");
  expect(findFile("machines", "greeter.ts")).toBe(join(root, "machines/greeter.ts"));
});

test.each([
  ["greter", /no machine "greter".*; did you mean greeter\?/],
  [
    "./machines/greter.ts",
    /no machine at ".\/machines\/greter.ts" \(from .*; did you mean greeter\?/,
  ],
  ["zzzzzz", /no machine "zzzzzz" in .\/machines or in the package; there are .*greeter/],
])("no machine %s", async (query, message) => {
  await expect(loadMachine(query)).rejects.toThrow(
    expect.objectContaining({ code: "MACHINE_UNKNOWN", message: expect.stringMatching(message) }),
  );
});

test("a folder with an index has its name", () => {
  const folder = makeFolder({ "town/index.js": "export default 1;" });
  expect(findFile("scenarios", join(folder, "town"))).toBe(join(folder, "town/index.js"));
});

test("everything that is listed can be found", () => {
  for (const kind of ["scenarios", "machines"] as const) {
    const files = listFiles(kind);
    expect(files.map(({ name }) => findFile(kind, name))).toEqual(files.map(({ file }) => file));
  }
});

test.each([
  ["rumuor", "rumour"],
  ["RUMOUR", "rumour"],
  ["quiet", "quiet-week"],
  ["qiet-weak", "quiet-week"],
  ["x", undefined],
  ["", undefined],
])("the nearest name to %j is %j", (query, name) => {
  expect(nearest(query, ["quiet-week", "rumour", "small-town"])).toBe(name);
});

test.each([
  ["// Who is there? Nobody knows.\nimport x;", "Who is there?"],
  ["// machines/greeter.ts — thanks everyone\nimport x;", "thanks everyone"],
  [
    "#!/usr/bin/env node\n// One sentence over\n// two lines. And more.\n",
    "One sentence over two lines.",
  ],
  ["import x;\n// Too late.", ""],
])("the opening of %j", (text, sentence) => {
  expect(firstComment(join(makeFolder({ "a.ts": text }), "a.ts"))).toBe(sentence);
});
