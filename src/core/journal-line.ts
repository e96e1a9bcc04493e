// An entry of the journal as the line that is hashed and stored, and back.
import { assert } from "./error.ts";
import type { Address, Entry, EventBody, Outcome, Request } from "./event.ts";

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

/** What `JSON.parse` makes of a line: absent fields are null. */
type Fields = readonly [
  seq: number,
  at: number,
  to: Address,
  event: EventBody,
  key: number,
  cause: number | null,
  request: string | null,
  outcome: Outcome,
  reason: string | null,
  requests: readonly Request[],
  actions: readonly string[] | null,
];
const FIELDS = 11;

/**
 * The entry of a line, its fields in the order in which `step` writes them.
 * @param line of `lineOf`, its hash checked where it was read
 */
export function entryOf(line: string): Entry {
  const fields: Fields = JSON.parse(line);
  assert(fields.length === FIELDS, "a line has all fields of an entry");
  const [seq, at, to, event, key, cause, request, outcome, reason, requests, actions] = fields;
  return {
    seq,
    at,
    to,
    event,
    key,
    ...(cause !== null && { cause }),
    ...(request !== null && { request }),
    outcome,
    ...(reason !== null && { reason }),
    requests,
    ...(actions !== null && { actions }),
  };
}
