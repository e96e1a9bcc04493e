// The law of explorations: every path is a run, whatever the machine.
import { expect, test } from "vitest";
import { explore } from "../../src/explore/explore.ts";
import { alongPath, pathOf, stepsOf } from "../../src/explore/path.ts";
import { makeSolo } from "../../src/explore/solo.ts";
import { cast, type Entry, hours, simulate } from "../../src/index.ts";
import { buildMachine } from "../support/build-machine.ts";
import { machineCases } from "../support/equivalence.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/explore/paths.test.ts";
/** Random machines; RUNS=1000 tries more. */
const MACHINES = 25;
/** Of each machine so many paths of at most so many steps. */
const PATHS = 8;
const STEPS = 60;
const MINUTES = 300_000;

/** Entries for others have places in a journal too. */
const placeless = (entry: Entry): Entry => ({ ...entry, seq: 0, cause: 0 });

test(
  "on every path of a random machine a run has the same events, keys, requests and states",
  async () => {
    let paths = 0;
    await tryOut(FILE, MACHINES, machineCases, async ({ spec, n }) => {
      const member = cast(
        buildMachine(spec, () => undefined),
        { n },
      );
      const solo = makeSolo(member, { id: "one", name: "random", start: "2026-01-05T00:00:00Z" });
      const bounds = { seeds: 2, steps: 300, span: hours(1) };
      const { entered, breaches } = explore(solo, { ...bounds, properties: {} });
      const trails = [...breaches.map(({ trail }) => trail), ...[...entered.values()].reverse()];
      const short = trails
        .filter(({ length, entry }) => length <= STEPS && entry.at > 0)
        .slice(0, PATHS);
      for (const trail of short) {
        const path = pathOf(trail, solo.production.effects);
        // A timer without a pause would go on for ever in the last instant.
        const until = path.until - 1;
        const { journal } = await simulate(alongPath(member, path), { seed: path.seed, until });
        const seen = journal.filter(({ to }) => to === "agent:one");
        const steps = stepsOf(trail).map(({ entry }) => entry);
        expect(seen.map(placeless)).toEqual(steps.filter(({ at }) => at <= until).map(placeless));
        paths++;
      }
    });
    expect(paths).toBeGreaterThan(MACHINES);
  },
  MINUTES,
);
