// What a commit writes: blocks and snapshots to stay, a tail and a record in place of the ones before.
import { assert } from "../core/error.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { floor } from "../core/math.ts";
import type { Change } from "./disk.ts";
import { sumOf } from "./frame.ts";
import { blockKey, recordKey, snapshotKey, tailKey } from "./keys.ts";
import { snapshotLines } from "./snapshot-text.ts";
import type { Block, Commit, RunRecord } from "./store.ts";
import type { Texts } from "./texts.ts";

/** The record of a run, and the keys of what the next commit replaces. */
export interface Latest {
  readonly record: RunRecord;
  readonly keys: readonly string[];
}

/** What it takes to write a commit. @param last undefined for the first of a run */
export async function changesOf(
  texts: Texts,
  commit: Commit,
  last: RunRecord | undefined,
): Promise<{ readonly puts: readonly Change[]; readonly latest: Latest; readonly sum: string }> {
  const { manifest, head, tail } = commit;
  const { run } = manifest;
  const number = (last?.commit ?? 0) + 1;
  const snapshots = newSnapshots(commit, last);
  const lasting = await texts.pack([
    ...newBlocks(commit, last).map((block) => [blockKey(run, block), linesOf(block)] as const),
    ...snapshots.map((it) => [snapshotKey(run, it), snapshotLines(it)] as const),
  ]);
  const snapshot = snapshots.at(-1)?.seq ?? last?.snapshot;
  const record: RunRecord = {
    manifest,
    head,
    commit: number,
    bytes: lasting.reduce((sum, { value }) => sum + value.length, last?.bytes ?? 0),
    ...(snapshot !== undefined && { snapshot }),
  };
  const recorded = texts.changes([[recordKey(run, number), [JSON.stringify(record)]]]);
  const replaceable = [...recorded, ...texts.changes([[tailKey(run, number), tail]])];
  return {
    puts: [...lasting, ...replaceable],
    latest: { record, keys: replaceable.map(({ key }) => key) },
    sum: recorded.map(({ value }) => sumOf(value)).join(""),
  };
}

/** Numbers of the blocks of a run: from the first of its own to the one behind the last. */
export const blockNumbers = ({ manifest, head }: Pick<RunRecord, "manifest" | "head">) => ({
  first: floor((manifest.parent?.seq ?? 0) / BLOCK_SIZE),
  end: floor(head.steps / BLOCK_SIZE),
});

function newBlocks(commit: Commit, last: RunRecord | undefined): readonly Block[] {
  const { first, end } = blockNumbers(commit);
  const next = last === undefined ? first : blockNumbers(last).end;
  const blocks = commit.blocks.filter(({ number }) => number >= next);
  const isComplete =
    next + blocks.length === end &&
    blocks.every(({ number }, i) => number === next + i) &&
    commit.tail.length === commit.head.steps % BLOCK_SIZE;
  assert(isComplete, "a commit brings every entry from the last one to its head");
  return blocks;
}

function* linesOf({ states, before, after, lines }: Block): Iterable<string> {
  yield* [states, before, after];
  yield* lines;
}

/** Each with the one before it. */
function newSnapshots({ snapshots }: Commit, last: RunRecord | undefined) {
  const fresh = snapshots.filter(({ seq }) => seq > (last?.snapshot ?? -1));
  return fresh.map((snapshot, i) => {
    const before = i === 0 ? last?.snapshot : fresh[i - 1]?.seq;
    assert(snapshot.isKeyframe || before !== undefined, "a run's first snapshot is a keyframe");
    return { ...snapshot, before: before ?? snapshot.seq };
  });
}
