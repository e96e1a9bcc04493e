// `npm run nightly`: the checks that take longer than a commit should wait. Ends with exit code 1 when one fails.
//
//   npm run nightly [NAME]…              those of the checks below; all of them without a name
//   npm run nightly damage -- --write    also writes its figures into docs/reference/durability.md
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { runDamage } from "./nightly/damage.ts";
import { runMatrix } from "./nightly/matrix.ts";

interface Check {
  readonly name: string;
  readonly run: () => boolean | Promise<boolean>;
}

/** Milliseconds for one test, in which each of its cases is tried. */
const MAX_TEST = 3_600_000;

/** A test file at nightly size: `RUNS` is read by test/support/fresh-seed.ts. */
function vitest(file: string, runs: number): boolean {
  const args = ["node_modules/vitest/vitest.mjs", "run", `--testTimeout=${MAX_TEST}`, file];
  const env = { ...process.env, RUNS: String(runs) };
  return spawnSync(process.execPath, args, { stdio: "inherit", env }).status === 0;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false } },
});

const checks: readonly Check[] = [
  { name: "matrix", run: runMatrix },
  { name: "equivalence", run: () => vitest("test/core/host-equivalence.test.ts", 3000) },
  { name: "laws", run: () => vitest("test/core/laws.test.ts", 200) },
  { name: "month", run: () => vitest("test/scenarios/small-town-month.test.ts", 30) },
  { name: "time-travel", run: () => vitest("test/run/snapshots.test.ts", 300) },
  { name: "time-travel", run: () => vitest("test/run/branches.test.ts", 300) },
  { name: "time-travel", run: () => vitest("test/run/comings.test.ts", 300) },
  { name: "time-travel", run: () => vitest("test/run/crash.test.ts", 1000) },
  { name: "explore", run: () => vitest("test/explore/persona-invariants.test.ts", 300_000) },
  { name: "explore", run: () => vitest("test/explore/paths.test.ts", 1000) },
  { name: "damage", run: () => runDamage(values) },
  { name: "kill", run: () => vitest("test/storage/kill.test.ts", 40) },
  { name: "kill", run: () => vitest("test/storage/kill-opening.test.ts", 300) },
  { name: "power-loss", run: () => vitest("test/storage/power-loss.test.ts", 500) },
  { name: "failing-disk", run: () => vitest("test/storage/failing-disk.test.ts", 500) },
];

const failed = new Set<string>();
for (const { name, run } of checks) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n== ${name}`);
  if (!(await run())) failed.add(name);
}
console.log(failed.size === 0 ? "\nall passed" : `\nfailed: ${[...failed].join(", ")}`);
process.exitCode = failed.size === 0 ? 0 : 1;
