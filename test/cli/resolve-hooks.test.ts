// A user's file in a folder of its own gets the engine's copies, from a clone and from the built package.
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";

const root = join(import.meta.dirname, "../..");
const hooks = readFileSync(join(root, "src/cli/resolve-hooks.ts"), "utf8");
const manifest = readFileSync(join(root, "package.json"), "utf8");

const go = (file: string) =>
  `import { installResolveHooks } from "./resolve-hooks.${file}";
   installResolveHooks();
   await import(process.argv[2]);`;

/** A small engine whose index and machine say from where they come. */
const engines = {
  clone: {
    "package.json": manifest,
    "src/index.ts": 'export const origin: string = "src";',
    "machines/greeter.ts": 'export { origin as default } from "puppet-engine";',
    "src/cli/resolve-hooks.ts": hooks,
    "src/cli/go.ts": go("ts"),
  },
  package: {
    "package.json": manifest,
    "dist/src/index.js": 'export const origin = "dist";',
    "dist/machines/greeter.js": 'export { origin as default } from "puppet-engine";',
    "dist/src/cli/resolve-hooks.js": stripTypeScriptTypes(hooks),
    "dist/src/cli/go.js": go("js"),
  },
};

/** Another copy of xstate beside the user's file, and a package.json that makes `.ts` files CommonJS. */
const FOREIGN = {
  "package.json": '{ "type": "commonjs" }',
  "node_modules/xstate/package.json": '{ "name": "xstate", "exports": "./index.js" }',
  "node_modules/xstate/index.js": 'exports.setup = "foreign";',
};

function runUserFile(kind: keyof typeof engines, files: Record<string, string>): string {
  const engine = makeFolder(engines[kind]);
  symlinkSync(join(root, "node_modules"), join(engine, "node_modules"));
  const user = makeFolder(files);
  const start = join(engine, kind === "clone" ? "src/cli/go.ts" : "dist/src/cli/go.js");
  const [file = ""] = Object.keys(files);
  const result = spawnSync(process.execPath, [start, join(user, file)], { encoding: "utf8" });
  expect(result.stderr).toBe("");
  return result.stdout.trim();
}

describe.each([
  ["clone", "src"],
  ["package", "dist"],
] as const)("with the engine as a %s", (kind, origin) => {
  test("a file outside of it imports engine, machines, xstate and rxjs", () => {
    const file = `import { origin } from "puppet-engine";
      import greeter from "puppet-engine/machines/greeter";
      import { setup } from "xstate";
      import { getShortestPaths } from "xstate/graph";
      import { Subject } from "rxjs";
      import { map } from "rxjs/operators";
      console.log(origin, greeter, ...[setup, getShortestPaths, Subject, map].map((x) => typeof x));`;
    const expected = `${origin} ${origin} function function function function`;
    expect(runUserFile(kind, { "scenario.ts": file })).toBe(expected);
  });

  test("a file with its own xstate in a CommonJS project gets the engine's all the same", () => {
    const file =
      'import { setup } from "xstate";\nconst kind: string = typeof setup;\nconsole.log(kind);';
    expect(runUserFile(kind, { "machine.ts": file, ...FOREIGN })).toBe("function");
  });

  test("a CommonJS file requires the engine's xstate and the engine itself", () => {
    const file = `const [{ origin }, { setup }] = [require("puppet-engine"), require("xstate")];
      import("xstate").then((imported) => console.log(origin, imported.setup === setup));`;
    expect(runUserFile(kind, { "machine.cjs": file, ...FOREIGN })).toBe(`${origin} true`);
  });
});

test("other packages are the user's own", () => {
  const files = {
    "scenario.ts": 'import zod from "zod";\nconsole.log(zod);',
    "node_modules/zod/package.json": '{ "name": "zod", "type": "module", "exports": "./index.js" }',
    "node_modules/zod/index.js": 'export default "own";',
  };
  expect(runUserFile("clone", files)).toBe("own");
});
