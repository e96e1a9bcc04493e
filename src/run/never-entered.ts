// States that no agent of a run ever entered: a hint at dead parts of a machine, or at too short a run.
import { nameOf, nodesOf } from "../core/machine/internals.ts";
import type { RunState } from "../core/state.ts";

/** @returns ids of states, as `persona.mood.elated`, in document order; history states are never "in" */
export function neverEntered({ entered }: RunState): readonly string[] {
  return [...entered].flatMap(([{ parts }, marks]) =>
    nodesOf(parts)
      .filter((node) => node.type !== "history" && marks[node.order] === 0)
      .map(nameOf),
  );
}
