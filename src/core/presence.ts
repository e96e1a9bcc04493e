// Agents that join, leave and become others while a run goes on: what changes in them and in the world.
import { release } from "./actions.ts";
import type { Agent } from "./agent.ts";
import { type Entry, type EventBody, type Pending, toAddress } from "./event.ts";
import { type RunState, remindOf } from "./state.ts";
import { tiesIn } from "./ties.ts";
import { placeInWorld } from "./world/account.ts";
import { touchFollows } from "./world/world-state.ts";

type Outcome = Pick<Entry, "outcome" | "reason">;

const dead = (reason: string): Outcome => ({ outcome: "dead", reason });

/** From here on it is another persona. @param persona plain JSON, frozen */
export function recast({ world }: RunState, agent: Agent, persona: unknown): void {
  Object.assign(agent, { input: persona, isRecast: true });
  placeInWorld(world, agent);
}

/** What comes of an entry for an agent because it is not there, or joins, or leaves; undefined for all other entries. */
export function comeOrGo(state: RunState, agent: Agent, pending: Pending): Outcome | undefined {
  switch (agent.status) {
    case "absent":
      if (pending.kind !== "init") return dead("agent not here yet");
      join(state, agent, pending);
      return undefined;
    case "left":
      return isForItself(pending) ? { outcome: "stale" } : dead("agent left");
    default:
      if (pending.kind === "leave") return leave(state, agent);
      return pending.kind === "init" && agent.snapshot ? dead("agent here already") : undefined;
  }
}

/** What it had asked for, or its supervision had planned. */
const isForItself = ({ kind, cause }: Pending): boolean => kind !== "event" && cause !== undefined;

function join(state: RunState, agent: Agent, { at, event }: Pending): void {
  agent.status = "active";
  if (event.persona === undefined) placeInWorld(state.world, agent);
  else recast(state, agent, event.persona);
  tie(state, agent, event);
  remindOf(state, agent, at);
}

function tie({ world }: RunState, { address }: Agent, event: EventBody): void {
  const { follows, followers } = tiesIn(event);
  for (const [id, weight] of follows) touchFollows(world, address).set(toAddress(id), weight);
  for (const [id, weight] of followers) touchFollows(world, toAddress(id)).set(address, weight);
}

/** Its posts stay, and whom it asked for something may still do it. */
function leave(state: RunState, agent: Agent): Outcome {
  release(state, agent, "left");
  placeInWorld(state.world, agent);
  return { outcome: "handled" };
}
