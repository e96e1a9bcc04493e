// Runs as a store sees them: made up, but with digests that follow from each other.
import { hash } from "node:crypto";
import { BLOCK_SIZE } from "../../src/core/journal-line.ts";
import type { WrittenSnapshot } from "../../src/storage/snapshot.ts";
import type { Block, Commit, Manifest, Store } from "../../src/storage/store.ts";

const sha256 = (text: string): string => hash("sha256", text, "hex");

/** An entry every virtual second. */
const lineAt = (run: string, seq: number): string =>
  JSON.stringify([
    seq,
    seq * 1000,
    "agent:ada",
    { type: "noted", text: `“${run}” ${sha256(run + seq)}` },
  ]);

const chainAt = (run: string, number: number): string =>
  number === 0 ? "0".repeat(64) : sha256(`${run} ${number}`);

const linesOf = (run: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, i) => lineAt(run, from + i));

/** A block of a run, the same each time. */
export const sampleBlock = (run: string, number: number): Block => ({
  number,
  at: ((number + 1) * BLOCK_SIZE - 1) * 1000,
  before: chainAt(run, number),
  after: chainAt(run, number + 1),
  states: sha256(`states ${number}`),
  lines: linesOf(run, number * BLOCK_SIZE, (number + 1) * BLOCK_SIZE),
});

export const sampleManifest = (run: string, parent?: Manifest["parent"]): Manifest => ({
  run,
  scenario: "sample",
  source: "scenarios/sample.ts",
  seed: 7,
  until: 604_800_000,
  params: { pause: 30, mood: "calm", loud: true },
  engine: "2.0.0",
  machines: {
    greeter: {
      hash: sha256("greeter"),
      structure: '{"id":"greeter"}',
      functions: { "guards.isTired": sha256("isTired") },
    },
  },
  staging: sha256("staging"),
  ...(parent && { parent }),
  createdAt: 1_767_600_000_000,
});

export interface SampleCommit {
  /** Entries that the store has already. */
  readonly from?: number;
  /** Entries with this commit. */
  readonly to: number;
  readonly snapshots?: readonly WrittenSnapshot[];
  readonly parent?: Manifest["parent"];
  readonly isComplete?: boolean;
}

/** What a commit adds to a run with an entry every virtual second. */
export function sampleCommit(
  run: string,
  { from = 0, to, snapshots = [], parent, isComplete = false }: SampleCommit,
): Commit {
  const [first, end] = [Math.floor(from / BLOCK_SIZE), Math.floor(to / BLOCK_SIZE)];
  return {
    manifest: sampleManifest(run, parent),
    head: {
      steps: to,
      at: Math.max(0, to - 1) * 1000,
      until: 604_800_000,
      isComplete,
      digest: sha256(`${run} after ${to}`),
      chain: chainAt(run, end),
      posts: to,
      agents: 1,
      savedAt: 1_767_600_000_000 + to,
    },
    blocks: Array.from({ length: end - first }, (_, i) => sampleBlock(run, first + i)),
    tail: linesOf(run, end * BLOCK_SIZE, to),
    snapshots,
  };
}

/** Records of one table, by id. */
export type Records = Readonly<Record<string, unknown>>;

/** A snapshot of one table. @param gone makes it a change: what is taken away */
export function sampleSnapshot(
  seq: number,
  records: Records,
  gone?: readonly string[],
): WrittenSnapshot {
  const put = Object.entries(records).map(([id, record]) => [id, JSON.stringify(record)] as const);
  return {
    seq,
    at: seq * 1000,
    isKeyframe: gone === undefined,
    digest: {
      chain: chainAt("digest", seq),
      changed: [0, seq],
      lines: linesOf("digest", 0, seq % BLOCK_SIZE),
    },
    tables: [{ table: "agents", put, gone: gone ?? [] }],
  };
}

/** The records of a snapshot's only table, in their order. */
export async function recordsAt(
  store: Store,
  run: string,
  seq: number,
): Promise<readonly (readonly [string, unknown])[]> {
  const { tables } = await store.snapshot(run, seq);
  return [...(tables.get("agents") ?? [])].map(([id, record]) => [id, JSON.parse(record)]);
}

/** Everything that a store has of a run, to be compared. */
export async function everythingOf(store: Store, run: string): Promise<unknown> {
  const blocks = await store.blocks(run);
  const snapshots = await store.snapshots(run);
  return {
    record: await store.run(run),
    blocks: await Promise.all(blocks.map(({ number }) => store.block(run, number))),
    tail: await store.tail(run),
    snapshots: await Promise.all(snapshots.map(({ seq }) => store.snapshot(run, seq))),
  };
}
