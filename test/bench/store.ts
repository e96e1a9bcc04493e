// What it costs to keep a run, to take and load a snapshot of many agents, and to look at an instant of the past.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import quietWeek from "../../scenarios/quiet-week.ts";
import { days } from "../../src/core/time.ts";
import { Keeper } from "../../src/run/keeper.ts";
import { momentBefore, momentOf } from "../../src/run/moment.ts";
import { Recorder } from "../../src/run/recorder.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { snapshotLines } from "../../src/storage/snapshot-text.ts";
import { workload } from "./against-actors.ts";
import { compare, median, timed } from "./measure.ts";
import type { Figure } from "./present.ts";

const THOUSAND = 1000;

/** Does something with a folder that is gone afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "puppet-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function keptOrNot(): Promise<readonly Figure[]> {
  const scenario = workload({ agents: THOUSAND, events: 40_000 });
  let bytesPerStep = Number.NaN;
  const kept = () =>
    inFolder(async (folder) => {
      await using store = await openStore(join(folder, "db"));
      const { run, steps, wallMs, posts } = await simulate(scenario, { store });
      bytesPerStep = (await store.run(run)).bytes / steps;
      return { operations: steps, elapsed: wallMs, result: String(posts.length) };
    });
  const unkept = async () => {
    const { steps, wallMs, posts } = await simulate(scenario, { journal: false });
    return { operations: steps, elapsed: wallMs, result: String(posts.length) };
  };
  const { measured, ratio } = await compare([
    { name: "kept in a store", run: kept },
    { name: "no journal", run: unkept },
  ]);
  const name = "run kept in a store, with journal and snapshots / without a journal (1,000 agents)";
  const bytes = "bytes in the store per entry, snapshots included (1,000 agents)";
  return [
    { id: "keptToUnkept", name, ratio, bar: ">= 0.75", measured, unit: "events/s" },
    {
      id: "bytesPerEntry",
      name: bytes,
      ratio: bytesPerStep,
      bar: "reported",
      measured: [],
      unit: "",
    },
  ];
}

/** A snapshot of many agents as a fork begins with one, against the same text in a file. */
export async function snapshots(): Promise<readonly Figure[]> {
  const agents = 100 * THOUSAND;
  const scenario = workload({ agents, events: agents });
  return inFolder(async (folder) => {
    await using store = await openStore(join(folder, "db"));
    const { run, kept } = await simulate(scenario, { until: 0, store });
    if (kept === undefined) throw new Error("the run was not kept");
    const [moment, elapsed] = await timed(async () => {
      const past = await openRun(store, run, scenario);
      return momentBefore(past, past.steps);
    });
    const { state, digest } = moment;
    const text = [...snapshotLines(new Recorder(state).take(digest))].join("\n");
    const result = String(text.length);
    const parent = { run, seq: state.seq, at: 0 };
    let [forks, bytes] = [0, Number.NaN];
    const snapshot = async () => {
      const manifest = { ...kept.manifest, run: `${run}.${++forks}`, parent };
      const keeping = { store, manifest, keptSteps: 0, until: 0, snapshotEvery: undefined };
      const keeper = new Keeper(state, digest, keeping);
      const [, elapsed] = await timed(() => keeper.begin({ isFork: true }));
      bytes = (await store.run(manifest.run)).bytes;
      return { operations: agents, elapsed, result };
    };
    const raw = async () => {
      const [, elapsed] = await timed(() => writeRaw(join(folder, "raw"), text));
      return { operations: agents, elapsed, result };
    };
    const { measured, ratio } = await compare([
      { name: "snapshot in a store, synced", run: snapshot },
      { name: "its text into a file, synced", run: raw },
    ]);
    const restored = { name: "restored from the store", perSecond: (agents * THOUSAND) / elapsed };
    const name = "snapshot of 100,000 agents / writing its text to a file";
    const perAgent = "bytes in the store per agent of such a snapshot";
    return [
      { id: "snapshotToFile", name, ratio, bar: ">= 0.15", measured, unit: "agents/s" },
      figure({ id: "snapshotBytes", name: perAgent, ratio: bytes / agents, measured: [restored] }),
    ];
  });
}

const figure = (spec: Pick<Figure, "id" | "name" | "ratio" | "measured">): Figure => ({
  ...spec,
  bar: "reported",
  unit: "agents/s",
});

function writeRaw(path: string, text: string): void {
  const file = openSync(path, "w");
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
}

const SEEKS = 60;

/** Instants in a scattered order, the same in every run of the bench. */
const instants = (until: number): readonly number[] =>
  Array.from({ length: SEEKS }, (_, i) => Math.floor((((i * 7919) % SEEKS) / SEEKS) * until));

export async function seeking(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const [agents, until] = [2 * THOUSAND, days(1)];
    const place = join(folder, "db");
    {
      await using store = await openStore(place);
      await simulate(quietWeek, { agents, until, store });
    }
    await using store = await openStore(place);
    const [past, elapsed] = await timed(() => openRun(store, "quiet-week-1", quietWeek));
    const times: number[] = [];
    for (const at of instants(until)) times.push((await timed(() => momentOf(past, at)))[1]);
    const name =
      "milliseconds to any instant of a day of 2,000 personas, once the run is open: median";
    const slowest = "the same: slowest of 60";
    const opened = { name: "opening that run", perSecond: THOUSAND / elapsed };
    return [
      { id: "seek", name, ratio: median(times), bar: "< 50", measured: [opened], unit: "/s" },
      {
        id: "seekSlowest",
        name: slowest,
        ratio: Math.max(...times),
        bar: "reported",
        measured: [],
        unit: "",
      },
    ];
  });
}
