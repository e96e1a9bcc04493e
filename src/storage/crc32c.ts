// CRC-32C, the checksum of LevelDB's files (Castagnoli, Bräuer and Herrmann 1993; RFC 3720, appendix B.4).

const POLYNOMIAL = 0x82f6_3b78;

const ofByte = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? POLYNOMIAL : 0);
  return sum;
});

/** @returns an unsigned integer of 32 bits */
export function crc32c(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (ofByte[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}
