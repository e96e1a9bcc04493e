// Stretches of a stored journal: blocks and what lies behind the last, and whether they follow from each other.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { floor } from "../core/math.ts";
import type { Block, Manifest, RunRecord, Store } from "../storage/store.ts";
import { chainAfter, FIRST_CHAIN } from "./digest.ts";

/** Numbers of a run's own blocks: from the first one to the one behind the last. */
export const blockNumbers = ({ manifest, head }: RunRecord) => ({
  first: floor((manifest.parent?.seq ?? 0) / BLOCK_SIZE),
  end: floor(head.steps / BLOCK_SIZE),
});

/** What a stretch of the journal goes on from. */
export interface Beginning {
  readonly chain: string;
  /** Entries of the parent that a fork's own first block repeats. */
  readonly shared: readonly string[];
}

/** @throws EngineError STORE_DAMAGED where a parent has lost it */
export async function beginningOf(store: Store, { parent }: Manifest): Promise<Beginning> {
  if (parent === undefined) return { chain: FIRST_CHAIN, shared: [] };
  const first = floor(parent.seq / BLOCK_SIZE);
  const last = first === 0 ? undefined : await stretchOf(store, parent.run, first - 1);
  const { lines } = await stretchOf(store, parent.run, first);
  return { chain: last?.after ?? FIRST_CHAIN, shared: lines.slice(0, parent.seq % BLOCK_SIZE) };
}

/** A block, or the entries behind the last one: these have no digest of their own yet. */
export type Stretch = Pick<Block, "number" | "at" | "before" | "lines"> &
  Partial<Pick<Block, "states" | "after">>;

/** A stretch of the journal from the run itself, or from whom of its line it has it. */
export async function stretchOf(store: Store, id: string, number: number): Promise<Stretch> {
  const record = await store.run(id);
  const { parent } = record.manifest;
  if (parent === undefined || number >= blockNumbers(record).first) {
    return ownStretch(store, record, number);
  }
  return stretchOf(store, parent.run, number);
}

export async function ownStretch(
  store: Store,
  record: RunRecord,
  number: number,
): Promise<Stretch> {
  const { manifest, head } = record;
  if (number < blockNumbers(record).end) return store.block(manifest.run, number);
  return { number, at: head.at, before: head.chain, lines: await store.tail(manifest.run) };
}

/** What is wrong with a stretch that could be read. */
export function problemOf(stretch: Stretch, beginning: Beginning | undefined): string | undefined {
  const { number, at, before, lines, states, after } = stretch;
  const { chain = before, shared = [] } = beginning ?? {};
  const from = number * BLOCK_SIZE;
  const to = from + lines.length - 1;
  const checks: readonly (readonly [isWrong: boolean, what: string])[] = [
    [before !== chain, "does not follow from what comes before"],
    [shared.some((line, i) => line !== lines[i]), "does not begin as its parent went on"],
    [lines.some((line, i) => !line.startsWith(`[${from + i},`)), "has entries out of order"],
    [to >= from && !lines.at(-1)?.startsWith(`[${to},${at},`), "ends at another instant"],
    [states !== undefined && chainAfter(before, lines, states) !== after, "has another digest"],
  ];
  const wrong = checks.find(([isWrong]) => isWrong);
  const name = to < from ? "the end" : `the block with entries ${from} to ${to}`;
  return wrong && `${name} ${wrong[1]}`;
}
