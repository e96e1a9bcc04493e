// How a value is written: compressed where that helps, behind a hash over its key and content, in pieces of at most
// 1 MiB. LevelDB itself notices half of the bits that flip in its tables and none of the records that it loses.
//
// JSON under zstd and no binary format: contexts hold maps with ever new keys, for which MessagePack records are no
// smaller (1,550 bytes for an agent of the small town; 330 with zstd) and no faster; and what was hashed is stored
// as it was, key order and numbers included.
import { createHash } from "node:crypto";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** Bytes of content in one value: with the hash, and where it cannot be compressed, that stays below 1 MiB. */
export const CHUNK_BYTES = 1_000_000;
/** No value is larger. */
export const MAX_VALUE_BYTES = 1_048_576;
/** Enough to find damage: these are no secrets. */
const HASH_BYTES = 16;
/** Shorter content is not worth the call. */
const LEAST_COMPRESSED = 256;
const PLAIN = 0;
const ZSTD = 1;
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** What is put under a key. */
export interface Put {
  readonly key: string;
  readonly value: Buffer;
}

/** A piece of content with its hash, to be put under a key. */
export function sealed(key: string, content: Buffer): Put {
  const packed = content.length < LEAST_COMPRESSED ? content : zstdCompressSync(content, LEVEL);
  const body = Buffer.concat([Buffer.of(packed === content ? PLAIN : ZSTD), packed]);
  return { key, value: Buffer.concat([hashOf(key, body), body]) };
}

/** @returns the content of a value, or undefined when it is not what was written under its key */
export function unsealed(key: string, value: Buffer): Buffer | undefined {
  const body = value.subarray(HASH_BYTES);
  if (body.length === 0 || !hashOf(key, body).equals(value.subarray(0, HASH_BYTES)))
    return undefined;
  const packed = body.subarray(1);
  return body[0] === PLAIN ? packed : zstdDecompressSync(packed);
}

/** The hash of a value as text: it stands for the record. */
export const markOf = ({ value }: Pick<Put, "value">): string =>
  value.toString("hex", 0, HASH_BYTES);

function hashOf(key: string, body: Buffer): Buffer {
  const hash = createHash("sha256").update(key).update("\0").update(body).digest();
  return hash.subarray(0, HASH_BYTES);
}

/** Content in pieces for one value each; at least one. */
export function chunksOf(content: Buffer): readonly Buffer[] {
  const count = Math.max(1, Math.ceil(content.length / CHUNK_BYTES));
  return Array.from({ length: count }, (_, i) =>
    content.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES),
  );
}
