// Small worlds: neighbours on a ring who know each other, and a few who know somebody far away.
import { floor } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import { checkRoom, checkShare, type Graph, invalidPopulation } from "./graph.ts";

/** After so many draws that lead to nobody new, a follow stays with the neighbour. */
const MAX_TRIES = 100;

/**
 * A graph with many triangles and short ways.
 *
 * Members stand on a ring in the order of their numbers. Each follows its `neighbours` nearest, half of them on each side;
 * each of these follows leads, with chance `rewiring`, to anybody else instead. Unlike in the paper the two
 * directions of a tie are rewired each by itself, since a follow has a direction. In a larger population the ring
 * closes elsewhere and strangers are chosen from more: who is near keeps its neighbours, the rest changes.
 *
 * Source: Watts, Strogatz: Collective dynamics of 'small-world' networks. Nature 393, 1998, 440-442.
 * @param shape `neighbours` an even number from 2, below the size; `rewiring` a share in [0, 1]
 * @throws EngineError POPULATION_INVALID
 */
export function wattsStrogatz({
  neighbours,
  rewiring,
}: {
  readonly neighbours: number;
  readonly rewiring: number;
}): Graph {
  if (!Number.isInteger(neighbours) || neighbours < 2 || neighbours % 2 !== 0) {
    throw invalidPopulation(`neighbours is ${neighbours}; give an even number from 2`);
  }
  checkShare("rewiring", rewiring);
  return ({ size, key }) => {
    checkRoom("neighbours", neighbours, size);
    return {
      followed: (index) => {
        const own = deriveKey(key, "follower", index);
        const followed = nearest(index, neighbours / 2, size);
        followed.forEach((_, place) => {
          if (draw(own, `rewire:${place}`) >= rewiring) return;
          const stranger = findStranger({ index, size, own, place, followed });
          if (stranger !== undefined) followed[place] = stranger;
        });
        return followed;
      },
    };
  };
}

function nearest(index: number, each: number, size: number): number[] {
  const distances = Array.from({ length: each }, (_, place) => place + 1);
  return distances.flatMap((distance) => [
    (index + distance) % size,
    (index + size - distance) % size,
  ]);
}

function findStranger({
  index,
  size,
  own,
  place,
  followed,
}: {
  readonly index: number;
  readonly size: number;
  readonly own: number;
  readonly place: number;
  readonly followed: readonly number[];
}): number | undefined {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const stranger = floor(draw(own, `stranger:${place}:${tries}`) * size);
    if (stranger !== index && !followed.includes(stranger)) return stranger;
  }
  return undefined;
}
