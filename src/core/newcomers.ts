// Agents that a fork brings in, of whom the scenario does not know.
import { checkId, type Role } from "./casting.ts";
import { EngineError } from "./error.ts";
import { toId } from "./event.ts";
import { nearest } from "./nearest.ts";
import { aimed, outsideKind } from "./outside.ts";
import type { Production } from "./production.ts";
import type { OutsideEvent } from "./scenario.ts";

/**
 * The cast with those who join by an event `{ type: "joined", machineOf, persona }`, behind all others: these keep
 * their places.
 * @throws EngineError AGENT_ID_INVALID, EVENT_INVALID, EVENT_UNKNOWN_AGENT
 */
export function withNewcomers(
  production: Production,
  events: readonly Pick<OutsideEvent, "to" | "event">[] = [],
): Production {
  const roles = new Map(production.roles.map((role) => [role.id, role]));
  for (const outside of aimed(events)) {
    const id = toId(outside.to);
    if (roles.has(id) || outsideKind(outside) !== "init") continue;
    const { machineOf, persona } = outside.event;
    if (typeof machineOf !== "string") continue;
    checkId(id);
    if (persona === undefined) {
      throw new EngineError("EVENT_INVALID", `"${id}" joins without a persona; give one`);
    }
    const { machine } = roleOf(roles, id, machineOf);
    roles.set(id, { id, machine, input: null, isNewcomer: true });
  }
  return roles.size === production.roles.length
    ? production
    : { ...production, roles: [...roles.values()] };
}

function roleOf(roles: ReadonlyMap<string, Role>, id: string, other: string): Role {
  const role = roles.get(other);
  if (role !== undefined) return role;
  const meant = nearest(other, [...roles.keys()]);
  const wayOut = meant === undefined ? "" : `; did you mean ${meant}?`;
  const problem = `"${id}" joins with the machine of "${other}", who is not cast${wayOut}`;
  throw new EngineError("EVENT_UNKNOWN_AGENT", problem);
}
