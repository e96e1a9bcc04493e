// Makes the calls that come on standard input, one after another, and prints their results as JSON.
import { text } from "node:stream/consumers";
import { main } from "../../src/cli/main.ts";
import type { Call, Result } from "./puppet.ts";

const calls: readonly Call[] = JSON.parse(await text(process.stdin));
const home = process.cwd();
const results: Result[] = [];
for (const { argv, cwd = home, isColoured = false, isDrawable = false } of calls) {
  process.chdir(cwd);
  let [stdout, stderr] = ["", ""];
  const exitCode = await main(argv, {
    out: (more) => {
      stdout += more;
    },
    err: (more) => {
      stderr += more;
    },
    columns: 80,
    isColoured,
    isDrawable,
  });
  results.push({ exitCode, stdout, stderr });
}
console.log(JSON.stringify(results));
