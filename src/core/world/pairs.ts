// Who is prompted to talk to whom: chosen so that one more agent changes only the pairs that it gets into.
//
// Highest random weight (Thaler, Ravishankar: Using name-based mappings to increase hit rates. IEEE/ACM ToN 6, 1998):
// every candidate has a number of its own, drawn from the occasion and its address, and the highest win. An agent more
// is a number more; those of the others stay.
import type { Address } from "../event.ts";
import { draw, drawInteger } from "../random.ts";

export interface Pair {
  readonly initiator: Address;
  readonly target: Address;
  /** The target is prompted to talk to the initiator as well. */
  readonly isMutual: boolean;
}

/** Fewer agents than this make one pair. */
const CROWD = 4;
const MAX_PAIRS = 3;
const MUTUAL_SHARE = 0.3;

/**
 * One to three pairs, one where there are fewer than four agents, none where there are fewer than two. Nobody begins
 * twice, and no two agents are two pairs. Each agent is as likely as any other to begin, and to be talked to by one.
 * @param key of the occasion, under the seed of the run
 */
export function choosePairs(addresses: readonly Address[], key: number): readonly Pair[] {
  if (addresses.length < 2) return [];
  const count = addresses.length < CROWD ? 1 : drawInteger(key, "pairs", [1, MAX_PAIRS]);
  const pairs = highest(addresses, count, (address) => draw(key, `begins:${address}`)).flatMap(
    (initiator) => {
      const others = addresses.filter((address) => address !== initiator);
      const isMutual = draw(key, `mutual:${initiator}`) < MUTUAL_SHARE;
      return highest(others, 1, (address) => draw(key, `talks:${initiator}:${address}`)).map(
        (target) => ({ initiator, target, isMutual }),
      );
    },
  );
  return pairs.filter(({ initiator, target }, index) =>
    pairs
      .slice(0, index)
      .every((other) => other.initiator !== target || other.target !== initiator),
  );
}

/** The items with the highest numbers; equal ones in the order of addresses. */
function highest(
  addresses: readonly Address[],
  count: number,
  numberOf: (address: Address) => number,
): readonly Address[] {
  return addresses
    .map((address) => ({ address, number: numberOf(address) }))
    .sort((a, b) => b.number - a.number || (a.address < b.address ? -1 : 1))
    .slice(0, count)
    .map(({ address }) => address);
}
