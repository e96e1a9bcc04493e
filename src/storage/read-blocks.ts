// A stretch of a run's journal, block by block: read ahead, and held together by the digests.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { floor, min } from "../core/math.ts";
import { damaged } from "./failure.ts";
import type { Block, Store } from "./store.ts";

/** Blocks that are read at a time. */
const AT_A_TIME = 8;

/**
 * A run's own blocks, ascending.
 * @param range numbers of blocks in [from, to); all of them by default
 * @throws EngineError STORE_DAMAGED where a block does not follow from the one before, or the last not lead to the head
 */
export async function* readBlocks(
  store: Store,
  id: string,
  range: { readonly from?: number; readonly to?: number } = {},
): AsyncIterable<Block> {
  const { head } = await store.run(id);
  const end = floor(head.steps / BLOCK_SIZE);
  const { from = 0, to = end } = range;
  const own = (await store.blocks(id)).map(({ number }) => number);
  const numbers = own.filter((number) => number >= from && number < min(to, end));
  let chain: string | undefined;
  for (let i = 0; i < numbers.length; i += AT_A_TIME) {
    const wanted = numbers.slice(i, i + AT_A_TIME);
    for (const block of await Promise.all(wanted.map((number) => store.block(id, number)))) {
      const { number, before, after } = block;
      const isHead = number < end - 1 || after === head.chain;
      if (before !== (chain ?? before) || !isHead) throw broken(store, id, number);
      chain = after;
      yield block;
    }
  }
}

const broken = ({ place }: Store, run: string, number: number) =>
  damaged(place, `has entries before ${(number + 1) * BLOCK_SIZE} of "${run}" that do not fit`, {
    run,
  });
