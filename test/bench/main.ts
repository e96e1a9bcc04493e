// `npm run bench`: how fast the engine is, as ratios within one run. `--json` prints them as one value, `--write`
// puts them into docs/reference/benchmarks.md.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { useLargeNursery } from "../../src/cli/nursery.ts";
import { xstateBackend } from "../../src/core/agent.ts";
import { produce } from "../../src/core/production.ts";
import { firstState } from "../../src/core/state.ts";
import { simulate } from "../../src/run/simulate.ts";
import { onActors, onEngine, workload } from "./against-actors.ts";
import { compare, median, ROUNDS, timed } from "./measure.ts";
import { personas } from "./personas.ts";
import { pholdByHand, pholdOnEngine } from "./phold.ts";
import { type Figure, toMarkdown, toText } from "./present.ts";
import { byFilter, byIndex } from "./routing.ts";
import { keptOrNot, seeking, snapshots } from "./store.ts";

const THOUSAND = 1000;

async function engineAgainstActors(): Promise<Figure> {
  const size = { agents: THOUSAND, events: 40_000 };
  const scenario = workload(size);
  const { measured, ratio } = await compare([
    { name: "engine, xstate back end, journal off", run: () => onEngine(scenario) },
    { name: "plain createActor actors", run: () => onActors(size) },
  ]);
  const name = "engine / plain actors: same machine, events and final states (1,000 agents)";
  return { id: "engineToActors", name, ratio, bar: ">= 0.8", measured, unit: "events/s" };
}

async function journalOnAndOff(): Promise<Figure> {
  const scenario = workload({ agents: THOUSAND, events: 40_000 });
  const run = async (journal: boolean) => {
    const { steps, wallMs, posts } = await simulate(scenario, { journal });
    return { operations: steps, elapsed: wallMs, result: String(posts.length) };
  };
  const { measured, ratio } = await compare([
    { name: "journal and digest on", run: () => run(true) },
    { name: "journal off", run: () => run(false) },
  ]);
  const name = "journal in memory on / off (1,000 agents)";
  return { id: "journalOnToOff", name, ratio, bar: ">= 0.75", measured, unit: "events/s" };
}

async function phold(): Promise<Figure> {
  const { measured, ratio } = await compare([
    { name: "engine, xstate back end", run: () => pholdOnEngine(THOUSAND, 80) },
    { name: "by hand", run: () => pholdByHand(THOUSAND, 80) },
  ]);
  const name = "PHOLD: engine / hand-written loop (1,000 processes, remote 0.5, lookahead 0.1)";
  return { id: "phold", name, ratio, bar: "reported", measured, unit: "events/s" };
}

async function routing(): Promise<Figure> {
  const agents = 10 * THOUSAND;
  const { measured, ratio } = await compare([
    { name: "by index", run: () => byIndex(agents, 1_000_000) },
    { name: "a filter per agent", run: () => byFilter(agents, 2000) },
  ]);
  const name = "routing: by index / a filter per agent (10,000 agents)";
  return { id: "routing", name, ratio, bar: ">= 400", measured, unit: "events/s" };
}

/** Cost per event as agents grow: the same number of events for all sizes, in turn. Starts count as events. */
async function scaling(): Promise<readonly Figure[]> {
  const sizes = [100, THOUSAND, 10 * THOUSAND, 100 * THOUSAND];
  const rates = sizes.map((): number[] => []);
  for (let round = 0; round < 3; round++) {
    for (const [i, agents] of sizes.entries()) {
      // Made anew each time: what lies in memory without being used costs the others.
      const scenario = workload({ agents, events: 200_000 });
      globalThis.gc?.();
      rates[i]?.push((await simulate(scenario, { journal: false })).stepsPerSecond);
    }
  }
  const measured = sizes.map((agents, i) => ({
    name: `${agents.toLocaleString("en")} agents`,
    perSecond: median(rates[i] ?? []),
  }));
  const ratio = (measured[1]?.perSecond ?? Number.NaN) / (measured[3]?.perSecond ?? Number.NaN);
  const name = "cost per event: 100,000 agents / 1,000 agents";
  return [{ id: "scaling", name, ratio, bar: "<= 1.5", measured, unit: "events/s" }];
}

/** Bytes of an agent that has started and waits. */
async function memory(): Promise<Figure> {
  const agents = 20 * THOUSAND;
  const scenario = workload({ agents, events: agents });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const run = await simulate(scenario, { journal: false, until: 0 });
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - before) / run.agents.length;
  const [, elapsed] = await timed(() => firstState(produce(scenario), xstateBackend(), 1));
  const perSecond = (agents / elapsed) * THOUSAND;
  const measured = [{ name: "agents made ready", perSecond }];
  const name = "bytes per waiting agent, with its timers (20,000 agents)";
  return { id: "bytesPerAgent", name, ratio: bytes, bar: "reported", measured, unit: "agents/s" };
}

useLargeNursery();
const { values } = parseArgs({
  options: { json: { type: "boolean" }, write: { type: "boolean" } },
});
// The largest population first: what other measurements leave in memory would count against it.
const figures: Figure[] = [...(await scaling())];
if (!values.json) console.log(toText(figures));
for (const take of [engineAgainstActors, journalOnAndOff, phold, routing, memory]) {
  figures.push(await take());
  if (!values.json) console.log(toText(figures.slice(-1)));
}
for (const take of [personas, keptOrNot, snapshots, seeking]) {
  const taken = await take();
  figures.push(...taken);
  if (!values.json) console.log(toText(taken));
}
if (values.json) console.log(JSON.stringify({ node: process.version, rounds: ROUNDS, figures }));
if (values.write) {
  const path = join(import.meta.dirname, "../../docs/reference/benchmarks.md");
  await writeFile(path, toMarkdown(figures));
}
