// The request of an agent that matters at an instant: the one under way, else the latest one.

import type { Agent } from "../core/agent.ts";
import { effectOf } from "../core/effect.ts";
import type { Entry, Request } from "../core/event.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { entriesOf, type Past } from "./past.ts";
import type { Sight } from "./state-at.ts";

/** A request and the entry in which it was made. */
export interface Asked {
  readonly entry: Entry;
  readonly request: Request;
  /** Whether its answer is still on the way at the instant. */
  readonly isPending: boolean;
}

/** Which requests are meant. */
export interface Wanted {
  readonly agent: Agent;
  readonly effect: string;
  /** Of several requests of the effect only some. */
  readonly isMeant?: (input: unknown) => boolean;
}

/** Names of the effects that a machine may ask for. */
export const effectsOf = ({ machine }: Agent): ReadonlySet<string> => {
  const actors = Object.values(machine.parts.implementations.actors);
  return new Set(actors.flatMap((actor) => effectOf(actor)?.name ?? []));
};

/** The request that is under way at an instant, else the latest one up to it. */
export async function requestAt(
  past: Past,
  { state }: Pick<Sight, "state">,
  wanted: Wanted,
): Promise<Asked | undefined> {
  const flights = wanted.agent.flights.filter(({ effect }) => effect === wanted.effect);
  const pending = new Set(flights.map(({ request }) => request));
  let latest: Asked | undefined;
  for (let to = state.seq, from = to; to > 0; to = from) {
    from = to - 1 - ((to - 1) % BLOCK_SIZE);
    const asked = (await entriesOf(past, from, to)).flatMap((entry) =>
      askedIn(entry, wanted, pending),
    );
    latest ??= asked.at(-1);
    const found = asked.findLast(({ isPending }) => isPending);
    if (found !== undefined) return found;
    if (latest !== undefined && pending.size === 0) return latest;
  }
  return latest;
}

/** The first request behind an instant. */
export async function requestAfter(
  past: Past,
  { state }: Pick<Sight, "state">,
  wanted: Wanted,
): Promise<Asked | undefined> {
  for (let from = state.seq, to = from; from < past.steps; from = to) {
    to = from - (from % BLOCK_SIZE) + BLOCK_SIZE;
    for (const entry of await entriesOf(past, from, to)) {
      const [asked] = askedIn(entry, wanted, new Set());
      if (asked !== undefined) return asked;
    }
  }
  return undefined;
}

const askedIn = (
  entry: Entry,
  { agent, effect, isMeant = () => true }: Wanted,
  pending: ReadonlySet<string>,
): readonly Asked[] =>
  entry.to !== agent.address
    ? []
    : entry.requests
        .filter((request) => request.effect === effect && isMeant(request.input))
        .map((request) => ({ entry, request, isPending: pending.has(request.id) }));
