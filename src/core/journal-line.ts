// An entry of the journal as the line that is hashed.
import type { Entry } from "./event.ts";

/** Entries of a block: hashed together with the states that changed in it. */
export const BLOCK_SIZE = 256;

/** An entry with its fields in fixed order; objects inside keep the order in which they were written. */
export function lineOf(entry: Entry): string {
  const { seq, at, to, event, key, cause, request } = entry;
  const { outcome, reason, requests, actions } = entry;
  return JSON.stringify([
    seq,
    at,
    to,
    event,
    key,
    cause,
    request,
    outcome,
    reason,
    requests,
    actions,
  ]);
}
