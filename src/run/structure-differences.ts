// What differs between two machines, in words.
import {
  type Choice,
  type MachineStructure,
  placeOf,
  type StateStructure,
} from "../core/machine/structure.ts";

/** One line for each difference. @param before a structure as JSON, as is `after` */
export function differencesOf(before: string, after: string): readonly string[] {
  const old: MachineStructure = JSON.parse(before);
  const now: MachineStructure = JSON.parse(after);
  const oldById = new Map(old.states.map((state) => [state.id, state]));
  const ids = new Set(now.states.map(({ id }) => id));
  const isKept = (id: string): boolean => oldById.has(id) && ids.has(id);
  return [
    ...changed("version", old.version, now.version),
    ...outermost(old.states, isKept).map((id) => `state "${id}" is gone`),
    ...outermost(now.states, isKept).map((id) => `state "${id}" is new`),
    ...now.states.flatMap((state) => {
      const known = oldById.get(state.id);
      const differences = known ? stateDifferences(known, state, isKept) : [];
      return differences.map((difference) => `state "${state.id}" ${difference}`);
    }),
  ];
}

/** What lies in a state goes and comes with it. */
function outermost(
  states: readonly StateStructure[],
  isKept: (id: string) => boolean,
): readonly string[] {
  const others = states.filter(({ id }) => !isKept(id));
  const within = new Set(others.flatMap((state) => state.states));
  return others.map(({ id }) => id).filter((id) => !within.has(id));
}

/** Fields of a state that read as they are. */
const PLAIN = [
  "key",
  "type",
  "initial",
  "initialActions",
  "history",
  "target",
  "entry",
  "exit",
  "invoke",
  "tags",
  "output",
] as const;

function stateDifferences(
  before: StateStructure,
  after: StateStructure,
  isKept: (id: string) => boolean,
): readonly string[] {
  return [
    ...PLAIN.flatMap((field) => changed(`has ${field}`, before[field], after[field])),
    ...changed("has states", before.states.filter(isKept), after.states.filter(isKept)),
    // A timer that is new or gone is told with the other events.
    ...changed("has after", common(before.after, after.after), common(after.after, before.after)),
    ...eventDifferences(before, after),
  ];
}

const common = (list: readonly string[], other: readonly string[]): readonly string[] =>
  list.filter((member) => other.includes(member));

type Shown = string | readonly string[] | undefined;

const shown = (value: Shown): string =>
  typeof value === "object" ? `[${value.join(", ")}]` : (value ?? "none");

const changed = (what: string, before: Shown, after: Shown): readonly string[] =>
  shown(before) === shown(after) ? [] : [`${what} ${shown(after)}, before ${shown(before)}`];

function eventDifferences(before: StateStructure, after: StateStructure): readonly string[] {
  const old = choicesByPlace(before);
  const now = choicesByPlace(after);
  const renamed = renamedPlaces(old, now);
  const told = new Set([...old.keys(), ...renamed.values()]);
  const differences = [...old].flatMap(([place, known]) => {
    const choices = now.get(place);
    if (choices !== undefined) return choiceDifferences(place, known, choices);
    const other = renamed.get(place);
    return other === undefined
      ? [`has no ${noun(place)} any more`]
      : [`has ${noun(other)} instead of ${noun(place)}`];
  });
  const added = [...now.keys()].filter((place) => !told.has(place));
  return [...differences, ...added.map((place) => `has ${noun(place)} now`)];
}

type Places = ReadonlyMap<string, readonly Choice[]>;

const choicesByPlace = ({ id, on }: StateStructure): Places =>
  new Map(on.map(({ event, choices }) => [placeOf(event, id), choices]));

const noun = (place: string): string => place.replace(/^on (.*)$/s, '"$1"');
const verb = (place: string): string => place.replace(/^on (.*)$/s, 'takes "$1"');

/** Lost places, each with a new one that leads to the same. */
function renamedPlaces(old: Places, now: Places): ReadonlyMap<string, string> {
  const fresh = new Map(
    [...now].flatMap(([place, choices]) =>
      old.has(place) ? [] : [[JSON.stringify(choices), place] as const],
    ),
  );
  const renamed = new Map<string, string>();
  for (const [place, choices] of old) {
    const text = JSON.stringify(choices);
    const twin = now.has(place) ? undefined : fresh.get(text);
    if (twin !== undefined && fresh.delete(text)) renamed.set(place, twin);
  }
  return renamed;
}

function choiceDifferences(
  place: string,
  before: readonly Choice[],
  after: readonly Choice[],
): readonly string[] {
  if (before.length !== after.length)
    return changed(verb(place), before.map(inWords), after.map(inWords));
  return after.flatMap((choice, index) => {
    const now = partsOf(choice);
    const old = before.slice(index, index + 1).flatMap(partsOf);
    const differ = now.flatMap((part, n) => (part === old[n] ? [] : [n]));
    const which = after.length > 1 ? `, choice ${index + 1},` : "";
    const only = (parts: readonly string[]) => differ.map((n) => parts[n]).join(" ");
    return differ.length === 0 ? [] : [`${verb(place)}${which} ${only(now)}, before ${only(old)}`];
  });
}

const inWords = (choice: Choice): string =>
  partsOf(choice)
    .filter((part) => !part.startsWith("without"))
    .join(" ");

const partsOf = ({ guard, targets, actions, reenter }: Choice): readonly string[] => [
  guard === undefined ? "without guard" : `when ${guard}`,
  targets === undefined ? "without target" : `to ${targets.join(" and ")}`,
  actions.length === 0 ? "without actions" : `doing ${shown(actions)}`,
  reenter ? "reentering" : "without reentering",
];
