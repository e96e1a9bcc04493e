// puppet new: what it writes runs, checks out and has types that hold, and nothing is written over.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { puppets, root } from "./puppet.ts";

const modules = join(root, "node_modules");

/** As if installed: the engine is this repository, the rest is what it has. */
function install(folder: string): void {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(root, join(folder, "node_modules/puppet-engine"));
  for (const name of ["xstate", "@types"]) {
    symlinkSync(join(modules, name), join(folder, "node_modules", name));
  }
}

const SOURCE = "puppet-engine-source";

function run(command: string, args: readonly string[], cwd: string): string {
  const { stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return stdout + stderr;
}

const typesOf = (folder: string): string =>
  run(join(modules, ".bin/tsc"), ["--project", ".", "--customConditions", SOURCE], folder);

test("a new project runs, checks out, has types that hold, and its tests pass", async () => {
  const cwd = makeFolder({});
  const [made] = await puppets([{ argv: ["new", "project", "town"], cwd }]);
  expect(made).toMatchObject({ exitCode: 0, stderr: "" });
  expect(made?.stdout).toContain("  town/scenarios/town.ts\n");
  expect(made?.stdout).toContain("  cd town && npm install\n");
  const town = join(cwd, "town");
  install(town);
  const [json, checked, machine] = await puppets(
    [
      ["run", "town", "--json"],
      ["check", "./scenarios/town.ts"],
      ["check", "./machines/town.ts"],
      ["new", "machine", "baker"],
      ["new", "scenario", "fair", "--machine", "baker"],
      ["new", "scenario", "market"],
    ].map((argv) => ({ argv, cwd: town })),
  );
  expect(JSON.parse(json?.stdout ?? "")).toMatchObject({
    ...{ failures: [], violations: [], deadLetters: 0, unhandled: expect.any(Number) },
    neverEntered: ["town.resting"],
  });
  expect(checked?.stdout).toContain("5 of 5 states, ");
  expect(checked?.stdout).toContain("Nothing was found that does not hold.");
  expect(machine).toMatchObject({ exitCode: 0 });
  expect(typesOf(town)).toBe("");
  const tests = run(
    process.execPath,
    [`--conditions=${SOURCE}`, "--test", "test/town.test.ts"],
    town,
  );
  expect(tests).toMatch(/pass 2\n/);
  const manifest = JSON.parse(readFileSync(join(town, "package.json"), "utf8"));
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(manifest.dependencies).toEqual({
    "puppet-engine": own.version,
    xstate: own.dependencies.xstate,
  });
  for (const [name, range] of Object.entries(manifest.devDependencies)) {
    expect(range).toBe(`^${own.devDependencies[name]}`);
  }
});

test("a new machine and new scenarios run and check out outside a project too", async () => {
  const cwd = makeFolder({});
  const argvs = [
    ["new", "machine", "baker"],
    ["new", "scenario", "fair", "--machine", "baker"],
    ["new", "scenario", "market"],
    ["check", "baker"],
    ["run", "fair", "--quiet", "--store", "none"],
    ["run", "market", "--quiet", "--store", "none"],
    ["check", "fair"],
    ["check", "market", "--steps", "2000"],
  ];
  const results = await puppets(argvs.map((argv) => ({ argv, cwd })));
  expect(results.map(({ exitCode, stderr }) => `${exitCode}${stderr}`)).toEqual(
    argvs.map(() => "0"),
  );
});

test("nothing is written over, and names and kinds are held to their form", async () => {
  const cwd = makeFolder({ "machines/baker.ts": "// mine\n", "town/notes.txt": "mine\n" });
  const results = await puppets(
    [
      ["new", "machine", "baker"],
      ["new", "project", "town"],
      ["new", "machine", "Baker"],
      ["new", "scenario", "../fair"],
      ["new", "scenario", "fair", "--machine", "miller"],
      ["new", "town", "fair"],
      ["new", "machine"],
      ["new"],
    ].map((argv) => ({ argv, cwd })),
  );
  expect(results.map(({ exitCode, stderr }) => `${exitCode} ${stderr.split(":")[0]}`)).toEqual([
    "2 FILE_EXISTS",
    "2 FILE_EXISTS",
    "2 NAME_INVALID",
    "2 NAME_INVALID",
    "2 MACHINE_UNKNOWN",
    "2 OPTION_INVALID",
    "2 ARGUMENT_MISSING",
    "2 ARGUMENT_MISSING",
  ]);
  expect(results[6]?.stderr).toContain("no NAME is named; say what it is to be called");
  expect(results[7]?.stderr).toContain("no KIND is named; write project, machine or scenario");
  expect(readFileSync(join(cwd, "machines/baker.ts"), "utf8")).toBe("// mine\n");
  expect(results.every(({ stderr }) => /^[^\n]+\n$/.test(stderr))).toBe(true);
});
