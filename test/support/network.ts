// What is measured of a follow graph: degrees, the exponent of their tail, clustering.
import lurker from "../../machines/lurker.ts";
import { cast } from "../../src/core/scenario.ts";
import type { Graph, Population } from "../../src/index.ts";

interface Kind {
  readonly name: string;
  readonly share?: number;
}

/** A population of lurkers, where only the graph matters. */
export function lurkers(
  graph: Graph,
  kinds: readonly Kind[] = [{ name: "m" }],
  seed = 1,
): Population {
  const archetypes = kinds.map((kind) => ({ ...kind, machine: lurker }));
  return cast.population({ size: 10, seed, graph, archetypes });
}

/** Whom each member follows, by id, in the order of their numbers. */
export function followsIn(
  { member }: Population,
  size: number,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Array.from({ length: size }, (_, index) => {
      const { id, follows = [] } = member(index, size);
      return [id, Array.isArray(follows) ? follows : Object.keys(follows)];
    }),
  );
}

/** How many follow each. */
export function followersIn(
  follows: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const counts = new Map([...follows.keys()].map((id) => [id, 0]));
  for (const id of [...follows.values()].flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * The exponent of the tail of whole numbers from `least` on, by maximum likelihood; its standard error is
 * (exponent - 1) / sqrt(count). Source: Clauset, Shalizi, Newman: Power-law distributions in empirical data.
 * SIAM Review 51, 2009, equation 3.7.
 */
export function tailExponent(
  values: readonly number[],
  least: number,
): { readonly exponent: number; readonly error: number } {
  const tail = values.filter((value) => value >= least);
  const sum = tail.reduce((total, value) => total + Math.log(value / (least - 0.5)), 0);
  const exponent = 1 + tail.length / sum;
  return { exponent, error: (exponent - 1) / Math.sqrt(tail.length) };
}

/** Of the pairs among whom somebody follows, the share in which one follows the other; the mean over all. */
export function clustering(follows: ReadonlyMap<string, readonly string[]>): number {
  const sets = new Map([...follows].map(([id, others]) => [id, new Set(others)]));
  const isTied = (a: string, b: string): boolean =>
    sets.get(a)?.has(b) === true || sets.get(b)?.has(a) === true;
  const shares = [...follows.values()].map((others) => {
    const pairs = others.flatMap((a, place) => others.slice(place + 1).map((b) => isTied(a, b)));
    return pairs.length === 0 ? 0 : pairs.filter(Boolean).length / pairs.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
