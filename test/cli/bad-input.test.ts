// Every wrong input is told in one line on standard error, with its code and a way out, and exit code 2.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { badArguments } from "./bad-arguments.ts";
import { badContexts, badMachines } from "./bad-machines.ts";
import { badScenarios } from "./bad-scenarios.ts";
import { CHAT, puppet, puppets, type Result } from "./puppet.ts";

/** The line, held to its form. */
function lineOf(result: Result | undefined): string {
  const { exitCode, stdout, stderr = "" } = result ?? {};
  expect(exitCode).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^[A-Z]+(?:_[A-Z]+)+: [^\n]{8,600}\n$/);
  return stderr.trimEnd();
}

const badFiles = [...badMachines, ...badContexts, ...badScenarios];
let folder = "";
let fileResults: readonly Result[] = [];
let argumentResults: readonly Result[] = [];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "puppet-test-")));
  badFiles.forEach(([, text], index) => {
    writeFileSync(join(folder, `bad${index}.ts`), text);
  });
  fileResults = await puppets(
    badFiles.map((_, index) => ({ argv: ["run", `bad${index}.ts`], cwd: folder })),
  );
  argumentResults = await puppets(badArguments.map(([, argv]) => ({ argv })));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(badFiles.map(([name, , code, says], index) => [name, code, says, index] as const))(
  "a scenario with %s is refused",
  (_, code, says, index) => {
    const line = lineOf(fileResults[index]);
    expect(line).toContain(says.replace("bad.ts", `bad${index}.ts`));
    expect(line).toMatch(new RegExp(`^${code}: `));
  },
);

test.each(badArguments.map(([name, , code, says], index) => [name, code, says, index] as const))(
  "%s: refused",
  (_, code, says, index) => {
    const line = lineOf(argumentResults[index]);
    expect(line).toContain(says);
    expect(line).toMatch(new RegExp(`^${code}: `));
  },
);

test("the real command ends with exit code 2 and one line", async () => {
  const results = await Promise.all([
    puppet(["run", "rumuor"]),
    puppet(["run", CHAT, "--seed", "lucky"]),
    puppet(["rnu"]),
    puppet(["run", join(folder, "bad0.ts")]),
  ]);
  expect(results.map((result) => lineOf(result).split(":")[0])).toEqual([
    "SCENARIO_UNKNOWN",
    "SEED_INVALID",
    "COMMAND_UNKNOWN",
    "MACHINE_INVALID",
  ]);
});

test("--debug adds the stack", async () => {
  const { stderr, exitCode } = await puppet(["--debug", "run", "rumuor"]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^SCENARIO_UNKNOWN: .*\n\s+at .*find\.ts/);
});
