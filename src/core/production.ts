// A scenario made ready for one run: parameters filled in, cast and references checked.

import { z } from "zod";
import { castMembers, guarded, type Role, rolesOf } from "./casting.ts";
import { type Effect, effectOf } from "./effect.ts";
import { EngineError } from "./error.ts";
import { type EventBody, type Priority, priorities, WORLD } from "./event.ts";
import { seal } from "./json.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import { type AimedEvent, aimed } from "./outside.ts";
import {
  type Follows,
  invalid,
  type Member,
  type Params,
  type Scenario,
  type Staging,
} from "./scenario.ts";
import { checkStays, stayEvents } from "./stays.ts";
import { EVERYONE, type Targets, targetsOf } from "./targets.ts";
import { MAX_AT } from "./time.ts";
import { Occasions } from "./world/happenings.ts";
import type { RandomEvent } from "./world/world-state.ts";

export interface Production
  extends Omit<Staging, "agents" | "population" | "follows" | "happenings" | "events"> {
  readonly scenario: Scenario;
  readonly params: Params;
  /** One for each target, with those that let members join and leave. */
  readonly events?: readonly AimedEvent[];
  /** Ordered by id. */
  readonly roles: readonly Role[];
  /** follower -> followed -> weight in (0, 1] */
  readonly follows: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly effects: ReadonlyMap<string, Effect>;
  readonly happenings: Occasions;
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
  const staging = guarded(scenario, "stage()", () => scenario.stage(params));
  const { members, ids } = castMembers(scenario, staging, options.agents);
  const roles = rolesOf(scenario, members);
  const outside = [...(staging.events ?? []), ...stayEvents(members)];
  checkOutside(scenario, { ...staging, events: outside }, ids);
  const events = aimed(outside);
  checkStays(roles, events, ids);
  const effects = collectEffects(new Set(roles.map(({ machine }) => machine)));
  checkWorld(scenario, staging.world ?? {}, effects);
  const { agents: _, population: __, events: ___, ...rest } = staging;
  return {
    ...rest,
    ...(events.length > 0 && { events }),
    scenario,
    params,
    roles,
    follows: collectFollows(scenario, staging, members, ids),
    effects,
    happenings: readPart(scenario, "happenings", Occasions, staging.happenings ?? {}),
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
  const { failures = {} } = readPart(scenario, "world", World, world);
  for (const name of Object.keys(failures)) {
    if (effects.has(name)) continue;
    const known = [...effects.keys()].join(", ") || "none";
    const problem = `failures of effect "${name}"; its machines ask for ${known}`;
    throw new EngineError("EFFECT_UNKNOWN", `scenario "${scenario.name}": ${problem}`);
  }
}

/** A part of a scenario that is plain settings. @throws EngineError SCENARIO_INVALID */
function readPart<Part>(
  scenario: Scenario,
  name: string,
  schema: z.ZodType<Part>,
  value: unknown,
): Part {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(scenario.name, `${[name, ...(issue?.path ?? [])].join(".")}: ${issue?.message}`);
}

function checkOutside(scenario: Scenario, staging: Staging, ids: ReadonlySet<string>): void {
  for (const { at, to, event, priority } of staging.events ?? []) {
    checkEvent(event, `event at ${at}`, priority);
    checkAt(scenario, at);
    checkTargets(to, ids, { place: "event for", besides: [EVERYONE, WORLD] });
  }
  for (const { at, priority, ...news } of staging.news ?? []) {
    checkAt(scenario, at);
    if (typeof news.headline !== "string")
      throw invalid(scenario.name, `news at ${at} has no headline`);
    checkEvent({ type: "news", ...news }, `news at ${at}`, priority);
    if (news.to !== undefined)
      checkTargets(news.to, ids, { place: "news for", besides: [EVERYONE] });
  }
  for (const random of staging.random ?? []) checkRandom(scenario, random, ids);
}

function checkRandom(
  scenario: Scenario,
  { name, every, event, to, priority }: RandomEvent,
  ids: ReadonlySet<string>,
): void {
  checkEvent(event, `random event "${name}"`, priority);
  if (!(every >= 1)) throw invalid(scenario.name, `random event "${name}" comes every ${every} ms`);
  if (to !== undefined) checkTargets(to, ids, { place: "random event for", besides: [EVERYONE] });
}

function checkTargets(
  to: Targets,
  ids: ReadonlySet<string>,
  { place, besides }: { readonly place: string; readonly besides: readonly string[] },
): void {
  checkSomebody(to, place);
  for (const id of targetsOf(to)) {
    if (!ids.has(id) && !besides.includes(id))
      throw unknownAgent("EVENT_UNKNOWN_AGENT", place, id, ids);
  }
}

/** @throws EngineError EVENT_INVALID for an empty list */
export function checkSomebody(to: Targets, place: string): void {
  if (targetsOf(to).length > 0) return;
  throw new EngineError("EVENT_INVALID", `${place} nobody; name agents, or "${EVERYONE}"`);
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

/**
 * @throws EngineError EVENT_INVALID when it is no plain JSON event, or one that only the host may make, or has a
 * priority that there is not
 */
export function checkEvent(event: EventBody, place: string, priority: Priority = "normal"): void {
  if (typeof event?.type !== "string" || event.type === "") {
    throw new EngineError("EVENT_INVALID", `${place} has no type`);
  }
  if (event.type.startsWith("xstate.")) {
    throw new EngineError(
      "EVENT_INVALID",
      `${place}: "${event.type}"; names from xstate. are reserved`,
    );
  }
  if (!priorities.includes(priority)) {
    const problem = `${place}: priority "${priority}"; there are ${priorities.join(", ")}`;
    throw new EngineError("EVENT_INVALID", problem);
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
