// A stored value: bytes, compressed, that prove under its key that they are what was written.
import { createHash } from "node:crypto";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { MAX_VALUE } from "./disk.ts";

/** The first byte: how the text lies in the frame. It is part of what the checksum covers. */
const PLAIN = 1;
const PACKED = 2;
const BODY_AT = 17;

/** Shorter texts (in bytes) are hardly made shorter. */
const MIN_PACKED = 1024;
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** Most texts come out in one piece of this size. */
const UNPACKING = { chunkSize: 131_072, maxOutputLength: MAX_VALUE };

/**
 * Not on a thread of the pool: going there costs the calling thread as much as packing does (73 against 86
 * microseconds for a block), and the result comes later.
 * @param plain at most MAX_VALUE bytes, read before this returns
 */
export function sealFrame(key: string, plain: Uint8Array): Uint8Array {
  const isPacked = plain.length >= MIN_PACKED;
  const form = Uint8Array.of(isPacked ? PACKED : PLAIN);
  const body = isPacked ? zstdCompressSync(plain, PACKING) : plain;
  return Buffer.concat([form, checksum(form, key, body), body]);
}

/** Whether this is what was sealed under this key. */
export function isWhole(key: string, frame: Uint8Array): boolean {
  const expected = checksum(frame.subarray(0, 1), key, frame.subarray(BODY_AT));
  return expected.equals(frame.subarray(1, BODY_AT));
}

/** What is in a frame that is whole. */
export function bytesOf(frame: Uint8Array): Uint8Array {
  const body = frame.subarray(BODY_AT);
  return frame[0] === PACKED ? zstdDecompressSync(body, UNPACKING) : body;
}

/** The checksum that a frame carries, 32 hex digits. */
export const sumOf = (frame: Uint8Array): string =>
  Buffer.from(frame.subarray(1, BODY_AT)).toString("hex");

const checksum = (form: Uint8Array, key: string, body: Uint8Array): Buffer =>
  createHash("sha256").update(form).update(`${key}\n`).update(body).digest().subarray(0, 16);
