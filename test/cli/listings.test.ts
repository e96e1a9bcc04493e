// What can be looked up: help, version, machines and scenarios.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { puppet, puppets, root } from "./puppet.ts";

const COMMANDS = [
  ...["run", "scenarios", "machines"],
  ...["new", "check"],
  ...["runs", "show", "transcript", "explain", "export"],
  ...["restore", "replay", "fork", "compare"],
  ...["verify", "rm", "prune", "pack", "unpack", "forget"],
];
const fixtures = join(root, "test/fixtures");

test("help lists all commands, and each has its own with examples", async () => {
  const [bare, help, ...own] = await puppets([
    { argv: [] },
    { argv: ["--help"] },
    ...COMMANDS.map((command) => ({ argv: ["help", command] })),
    ...COMMANDS.map((command) => ({ argv: [command, "--help"] })),
  ]);
  expect(help).toMatchObject({ exitCode: 0, stderr: "" });
  expect(bare).toEqual(help);
  for (const command of COMMANDS) expect(help?.stdout).toMatch(new RegExp(`\n {2}${command} `));
  own.forEach(({ stdout, exitCode }, i) => {
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: puppet ${COMMANDS[i % COMMANDS.length]} `);
    expect(stdout).toContain("Examples:\n");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});

test("--version is the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(await puppet(["--version"])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
});

test("machines and scenarios of the user stand beside those of the package", async () => {
  const [machines, machinesJson, scenarios, scenariosJson] = await puppets(
    ["machines", "machines --json", "scenarios", "scenarios --json"].map((line) => ({
      argv: line.split(" "),
      cwd: fixtures,
    })),
  );
  expect(machines?.stdout).toMatch(
    /(?:^|\n)chatter\n {2}How does a small talk go on\?\n {2}\d+ states\n {2}takes liked, mentioned\n {2}asks for social\.post, social\.react\n/,
  );
  expect(machines?.stdout).toMatch(
    /\ngreeter\n {2}How does an agent thank everyone who mentions it\?\n/,
  );
  const chatter = JSON.parse(machinesJson?.stdout ?? "").find(
    ({ name }: { readonly name: string }) => name === "chatter",
  );
  expect(chatter).toEqual({
    name: "chatter",
    file: join(fixtures, "machines/chatter.ts"),
    question: "How does a small talk go on?",
    states: 9,
    events: ["liked", "mentioned"],
    effects: ["social.post", "social.react"],
  });
  expect(scenarios?.stdout).toMatch(
    /(?:^|\n)chat\n {2}Does a small talk stay the same talk\?\n {2}3 agents, 2d\n {2}params pause=10800000, loud=false, greeting="Good morning"\n {2}metrics asked, perHalfDay\n/,
  );
  const crowd = JSON.parse(scenariosJson?.stdout ?? "").find(
    ({ name }: { readonly name: string }) => name === "crowd",
  );
  expect(crowd).toEqual({
    name: "crowd",
    file: join(fixtures, "scenarios/crowd.ts"),
    question: "Does a population of chatters take any size?",
    agents: 4,
    isPopulation: true,
    until: 86_400_000,
    params: {},
    metrics: [],
  });
});

test("a file that cannot be loaded is listed with its error", async () => {
  const cwd = makeFolder({
    "machines/broken.ts": 'throw new Error("out of order");',
    "machines/nothing.js": "export default 7;",
    "scenarios/broken/index.ts": 'throw new Error("closed");',
    "scenarios/notes.txt": "no scenario",
  });
  const [machines, scenarios] = await puppets([
    { argv: ["machines"], cwd },
    { argv: ["scenarios"], cwd },
  ]);
  expect(machines?.exitCode).toBe(0);
  expect(machines?.stdout).toMatch(
    /broken\n {2}MACHINE_THROWS: machines\/broken\.ts:1:7 throws while it/,
  );
  expect(machines?.stdout).toMatch(
    /nothing\n {2}MACHINE_NOT_A_MACHINE: machines\/nothing\.js exports a/,
  );
  expect(scenarios?.stdout).toMatch(
    /broken\n {2}SCENARIO_THROWS: scenarios\/broken\/index\.ts:1:7 throws/,
  );
  expect(scenarios?.stdout).not.toContain("notes");
});
