// When agents are there, as a scenario or a fork plans it: checked before anything happens.
import { probeContext, type Role } from "./casting.ts";
import { EngineError } from "./error.ts";
import type { PendingKind } from "./event.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import { min } from "./math.ts";
import { type AimedEvent, checkStaying, outsideKind } from "./outside.ts";
import type { Member, Stay } from "./scenario.ts";
import { checkTies } from "./ties.ts";
import { formatInstant } from "./time.ts";

/** The stays that members are cast with, as events; by id, whatever the order in which they are cast. */
export function stayEvents(members: readonly Member[]): readonly AimedEvent[] {
  const events = members.flatMap(({ id: to, joinsAt, leavesAt }): readonly AimedEvent[] => [
    ...(joinsAt === undefined ? [] : [{ at: joinsAt, to, event: { type: "joined" } }]),
    ...(leavesAt === undefined ? [] : [{ at: leavesAt, to, event: { type: "left" } }]),
  ]);
  return events.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}

/**
 * Checks that everyone of a cast comes and goes as it can.
 * @param events those of the scenario and those that its members are cast with
 * @throws EngineError as `checkStay`
 */
export function checkStays(
  roles: readonly Role[],
  events: readonly AimedEvent[],
  ids: ReadonlySet<string>,
): void {
  const staying = events.filter((outside) => outsideKind(outside) !== "event");
  if (staying.length === 0) return;
  const byId = Map.groupBy(staying, ({ to }) => to);
  for (const { id, machine } of roles) {
    const own = byId.get(id);
    if (own === undefined) continue;
    const isHere = own.every((outside) => outsideKind(outside) !== "init");
    checkStay({ id, ids, machine, isHere }, own);
  }
}

/** An agent before the events that are checked: whether it is there, and what of its stay is planned. */
export interface Planned extends Stay {
  readonly id: string;
  /** Of all who ever take part. */
  readonly ids: Iterable<string>;
  readonly machine: PreparedMachine;
  readonly isHere: boolean;
}

/**
 * Checks the events that let an agent join, leave or become another.
 * @throws EngineError STAY_INVALID when it would not be there, or twice
 * @throws EngineError EVENT_INVALID for a change without a persona, and what its machine throws for a wrong one
 * @throws EngineError EVENT_INVALID, EVENT_UNKNOWN_AGENT when it joins with follows that cannot be
 */
export function checkStay(planned: Planned, events: readonly AimedEvent[]): void {
  const { id, ids, machine } = planned;
  const joinsAt = onlyInstant(id, "joins", instantsOf(events, "init"));
  const leavesAt = onlyInstant(id, "leaves", instantsOf(events, "leave"));
  checkJoin(planned, joinsAt);
  const from = planned.isHere ? -1 : (joinsAt ?? planned.joinsAt ?? Number.POSITIVE_INFINITY);
  const to = checkLeave(planned, leavesAt, from);
  for (const outside of events) {
    checkStaying(outside);
    const { at, event } = outside;
    if (event.persona !== undefined) probeContext(machine, event.persona);
    if (outsideKind(outside) === "init") checkTies(id, event, ids);
    if (outsideKind(outside) !== "recast" || (at >= from && at < to)) continue;
    throw refusal(id, `gets another persona at ${formatInstant(at)}, when it is not there`);
  }
}

const refusal = (id: string, problem: string): EngineError =>
  new EngineError("STAY_INVALID", `agent "${id}" ${problem}`);

const instantsOf = (events: readonly AimedEvent[], kind: PendingKind): readonly number[] =>
  events.filter((outside) => outsideKind(outside) === kind).map(({ at }) => at);

function onlyInstant(id: string, verb: string, instants: readonly number[]): number | undefined {
  const [first, second] = instants;
  if (first === undefined || second === undefined) return first;
  const problem = `${verb} twice, at ${formatInstant(first)} and at ${formatInstant(second)}`;
  throw refusal(id, `${problem}; agents come and go once`);
}

function checkJoin({ id, isHere, joinsAt: before }: Planned, joinsAt: number | undefined): void {
  if (joinsAt === undefined) return;
  const problem = `joins at ${formatInstant(joinsAt)}`;
  if (isHere) throw refusal(id, `${problem}, but is there already`);
  if (before !== undefined && joinsAt >= before) {
    throw refusal(id, `${problem}, but does so at ${formatInstant(before)} already`);
  }
}

/** @returns when it leaves in the end */
function checkLeave(
  { id, leavesAt: before = Number.POSITIVE_INFINITY }: Planned,
  leavesAt: number | undefined,
  from: number,
): number {
  const to = min(leavesAt ?? before, before);
  if (leavesAt !== undefined && leavesAt > to) {
    const problem = `leaves at ${formatInstant(leavesAt)}, but does so at ${formatInstant(to)}`;
    throw refusal(id, `${problem} already`);
  }
  if (to > from || to === Number.POSITIVE_INFINITY) return to;
  const joining =
    from === Number.POSITIVE_INFINITY ? "never joins" : `joins at ${formatInstant(from)}`;
  throw refusal(id, `leaves at ${formatInstant(to)}, but ${joining}`);
}
