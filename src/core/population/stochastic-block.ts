// Follows by chance: the same for all, or another within and between groups.
import { floor, log } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import {
  type Crowd,
  checkShare,
  type Graph,
  invalidPopulation,
  networkOf,
  noTies,
} from "./graph.ts";

/** Chances in [0, 1] by the archetype that follows and the one that is followed; 0 where none is given. */
export type FollowChances = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How the groups of a stochastic block model follow. */
export type BlockShape =
  | {
      /** The chance that a member follows another of its group. */
      readonly within: number;
      /** The chance that it follows one of another group. */
      readonly between: number;
      /** So many groups of equal chance; the archetypes are the groups when left out. */
      readonly communities?: number;
    }
  | { readonly chances: FollowChances };

/** How likely somebody of one group follows somebody of another, in [0, 1]. */
type ChanceOf = (follower: number, followed: number) => number;

interface Groups {
  readonly count: number;
  readonly groupOf: (index: number) => number;
  readonly chanceOf: ChanceOf;
}

/**
 * A graph in which everybody follows everybody else with one chance. A larger population keeps all follows and
 * adds those from and to the new members.
 *
 * Source: Erdős, Rényi: On random graphs I. Publicationes Mathematicae 6, 1959, 290-297; in the form of Gilbert:
 * Random graphs. Annals of Mathematical Statistics 30, 1959, 1141-1144.
 * @param shape `probability` in [0, 1]
 * @throws EngineError POPULATION_INVALID
 */
export function erdosRenyi({ probability }: { readonly probability: number }): Graph {
  checkShare("probability", probability);
  return (crowd) => connect(crowd, { count: 1, groupOf: () => 0, chanceOf: () => probability });
}

/**
 * A graph of groups: who belongs together follows each other more often than others. A larger population keeps all
 * follows and adds those from and to the new members.
 *
 * Source: Holland, Laskey, Leinhardt: Stochastic blockmodels: first steps. Social Networks 5, 1983, 109-137.
 * @throws EngineError POPULATION_INVALID for a chance outside [0, 1], and an archetype that there is not
 */
export function stochasticBlock(shape: BlockShape): Graph {
  if ("chances" in shape) {
    const rows = Object.entries(shape.chances);
    for (const [from, row] of rows) {
      for (const [to, chance] of Object.entries(row)) checkShare(`chances.${from}.${to}`, chance);
    }
    return (crowd) => connect(crowd, groupsByChances(crowd, shape.chances));
  }
  const { within, between, communities } = shape;
  checkShare("within", within);
  checkShare("between", between);
  const chanceOf: ChanceOf = (follower, followed) => (follower === followed ? within : between);
  if (communities === undefined) {
    return (crowd) =>
      connect(crowd, {
        count: crowd.archetypes.length,
        groupOf: crowd.archetypeOf,
        chanceOf,
      });
  }
  if (!Number.isInteger(communities) || communities < 1 || communities > MAX_COMMUNITIES) {
    throw invalidPopulation(`communities is ${communities}; give 1 to ${MAX_COMMUNITIES}`);
  }
  return (crowd) =>
    connect(crowd, {
      count: communities,
      groupOf: (index) =>
        floor(draw(deriveKey(crowd.key, "member", index), "community") * communities),
      chanceOf,
    });
}

/** Every newcomer looks at every group twice. */
const MAX_COMMUNITIES = 1000;

function groupsByChances({ archetypes, archetypeOf }: Crowd, chances: FollowChances): Groups {
  const named = Object.entries(chances).flatMap(([from, row]) => [from, ...Object.keys(row)]);
  const unknown = named.find((name) => !archetypes.includes(name));
  if (unknown !== undefined) {
    const known = archetypes.join(", ");
    throw invalidPopulation(`chances for "${unknown}", but the archetypes are ${known}`);
  }
  const rows = archetypes.map((from) => archetypes.map((to) => chances[from]?.[to] ?? 0));
  return {
    count: archetypes.length,
    groupOf: archetypeOf,
    chanceOf: (follower, followed) => rows[follower]?.[followed] ?? 0,
  };
}

/** Everyone, when they come, settles who of those before they follow and who of these follows them. */
function connect({ size, key }: Crowd, { count, groupOf, chanceOf }: Groups) {
  const before = Array.from({ length: count }, (): number[] => []);
  const ties = noTies();
  for (let newcomer = 0; newcomer < size; newcomer++) {
    const own = deriveKey(key, "newcomer", newcomer);
    const group = groupOf(newcomer);
    before.forEach((others, other) => {
      for (const place of drawPlaces(others.length, chanceOf(group, other), own, `to:${other}`)) {
        ties.add(newcomer, others[place] ?? 0);
      }
      for (const place of drawPlaces(others.length, chanceOf(other, group), own, `from:${other}`)) {
        ties.add(others[place] ?? 0, newcomer);
      }
    });
    before[group]?.push(newcomer);
  }
  return networkOf(size, ties);
}

/**
 * Each of so many places with one chance, in time proportional to the places that are drawn: the gaps between
 * them are geometric.
 *
 * Source: Batagelj, Brandes: Efficient generation of large random networks. Physical Review E 71, 2005, 036113.
 */
function* drawPlaces(
  length: number,
  chance: number,
  key: number,
  purpose: string,
): Generator<number> {
  if (chance === 0) return;
  const logOfMiss = chance < SMALL ? -chance * (1 + chance / 2) : log(1 - chance);
  let place = -1;
  for (let drawn = 0; ; drawn++) {
    place += 1 + floor(log(1 - draw(key, `${purpose}:${drawn}`)) / logOfMiss);
    if (place >= length) return;
    yield place;
  }
}

/** Below it ln(1 - x) is -x - x^2/2 to 10 digits, more than subtraction leaves of x. */
const SMALL = 1e-5;
