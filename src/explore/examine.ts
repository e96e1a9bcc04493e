// Examines a machine: what the host refuses, what its structure shows, and what comes out when it is explored.

import { assert } from "../core/error.ts";
import { problemsOf } from "../core/machine/check.ts";
import {
  isActionCreation,
  type MachineParts,
  nodesOf,
  partsOf,
  transitionsOf,
} from "../core/machine/internals.ts";
import type { Member } from "../core/scenario.ts";
import { days } from "../core/time.ts";
import { type Bounds, type Explored, type ExploreOptions, explore, joined } from "./explore.ts";
import type { Examination, Finding, Note } from "./finding.ts";
import { pathOf } from "./path.ts";
import { comesFromTheWorld, declaredEvents } from "./samples.ts";
import { makeSolo, type Solo, type Trail } from "./solo.ts";
import { deadEnds, unreachableStates } from "./structure.ts";
import { transitionId } from "./taken.ts";
import { stepsInWords, transitionText } from "./words.ts";

export const DEFAULT_BOUNDS: Bounds = { seeds: 8, steps: 20_000, span: days(2) };

export interface ExamineOptions extends ExploreOptions {
  /** Of the scenario. */
  readonly name: string;
  readonly start: string;
  /** Types of events that somebody sends it, besides the world. */
  readonly sent: ReadonlySet<string>;
}

/**
 * @param parts agents to be, all of one machine: it is explored in the part of each
 * @throws EngineError for an input that the machine refuses, and as `explore`
 */
export function examine(
  parts: readonly [Member, ...Member[]],
  options: ExamineOptions,
): Examination {
  const [{ machine }] = parts;
  const subject = { machine: machine.id, agents: parts.map(({ id }) => id) };
  const problems = problemsOf(partsOf(machine), machine.id);
  if (problems.length > 0) {
    const findings = problems.map(
      ({ code, message }): Finding => ({ kind: "load", what: code, why: message }),
    );
    return { ...subject, findings, notes: [], tells: [] };
  }
  const { name, start } = options;
  const explorations = parts.map((member) => {
    const solo = makeSolo(member, { id: member.id, name, start });
    return { solo, explored: explore(solo, options) };
  });
  const explored = joined(explorations.map((one) => one.explored));
  const told = new Set(explorations.flatMap(({ solo }) => [...solo.told]));
  const [solo] = explorations.map((one) => one.solo);
  assert(solo !== undefined, "a machine is explored in some part");
  const nodes = nodesOf(solo.machine.parts);
  const { steps, configurations, isThrough, entered, taken } = explored;
  return {
    ...subject,
    explored: {
      ...{ seeds: options.seeds, steps, configurations, isThrough },
      states: [entered.size, nodes.filter(({ type }) => type !== "history").length],
      transitions: [taken.size, nodes.flatMap(transitionsOf).length],
    },
    findings: [...structureFindings(solo, explored), ...breachFindings(solo, explored)],
    notes: [
      ...notEntered(solo, explored),
      ...notTaken(solo, explored),
      ...notSent(solo, new Set([...options.sent, ...told])),
    ],
    tells: [...told],
  };
}

const withPath = (solo: Solo, trail: Trail | undefined): Pick<Finding, "path" | "steps"> =>
  trail === undefined
    ? {}
    : {
        path: pathOf(trail, solo.production.effects),
        steps: stepsInWords(trail, solo.machine.parts),
      };

const DEAD_END = "nothing leaves it; an end is a final state";

function structureFindings(solo: Solo, { entered }: Explored): readonly Finding[] {
  const { parts } = solo.machine;
  const unreachable = outermost(unreachableStates(parts).map(({ id }) => id));
  return [
    ...unreachable.map((what) => ({
      ...{ kind: "unreachable" as const, what, why: "no transition leads there" },
    })),
    ...deadEnds(parts)
      .filter(({ id }) => entered.has(id))
      .map(({ id }) => ({
        ...{ kind: "dead-end" as const, what: id, why: DEAD_END },
        ...withPath(solo, entered.get(id)),
      })),
  ];
}

/** A deadlock in a state that nothing leaves has been told. */
function breachFindings(solo: Solo, { breaches, ...explored }: Explored): readonly Finding[] {
  const { parts } = solo.machine;
  const ends = deadEnds(parts).map(({ id }) => id);
  const isTold = (states: string): boolean => states.split(", ").some((id) => ends.includes(id));
  const found = breaches
    .filter(({ kind, what }) => kind !== "deadlock" || !isTold(what))
    .map(({ kind, what, reason, trail }) => ({
      kind,
      what,
      why: reason,
      ...withPath(solo, trail),
    }));
  return explored.isThrough
    ? [
        ...neverEntered(solo, explored).map((what) => ({
          ...{ kind: "unreachable" as const, what, why: "never entered, whatever was tried" },
        })),
        ...found,
      ]
    : found;
}

/** States that only the exploration missed. */
function neverEntered(
  { machine }: Solo,
  { entered }: Pick<Explored, "entered">,
): readonly string[] {
  const unreachable = unreachableStates(machine.parts);
  const missed = nodesOf(machine.parts).filter(
    (node) => node.type !== "history" && !entered.has(node.id) && !unreachable.includes(node),
  );
  return outermost(missed.map(({ id }) => id));
}

function notEntered(solo: Solo, explored: Explored): readonly Note[] {
  if (explored.isThrough) return [];
  return neverEntered(solo, explored).map((what) => ({ kind: "never-entered", what }));
}

function notTaken({ machine }: Solo, { taken, entered }: Explored): readonly Note[] {
  return nodesOf(machine.parts)
    .filter(({ id }) => entered.has(id))
    .flatMap((node) =>
      transitionsOf(node)
        .map((transition, nth) => ({ transition, id: transitionId(node, nth) }))
        .filter(({ id }) => !taken.has(id))
        .map(({ transition }) => ({ kind: "never-taken", what: transitionText(node, transition) })),
    );
}

function notSent({ machine }: Solo, sent: ReadonlySet<string>): readonly Note[] {
  const raised = raisedEvents(machine.parts);
  const isSent = (type: string): boolean =>
    comesFromTheWorld(type) || sent.has(type) || raised.has(type);
  return declaredEvents(machine.parts)
    .filter((type) => !isSent(type))
    .map((what) => ({ kind: "never-sent", what }));
}

/** As far as it can be seen: an event may be made by a function. */
function raisedEvents(parts: MachineParts): ReadonlySet<string> {
  const actions = nodesOf(parts).flatMap((node) => [
    ...node.entry,
    ...node.exit,
    ...transitionsOf(node).flatMap((transition) => transition.actions),
  ]);
  const all = [...actions, ...Object.values(parts.implementations.actions)];
  return new Set(
    all.flatMap((action) => {
      if (!isActionCreation(action) || action.type !== "xstate.raise") return [];
      const { event } = action;
      return typeof event === "object" && event !== null && "type" in event
        ? [String(event.type)]
        : [];
    }),
  );
}

/** What lies within a state that is told goes without saying. */
const outermost = (states: readonly string[]): readonly string[] =>
  states.filter((state) => !states.some((other) => state.startsWith(`${other}.`)));
