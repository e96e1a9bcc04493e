// `npm run golden [NAME…]`: writes the golden transcripts of the scenarios anew; all of them without a name.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installResolveHooks } from "../src/cli/resolve-hooks.ts";
import { goldenTranscript, scenarioNames } from "../test/support/golden.ts";

installResolveHooks();
const folder = join(import.meta.dirname, "../snapshots/golden");
await mkdir(folder, { recursive: true });
const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : scenarioNames()) {
  const path = join(folder, `${name}.txt`);
  await writeFile(path, await goldenTranscript(name));
  console.log(path);
}
