// Whether the records of one run fit together and reach as far as was acknowledged.
import { messageOf } from "../core/error.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import type { Anchored } from "./anchor.ts";
import { markOf } from "./codec.ts";
import { type Damage, spanOf } from "./damage.ts";
import type { View } from "./database.ts";
import { blockRange, headKey, manifestKey, seqOf, snapshotRange } from "./keys.ts";
import {
  type HeadRecord,
  readBlock,
  readHead,
  readManifest,
  readSnapshot,
  type SnapshotLink,
  type SnapshotRecord,
} from "./records.ts";
import { firstOwnSeq, type Known, type LastBlock } from "./rules.ts";

/** What is known of a run in the store without reading its entries and states. */
export interface Stored extends Known {
  readonly record: HeadRecord;
  /** Of the record of its head. */
  readonly mark: string;
  readonly last: (LastBlock & { readonly bytes: number }) | undefined;
  /** By seq. */
  readonly snapshots: ReadonlyMap<number, SnapshotRecord>;
}

export interface Found {
  /** As far as it can be read. */
  readonly stored?: Stored;
  readonly damages: readonly Damage[];
}

/** What the anchor says of a run, and how far the database may be ahead of it. */
export interface Expected {
  /** Undefined where the anchor does not know the run; there may be no anchor at all. */
  readonly anchored: Anchored | undefined;
  /** Commits of the store behind the anchor. */
  readonly ahead: number;
}

/** Never throws: what cannot be read is damage. */
export async function inspectRun(view: View, id: string, expected: Expected): Promise<Found> {
  const damages: Damage[] = [];
  const tell: Tell = (what, cause) => {
    damages.push({ run: id, what, ...(cause !== undefined && { cause }) });
  };
  try {
    const stored = await readStored(view, id, { expected, tell });
    return { damages, ...(stored && { stored }) };
  } catch (thrown) {
    const seq = expected.anchored?.seq ?? 0;
    tell(`of ${spanOf(0, seq)} some cannot be read: ${messageOf(thrown)}`, thrown);
    return { damages };
  }
}

type Tell = (what: string, cause?: unknown) => void;

async function readStored(
  view: View,
  id: string,
  { expected, tell }: { readonly expected: Expected; readonly tell: Tell },
): Promise<Stored | undefined> {
  const [headValue, manifestValue] = await Promise.all([
    view.get(headKey(id)),
    view.get(manifestKey(id)),
  ]);
  const record = headValue && readHead(headKey(id), headValue);
  const manifest = manifestValue && readManifest(manifestKey(id), manifestValue);
  if (headValue === undefined || record === undefined || manifest === undefined) {
    const part = record === undefined ? "what tells its length" : "its manifest";
    const isGone = record === undefined ? headValue === undefined : manifestValue === undefined;
    const end = expected.anchored?.seq ?? record?.head.seq ?? 0;
    tell(`${spanOf(0, end)} cannot be reached: ${part} is ${isGone ? "missing" : "broken"}`);
    return undefined;
  }
  const { head } = record;
  const mark = markOf({ value: headValue });
  checkAnchored(record, { mark, expected, tell });
  const last = await readBlocks(view, id, { first: firstOwnSeq(manifest), end: head.seq, tell });
  if (last !== undefined && last.chain !== head.digest) tell("its last block has another hash");
  const snapshots = await readSnapshots(view, id, { newest: record.snapshot, tell });
  return { manifest, head, record, mark, last, snapshots };
}

/** The head must be the acknowledged one, or one that was written after it. */
function checkAnchored(
  { head, commits, recent }: HeadRecord,
  {
    mark,
    expected,
    tell,
  }: { readonly mark: string; readonly expected: Expected; readonly tell: Tell },
): void {
  const { anchored, ahead } = expected;
  const further = commits - (anchored?.commits ?? 0);
  const before = further === 0 ? mark : recent[further - 1];
  const isTold = anchored === undefined || anchored.mark === before;
  if (isTold && further <= ahead) return;
  if (anchored === undefined) tell("was removed, and is there again");
  else if (head.seq < anchored.seq) tell(`${spanOf(head.seq, anchored.seq)} are missing`);
  else if (further < 0) tell("its last commit is missing, though no entries");
  else tell(`${spanOf(0, anchored.seq)} are not those that were acknowledged`);
}

interface Span {
  readonly first: number;
  readonly end: number;
  readonly tell: Tell;
}

/** @returns the last block, when the blocks follow one another up to the end */
async function readBlocks(view: View, id: string, span: Span): Promise<Stored["last"]> {
  const { first, end, tell } = span;
  let next = first;
  let last: Stored["last"];
  for await (const [key, value] of view.entries(blockRange(id))) {
    const block = readBlock(key, value);
    const from = seqOf(key);
    if (from > next) tell(`${spanOf(next, from)} are missing`);
    if (block === undefined) tell(`${spanOf(from, Math.min(from + BLOCK_SIZE, end))} are broken`);
    next = from + (block?.count ?? BLOCK_SIZE);
    last = block && { from, count: block.count, chain: block.chain, bytes: block.bytes };
    const isOld = block !== undefined && block.count < BLOCK_SIZE && next < end;
    if (!isOld) continue;
    tell(`${spanOf(next, Math.min(from + BLOCK_SIZE, end))} are missing`);
    next = from + BLOCK_SIZE;
  }
  if (next < end) tell(`${spanOf(next, end)} are missing`);
  if (next > end && last !== undefined) tell(`${spanOf(end, next)} are more than it has`);
  return last;
}

/** Every snapshot names the one that was written before it, and the head the last: none can be missing unseen. */
async function readSnapshots(
  view: View,
  id: string,
  { newest, tell }: { readonly newest: SnapshotLink | null; readonly tell: Tell },
): Promise<ReadonlyMap<number, SnapshotRecord>> {
  const found = new Map<string, SnapshotRecord>();
  for await (const [key, value] of view.entries(snapshotRange(id))) {
    const record = readSnapshot(key, value);
    if (record !== undefined) found.set(markOf({ value }), record);
  }
  const linked: SnapshotRecord[] = [];
  for (let link = newest; link !== null; ) {
    const record = found.get(link.mark);
    if (record === undefined) {
      tell(`the snapshot after ${link.seq} entries is missing or broken, and all before it`);
      break;
    }
    linked.push(record);
    link = record.before;
  }
  return new Map(linked.sort((a, b) => a.seq - b.seq).map((record) => [record.seq, record]));
}
