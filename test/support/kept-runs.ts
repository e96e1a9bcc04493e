// A store with real runs in it, and all that it has of them: what a damaged copy may at most refuse to tell.
import { days, hours } from "../../src/core/time.ts";
import { fork } from "../../src/run/fork.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { openStore } from "../../src/storage/level-store.ts";
import type { Store } from "../../src/storage/store.ts";
import { shippedScenario } from "./golden.ts";

/** Something that a store has of a run. */
export interface Piece {
  readonly run: string;
  /** As JSON. */
  readonly read: (store: Store) => Promise<string>;
  readonly text: string;
}

/**
 * Makes a store with runs, a fork, and the traces of a run that was removed.
 * @param place a folder that is new or empty; closed four times meanwhile, so that LevelDB has tables and a log
 */
export async function makeKeptRuns(place: string): Promise<void> {
  const rumour = await shippedScenario("rumour");
  const quietWeek = await shippedScenario("quiet-week");
  const sessions: readonly ((store: Store) => Promise<unknown>)[] = [
    (store) => simulate(rumour, { until: days(1), store }),
    async (store) => {
      const past = await openRun(store, "rumour-1", rumour);
      await fork(past, { at: hours(10), seed: 2 });
      await simulate(quietWeek, { until: days(1), store });
    },
    async (store) => {
      await store.remove("quiet-week-1");
      await simulate(rumour, { until: days(2), seed: 2, store });
    },
    (store) => simulate(quietWeek, { until: days(3), seed: 3, store }),
  ];
  for (const work of sessions) {
    await using store = await openStore(place);
    await work(store);
  }
}

/** All that a store has: record by record, block by block, snapshot by snapshot. */
export async function piecesOf(store: Store): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const { manifest } of await store.runs()) {
    const { run } = manifest;
    const reads: ((store: Store) => Promise<unknown>)[] = [
      (from) => from.run(run),
      (from) => from.tail(run),
      (from) => from.blocks(run),
      (from) => from.snapshots(run),
      ...(await store.blocks(run)).map(
        ({ number }) =>
          (from: Store) =>
            from.block(run, number),
      ),
      ...(await store.snapshots(run)).map(
        ({ seq }) =>
          (from: Store) =>
            from.snapshot(run, seq),
      ),
    ];
    for (const from of reads) {
      const read = async (store: Store): Promise<string> => toText(await from(store));
      pieces.push({ run, read, text: await read(store) });
    }
  }
  return pieces;
}

/** Everything in one text, to be compared. */
export async function textOf(store: Store): Promise<string> {
  return (await piecesOf(store)).map(({ text }) => text).join("\n");
}

const toText = (value: unknown): string =>
  JSON.stringify(value, (_, it: unknown) => (it instanceof Map ? [...it] : it));
