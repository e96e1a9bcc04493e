// A commit as records: what is put under which key. Nothing is written here.
import { chunksOf, markOf, type Put, sealed } from "./codec.ts";
import { type Marks, type Written, writeDocument } from "./document.ts";
import type { Stored } from "./inspect-run.ts";
import { blockKey, entriesKey, headKey, manifestKey, snapshotKey, stateKey } from "./keys.ts";
import {
  type BlockRecord,
  type HeadRecord,
  recordPut,
  type SnapshotLink,
  type SnapshotRecord,
} from "./records.ts";
import { checkChain, checkCommit } from "./rules.ts";
import type { Block, Commit, Manifest, Snapshot } from "./store.ts";

/** A keyframe at the latest after so many differences: reading one reads all since then. */
const KEYFRAME_EVERY = 16;
/** Marks of earlier heads that a head names: more than an anchor may be behind. */
const MAX_RECENT = 4;

/** The snapshot that the next one of the same run is told as a difference to. */
export interface Told {
  readonly link: SnapshotLink;
  readonly marks: Marks;
  /** Differences since the keyframe, and their size together. */
  readonly depth: number;
  readonly size: number;
}

export interface Draft {
  readonly puts: readonly Put[];
  /** What will be known of the run. */
  readonly stored: Stored;
  readonly told: Told | undefined;
}

export interface Before {
  readonly stored: Stored | undefined;
  readonly told: Told | undefined;
  /** Chain hash before the first of the blocks, which may lie in a parent. */
  readonly chainBefore: (manifest: Manifest, from: number) => Promise<string>;
}

/** @throws Error when the commit does not continue the run */
export async function draftCommit(id: string, commit: Commit, before: Before): Promise<Draft> {
  const { stored } = before;
  const manifest = checkCommit(id, stored, commit);
  const puts: Put[] = [];
  if (stored === undefined) puts.push(recordPut(manifestKey(id), manifest));
  const last = await draftBlocks(id, commit.blocks, { manifest, before, puts });
  const drawn = await draftSnapshots(id, commit.snapshots, { before, puts });
  const replaced = last !== stored?.last && last?.from === stored?.last?.from ? stored?.last?.bytes : 0;
  const record: HeadRecord = {
    head: commit.head,
    commits: (stored?.record.commits ?? 0) + 1,
    recent: stored ? [stored.mark, ...stored.record.recent].slice(0, MAX_RECENT) : [],
    snapshot: drawn.newest,
    bytes: (stored?.record.bytes ?? 0) + sizeOf(puts) - (replaced ?? 0),
  };
  const headPut = recordPut(headKey(id), record);
  const { head } = commit;
  const known = { manifest, head, record, mark: markOf(headPut), last };
  return {
    puts: [...puts, headPut],
    stored: { ...known, snapshots: drawn.snapshots },
    told: drawn.told,
  };
}

const sizeOf = (puts: readonly Put[]): number =>
  puts.reduce((sum, { key, value }) => sum + key.length + value.length, 0);

interface Drafting {
  readonly before: Before;
  readonly puts: Put[];
}

async function draftBlocks(
  id: string,
  blocks: readonly Block[],
  { manifest, before, puts }: Drafting & { readonly manifest: Manifest },
): Promise<Stored["last"]> {
  const [first] = blocks;
  let last = before.stored?.last;
  if (first === undefined) return last;
  const texts = checkChain(blocks, await before.chainBefore(manifest, first.from));
  for (const [index, block] of blocks.entries()) {
    if (block.chain === last?.chain) continue;
    const own = draftBlock(id, block, texts[index] ?? "");
    puts.push(...own);
    last = {
      from: block.from,
      count: block.entries.length,
      chain: block.chain,
      bytes: sizeOf(own),
    };
  }
  return last;
}

function draftBlock(id: string, block: Block, text: string): readonly Put[] {
  const { from, entries, states, chain } = block;
  const chunks = chunksOf(Buffer.from(text)).map((chunk, index) =>
    sealed(entriesKey(id, from, index), chunk),
  );
  const record: BlockRecord = {
    count: entries.length,
    states,
    chain,
    chunks: chunks.length,
    bytes: sizeOf(chunks),
  };
  return [...chunks, recordPut(blockKey(id, from), record)];
}

interface Drawn {
  readonly newest: SnapshotLink | null;
  readonly snapshots: ReadonlyMap<number, SnapshotRecord>;
  readonly told: Told | undefined;
}

/** A snapshot after as many entries as a stored one is that one. */
async function draftSnapshots(
  id: string,
  snapshots: readonly Snapshot[],
  { before, puts }: Drafting,
): Promise<Drawn> {
  let { told } = before;
  let newest = before.stored?.record.snapshot ?? null;
  const all = new Map(before.stored?.snapshots);
  for (const snapshot of snapshots) {
    if (all.has(snapshot.seq)) continue;
    const drafted = await draftSnapshot(id, snapshot, { told, before: newest });
    puts.push(...drafted.puts);
    all.set(snapshot.seq, drafted.record);
    told = drafted.told;
    newest = told.link;
  }
  return { newest, snapshots: all, told };
}

async function draftSnapshot(
  id: string,
  snapshot: Snapshot,
  { told, before }: { readonly told: Told | undefined; readonly before: SnapshotLink | null },
): Promise<{ readonly puts: readonly Put[]; readonly record: SnapshotRecord; readonly told: Told }> {
  const { seq, at } = snapshot;
  const base = told && told.depth + 1 < KEYFRAME_EVERY ? told : undefined;
  const drafted = await draftState(id, snapshot, base);
  const isSmaller = drafted.size + (base?.size ?? 0) < drafted.whole;
  const isDifference = base !== undefined && isSmaller;
  const { puts, marks, size } =
    base === undefined || isSmaller ? drafted : await draftState(id, snapshot, undefined);
  const chunks = puts.map(markOf);
  const record = { seq, at, base: isDifference ? base.link : null, chunks, before };
  const put = recordPut(snapshotKey(id, seq), record);
  const link = { seq, mark: markOf(put) };
  return {
    puts: [...puts, put],
    record,
    told: isDifference
      ? { link, marks, depth: base.depth + 1, size: base.size + size }
      : { link, marks, depth: 0, size: 0 },
  };
}

async function draftState(
  id: string,
  snapshot: Snapshot,
  base: Told | undefined,
): Promise<Written & { readonly puts: readonly Put[] }> {
  const puts: Put[] = [];
  const written = await writeDocument(snapshot, base?.marks, (piece) => {
    puts.push(sealed(stateKey(id, snapshot.seq, puts.length), piece));
  });
  return { ...written, puts };
}
