// Examines the machines of a scenario, each in the part of one agent, with the properties that the scenario names.
import { castMembers, guarded } from "../core/casting.ts";
import { EngineError } from "../core/error.ts";
import { canonical } from "../core/json.ts";
import { problemsOf } from "../core/machine/check.ts";
import { nodesOf, partsOf } from "../core/machine/internals.ts";
import { produce } from "../core/production.ts";
import type { Member, Scenario, Staging } from "../core/scenario.ts";
import { isFor } from "../core/targets.ts";
import { examine } from "./examine.ts";
import type { Bounds } from "./explore.ts";
import type { Examination, Note } from "./finding.ts";

/**
 * @param agent the only one whose machine is examined; by default of each machine up to MAX_PARTS
 * @throws EngineError for everything in the scenario that cannot run, but for what its machines are refused for
 */
export function examineScenario(
  scenario: Scenario,
  { agent, ...bounds }: Bounds & { readonly agent?: string | undefined },
): readonly Examination[] {
  const { name, start, params, properties, exploration } = scenario;
  const staging = guarded(scenario, "stage()", () => scenario.stage(params));
  const { members } = castMembers(scenario, staging, undefined);
  const machines = chosen(members, agent);
  const isRefused = ({ machine }: Member) => problemsOf(partsOf(machine), machine.id).length > 0;
  if (!machines.some(([member]) => isRefused(member))) produce(scenario);
  const examinations = machines.map((parts) => {
    const sent = new Set(sentTo(parts[0], members, staging));
    return examine(parts, { ...exploration, ...bounds, name, start, properties, sent });
  });
  const told = new Set(examinations.flatMap(({ tells }) => tells));
  return examinations.map(({ notes, ...examination }, index) => ({
    ...examination,
    notes: [
      ...notes.filter(({ kind, what }) => kind !== "never-sent" || !told.has(what)),
      ...neverHandled(machines[index]?.[0], members, staging),
    ],
  }));
}

type Parts = readonly [Member, ...Member[]];

/** A machine is explored in so many parts at most. */
const MAX_PARTS = 3;

/** By machine; whoever is cast with the same as somebody else is left out. */
function chosen(members: readonly Member[], agent: string | undefined): readonly Parts[] {
  if (agent === undefined) {
    const byMachine = Map.groupBy(members, ({ machine }) => machine);
    return [...byMachine.values()].flatMap((those) => {
      const different = new Map(those.map((member) => [canonical(member.input), member]));
      const [first, ...others] = different.values();
      return first === undefined ? [] : [[first, ...others.slice(0, MAX_PARTS - 1)]];
    });
  }
  const member = members.find(({ id }) => id === agent);
  if (member !== undefined) return [[member]];
  throw new EngineError("SCENARIO_UNKNOWN_AGENT", `agent "${agent}" is not cast`);
}

/** Types of what the scenario sends to agents of the machine of a member. */
function sentTo(
  { machine }: Member,
  members: readonly Member[],
  { events = [], random = [] }: Staging,
): readonly string[] {
  const own = members.filter((it) => it.machine === machine);
  const outside = events
    .filter(({ to }) => own.some(({ id }) => isFor(to, id)))
    .map(({ event }) => event.type);
  return [...outside, ...random.map(({ event }) => event.type)];
}

/** What is sent though no state of the machine takes it. */
function neverHandled(
  member: Member | undefined,
  members: readonly Member[],
  staging: Staging,
): readonly Note[] {
  if (member === undefined) return [];
  const taken = nodesOf(partsOf(member.machine)).flatMap((node) => [...node.transitions.keys()]);
  const takes = (type: string): boolean =>
    taken.some((on) => on === type || (on.endsWith("*") && type.startsWith(on.slice(0, -2))));
  const sent = new Set(sentTo(member, members, staging));
  return [...sent].filter((type) => !takes(type)).map((what) => ({ kind: "never-handled", what }));
}
