// puppet check: what it prints, its exit codes, and counter-examples that run.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { puppets, root } from "./puppet.ts";

const SLEEPLESS = join(root, "test/support/sleepless.ts");

const SCENARIO = `// Does anybody talk in their sleep?
export { sleeplessTown as default } from ${JSON.stringify(SLEEPLESS)};`;

const LAMP = `// How long does a light burn?
import { setup } from "xstate";
export default setup({}).createMachine({
  id: "lamp",
  initial: "off",
  states: { off: { on: { press: "on" } }, on: { after: { 1000: "off" } } },
});`;

const STUCK = LAMP.replace('"off" } }', '"burnt" } }, burnt: {}');

const REFUSED = `import { setup } from "xstate";
export default setup({}).createMachine({
  id: "m", entry: "wave", initial: "a", states: { a: { on: { go: { guard: "isReady", target: "a" } } } },
});`;

test("a machine without a fault ends with exit code 0 and says what was explored", async () => {
  const cwd = makeFolder({ "machines/lamp.ts": LAMP });
  const [byName, byPath, json] = await puppets([
    { argv: ["check", "lamp"], cwd },
    { argv: ["check", "./machines/lamp.ts"], cwd },
    { argv: ["check", "lamp", "--json"], cwd },
  ]);
  expect(byName).toEqual(byPath);
  expect(byName).toMatchObject({ exitCode: 0, stderr: "" });
  expect(byName?.stdout).toBe(`lamp
  40 steps as ada, 8 seeds; nothing was left to try
  3 of 3 states, 2 of 2 transitions, 2 configurations

Notes
  sent by nobody: press

Nothing was found that does not hold.
`);
  expect(JSON.parse(json?.stdout ?? "")).toMatchObject({
    ok: true,
    file: "machines/lamp.ts",
    machines: [{ machine: "lamp", agents: ["ada"], explored: { isThrough: true }, findings: [] }],
  });
});

test("a dead end ends with exit code 1 and the way there", async () => {
  const cwd = makeFolder({ "machines/lamp.ts": STUCK });
  const [page] = await puppets([{ argv: ["check", "lamp"], cwd }]);
  expect(page).toMatchObject({ exitCode: 1, stderr: "" });
  expect(page?.stdout).toMatch(
    /✗ dead end: lamp\.burnt: nothing leaves it; .*\n {2}d1 00:00 {5}started {5}off\n {2}d1 00:00:01 {2}press {7}on\n {2}d1 00:00:02 {2}after 1000 {2}burnt\n/,
  );
});

test("all that a machine is refused for is listed", async () => {
  const cwd = makeFolder({ "machines/m.ts": REFUSED });
  const [page, json] = await puppets([
    { argv: ["check", "m"], cwd },
    { argv: ["check", "m", "--json"], cwd },
  ]);
  expect(page?.exitCode).toBe(1);
  expect(page?.stdout).toContain('machine "m" at m: unknown action "wave"');
  expect(page?.stdout).toContain('machine "m" at m.a on go: unknown guard');
  expect(JSON.parse(json?.stdout ?? "").machines[0].findings).toHaveLength(2);
});

test("a property of a scenario that does not hold comes with counter-examples that run", async () => {
  const cwd = makeFolder({ "scenarios/sleepless.ts": SCENARIO });
  const [page] = await puppets([{ argv: ["check", "sleepless", "--write", "found"], cwd }]);
  expect(page?.exitCode).toBe(1);
  expect(page?.stdout).toContain("✗ does not hold: nobody posts asleep: it happens");
  expect(readdirSync(join(cwd, "found"))).toEqual(["counter-example-1.ts", "counter-example-2.ts"]);
  const typed = /npx puppet (run \.\/found\/counter-example-1\.ts --seed \d+)/.exec(
    page?.stdout ?? "",
  );
  const argv = (typed?.[1] ?? "").split(" ");
  const [json, summary, quiet] = await puppets([
    { argv: [...argv, "--json"], cwd },
    { argv, cwd },
    { argv: [...argv, "--quiet"], cwd },
  ]);
  expect(json?.exitCode).toBe(1);
  expect(JSON.parse(json?.stdout ?? "").violations).toEqual([
    expect.objectContaining({ property: "nobody posts asleep", agent: "ada", count: 1 }),
  ]);
  expect(summary?.exitCode).toBe(1);
  expect(summary?.stdout).toMatch(
    /Properties that do not hold\n {2}nobody posts asleep: it happens \(ada at d\d \S+, entry \d+\)/,
  );
  expect(quiet?.stdout).toContain(", 1 violation, digest ");
});

test("wrong input ends with exit code 2 and one line", async () => {
  const cwd = makeFolder({ "machines/seven.ts": "export default 7;", "machines/lamp.ts": LAMP });
  const results = await puppets(
    [
      ["check"],
      ["check", "lmap"],
      ["check", "./nowhere.ts"],
      ["check", "seven"],
      ["check", "lamp", "--steps", "0"],
      ["check", "lamp", "--input", "{"],
      ["check", "persona", "--input", '{"name":7}'],
      ["check", "rumour", "--agent", "nobody"],
    ].map((argv) => ({ argv, cwd })),
  );
  expect(results.map(({ exitCode, stderr }) => `${exitCode} ${stderr.split(":")[0]}`)).toEqual([
    "2 ARGUMENT_MISSING",
    "2 FILE_UNKNOWN",
    "2 FILE_UNKNOWN",
    "2 MACHINE_NOT_A_MACHINE",
    "2 OPTION_INVALID",
    "2 OPTION_INVALID",
    "2 PERSONA_INVALID",
    "2 SCENARIO_UNKNOWN_AGENT",
  ]);
  expect(results[1]?.stderr).toContain("did you mean lamp?");
  expect(results[6]?.stderr).toContain("--input changes");
});
