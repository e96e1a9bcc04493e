// What the structure of a machine alone shows: states to which no transition leads, and states that nothing leaves.
import {
  type MachineParts,
  type Node,
  nodesOf,
  type Transition,
  transitionsOf,
} from "../core/machine/internals.ts";

/** Every state with those around it, the innermost first. */
function ancestorsIn(parts: MachineParts): ReadonlyMap<Node, readonly Node[]> {
  const around = new Map<Node, readonly Node[]>([[parts.root, []]]);
  for (const node of nodesOf(parts)) {
    for (const child of Object.values(node.states)) {
      around.set(child, [node, ...(around.get(node) ?? [])]);
    }
  }
  return around;
}

/** States that cannot be reached along transitions, whatever the guards say; in document order. */
export function unreachableStates(parts: MachineParts): readonly Node[] {
  const around = ancestorsIn(parts);
  const reached = new Set<Node>();
  const open: Node[] = [parts.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    open.push(
      ...entered(node, around),
      ...transitionsOf(node).flatMap(({ target = [] }) => target),
    );
  }
  return nodesOf(parts).filter((node) => !reached.has(node));
}

/** What is entered with a state: those around it, and those with which it begins. */
function entered(node: Node, around: ReadonlyMap<Node, readonly Node[]>): readonly Node[] {
  const outer = around.get(node) ?? [];
  switch (node.type) {
    case "parallel":
      return [...outer, ...Object.values(node.states)];
    case "compound":
      return [...outer, ...(node.initial.target ?? [])];
    case "history": {
      const usual = outer[0]?.states[String(node.config.target)];
      return usual ? [...outer, usual] : outer;
    }
    case "atomic":
    case "final":
      return outer;
  }
}

/** Atomic states that once entered are never left and never do anything; in document order. */
export function deadEnds(parts: MachineParts): readonly Node[] {
  const around = ancestorsIn(parts);
  const nodes = nodesOf(parts);
  const isWithin = (node: Node, outer: Node): boolean =>
    node === outer || (around.get(node)?.includes(outer) ?? false);
  const common = (a: Node, b: Node): Node =>
    [a, ...(around.get(a) ?? [])].find((outer) => isWithin(b, outer)) ?? parts.root;
  const leaves = (source: Node, { target = [] }: Transition, node: Node): boolean => {
    const isActive = isWithin(node, source) || common(source, node).type === "parallel";
    return isActive && target.some((to) => isWithin(node, common(source, to)));
  };
  const isLeft = (node: Node): boolean =>
    transitionsOf(node).some(({ target, actions }) => target !== undefined || actions.length > 0) ||
    nodes.some((source) => transitionsOf(source).some((one) => leaves(source, one, node)));
  return nodes.filter((node) => node.type === "atomic" && !isLeft(node));
}
