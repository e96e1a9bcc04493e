// `npm run golden [NAME…]`: writes the golden transcripts of the scenarios anew; all of them without a name, and
// then also the sample of texts in the docs.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installResolveHooks } from "../src/cli/resolve-hooks.ts";
import { simulate } from "../src/run/simulate.ts";
import { goldenTranscript, scenarioNames, shippedScenario } from "../test/support/golden.ts";
import { samplePostsPage } from "../test/support/sample-posts.ts";

installResolveHooks();
const folder = join(import.meta.dirname, "../snapshots/golden");
await mkdir(folder, { recursive: true });
const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : scenarioNames()) {
  const path = join(folder, `${name}.txt`);
  await writeFile(path, await goldenTranscript(name));
  console.log(path);
}
if (names.length === 0) {
  const page = join(import.meta.dirname, "../docs/reference/sample-posts.md");
  const run = await simulate(await shippedScenario("small-town"), { seed: 1 });
  await writeFile(page, samplePostsPage(run));
  console.log(page);
}
