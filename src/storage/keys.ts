// The keys of a store on disk: one prefix per kind of record, then the run, then numbers that sort as text.

/** Digits of a seq: more entries than a century has milliseconds. */
const SEQ_DIGITS = 14;
const CHUNK_DIGITS = 6;

/** What a store is, and how many commits it has taken. */
export const META_KEY = "meta";

export interface Range {
  readonly gte: string;
  readonly lt: string;
}

const seqText = (seq: number): string => String(seq).padStart(SEQ_DIGITS, "0");
const chunkText = (chunk: number): string => String(chunk).padStart(CHUNK_DIGITS, "0");

/** Everything below a path: `0` follows `/` in the order of code units. */
const below = (path: string): Range => ({ gte: `${path}/`, lt: `${path}0` });

/** How far a run has come: small, read when the store is opened. */
export const headKey = (run: string): string => `head/${encodeURIComponent(run)}`;
export const headRange: Range = below("head");
export const manifestKey = (run: string): string => `manifest/${encodeURIComponent(run)}`;

/** What a block is, without its entries. */
export const blockKey = (run: string, from: number): string =>
  `block/${encodeURIComponent(run)}/${seqText(from)}`;
export const blockRange = (run: string): Range => below(`block/${encodeURIComponent(run)}`);
export const blocksWithin = (run: string, from: number, to: number): Range => ({
  gte: blockKey(run, from),
  lt: blockKey(run, to),
});

/** The entries of a block. */
export const entriesKey = (run: string, from: number, chunk: number): string =>
  `entries/${encodeURIComponent(run)}/${seqText(from)}/${chunkText(chunk)}`;

/** What a snapshot is, without its state. */
export const snapshotKey = (run: string, seq: number): string =>
  `snapshot/${encodeURIComponent(run)}/${seqText(seq)}`;
export const snapshotRange = (run: string): Range => below(`snapshot/${encodeURIComponent(run)}`);

/** The state of a snapshot, or what changed in it. */
export const stateKey = (run: string, seq: number, chunk: number): string =>
  `state/${encodeURIComponent(run)}/${seqText(seq)}/${chunkText(chunk)}`;

/** All keys of a run. */
export function rangesOf(run: string): readonly Range[] {
  const id = encodeURIComponent(run);
  const whole = [headKey(run), manifestKey(run)].map((key) => ({ gte: key, lt: `${key}\0` }));
  return [
    ...whole,
    ...["block", "entries", "snapshot", "state"].map((kind) => below(`${kind}/${id}`)),
  ];
}

/** @returns undefined for a key that no engine wrote */
export function runOf(key: string): string | undefined {
  const id = /^[a-z]+\/([^/]+)/.exec(key)?.[1];
  try {
    return id === undefined ? undefined : decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** @returns the seq at the end of a block's or a snapshot's key; NaN when there is none */
export const seqOf = (key: string): number => Number(/\/(\d+)$/.exec(key)?.[1] ?? Number.NaN);
