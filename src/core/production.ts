// A scenario made ready for one run: parameters filled in, cast and references checked.
import { type Effect, effectOf } from "./effect.ts";
import { EngineError } from "./error.ts";
import { type EventBody, WORLD } from "./event.ts";
import { seal } from "./json.ts";
import { isMachine } from "./machine/internals.ts";
import { type PreparedMachine, prepareMachine } from "./machine/prepare.ts";
import {
  type Follows,
  ID,
  invalid,
  type Member,
  type Params,
  type Scenario,
  type Staging,
} from "./scenario.ts";
import { MAX_AT } from "./time.ts";

/** The most agents of a population. */
export const MAX_AGENTS = 10_000_000;

/** An agent to be: its machine is ready. */
export interface Role {
  readonly id: string;
  readonly machine: PreparedMachine;
  readonly input: unknown;
}

export interface Production extends Omit<Staging, "agents" | "population" | "follows"> {
  readonly scenario: Scenario;
  readonly params: Params;
  /** Ordered by id. */
  readonly roles: readonly Role[];
  /** follower -> followed -> weight in (0, 1] */
  readonly follows: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly effects: ReadonlyMap<string, Effect>;
}

export interface ProductionOptions {
  readonly params?: Params;
  /** Size of the population, where the scenario has one. */
  readonly agents?: number;
}

/**
 * Prepares a scenario for a run.
 * @throws EngineError for everything in the scenario that cannot run, with its place
 */
export function produce(scenario: Scenario, options: ProductionOptions = {}): Production {
  const params = fillParams(scenario, options.params ?? {});
  const staging = scenario.stage(params);
  const members = [...namedMembers(scenario, staging), ...population(scenario, staging, options)];
  const ids = checkIds(scenario, members);
  const machines = new Map<unknown, PreparedMachine>();
  const roles = members.map((member) => makeRole(scenario, member, machines));
  roles.sort((a, b) => (a.id < b.id ? -1 : 1));
  const { agents: _, population: __, ...rest } = staging;
  checkHappenings(scenario, staging, ids);
  return {
    ...rest,
    scenario,
    params,
    roles,
    follows: collectFollows(scenario, staging, members, ids),
    effects: collectEffects(machines.values()),
  };
}

function fillParams(scenario: Scenario, given: Params): Params {
  for (const [name, value] of Object.entries(given)) {
    const known = scenario.params[name];
    if (known === undefined) {
      const names = Object.keys(scenario.params).join(", ") || "none";
      throw new EngineError("PARAM_INVALID", `params.${name} of "${scenario.name}"; it has ${names}`);
    }
    if (typeof known !== typeof value) {
      const problem = `params.${name} is a ${typeof known}, got "${value}"`;
      throw new EngineError("PARAM_INVALID", problem);
    }
  }
  return { ...scenario.params, ...given };
}

const namedMembers = (scenario: Scenario, { agents = {} }: Staging): readonly Member[] =>
  Object.entries(agents).map(([id, member]) => {
    if (!isMachine(member?.machine)) {
      throw invalid(scenario.name, `agent "${id}" has no machine; write cast(machine, persona)`);
    }
    return { id, ...member };
  });

function population(
  scenario: Scenario,
  staging: Staging,
  { agents }: ProductionOptions,
): readonly Member[] {
  if (staging.population === undefined) {
    if (agents === undefined) return [];
    const problem = `"${scenario.name}" has a fixed cast; leave --agents out`;
    throw new EngineError("SCENARIO_FIXED_CAST", problem);
  }
  const { member, size: usual } = staging.population;
  const size = agents ?? usual;
  if (!Number.isInteger(size) || size < 1 || size > MAX_AGENTS) {
    throw new EngineError("AGENTS_INVALID", `${size} agents; give 1 to ${MAX_AGENTS}`);
  }
  return Array.from({ length: size }, (_, index) => member(index, size));
}

function checkIds(scenario: Scenario, members: readonly Member[]): ReadonlySet<string> {
  if (members.length === 0) throw invalid(scenario.name, "nobody is cast; give agents or a population");
  const ids = new Set<string>();
  for (const { id } of members) {
    if (typeof id !== "string" || !ID.test(id) || id === WORLD) {
      const shown = String(id).slice(0, 80);
      const rule = "ids are a-z, 0-9, _ and -, begin with a letter, have up to 64 characters";
      throw new EngineError("AGENT_ID_INVALID", `agent id "${shown}"; ${rule}`);
    }
    if (ids.has(id)) throw new EngineError("AGENT_ID_DUPLICATE", `agent id "${id}" is cast twice`);
    ids.add(id);
  }
  return ids;
}

