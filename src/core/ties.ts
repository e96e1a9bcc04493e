// Whom an agent follows and who follows it from the instant at which it joins, as the event says that lets it join.
import { z } from "zod";
import { EngineError } from "./error.ts";
import type { EventBody } from "./event.ts";

const Follows = z
  .union([
    z.array(z.string()).transform((ids) => ids.map((id) => [id, 1] as const)),
    z.record(z.string(), z.number().gt(0).max(1)).transform((weights) => Object.entries(weights)),
  ])
  .transform((follows) => follows.sort(([a], [b]) => (a < b ? -1 : 1)))
  .optional();

const Ties = z.object({ follows: Follows, followers: Follows });

/** Ids with weights in (0, 1], sorted. */
export interface Ties {
  readonly follows: readonly (readonly [id: string, weight: number])[];
  readonly followers: readonly (readonly [id: string, weight: number])[];
}

/** What a `joined` says of them; nothing, where that cannot be read. */
export function tiesIn(event: EventBody): Ties {
  const { follows = [], followers = [] } = Ties.safeParse(event).data ?? {};
  return { follows, followers };
}

/**
 * @param id who joins
 * @param ids of the cast
 * @throws EngineError EVENT_INVALID, EVENT_UNKNOWN_AGENT
 */
export function checkTies(id: string, event: EventBody, ids: Iterable<string>): void {
  const parsed = Ties.safeParse(event);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join(".");
    const problem = `${place} of "${id}", who joins, are no ids and no weights in (0, 1] by id`;
    throw new EngineError("EVENT_INVALID", problem);
  }
  const { follows, followers } = tiesIn(event);
  const known = new Set(ids);
  const odd = [...follows, ...followers].find(([other]) => !known.has(other) || other === id);
  if (odd === undefined) return;
  const problem = `"${id}" joins with "${odd[0]}" among follows or followers, who is not another`;
  throw new EngineError("EVENT_UNKNOWN_AGENT", `${problem} of the cast`);
}
