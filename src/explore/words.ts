// Steps and transitions in words, for findings.

import {
  type MachineParts,
  type Node,
  nameOf,
  nodesOf,
  type Transition,
} from "../core/machine/internals.ts";
import { guardLabel } from "../core/machine/label.ts";
import { placeOf } from "../core/machine/structure.ts";
import type { PathStep } from "./finding.ts";
import { stepsOf } from "./path.ts";
import type { Trail } from "./solo.ts";

/** `lurker.away after aWhile`, with guard and targets where there are any */
export function transitionText(node: Node, { eventType, guard, target = [] }: Transition): string {
  // An invoke without an id of its own is named after its state.
  const place = `${nameOf(node)} ${placeOf(eventType ?? "", node.id).replace(/ of \d+\..*/, "")}`;
  const condition = guard === undefined ? "" : ` if ${guardLabel(guard, () => undefined)}`;
  const targets = target.length === 0 ? "" : ` → ${target.map(nameOf).join(", ")}`;
  return place + condition + targets;
}

export function stepsInWords(trail: Trail, parts: MachineParts): readonly PathStep[] {
  return stepsOf(trail).map(({ choice, entry, value }) => ({
    at: entry.at,
    came: cameBy({ choice, entry }, parts),
    isFromOutside:
      choice.kind === "event" || (choice.kind === "reply" && choice.outcome.kind !== "done"),
    event: entry.event,
    asked: entry.requests.map(({ effect }) => effect),
    value: value ?? {},
  }));
}

function cameBy({ choice, entry }: Pick<Trail, "choice" | "entry">, parts: MachineParts): string {
  if (choice.kind === "reply") return `${choice.asked.effect.name}: ${choice.outcome.kind}`;
  const { type } = entry.event;
  const timer = nodesOf(parts).find(({ id }) => type.endsWith(`.${id}`));
  return timer && type.startsWith("xstate.after.") ? placeOf(type, timer.id) : type;
}
