// Finds agents that talk to each other (or to themselves) without a pause, which would stop virtual time.
//
// A chain is a path of causes whose every hop takes the least time there is. A message takes one
// millisecond at least, so an endless exchange moves the clock by that much and never more. The path
// is not kept: one agent on it is marked and its visits counted, and the mark moves on whenever the
// length has doubled, so that it ends up on the cycle (Brent, BIT 20, 1980). A broadcast to
// 100,000 agents or a relay through 10,000 never visits the mark again and is no chain of this kind.
import type { Address, PendingKind } from "./event.ts";

export interface Chain {
  readonly hops: number;
  readonly mark: Address;
  /** How often the path came back to the mark. */
  readonly visits: number;
}

/** A path that came back to its mark this often is a cycle. */
const CYCLE_VISITS = 4;

/** Deliveries on cycles that an agent may take without a pause before it is parked. */
export const MAX_CYCLE_DELIVERIES = 1000;
/** A pause this long (virtual milliseconds) begins the count anew. */
export const CYCLE_PAUSE = 1000;

/** The chain of an entry for `to` that was caused at `causedAt`, or undefined when it takes its time. */
export function continueChain(
  before: Chain | undefined,
  next: { readonly to: Address; readonly at: number; readonly kind: PendingKind },
  causedAt: number,
): Chain | undefined {
  const shortest = next.kind === "timer" ? 0 : 1;
  if (next.at - causedAt > shortest) return undefined;
  if (before === undefined) return { hops: 1, mark: next.to, visits: 0 };
  const hops = before.hops + 1;
  const isPowerOfTwo = (hops & (hops - 1)) === 0;
  if (isPowerOfTwo && before.visits < CYCLE_VISITS) return { hops, mark: next.to, visits: 0 };
  return { hops, mark: before.mark, visits: before.visits + (before.mark === next.to ? 1 : 0) };
}

export const isCycle = (chain: Chain | undefined): boolean =>
  chain !== undefined && chain.visits >= CYCLE_VISITS;
