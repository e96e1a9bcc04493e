// Harm to copies of a store, 45 times of each kind, and the same to LevelDB alone: what comes of it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installResolveHooks } from "../../src/cli/resolve-hooks.ts";
import { rootKey } from "../../src/core/random.ts";
import { tryDamage } from "../../test/support/damage-trials.ts";
import { durabilityPage } from "../../test/support/durability-page.ts";
import { isUnbearable } from "../../test/support/finding.ts";
import { freshSample } from "../../test/support/fresh-seed.ts";
import { harmsTo } from "../../test/support/harm.ts";
import { makeKeptRuns } from "../../test/support/kept-runs.ts";
import { makePlain } from "../../test/support/plain-level.ts";

const PAGE = join(import.meta.dirname, "../../docs/reference/durability.md");
const OF_EACH_KIND = 45;
const MAX_SHOWN = 10;

/** @param write whether the page of the docs is written; @returns whether nothing was told wrong or lost in silence */
export async function runDamage({ write }: { readonly write: boolean }): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "puppet-damage-"));
  installResolveHooks();
  await makeKeptRuns(join(folder, "ours"));
  cpSync(join(folder, "ours"), join(folder, "read"), { recursive: true });
  await makePlain(join(folder, "read"), join(folder, "plain"));
  const { seed } = freshSample(1);
  console.log(`again with: SEED=${seed} npm run nightly damage`);
  const trials = (kind: "ours" | "plain") =>
    tryDamage({
      kind,
      master: join(folder, kind),
      key: rootKey(`damage ${seed}`),
      runs: OF_EACH_KIND * harmsTo(kind).length,
    });
  const [ours, plain] = [await trials("ours"), await trials("plain")];
  rmSync(folder, { recursive: true });
  const page = durabilityPage(ours, plain);
  console.log(page);
  const unbearable = ours.filter(isUnbearable);
  for (const trial of unbearable.slice(0, MAX_SHOWN)) console.log(JSON.stringify(trial));
  if (write) writeFileSync(PAGE, page);
  return unbearable.length === 0;
}
