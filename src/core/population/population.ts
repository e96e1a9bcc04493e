// A population: many members of a few archetypes, each with a persona of its own and a place in a graph.
import type { AnyStateMachine, InputFrom } from "xstate";
import { assert } from "../error.ts";
import { isMachine } from "../machine/internals.ts";
import { deriveKey, draw, rootKey } from "../random.ts";
import type { Follows, Member, Population } from "../scenario.ts";
import type { Template } from "./distributions.ts";
import { drawTemplate, problemIn, weightedIndex } from "./draw-template.ts";
import { type Crowd, type Graph, invalidPopulation, type Network } from "./graph.ts";
import { drawName } from "./names.ts";

/** What a machine takes as input, with distributions in the place of values; a name is drawn when none is given. */
export type PersonaTemplate<Input> = {
  readonly [Key in keyof Input as Key extends "name" ? never : Key]: Template<Input[Key]>;
} & { readonly name?: Template<string> };

/** A kind of member. The persona may be left out when the machine wants no more than a name. */
export type Archetype<Machine extends AnyStateMachine = AnyStateMachine> = {
  /** Begins the ids of its members. */
  readonly name: string;
  /** How many have it, in proportion to the shares of the others; 1 by default. */
  readonly share?: number;
  readonly machine: Machine;
} & ({ readonly name: string } extends PersonaTemplate<InputFrom<Machine>>
  ? { readonly persona?: PersonaTemplate<InputFrom<Machine>> }
  : { readonly persona: PersonaTemplate<InputFrom<Machine>> });

export interface PopulationSpec<Machines extends readonly AnyStateMachine[]> {
  readonly size: number;
  /** Behind all chance of the population, apart from the seed of a run; 1 by default. */
  readonly seed?: number;
  /** Who follows whom; nobody anybody when left out. */
  readonly graph?: Graph;
  readonly archetypes: { readonly [Index in keyof Machines]: Archetype<Machines[Index]> };
}

const NAME = /^[a-z][a-z0-9_-]{0,53}$/;
/** Digits of a number in an id: up to 99,999 members sort by their numbers. */
const DIGITS = 5;

/**
 * The members of a scenario by archetypes: what is left to chance is drawn for each by itself, from the seed and its
 * number. Whoever is in a population is the same in a larger one.
 * @throws EngineError POPULATION_INVALID
 */
export function population<const Machines extends readonly AnyStateMachine[]>({
  size,
  seed = 1,
  graph,
  archetypes,
}: PopulationSpec<Machines>): Population {
  checkSpec({ seed, graph, archetypes });
  const key = rootKey(`population:${seed}`);
  let latest: Made | undefined;
  const member = (index: number, count: number): Member => {
    if (latest?.crowd.size !== count) latest = make({ size: count, key, graph, archetypes });
    return memberOf(latest, index);
  };
  return { size, member };
}

/** A population of one size, made. */
interface Made {
  readonly key: number;
  readonly archetypes: readonly Archetype[];
  readonly crowd: Crowd;
  readonly network: Network | undefined;
}

function make({
  size,
  key,
  graph,
  archetypes,
}: {
  readonly size: number;
  readonly key: number;
  readonly graph: Graph | undefined;
  readonly archetypes: readonly Archetype[];
}): Made {
  const shares = archetypes.map(({ share = 1 }) => share);
  const kinds = Uint16Array.from({ length: size }, (_, index) =>
    weightedIndex(shares, draw(keyOf(key, index), "archetype")),
  );
  const names = archetypes.map(({ name }) => name);
  const archetypeOf = (index: number): number => kinds[index] ?? 0;
  const crowd: Crowd = {
    size,
    key: deriveKey(key, "graph"),
    archetypes: names,
    archetypeOf,
    idOf: (index) => `${names[archetypeOf(index)]}-${String(index + 1).padStart(DIGITS, "0")}`,
  };
  return { key, archetypes, crowd, network: graph?.(crowd) };
}

const keyOf = (key: number, index: number): number => deriveKey(key, "member", index);

function memberOf({ key, archetypes, crowd, network }: Made, index: number): Member {
  const archetype = archetypes[crowd.archetypeOf(index)];
  assert(archetype !== undefined, "every member has an archetype");
  const own = keyOf(key, index);
  const persona = drawTemplate({ name: drawName(own), ...archetype.persona }, own);
  const cast = { id: crowd.idOf(index), machine: archetype.machine, input: persona };
  return network === undefined ? cast : { ...cast, follows: followsOf(crowd, network, index) };
}

function followsOf({ idOf }: Crowd, { followed, weights }: Network, index: number): Follows {
  const ids = followed(index).map(idOf);
  if (weights === undefined) return ids;
  const given = weights(index);
  return Object.fromEntries(ids.map((id, place) => [id, given[place] ?? 1]));
}

function checkSpec({
  seed,
  graph,
  archetypes,
}: {
  readonly seed: number;
  readonly graph: Graph | undefined;
  readonly archetypes: readonly Archetype[];
}): void {
  if (!Number.isSafeInteger(seed)) {
    throw invalidPopulation(`seed ${seed}; give an integer, such as 1`);
  }
  if (graph !== undefined && typeof graph !== "function") {
    const shown = JSON.stringify(graph);
    throw invalidPopulation(`graph is ${shown}; give what barabasiAlbert({ links: 4 }) returns`);
  }
  if (!Array.isArray(archetypes) || archetypes.length === 0) {
    throw invalidPopulation("no archetypes; give at least one");
  }
  const names = new Set<string>();
  for (const archetype of archetypes) {
    checkArchetype(archetype);
    if (names.has(archetype.name)) {
      throw invalidPopulation(`two archetypes are named "${archetype.name}"`);
    }
    names.add(archetype.name);
  }
}

function checkArchetype({ name, share = 1, machine, persona }: Archetype): void {
  if (typeof name !== "string" || !NAME.test(name)) {
    const rule = "names are a-z, 0-9, _ and -, begin with a letter, have up to 54 characters";
    throw invalidPopulation(`archetype "${String(name).slice(0, 80)}"; ${rule}`);
  }
  const place = `archetype "${name}"`;
  if (!(share > 0 && share < Number.POSITIVE_INFINITY)) {
    throw invalidPopulation(`${place}: share is ${share}; give a number above 0`);
  }
  if (!isMachine(machine)) throw invalidPopulation(`${place} has no machine`);
  const problem = problemIn(persona);
  if (problem !== undefined) throw invalidPopulation(`${place}: ${problem}`);
}
