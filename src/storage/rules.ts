// What every commit must be, whichever store takes it: a journal without holes whose chain of hashes holds.
import { hash } from "node:crypto";
import { assert, EngineError } from "../core/error.ts";
import type { Entry } from "../core/event.ts";
import { BLOCK_SIZE, entryOf, lineOf } from "../core/journal-line.ts";
import type { Block, Commit, Head, Manifest } from "./store.ts";

/** The chain hash before the first entry. */
export const FIRST_CHAIN = "0".repeat(64);

/** The text of a block's entries: what is hashed is what is stored. */
export const textOf = (entries: readonly Entry[]): string => entries.map(lineOf).join("\n");

export const entriesOf = (text: string): readonly Entry[] => text.split("\n").map(entryOf);

/**
 * @param before chain hash of the block before
 * @returns the chain hash of a block, 64 hex digits
 */
export const chainOf = (before: string, text: string, states: string): string =>
  hash("sha256", `${before}\n${text}\n${states}`, "hex");

/** The last block that is stored of a run. */
export interface LastBlock {
  readonly from: number;
  readonly count: number;
  readonly chain: string;
}

/** What is stored of a run so far. */
export interface Known {
  readonly manifest: Manifest;
  readonly head: Head;
  readonly last: LastBlock | undefined;
}

/** Seq of the first entry of a run's first own block: a fork stores the block again in which it left its parent. */
export const firstOwnSeq = ({ parent }: Pick<Manifest, "parent">): number =>
  parent === undefined ? 0 : parent.seq - (parent.seq % BLOCK_SIZE);

/**
 * A wrong commit is a mistake of the engine: nothing of it is stored.
 * @returns the manifest of the run
 * @throws Error when the commit does not continue what is stored
 */
export function checkCommit(id: string, known: Known | undefined, commit: Commit): Manifest {
  const manifest = known?.manifest ?? commit.manifest;
  assert(manifest !== undefined, "the first commit of a run has its manifest");
  assert(manifest.run === id, "a manifest names its run");
  const isSame =
    commit.manifest === undefined || JSON.stringify(commit.manifest) === JSON.stringify(manifest);
  assert(isSame, "a manifest is constant");
  let last = known?.last;
  for (const block of commit.blocks) last = checkBlock(block, last, firstOwnSeq(manifest));
  checkHead(commit.head, known?.head, last ?? { ...NO_BLOCK, count: manifest.parent?.seq ?? 0 });
  const isWithin = commit.snapshots.every(({ seq }) => seq <= commit.head.seq);
  assert(isWithin, "a snapshot lies in the past");
  return manifest;
}

const NO_BLOCK = { from: 0, chain: "" };

function checkBlock(block: Block, last: LastBlock | undefined, first: number): LastBlock {
  const { from, entries, chain } = block;
  const count = entries.length;
  assert(count > 0 && count <= BLOCK_SIZE, `a block has 1 to ${BLOCK_SIZE} entries`);
  assert(
    entries.every(({ seq }, index) => seq === from + index),
    "the entries of a block follow one another",
  );
  if (last === undefined) assert(from === first, "the first block of a run begins where it does");
  else if (from !== last.from) {
    const isNext = last.count === BLOCK_SIZE && from === last.from + BLOCK_SIZE;
    assert(isNext, "blocks follow one another, and only the last is open");
  } else {
    const grows = last.count < BLOCK_SIZE ? count >= last.count : chain === last.chain;
    assert(grows, "the open block grows, a closed one never changes");
  }
  return { from, count, chain };
}

function checkHead(head: Head, before: Head | undefined, last: LastBlock): void {
  assert(before === undefined || head.seq >= before.seq, "a run never gets shorter");
  assert(head.seq === last.from + last.count, "the head is where the last block ends");
  assert(last.chain === "" || head.digest === last.chain, "the digest is that of the last block");
}

/**
 * A block can be read again only if its chain hash holds, so that is checked before it is written.
 * @param before chain hash of the block before the first
 * @returns the text of each block
 */
export function checkChain(blocks: readonly Block[], before: string): readonly string[] {
  let chain = before;
  return blocks.map((block) => {
    const text = textOf(block.entries);
    assert(chainOf(chain, text, block.states) === block.chain, "the chain hash of a block holds");
    chain = block.chain;
    return text;
  });
}

/** @throws EngineError RUN_HAS_FORKS */
export function checkRemovable(id: string, manifests: Iterable<Manifest>): void {
  const forks = [...manifests].filter(({ parent }) => parent?.run === id).map(({ run }) => run);
  if (forks.length === 0) return;
  const names = forks.slice(0, MAX_NAMED).join(", ") + (forks.length > MAX_NAMED ? ", …" : "");
  throw new EngineError("RUN_HAS_FORKS", `"${id}" is the past of ${names}; remove those before it`);
}

const MAX_NAMED = 5;
