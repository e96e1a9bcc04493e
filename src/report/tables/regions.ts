// Where an agent is in each region of its machine.
import { type Node, partsOf } from "../../core/machine/internals.ts";
import type { AgentSnapshot } from "./table.ts";

/** Paths of state keys: of the region from the root, of the state from its region. */
interface Place {
  readonly region: readonly string[];
  readonly state: readonly string[];
}

/**
 * The state of an agent by region, both as dotted paths. A region is a child of a parallel state; what lies in none
 * has the region "".
 */
export function regionsOf({ machine, value }: AgentSnapshot): ReadonlyMap<string, string> {
  const regions = new Map<string, string>();
  visit(partsOf(machine).root, value, { region: [], state: [] }, regions);
  return regions;
}

function visit(
  node: Node | undefined,
  value: unknown,
  { region, state }: Place,
  regions: Map<string, string>,
): void {
  const path = region.join(".");
  if (typeof value === "string") {
    regions.set(path, [...state, value].join("."));
    return;
  }
  const below: readonly [string, unknown][] = Object.entries(value ?? {});
  const isParallel = node?.type === "parallel";
  if (below.length === 0 || (isParallel && state.length > 0)) regions.set(path, state.join("."));
  for (const [key, inner] of below) {
    const place = isParallel
      ? { region: [...region, ...state, key], state: [] }
      : { region, state: [...state, key] };
    visit(node?.states[key], inner, place, regions);
  }
}
