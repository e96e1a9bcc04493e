// What a user sees of agents that come and go: in a fork, in what is shown, exported, packed and printed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { puppets } from "./puppet.ts";

const scenario = `
  import { cast, defineScenario, hours } from "puppet-engine";
  import { setup } from "xstate";
  const clerk = setup({}).createMachine({
    id: "clerk",
    initial: "waiting",
    states: { waiting: { after: { 600_000: "working" } }, working: { after: { 60_000: "waiting" } } },
  });
  export default defineScenario({
    name: "office",
    until: hours(4),
    agents: {
      ada: cast(clerk, { name: "Ada" }),
      bob: cast(clerk, { name: "Bob" }, { joinsAt: hours(3) }),
      cleo: cast(clerk, { name: "Cleo" }, { leavesAt: hours(1) }),
    },
  });`;

const events = [
  { at: "2h", to: "zoe", event: { type: "joined", machineOf: "ada", persona: { name: "Zoe" } } },
  { at: "150m", to: "ada", event: { type: "persona-changed", persona: { name: "Adele" } } },
  { at: "160m", to: "zoe", event: { type: "left" } },
];

test("a fork with comings and goings is shown, exported, packed and printed like any other", async () => {
  const cwd = makeFolder({
    "scenarios/office.ts": scenario,
    "events.ndjson": events.map((event) => JSON.stringify(event)).join("\n"),
  });
  const call = (text: string) => ({ argv: text.split(" "), cwd });
  const results = await puppets([
    call("run office --json"),
    call("fork office-1 --at 90m --events events.ndjson --json"),
    call("show office-1.1 --at 140m --json"),
    call("show office-1.1 --json"),
    call("transcript office-1.1 --agent zoe"),
    call("export office-1.1 --format csv --out tables"),
    call("replay office-1.1 --json"),
    call("pack office-1.1 --out office.puppet"),
    call("unpack office.puppet --out theirs --store theirs/db"),
    call("replay office-1.1 --store theirs/db --json"),
  ]);
  const failed = results.filter(({ exitCode }) => exitCode !== 0);
  expect(failed.map(({ stderr }) => stderr)).toEqual([]);
  const [, forked, early, late, printed, , again, , , theirs] = results.map(({ stdout }) => stdout);
  const digestOf = (json = "") => JSON.parse(json).digest;
  expect(digestOf(again)).toBe(digestOf(forked));
  expect(digestOf(theirs)).toBe(digestOf(forked));
  const statuses = (json = "") =>
    Object.entries(JSON.parse(json).agents).map(([id, agent]) => [id, Object(agent).status]);
  expect(statuses(early)).toEqual([
    ["ada", "active"],
    ["bob", "absent"],
    ["cleo", "left"],
    ["zoe", "active"],
  ]);
  expect(statuses(late)).toEqual([
    ["ada", "active"],
    ["bob", "active"],
    ["cleo", "left"],
    ["zoe", "left"],
  ]);
  expect(printed?.split("\n").filter((line) => /zoe +(joined|left)/.test(line))).toHaveLength(2);
  const table = (name: string): readonly string[] =>
    readFileSync(join(cwd, `tables/${name}.csv`), "utf8").split("\n");
  expect(table("agents").filter((line) => /,(Adele|Zoe),/.test(line))).toHaveLength(2);
  const bob = table("states").filter((line) => line.includes("bob"));
  expect(bob.length).toBeGreaterThan(2);
  expect(bob.filter((line) => line.includes(String(90 * 60_000)))).toEqual([]);
});
