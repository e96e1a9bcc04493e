// Who follows whom in a population: what a graph is given, and what it gives.
import { EngineError } from "../error.ts";

/** The members of a population, by their numbers from 0. */
export interface Crowd {
  readonly size: number;
  /** Behind all chance of the graph. */
  readonly key: number;
  /** Names of the archetypes. */
  readonly archetypes: readonly string[];
  /** Which archetype a member has, as a number in `archetypes`. */
  readonly archetypeOf: (index: number) => number;
  readonly idOf: (index: number) => string;
}

/** Whom each member follows. */
export interface Network {
  /** Numbers of other members, each once. */
  readonly followed: (index: number) => readonly number[];
  /** Weights in (0, 1], in the order of `followed`; all 1 when left out. */
  readonly weights?: (index: number) => readonly number[];
}

/** Makes the network of a crowd; called once for each size. */
export type Graph = (crowd: Crowd) => Network;

/** The most follows of one population. */
export const MAX_FOLLOWS = 20_000_000;

/** Follows in the order in which they come about. */
export interface Ties {
  readonly count: () => number;
  readonly add: (follower: number, followed: number) => void;
  /** @param place from 0: the follower of the first, the followed of the first, the follower of the second… */
  readonly endAt: (place: number) => number;
}

/** An empty list of follows, which takes 8 to 16 bytes for each. */
export function noTies(): Ties {
  let ends = new Uint32Array(1024);
  let length = 0;
  return {
    count: () => length / 2,
    endAt: (place) => ends[place] ?? 0,
    add: (follower, followed) => {
      if (length === 2 * MAX_FOLLOWS) {
        throw invalidPopulation(`more than ${MAX_FOLLOWS} follows; give a sparser graph`);
      }
      if (length === ends.length) {
        const longer = new Uint32Array(2 * length);
        longer.set(ends);
        ends = longer;
      }
      ends[length++] = follower;
      ends[length++] = followed;
    },
  };
}

/** The follows by follower, in the order in which each came about. */
export function networkOf(size: number, ties: Ties): Network {
  const starts = new Uint32Array(size + 2);
  for (let tie = 0; tie < ties.count(); tie++) {
    const next = ties.endAt(2 * tie) + 2;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let index = 1; index < starts.length; index++) {
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  }
  const all = new Uint32Array(ties.count());
  // starts[i + 1] moves on from the start of i to its end, which is the start of i + 1.
  for (let tie = 0; tie < ties.count(); tie++) {
    const own = ties.endAt(2 * tie) + 1;
    const place = starts[own] ?? 0;
    all[place] = ties.endAt(2 * tie + 1);
    starts[own] = place + 1;
  }
  return { followed: (index) => [...all.subarray(starts[index], starts[index + 1])] };
}

export const invalidPopulation = (problem: string): EngineError =>
  new EngineError("POPULATION_INVALID", problem);

/** @throws EngineError POPULATION_INVALID when a share is not in [0, 1] */
export function checkShare(name: string, share: number): void {
  if (typeof share === "number" && share >= 0 && share <= 1) return;
  throw invalidPopulation(`${name} is ${share}; give a share from 0 to 1`);
}

/** @throws EngineError POPULATION_INVALID when a member cannot follow so many of the others */
export function checkRoom(name: string, count: number, size: number): void {
  if (count < size) return;
  throw invalidPopulation(`${name} is ${count} among ${size} members; give less than there are`);
}
