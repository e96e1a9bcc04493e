// A machine is the same one from TypeScript, built and laid out anew, and another one after any change to its config.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnyStateMachine, assign, raise, setup } from "xstate";
import { prepareMachine } from "../../src/core/machine/prepare.ts";
import { functionsOf, structureOf } from "../../src/core/machine/structure.ts";
import { differencesOf } from "../../src/run/structure-differences.ts";
import { buildMachine } from "../support/build-machine.ts";
import { editMachine, editNames } from "../support/edit-machine.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { machineNames } from "../support/golden.ts";
import { type MachineSpec, machineSpec } from "../support/random-machine.ts";

const HERE = "test/core/structure.test.ts";
const root = join(import.meta.dirname, "../..");
mkdirSync(join(root, "coverage"), { recursive: true });
/** Inside the repository, so that imports are found. */
const folder = mkdtempSync(join(root, "coverage/structure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a shipped machine", () => {
  const names = machineNames();
  let printed: readonly string[] = [];

  beforeAll(() => {
    build();
    for (const file of machineFiles()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), laidOutAnew(file));
    }
    printed = print([
      ...names.map((name) => join(root, `machines/${name}.ts`)),
      ...names.map((name) => join(folder, `built/machines/${name}.js`)),
      ...names.map((name) => join(folder, `${name}.ts`)),
    ]);
  });

  test.each(names)("%s is the same from TypeScript and from the built package", (name) => {
    const index = names.indexOf(name);
    expect(printed[index + names.length]).toBe(printed[index]);
  });

  test.each(names)("%s is the same however its file is laid out", (name) => {
    const index = names.indexOf(name);
    expect(printed[index + 2 * names.length]).toBe(printed[index]);
    expect(laidOutAnew(`${name}.ts`)).not.toBe(textOf(`${name}.ts`));
  });
});

/** As `npm pack` builds it, but not into `dist`. Emits even where a type is wrong, which is for others to tell. */
function build(): void {
  const built = join(folder, "built");
  const tsc = join(root, "node_modules/.bin/tsc");
  spawnSync(tsc, ["--project", "tsconfig.build.json", "--outDir", built], { cwd: root });
  const manifest = { name: "puppet-engine", type: "module", exports: { ".": "./src/index.js" } };
  writeFileSync(join(built, "package.json"), JSON.stringify(manifest));
}

function print(files: readonly string[]): readonly string[] {
  const program = join(root, "test/support/print-machines.ts");
  const args = ["--conditions=puppet-engine-source", program, ...files];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stderr).toBe("");
  const list: readonly unknown[] = JSON.parse(stdout);
  return list.map((machine) => JSON.stringify(machine));
}

/** With the parts that machines are made of. */
const machineFiles = (): readonly string[] =>
  readdirSync(join(root, "machines"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );

const textOf = (file: string): string => readFileSync(join(root, "machines", file), "utf8");

const laidOutAnew = (file: string): string =>
  textOf(file)
    .replace(/,(\s*[}\])])/g, "$1")
    .replace(/,$/gm, "\n\n  , // as some like it")
    .replace(/^ +/gm, "\t")
    .replace(/;$/gm, "\n;")
    .replace(/=> /g, "=>/* so */")
    .replace(/"([\w #.-]*)"/g, "'$1'");

const make = (spec: MachineSpec) => buildMachine(spec, () => undefined);
const structureFor = (machine: AnyStateMachine) => structureOf(prepareMachine(machine, "m"));

describe("a random machine", () => {
  test("has one structure, which is plain JSON", () =>
    tryOut(HERE, 60, machineSpec, (spec) => {
      const structure = structureFor(make(spec));
      expect(structureFor(make(spec))).toStrictEqual(structure);
      expect(JSON.parse(JSON.stringify(structure))).toStrictEqual(structure);
    }));

  test.each(editNames)("has another structure after %s, and one can say what differs", (name) =>
    tryOut(HERE, 10, fc.tuple(machineSpec, fc.nat(99)), ([spec, nth]) => {
      const edited = editMachine(make(spec), name, nth);
      if (edited === undefined) return fc.pre(false);
      const before = JSON.stringify(structureFor(make(spec)));
      const after = JSON.stringify(structureFor(edited));
      expect(after === before).toBe(false);
      expect(differencesOf(before, after)).not.toEqual([]);
    }),
  );
});

describe("the order", () => {
  const { createMachine } = setup({});

  test("of states, events and tags in a file means nothing", () => {
    const a = { on: { one: "b", two: {} }, tags: ["x", "y"] };
    const same = { tags: ["y", "x"], on: { two: {}, one: "b" } };
    const machine = createMachine({ id: "m", initial: "a", states: { a, b: {} } });
    const other = createMachine({ states: { b: {}, a: same }, initial: "a", id: "m" });
    expect(structureFor(other)).toStrictEqual(structureFor(machine));
  });

  test("of regions decides who acts first", () => {
    const machine = createMachine({ id: "m", type: "parallel", states: { a: {}, b: {} } });
    const other = createMachine({ id: "m", type: "parallel", states: { b: {}, a: {} } });
    expect(structureFor(other)).not.toEqual(structureFor(machine));
  });
});

describe("the functions of a machine", () => {
  const functions = functionsOf(
    prepareMachine(
      setup({
        types: { context: {} as { readonly n: number } },
        delays: { aWhile: 50 },
        guards: { isOne: ({ context }) => context.n === 1 },
        actions: { inc: assign(({ context }) => ({ n: context.n + 1 })) },
      }).createMachine({
        id: "m",
        context: { n: 0 },
        entry: raise({ type: "go" }),
        on: { go: { guard: ({ context }) => context.n > 2, actions: "inc" } },
      }),
      "m",
    ),
  );

  test("are found by name, and inline ones by their place", () => {
    expect(Object.keys(functions).sort()).toEqual([
      "actions.inc",
      "context",
      "delays.aWhile",
      "guards.isOne",
      "inline.m on go",
    ]);
  });

  test("are texts without layout", () => {
    expect(functions["guards.isOne"]).toContain("({context})=>context.n===1");
    expect(functions["delays.aWhile"]).toContain("50");
    expect(functions["inline.m on go"]).toContain("context.n>2");
  });
});