function makeRole(
  scenario: Scenario,
  { id, machine, input }: Member,
  machines: Map<unknown, PreparedMachine>,
): Role {
  let prepared = machines.get(machine);
  if (prepared === undefined) {
    prepared = prepareMachine(machine, machine.id);
    machines.set(machine, prepared);
  }
  const problem = seal(input ?? null, `agents.${id}`);
  if (problem !== undefined) {
    throw invalid(scenario.name, `${problem.path} is ${problem.problem}; a persona is plain JSON`);
  }
  return { id, machine: prepared, input };
}

function checkHappenings(scenario: Scenario, staging: Staging, ids: ReadonlySet<string>): void {
  for (const { at, to, event } of staging.events ?? []) {
    checkEvent(event, `event at ${at}`);
    checkAt(scenario, at);
    if (to !== WORLD && !ids.has(to)) throw unknownAgent("EVENT_UNKNOWN_AGENT", "event for", to, ids);
  }
  for (const { at, headline } of staging.news ?? []) {
    checkAt(scenario, at);
    if (typeof headline !== "string") throw invalid(scenario.name, `news at ${at} has no headline`);
  }
  for (const { name, every, event } of staging.random ?? []) {
    checkEvent(event, `random event "${name}"`);
    if (!(every >= 1)) throw invalid(scenario.name, `random event "${name}" comes every ${every} ms`);
  }
}

/** The first ids of the cast, for a message. */
function unknownAgent(
  code: "EVENT_UNKNOWN_AGENT" | "SCENARIO_UNKNOWN_AGENT",
  what: string,
  id: string,
  ids: ReadonlySet<string>,
): EngineError {
  const shown = [...ids].sort().slice(0, 10).join(", ");
  return new EngineError(code, `${what} "${id}", but the cast is ${shown}${ids.size > 10 ? ", …" : ""}`);
}

function checkAt(scenario: Scenario, at: number): void {
  if (Number.isInteger(at) && at >= 0 && at <= MAX_AT) return;
  throw invalid(scenario.name, `an event at ${at}; give whole milliseconds from 0, such as hours(9)`);
}

/** @throws EngineError EVENT_INVALID when it is no plain JSON event, or one that only the host may make */
export function checkEvent(event: EventBody, place: string): void {
  if (typeof event?.type !== "string" || event.type === "") {
    throw new EngineError("EVENT_INVALID", `${place} has no type`);
  }
  if (event.type.startsWith("xstate.")) {
    throw new EngineError("EVENT_INVALID", `${place}: "${event.type}"; names from xstate. are reserved`);
  }
  const problem = seal(event, "event");
  if (problem === undefined) return;
  throw new EngineError("EVENT_INVALID", `${place}: ${problem.path} is ${problem.problem}`);
}

function collectFollows(
  scenario: Scenario,
  staging: Staging,
  members: readonly Member[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const all = new Map<string, ReadonlyMap<string, number>>();
  const add = (id: string, follows: Follows): void => {
    if (!ids.has(id)) throw unknownAgent("SCENARIO_UNKNOWN_AGENT", "follows of", id, ids);
    all.set(id, weighted(scenario, id, follows, ids));
  };
  for (const { id, follows } of members) if (follows !== undefined) add(id, follows);
  for (const [id, follows] of Object.entries(staging.follows ?? {})) add(id, follows);
  return all;
}

function weighted(
  scenario: Scenario,
  id: string,
  follows: Follows,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const isList = (value: Follows): value is readonly string[] => Array.isArray(value);
  const entries: readonly (readonly [string, number])[] = isList(follows)
    ? follows.map((other) => [other, 1])
    : Object.entries(follows);
  for (const [other, weight] of entries) {
    if (!ids.has(other)) throw unknownAgent("SCENARIO_UNKNOWN_AGENT", `"${id}" follows`, other, ids);
    if (!(weight > 0 && weight <= 1)) {
      throw invalid(scenario.name, `"${id}" follows "${other}" with ${weight}; give a weight in (0, 1]`);
    }
  }
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function collectEffects(machines: Iterable<PreparedMachine>): ReadonlyMap<string, Effect> {
  const effects = new Map<string, Effect>();
  for (const { parts } of machines) {
    for (const logic of Object.values(parts.implementations.actors)) {
      const effect = effectOf(logic);
      if (effect === undefined) continue;
      const other = effects.get(effect.name);
      if (other !== undefined && other !== effect) {
        throw new EngineError("EFFECT_DUPLICATE", `two effects are named "${effect.name}"`);
      }
      effects.set(effect.name, effect);
    }
  }
  return effects;
}
