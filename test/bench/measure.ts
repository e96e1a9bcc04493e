// How figures are taken: variants in turn, round by round, and the median of the rounds. Ratios are of one run.

export interface Variant {
  readonly name: string;
  /** Does the work once. @returns how many operations it did, and what came of it */
  readonly run: () => Promise<Outcome> | Outcome;
}

export interface Outcome {
  readonly operations: number;
  /** Milliseconds of the part that counts. */
  readonly elapsed: number;
  /** Equal for variants that did the same work. */
  readonly result: string;
}

export interface Measured {
  readonly name: string;
  /** Operations per second, the median of the rounds. */
  readonly perSecond: number;
}

export interface Comparison {
  readonly measured: readonly Measured[];
  /** Median over the rounds of the first variant's rate by the second's. */
  readonly ratio: number;
}

export const ROUNDS = 5;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/**
 * Runs the variants in turn after one warm-up each.
 * @throws Error when two variants did not do the same work
 */
export async function compare(variants: readonly Variant[], rounds = ROUNDS): Promise<Comparison> {
  for (const { run } of variants) await run();
  const rates = variants.map((): number[] => []);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const results = new Set<string>();
    for (const [i, { run }] of variants.entries()) {
      globalThis.gc?.();
      const { operations, elapsed, result } = await run();
      rates[i]?.push((operations / elapsed) * 1000);
      results.add(result);
    }
    if (results.size > 1) throw new Error(`different work: ${[...results].join(" / ")}`);
    ratios.push((rates[0]?.at(-1) ?? Number.NaN) / (rates[1]?.at(-1) ?? Number.NaN));
  }
  const measured = variants.map(({ name }, i) => ({ name, perSecond: median(rates[i] ?? []) }));
  return { measured, ratio: median(ratios) };
}

/** Times a piece of work. */
export async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

/** FNV-1a over texts: to see that two variants did the same. */
export function fingerprint(texts: Iterable<string>): string {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
