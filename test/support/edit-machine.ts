// Real changes to random machines: each makes another machine of one, by a change in the config of one state.
import type { AnyStateMachine } from "xstate";

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? { ...value } : {};
const listOf = (value: unknown): readonly unknown[] => [value ?? []].flat();

/** What a state gets instead; undefined where there is nothing to change. */
type Edit = (state: Fields) => Fields | undefined;

/** Changes the first transition of the first event. */
const inTransition =
  (edit: Edit): Edit =>
  ({ on }) => {
    const [first, ...others] = Object.entries(fieldsOf(on));
    if (first === undefined) return undefined;
    const [event, choices] = first;
    const [choice, ...more] = listOf(choices);
    const edited = edit(fieldsOf(choice));
    if (edited === undefined) return undefined;
    const changed = { ...fieldsOf(choice), ...edited };
    return { on: Object.fromEntries([[event, [changed, ...more]], ...others]) };
  };

const edits: Readonly<Record<string, Edit>> = {
  "an entry action": ({ entry }) => ({ entry: ["inc", ...listOf(entry)] }),
  "an exit action": ({ exit }) => ({ exit: [...listOf(exit), { type: "add", params: { k: 9 } }] }),
  "a tag": ({ tags }) => ({ tags: [...listOf(tags), "fresh"] }),
  "an event": ({ on }) => ({ on: { ...fieldsOf(on), fresh: {} } }),
  "a timer": ({ after }) => ({ after: { ...fieldsOf(after), 77: {} } }),
  "an always": ({ always }) => ({ always: [...listOf(always), { guard: "odd", actions: "note" }] }),
  "an invoke": ({ invoke }) => ({ invoke: [...listOf(invoke), { src: "look" }] }),
  "a state": ({ states, type }) =>
    states && type !== "history" ? { states: { ...fieldsOf(states), fresh: {} } } : undefined,
  "another source": ({ invoke }) => {
    const [first, ...others] = listOf(invoke).map(fieldsOf);
    return (
      first && { invoke: [{ ...first, src: first.src === "ask" ? "look" : "ask" }, ...others] }
    );
  },
  "another initial state": ({ states, initial, type }) => {
    const known = fieldsOf(initial).target ?? initial;
    const other = Object.keys(fieldsOf(states)).find((key) => key !== known && key !== "history");
    return known && other && type !== "parallel" ? { initial: other } : undefined;
  },
  "another history": ({ history }) =>
    history ? { history: history === "deep" ? "shallow" : "deep" } : undefined,
  "another order of actions": ({ entry }) => {
    const [first, ...others] = listOf(entry);
    const names = new Set(listOf(entry).filter((action) => typeof action === "string"));
    return names.size > 1 ? { entry: [...others, first] } : undefined;
  },
  "another target": inTransition(({ target }) => ({ target: target ? undefined : "#root" })),
  "another guard": inTransition(({ guard }) => ({ guard: guard ? undefined : "even" })),
  "another action": inTransition(({ actions }) => ({ actions: [...listOf(actions), "set"] })),
  "another reentry": inTransition(({ reenter }) => ({ reenter: !reenter })),
};

export const editNames: readonly string[] = Object.keys(edits);

const statesIn = (state: object): readonly object[] => [
  state,
  ...Object.values(fieldsOf(fieldsOf(state).states)).flatMap((inner) =>
    typeof inner === "object" && inner !== null ? statesIn(inner) : [],
  ),
];

/**
 * Changes a machine that nobody else has.
 * @param nth of the states where there is something to change
 * @returns the machine that it has become, or undefined when the edit fits none of its states
 */
export function editMachine(
  machine: AnyStateMachine,
  edit: string,
  nth: number,
): AnyStateMachine | undefined {
  const editable = statesIn(machine.config).flatMap((state) => {
    const changes = edits[edit]?.(fieldsOf(state));
    return changes ? [{ state, changes }] : [];
  });
  const chosen = editable[nth % editable.length];
  if (chosen === undefined) return undefined;
  Object.assign(chosen.state, chosen.changes);
  return machine.provide({});
}
