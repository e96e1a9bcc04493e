// A program that keeps run after run in a store, and prints each commit when it is acknowledged, until it is killed.
import { writeSync } from "node:fs";
import { installResolveHooks } from "../../src/cli/resolve-hooks.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { shippedScenario } from "./golden.ts";
import { watchCommits } from "./watched-store.ts";

const STANDARD_OUTPUT = 1;

installResolveHooks();
const [place = "", scenario = "", until = ""] = process.argv.slice(2);
await using store = await openStore(place);
watchCommits(store, ({ manifest, head }) => {
  // It is in the pipe when the process goes on: whatever kills it, this was said.
  writeSync(STANDARD_OUTPUT, `${manifest.run} ${head.steps}\n`);
});
const staged = await shippedScenario(scenario);
for (let seed = 1; ; seed++) await simulate(staged, { seed, until: Number(until), store });
