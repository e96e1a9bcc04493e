// `npm run nightly`: the checks that take longer than a commit should wait. Ends with exit code 1 when one fails.
//
//   node scripts/nightly.ts [matrix|equivalence|laws|small-town]…   all of them without a name
import { spawnSync } from "node:child_process";
import { runMatrix } from "./nightly/matrix.ts";

interface Check {
  readonly name: string;
  readonly run: () => boolean;
}

/** The test files at nightly size: `RUNS` is read by test/support/fresh-seed.ts. */
function vitest(files: readonly string[], runs: number): boolean {
  const args = ["node_modules/vitest/vitest.mjs", "run", ...files];
  const env = { ...process.env, RUNS: String(runs) };
  return spawnSync(process.execPath, args, { stdio: "inherit", env }).status === 0;
}

const checks: readonly Check[] = [
  { name: "matrix", run: runMatrix },
  { name: "equivalence", run: () => vitest(["test/core/host-equivalence.test.ts"], 3000) },
  { name: "laws", run: () => vitest(["test/core/laws.test.ts"], 200) },
];

const wanted = process.argv.slice(2);
const failed = checks
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  .filter(({ name, run }) => {
    console.log(`\n== ${name}`);
    return !run();
  });
console.log(failed.length === 0 ? "\nall passed" : `\nfailed: ${failed.map((it) => it.name)}`);
process.exitCode = failed.length === 0 ? 0 : 1;
