// Whether the state of a run fits its machines: an agent that waits for what they do not have waits for ever.
import type { AgentState } from "../core/agent-state.ts";
import { EngineError } from "../core/error.ts";
import { type Node, nodesOf } from "../core/machine/internals.ts";
import type { PreparedMachine } from "../core/machine/prepare.ts";
import type { SnapshotState } from "../core/machine/snapshot.ts";
import type { Production } from "../core/production.ts";
import type { SavedState } from "../core/save.ts";

/**
 * Looks whether a migrated state names only states, timers and invokes that its machines have.
 * @throws EngineError MIGRATION_INVALID with agent and path
 */
export function checkFit({ roles }: Production, { agents, queue }: SavedState): void {
  const waiting = Map.groupBy(queue, ({ to }) => to);
  const names = new Map(roles.map(({ machine }) => [machine, namesOf(machine)]));
  roles.forEach(({ machine }, index) => {
    const saved = agents[index];
    const known = names.get(machine);
    if (saved === undefined || known === undefined) return;
    const events = (waiting.get(saved.agent) ?? []).map(({ event }) => event.type);
    for (const { path, ids, isKnown } of namedBy(saved, events, known)) {
      const odd = ids.find((id) => !isKnown(id));
      if (odd === undefined) continue;
      const problem = `"${odd}" in ${path} of ${saved.agent}`;
      const message = `the migration leaves ${problem}, which machine "${machine.id}" does not have`;
      throw new EngineError("MIGRATION_INVALID", message);
    }
  });
}

interface Names {
  readonly root: Node;
  readonly states: ReadonlySet<string>;
  readonly invokes: ReadonlySet<string>;
}

function namesOf({ parts }: PreparedMachine): Names {
  const nodes = nodesOf(parts);
  return {
    root: parts.root,
    states: new Set(nodes.map(({ id }) => id)),
    invokes: new Set(nodes.flatMap(({ invoke }) => invoke.map(({ id }) => id))),
  };
}

interface Named {
  readonly path: string;
  readonly ids: readonly string[];
  readonly isKnown: (id: string) => boolean;
}

/** @param events types of the events that wait for the agent */
function namedBy(
  { snapshot, flights, timers }: AgentState,
  events: readonly string[],
  { root, states, invokes }: Names,
): readonly Named[] {
  const isState = (id: string): boolean => states.has(id);
  const isInvoke = (id: string): boolean => invokes.has(id);
  const isTimer = (id: string): boolean =>
    !id.startsWith("xstate.after.") || [...states].some((state) => id.endsWith(`.${state}`));
  const waiting = [
    { path: "flights", ids: flights.map(({ child }) => child), isKnown: isInvoke },
    { path: "timers", ids: timers.map(([id]) => id), isKnown: isTimer },
    { path: "the queue", ids: events, isKnown: isTimer },
  ];
  if (snapshot === undefined) return waiting;
  const { value, nodes, history, children } = snapshot;
  return [
    { path: "snapshot.value", ids: statesIn(root, value), isKnown: isState },
    { path: "snapshot.nodes", ids: nodes, isKnown: isState },
    { path: "snapshot.history", ids: Object.entries(history).flat(2), isKnown: isState },
    { path: "snapshot.children", ids: children, isKnown: isInvoke },
    ...waiting,
  ];
}

/** @param value of a snapshot, below this state */
function statesIn(node: Node, value: SnapshotState["value"]): readonly string[] {
  const inner = typeof value === "string" ? [[value, {}] as const] : Object.entries(value);
  const below = inner.flatMap(([key, deeper]) => {
    const child = node.states[key];
    return child === undefined ? [`${node.id}.${key}`] : statesIn(child, deeper ?? {});
  });
  return [node.id, ...below];
}
