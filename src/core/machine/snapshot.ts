// An XState snapshot as plain JSON and back. What XState's own persistence loses is kept: the order of the
// active nodes and of the keys of `value`, and the ids of running invocations.
import type { AnyMachineSnapshot, StateValue } from "xstate";
import { activeNodes, type Node, withFields } from "./internals.ts";
import type { PreparedMachine } from "./prepare.ts";

export interface SnapshotState {
  readonly value: StateValue;
  /** Ids of the active nodes in XState's order: with it lost, parallel regions act in another order. */
  readonly nodes: readonly string[];
  readonly context: unknown;
  readonly history: Readonly<Record<string, readonly string[]>>;
  readonly children: readonly string[];
  readonly status: AnyMachineSnapshot["status"];
  readonly output?: unknown;
}

export function freezeSnapshot(snapshot: AnyMachineSnapshot): SnapshotState {
  const { value, context, historyValue, children, status, output } = snapshot;
  const history = Object.entries(historyValue).map(
    ([id, nodes]) => [id, nodes.map((node) => node.id)] as const,
  );
  return {
    value,
    nodes: activeNodes(snapshot).map(({ id }) => id),
    context,
    history: Object.fromEntries(history),
    children: Object.keys(children),
    status,
    ...(output !== undefined && { output }),
  };
}

/** @throws Error when the state is of another machine: a node that this one does not have */
export function thawSnapshot(machine: PreparedMachine, state: SnapshotState): AnyMachineSnapshot {
  const { value, nodes, context, history, children, status, output } = state;
  const nodeOf = (id: string): Node => {
    const node = machine.parts.idMap.get(id);
    if (node === undefined) throw new Error(`machine "${machine.id}" has no state "${id}"`);
    return node;
  };
  return withFields(machine.template, {
    context,
    value,
    status,
    output,
    _nodes: nodes.map(nodeOf),
    tags: new Set(nodes.flatMap((id) => nodeOf(id).tags)),
    historyValue: Object.fromEntries(
      Object.entries(history).map(([id, ids]) => [id, ids.map(nodeOf)]),
    ),
    children: Object.fromEntries(children.map((id) => [id, { id }])),
  });
}
