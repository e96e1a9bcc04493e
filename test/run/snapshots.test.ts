// Whoever restores a snapshot goes on as if nothing had been: from every 10th entry to the next, byte for byte, and
// so by induction from each of them to the end.
import { expect, test } from "vitest";
import { xstateBackend } from "../../src/core/agent.ts";
import { type Production, produce } from "../../src/core/production.ts";
import { joinState, loadState, saveState } from "../../src/core/save.ts";
import type { Scenario } from "../../src/core/scenario.ts";
import { firstState, type RunState } from "../../src/core/state.ts";
import { type Ports, type Step, step } from "../../src/core/step.ts";
import { days } from "../../src/core/time.ts";
import { Digest } from "../../src/run/digest.ts";
import { REST, Recorder } from "../../src/run/recorder.ts";
import { simulated } from "../../src/run/simulated-reply.ts";
import { makeStage } from "../../src/run/stage.ts";
import type { WrittenSnapshot } from "../../src/storage/snapshot.ts";
import {
  joinSnapshot,
  parseSnapshot,
  type SnapshotText,
  snapshotLines,
} from "../../src/storage/snapshot-text.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { scenarioNames, shippedScenario } from "../support/golden.ts";
import { buildScenario, scenarioSpecs } from "../support/random-scenario.ts";

const FILE = "test/run/snapshots.test.ts";
const EVERY = 10;
/** The recorder takes no snapshots by itself. */
const NEVER = days(1e6);
/** Entries of a shipped scenario that are looked at; all of them with RUNS. */
const FIRST = process.env.RUNS === undefined ? 1500 : Number.POSITIVE_INFINITY;

const portsOf = (state: RunState): Ports => makeStage(state, simulated(state)).ports;

interface Reach {
  readonly to: number;
  readonly until: number;
  readonly onStep?: (step: Step) => void;
}

/** Takes the next entries. @returns false when the run is over */
function stepOn(state: RunState, ports: Ports, { to, until, onStep }: Reach): boolean {
  while (state.seq < to) {
    const at = state.queue.peekAt();
    if (at === undefined || at > until) return false;
    const stepped = step(state, ports);
    if (stepped !== undefined) onStep?.(stepped);
  }
  return true;
}

const textOf = (state: RunState): string => JSON.stringify(saveState(state));

/** What a store would read back. */
class Reader {
  #chain: SnapshotText[] = [];
  read(written: WrittenSnapshot): RunStateText {
    if (written.isKeyframe) this.#chain = [];
    this.#chain.push(parseSnapshot(Buffer.from([...snapshotLines(written), ""].join("\n"))));
    const { tables } = joinSnapshot(this.#chain);
    const recordsOf = (name: string): readonly unknown[] =>
      [...(tables.get(name)?.values() ?? [])].map(({ text }) => JSON.parse(text));
    const rest = tables.get(REST)?.get(REST)?.text ?? "";
    return JSON.stringify(joinState(JSON.parse(rest), recordsOf));
  }
}
type RunStateText = string;

interface Checked {
  readonly snapshots: number;
  readonly keyframes: number;
}

/** Follows a run; every snapshot is read back, loaded, and taken on to the next. */
function checkSnapshots(production: Production, seed: number, until: number): Checked {
  const state = firstState(production, xstateBackend(), seed);
  const ports = portsOf(state);
  const recorder = new Recorder(state, NEVER);
  const digest = new Digest();
  const onStep = ({ entry, agent }: Step): void => {
    const block = digest.add(entry, agent);
    if (block !== undefined) recorder.close(block, digest);
  };
  const reader = new Reader();
  let [snapshots, keyframes] = [0, 0];
  let restored: RunState | undefined;
  while (stepOn(state, ports, { to: state.seq + EVERY, until, onStep }) && state.seq <= FIRST) {
    const written = recorder.take(digest);
    const text = reader.read(written);
    snapshots++;
    keyframes += written.isKeyframe ? 1 : 0;
    expect(text === textOf(state), `what is read back at ${state.seq} is the state`).toBe(true);
    if (restored !== undefined) {
      stepOn(restored, portsOf(restored), { to: state.seq, until });
      expect(textOf(restored) === text, `restored, it comes to ${state.seq} as well`).toBe(true);
    }
    restored = loadState(production, xstateBackend(), JSON.parse(text));
  }
  return { snapshots, keyframes };
}

const untilOf = ({ until }: Scenario): number => Math.min(until, days(7));

test.each(scenarioNames())("%s goes on byte for byte from every snapshot", async (name) => {
  const scenario = await shippedScenario(name);
  const { snapshots, keyframes } = checkSnapshots(produce(scenario), 11, untilOf(scenario));
  expect(snapshots).toBeGreaterThan(100);
  expect(keyframes).toBeGreaterThan(0);
  expect(keyframes).toBeLessThan(snapshots);
});

test("random scenarios go on byte for byte from every snapshot", async () => {
  await tryOut(FILE, 20, scenarioSpecs, (spec) => {
    const scenario = buildScenario(spec);
    checkSnapshots(produce(scenario), spec.seed, scenario.until);
  });
});
