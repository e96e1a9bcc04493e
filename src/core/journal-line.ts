// An entry of the journal as the line that is hashed and stored, and back.
import { assert } from "./error.ts";
import type { Entry } from "./event.ts";

/** Entries of a block: hashed together with the states that changed in it. */
export const BLOCK_SIZE = 256;

/** The fields of an entry in their order in a line. */
const fields = [
  "seq",
  "at",
  "to",
  "event",
  "key",
  "cause",
  "request",
  "outcome",
  "reason",
  "requests",
  "actions",
] as const satisfies readonly (keyof Entry)[];

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

/** The entry of a line that `lineOf` wrote; the line was proved by its hash. */
export function entryOfLine(line: string): Entry {
  const values: readonly unknown[] = JSON.parse(line);
  const present = fields.flatMap((field, i) =>
    values[i] === null ? [] : [[field, values[i]] as const],
  );
  const entry: unknown = Object.fromEntries(present);
  assert(isEntry(entry), "a line of the journal holds an entry");
  return entry;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && "seq" in value && "requests" in value;
