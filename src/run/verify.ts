// Whether a stored run is whole: its journal is hashed again, and every snapshot is read back.
import { hash } from "node:crypto";
import { EngineError } from "../core/error.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { floor, min } from "../core/math.ts";
import { formatInstant } from "../core/time.ts";
import type { RunRecord, Store } from "../storage/store.ts";
import type { Progress } from "./crank.ts";
import { chainAfter } from "./digest.ts";
import {
  type Beginning,
  beginningOf,
  blockNumbers,
  ownStretch,
  problemOf,
  stretchOf,
} from "./stretch.ts";

/** What was found out about a run. */
export interface Verification {
  readonly run: string;
  /** Entries, those of its parents included. */
  readonly entries: number;
  /** So many of them, from the first one on, are as they were written. */
  readonly whole: number;
  /** Its own. */
  readonly snapshots: number;
  /** What is wrong, in words; none when the run is whole. */
  readonly problems: readonly string[];
}

/**
 * Reads everything of a run and holds it against the chain of digests; a fork begins with that of its parent. Nothing
 * is executed: neither the scenario nor its machines are needed.
 * @throws EngineError RUN_UNKNOWN, STORE_UNREADABLE; damage is no exception but a problem
 */
export async function verifyRun(
  store: Store,
  id: string,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Verification> {
  const record = await store.run(id);
  const problems = new Set<string>();
  const checking = { store, record, note: (problem: string) => problems.add(problem) };
  const { chains, whole } = await readJournal(checking);
  const snapshots = await readSnapshots(checking, chains, onProgress);
  return { run: id, entries: record.head.steps, whole, snapshots, problems: [...problems] };
}

interface Checking {
  readonly store: Store;
  readonly record: RunRecord;
  readonly note: (problem: string) => void;
}

/** The digest before each block, by its number, as far as it is known. */
type Chains = ReadonlyMap<number, string>;

async function readJournal(checking: Checking): Promise<{ chains: Chains; whole: number }> {
  const { store, record, note } = checking;
  const { manifest, head } = record;
  const { first, end } = blockNumbers(record);
  const chains = new Map<number, string>();
  let whole = head.steps;
  let before = await attempt(checking, () => beginningOf(store, manifest));
  for (let number = first; number <= end; number++) {
    if (before !== undefined) chains.set(number, before.chain);
    const { after, isWhole } = await readStretch(checking, number, before);
    if (!isWhole) whole = min(whole, number * BLOCK_SIZE);
    before = after === undefined ? undefined : { chain: after, shared: [] };
  }
  await attempt(checking, () => store.blocks(manifest.run));
  const isClosed = head.steps % BLOCK_SIZE === 0;
  if (isClosed && head.digest !== head.chain) note("its digest is not that of its last block");
  return { chains, whole };
}

/** Where a stretch is lost, so is what the next one has to follow from. */
async function readStretch(checking: Checking, number: number, before: Beginning | undefined) {
  const { store, record, note } = checking;
  const stretch = await attempt(checking, () => ownStretch(store, record, number));
  const problem = stretch && problemOf(stretch, before);
  if (problem !== undefined) note(problem);
  return { after: stretch?.after, isWhole: stretch !== undefined && problem === undefined };
}

/** Reads every snapshot back. @returns how many there are */
async function readSnapshots(
  checking: Checking,
  chains: Chains,
  onProgress: (progress: Progress) => void,
): Promise<number> {
  const { store, record, note } = checking;
  const { manifest, head } = record;
  const places = await attempt(checking, () => store.snapshots(manifest.run));
  if (places === undefined) return 0;
  for (const { seq, at } of places) {
    const problem = await attempt(checking, () => snapshotProblem(checking, seq, chains));
    const name = `the snapshot at ${formatInstant(at)} after ${seq} entries`;
    if (problem !== undefined) note(`${name} ${problem}`);
    onProgress({ at, until: head.until, steps: seq });
  }
  const open = head.steps % BLOCK_SIZE;
  const isProved = open === 0 || places.some(({ seq }) => seq === head.steps);
  if (!isProved) note(`nothing proves the digest of its last ${open} entries`);
  return places.length;
}

async function snapshotProblem(
  { store, record: { manifest, head } }: Checking,
  seq: number,
  chains: Chains,
): Promise<string | undefined> {
  const snapshot = await store.snapshot(manifest.run, seq);
  const { chain, lines } = snapshot.digest;
  const number = floor(seq / BLOCK_SIZE);
  const stretch = lines.length > 0 ? await stretchOf(store, manifest.run, number) : { lines };
  const isOfJournal =
    chain === (chains.get(number) ?? chain) &&
    lines.length === seq % BLOCK_SIZE &&
    lines.every((line, i) => line === stretch.lines[i]);
  if (!isOfJournal) return "is not of this journal";
  const isOfRun = seq !== head.steps || digestOf(snapshot) === head.digest;
  return isOfRun ? undefined : "has another digest than the run";
}

/** The digest up to a snapshot, which has the states that changed since the last block. */
function digestOf({ digest, tables }: StoredSnapshot): string {
  const { chain, lines, changed } = digest;
  if (lines.length === 0) return chain;
  const agents = [...(tables.get("agents")?.values() ?? [])];
  const states = changed.map((index) => agents[index]).join("\n");
  return chainAfter(chain, lines, hash("sha256", states, "hex"));
}

type StoredSnapshot = Awaited<ReturnType<Store["snapshot"]>>;

/** Damage is what is looked for: it is noted, without the place and the way out. */
async function attempt<T>(
  { store, record, note }: Checking,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof EngineError && thrown.code === "STORE_DAMAGED")) throw thrown;
    const problem = thrown.message.slice(0, thrown.message.lastIndexOf("; "));
    const { run } = record.manifest;
    note(problem.replace(`${store.place} `, "").replace(` of "${run}"`, ""));
    return undefined;
  }
}
