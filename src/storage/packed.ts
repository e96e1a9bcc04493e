// What becomes of a batch of parts: a sealed value for each.
import type { Batch } from "./batch.ts";
import type { Change } from "./disk.ts";
import { sealFrame } from "./frame.ts";

/** Values in memory of their own, one behind the other, which can be given away. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each value ends. */
  readonly ends: readonly number[];
}

export const pack = ({ bytes, parts }: Batch): readonly Required<Change>[] =>
  parts.map(({ key, from, to }) => ({ key, value: sealFrame(key, bytes.subarray(from, to)) }));

export function packInOne(batch: Batch): Packed {
  const values = pack(batch).map(({ value }) => value);
  let length = 0;
  const ends = values.map((value) => {
    length += value.length;
    return length;
  });
  const bytes = new Uint8Array(length);
  values.forEach((value, i) => {
    bytes.set(value, (ends[i] ?? 0) - value.length);
  });
  return { bytes, ends };
}

/** @param keys of the parts, in their order */
export const unpackFromOne = (
  { bytes, ends }: Packed,
  keys: readonly string[],
): readonly Required<Change>[] =>
  keys.map((key, i) => ({ key, value: bytes.subarray(ends[i - 1] ?? 0, ends[i]) }));
