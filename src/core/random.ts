// Chance as an argument: a keyed generator without state. A number depends on a key and a purpose and
// on nothing else, so one more draw or one more agent here moves nothing there.
//
// Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3. SC'11).
import { assert } from "./error.ts";
import { floor, imul } from "./math.ts";

const ROUND_0 = 0xd251_1f53;
const ROUND_1 = 0xcd9e_8d57;
const WEYL_0 = 0x9e37_79b9;
const WEYL_1 = 0xbb67_ae85;
const TWO_32 = 4_294_967_296;
const TWO_53 = 9_007_199_254_740_992;

/** What the third counter word says: draws and derived keys never share a block. */
const DRAW = 0;
const DERIVE = 1;
const SEED = 2;

/** The upper 32 bits of a product of two unsigned 32-bit integers. */
function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const carry = a0 * b1 + (middle % 0x1_0000);
  return (a1 * b1 + floor(middle / 0x1_0000) + floor(carry / 0x1_0000)) >>> 0;
}

export type Block = readonly [number, number, number, number];

/** One block of Philox4x32-10: four unsigned 32-bit counter words and two key words give four words. */
export function philox(counter: Block, key0: number, key1: number): Block {
  let [c0, c1, c2, c3] = counter;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(ROUND_0, c0);
    const low0 = imul(ROUND_0, c0) >>> 0;
    const high1 = multiplyHigh(ROUND_1, c2);
    const low1 = imul(ROUND_1, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/** Two independent 32-bit hashes of a text: FNV-1a, and a multiplicative one with another constant. */
function hashText(text: string, domain: number, ordinal: number): Block {
  let a = 0x811c_9dc5;
  let b = 0x41c6_ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = imul(a ^ unit, 0x0100_0193);
    b = imul((b ^ unit) + 0x9e37, 0x5f35_6495);
  }
  return [a >>> 0, (b ^ (b >>> 15)) >>> 0, domain, ordinal >>> 0];
}

/** 53 of the 64 bits of two words, as an integer in [0, 2^53). */
const to53 = (high: number, low: number): number => (high >>> 5) * 67_108_864 + (low >>> 6);

function block(key: number, domain: number, label: string, ordinal: number): Block {
  return philox(hashText(label, domain, ordinal), key >>> 0, floor(key / TWO_32));
}

/**
 * A number drawn from a key for a purpose: the same on every machine.
 * @param key the key of an event, an integer in [0, 2^53). An event without one fails the step that draws.
 * @param purpose what the number is for; another purpose gives an independent number
 * @returns uniform in [0, 1), a multiple of 2^-53
 */
export function draw(key: number, purpose: string): number {
  assert(Number.isSafeInteger(key) && key >= 0, `draw("${purpose}") without a key`);
  const words = block(key, DRAW, purpose, 0);
  return to53(words[0], words[1]) / TWO_53;
}

/**
 * The key of something that a keyed thing causes. Keys are causal: they say from what a thing came, never
 * how many things came before it.
 * @param key the key of the cause, an integer in [0, 2^53)
 * @param label the kind of effect or its recipient; @param ordinal its number among its like, from 0
 * @returns an integer in [0, 2^53)
 */
export function deriveKey(key: number, label: string, ordinal = 0): number {
  const words = block(key, DERIVE, label, ordinal);
  return to53(words[0], words[1]);
}

/**
 * What a machine sees as `event.key`: the causal key under the seed of the run. Causal keys themselves know
 * no seed, so the same event of two seeds can be found, and a fork with another seed changes all chance at once.
 * @param key a causal key; @param seedKey `rootKey` of the seed; @returns an integer in [0, 2^53)
 */
export function seededKey(key: number, seedKey: number): number {
  const words = philox(
    [key >>> 0, floor(key / TWO_32), SEED, 0],
    seedKey >>> 0,
    floor(seedKey / TWO_32),
  );
  return to53(words[0], words[1]);
}

/** The key of a thing that nothing caused: an agent's start, an event from outside. */
export const rootKey = (text: string): number => deriveKey(0, text);

/** An integer drawn uniformly from `low` to `high`, both included. */
export function drawInteger(
  key: number,
  purpose: string,
  range: readonly [number, number],
): number {
  return range[0] + floor(draw(key, purpose) * (range[1] - range[0] + 1));
}

/** One item of a list, each with equal chance. @returns undefined for an empty list */
export function pick<T>(key: number, purpose: string, list: readonly T[]): T | undefined {
  return list[floor(draw(key, purpose) * list.length)];
}
