// Which transitions of a machine are taken while it is explored.
import {
  type MachineParts,
  type Node,
  nodesOf,
  type Transition,
  transitionsOf,
} from "../core/machine/internals.ts";
import { watch } from "../core/machine/watch.ts";

/** Names a transition, the same in every copy of its machine. @param nth of its state, from 0 */
export const transitionId = (node: Node, nth: number): string => `${node.id} ${nth}`;

/**
 * Watches a machine from now on.
 * @param parts of a copy that nobody else uses
 * @returns gives the ids of the transitions that were taken so far
 */
export function watchTaken(parts: MachineParts): () => ReadonlySet<string> {
  const taken = new Set<Transition>();
  let isSelecting = false;
  watch(parts, {
    select: (_, select) => {
      isSelecting = true;
      try {
        return select();
      } finally {
        isSelecting = false;
      }
    },
    take: (transition) => {
      if (!isSelecting) taken.add(transition);
    },
    judge: (_, evaluate) => evaluate(),
    consider: () => undefined,
    exit: () => undefined,
    enter: () => undefined,
    act: () => undefined,
  });
  return () =>
    new Set(
      nodesOf(parts).flatMap((node) =>
        transitionsOf(node).flatMap((one, nth) =>
          taken.has(one) ? [transitionId(node, nth)] : [],
        ),
      ),
    );
}
