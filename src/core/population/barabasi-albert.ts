// Preferential attachment: who is followed already is followed by the next.
import { floor } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import {
  checkRoom,
  checkShare,
  type Graph,
  invalidPopulation,
  networkOf,
  noTies,
  type Ties,
} from "./graph.ts";

/** So many draws for each link; then the youngest who are there fill what is missing. */
const MAX_TRIES = 100;

/**
 * A graph in which few have very many followers: the share of members with k ties falls as k^-3.
 *
 * Members come one after the other. Each follows `links` of those before, with a chance in proportion to their
 * ties, of either direction; the first `links + 1` follow all before them. Who is followed follows back by chance;
 * that makes no new tie. A larger population keeps whom each follows, and follow-backs can only be added.
 *
 * Source: Barabási, Albert: Emergence of scaling in random networks. Science 286, 1999, 509-512.
 * @param shape `links` a whole number from 1, below the size; `followBack` a share in [0, 1], 0 by default
 * @throws EngineError POPULATION_INVALID
 */
export function barabasiAlbert({
  links,
  followBack = 0,
}: {
  readonly links: number;
  readonly followBack?: number;
}): Graph {
  if (!Number.isInteger(links) || links < 1) {
    throw invalidPopulation(`links is ${links}; give a whole number from 1`);
  }
  checkShare("followBack", followBack);
  return ({ size, key }) => {
    checkRoom("links", links, size);
    const ties = noTies();
    const all = noTies();
    for (let newcomer = 1; newcomer < size; newcomer++) {
      const own = deriveKey(key, "newcomer", newcomer);
      const chosen = newcomer <= links ? range(newcomer) : choose(ties, links, newcomer, own);
      for (const followed of chosen) {
        ties.add(newcomer, followed);
        all.add(newcomer, followed);
        if (draw(own, `back:${followed}`) < followBack) all.add(followed, newcomer);
      }
    }
    return networkOf(size, all);
  };
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Every end of a tie is one chance for its member. */
function choose(ties: Ties, links: number, newcomer: number, key: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  const ends = 2 * ties.count();
  for (let tries = 0; chosen.size < links && tries < links * MAX_TRIES; tries++) {
    chosen.add(ties.endAt(floor(draw(key, `link:${tries}`) * ends)));
  }
  for (let other = newcomer - 1; chosen.size < links; other--) chosen.add(other);
  return chosen;
}
