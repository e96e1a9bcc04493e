// A scenario made ready for one run: parameters filled in, cast and references checked.

import { z } from "zod";
import { castMembers, guarded, type Role, rolesOf } from "./casting.ts";
import { type Effect, effectOf } from "./effect.ts";
import { EngineError } from "./error.ts";
import { type EventBody, WORLD } from "./event.ts";
import { seal } from "./json.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import { outsideKind } from "./outside.ts";
import {
  type Follows,
  invalid,
  type Member,
  type Params,
  type Scenario,
  type Staging,
} from "./scenario.ts";
import { checkStay, stayEvents } from "./stays.ts";
import { MAX_AT } from "./time.ts";

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
  const staged = guarded(scenario, "stage()", () => scenario.stage(params));
  const { members, ids } = castMembers(scenario, staged, options.agents);
  const stays = stayEvents(members);
  const staging =
    stays.length === 0 ? staged : { ...staged, events: [...(staged.events ?? []), ...stays] };
  const roles = rolesOf(scenario, members);
  const { agents: _, population: __, ...rest } = staging;
  checkHappenings(scenario, staging, ids);
  checkStays(roles, staging, ids);
  const effects = collectEffects(new Set(roles.map(({ machine }) => machine)));
  checkWorld(scenario, staging.world ?? {}, effects);
  return {
    ...rest,
    scenario,
    params,
    roles,
    follows: collectFollows(scenario, staging, members, ids),
    effects,
  };
}

function fillParams(scenario: Scenario, given: Params): Params {
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(scenario.params, name) ? scenario.params[name] : undefined;
    if (known === undefined) {
      const names = Object.keys(scenario.params).join(", ") || "none";
      throw new EngineError(
        "PARAM_INVALID",
        `params.${name} of "${scenario.name}"; it has ${names}`,
      );
    }
    if (typeof known !== typeof value) {
      const problem = `params.${name} is a ${typeof known}, got "${value}"`;
      throw new EngineError("PARAM_INVALID", problem);
    }
  }
  return { ...scenario.params, ...given };
}

const share = z.number().min(0).max(1).optional();
const duration = z.number().min(0).max(MAX_AT);
const World = z.strictObject({
  latency: z.number().min(0).max(1e6).optional(),
  feed: z.enum(["recent", "ranked"]).optional(),
  failures: z
    .record(
      z.string(),
      z.strictObject({
        limited: share,
        failed: share,
        retryAfter: duration.optional(),
        budget: z.strictObject({ count: z.int().min(0), per: duration.min(1) }).optional(),
        during: z.array(z.tuple([duration, duration])).optional(),
      }),
    )
    .optional(),
});

function checkWorld(scenario: Scenario, world: object, effects: ReadonlyMap<string, Effect>): void {
  const parsed = World.safeParse(world);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(scenario.name, `world.${issue?.path.join(".")}: ${issue?.message}`);
  }
  for (const name of Object.keys(parsed.data.failures ?? {})) {
    if (effects.has(name)) continue;
    const known = [...effects.keys()].join(", ") || "none";
    const problem = `failures of effect "${name}"; its machines ask for ${known}`;
    throw new EngineError("EFFECT_UNKNOWN", `scenario "${scenario.name}": ${problem}`);
  }
}

function checkHappenings(scenario: Scenario, staging: Staging, ids: ReadonlySet<string>): void {
  for (const { at, to, event } of staging.events ?? []) {
    checkEvent(event, `event at ${at}`);
    checkAt(scenario, at);
    if (to !== WORLD && !ids.has(to))
      throw unknownAgent("EVENT_UNKNOWN_AGENT", "event for", to, ids);
  }
  for (const { at, ...news } of staging.news ?? []) {
    checkAt(scenario, at);
    if (typeof news.headline !== "string")
      throw invalid(scenario.name, `news at ${at} has no headline`);
    checkEvent({ type: "news", ...news }, `news at ${at}`);
  }
  checkRandom(scenario, staging);
}

function checkStays(
  roles: readonly Role[],
  { events = [] }: Staging,
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

function checkRandom(scenario: Scenario, { random = [] }: Staging): void {
  for (const { name, every, event } of random) {
    checkEvent(event, `random event "${name}"`);
    if (!(every >= 1))
      throw invalid(scenario.name, `random event "${name}" comes every ${every} ms`);
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
  return new EngineError(
    code,
    `${what} "${id}", but the cast is ${shown}${ids.size > 10 ? ", …" : ""}`,
  );
}

function checkAt(scenario: Scenario, at: number): void {
  if (Number.isInteger(at) && at >= 0 && at <= MAX_AT) return;
  throw invalid(
    scenario.name,
    `an event at ${at}; give whole milliseconds from 0, such as hours(9)`,
  );
}

/** @throws EngineError EVENT_INVALID when it is no plain JSON event, or one that only the host may make */
export function checkEvent(event: EventBody, place: string): void {
  if (typeof event?.type !== "string" || event.type === "") {
    throw new EngineError("EVENT_INVALID", `${place} has no type`);
  }
  if (event.type.startsWith("xstate.")) {
    throw new EngineError(
      "EVENT_INVALID",
      `${place}: "${event.type}"; names from xstate. are reserved`,
    );
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
    if (!ids.has(other))
      throw unknownAgent("SCENARIO_UNKNOWN_AGENT", `"${id}" follows`, other, ids);
    if (!(weight > 0 && weight <= 1)) {
      throw invalid(
        scenario.name,
        `"${id}" follows "${other}" with ${weight}; give a weight in (0, 1]`,
      );
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
