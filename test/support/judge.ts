// Judges what a store says after damage: everything that it hands out must be what was acknowledged, and what it
// does not hand out it must name.
import { EngineError } from "../../src/core/error.ts";
import { openStore } from "../../src/storage/level-store.ts";
import type { Snapshot, Store } from "../../src/storage/store.ts";

/** What was acknowledged of each run, as text. */
export interface Acknowledged {
  readonly entries: readonly string[];
  readonly snapshots: ReadonlyMap<number, string>;
}
export type Truth = ReadonlyMap<string, Acknowledged>;

/** `refused` at opening, `told` when it was read, or `unharmed`: all of it came back. */
export type Verdict = "refused" | "told" | "unharmed";

export interface Judgement {
  readonly verdict: Verdict;
  /** What was said; empty when unharmed. */
  readonly message: string;
  /** What must never be. */
  readonly faults: readonly string[];
}

export async function truthOf(store: Store): Promise<Truth> {
  const truth = new Map<string, Acknowledged>();
  for (const { manifest } of await store.runs()) {
    const faults: string[] = [];
    truth.set(manifest.run, await heldOf(store, manifest.run, faults));
    if (faults.length > 0) throw new Error(faults.join());
  }
  return truth;
}

/** Everything of a run that can be read; what cannot is told in `damages`. */
async function heldOf(store: Store, id: string, damages: string[]): Promise<Acknowledged> {
  const entries: string[] = [];
  const snapshots = new Map<number, string>();
  const attempt = async (read: () => Promise<void>): Promise<void> => {
    try {
      await read();
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || thrown.code !== "STORE_DAMAGED") throw thrown;
      damages.push(thrown.message);
    }
  };
  await attempt(async () => {
    for await (const block of store.blocks(id, { from: 0, to: Number.MAX_SAFE_INTEGER })) {
      for (const entry of block.entries) entries[entry.seq] = JSON.stringify(entry);
    }
  });
  let listed: readonly Pick<Snapshot, "seq">[] = [];
  await attempt(async () => {
    listed = await store.snapshots(id);
  });
  for (const { seq } of listed) {
    await attempt(async () => {
      const snapshot = await store.snapshot(id, seq);
      if (snapshot !== undefined) snapshots.set(seq, JSON.stringify(snapshot));
    });
  }
  return { entries, snapshots };
}

/** @returns what was handed out and is not what was acknowledged */
function wrongIn(
  id: string,
  held: Acknowledged,
  truth: Acknowledged | undefined,
): readonly string[] {
  const wrongEntries = held.entries.flatMap((entry, seq) =>
    entry === truth?.entries[seq] ? [] : [`entry ${seq} of ${id} is wrong`],
  );
  const wrongSnapshots = [...held.snapshots].flatMap(([seq, snapshot]) =>
    snapshot === truth?.snapshots.get(seq) ? [] : [`snapshot ${seq} of ${id} is wrong`],
  );
  return [...wrongEntries, ...wrongSnapshots];
}

/** @returns whether all that was acknowledged is there */
const isComplete = (held: Acknowledged, truth: Acknowledged): boolean =>
  Object.keys(held.entries).length === Object.keys(truth.entries).length &&
  held.snapshots.size === truth.snapshots.size;

export async function judge(folder: string, truth: Truth): Promise<Judgement> {
  try {
    await using store = await openStore(folder);
    return await judgeOpened(store, truth);
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== "STORE_DAMAGED") throw thrown;
    const faults = await judgeDespite(folder, truth);
    return { verdict: "refused", message: thrown.message, faults };
  }
}

async function judgeOpened(store: Store, truth: Truth): Promise<Judgement> {
  const faults: string[] = [];
  const messages: string[] = [];
  const listed = (await store.runs()).map(({ manifest }) => manifest.run);
  const expected = [...truth.keys()].sort();
  if (listed.join() !== expected.join()) faults.push(`it lists the runs ${listed.join()}`);
  for (const [id, acknowledged] of truth) {
    const damages: string[] = [];
    const held = await heldOf(store, id, damages);
    faults.push(...wrongIn(id, held, acknowledged));
    if (damages.length === 0 && !isComplete(held, acknowledged))
      faults.push(`silent loss in ${id}`);
    if (damages.some((told) => !told.includes(`run "${id}"`))) faults.push(`${id} is not named`);
    messages.push(...damages);
  }
  const verdict = messages.length > 0 ? "told" : "unharmed";
  return { verdict, message: messages.join("\n"), faults };
}

/** Whoever opens it in spite of the damage gets nothing wrong either. */
async function judgeDespite(folder: string, truth: Truth): Promise<readonly string[]> {
  const faults: string[] = [];
  try {
    await using store = await openStore(folder, { readOnly: true, despiteDamage: true });
    if (store.damages.length === 0) faults.push("it opens without damage the second time");
    const known = new Set([...truth.keys(), ...(await store.runs()).map((it) => it.manifest.run)]);
    for (const id of known) faults.push(...wrongIn(id, await heldOf(store, id, []), truth.get(id)));
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== "STORE_DAMAGED") throw thrown;
  }
  return faults;
}
