// A path through the behaviour of a machine as a scenario: the same events at the same instants, and effects that answer
// as they did.
import { castMembers, guarded } from "../core/casting.ts";
import { type Effect, type EffectOutcome, effectOf, perform } from "../core/effect.ts";
import { EngineError } from "../core/error.ts";
import { type EventBody, toId } from "../core/event.ts";
import { partsOf } from "../core/machine/internals.ts";
import { type CastMember, defineScenario, type Scenario } from "../core/scenario.ts";
import type { Trail } from "./solo.ts";

/** What comes of a request, and after how many virtual milliseconds; null where no reply comes. */
export type ScriptedReply = { readonly after: number; readonly outcome: EffectOutcome } | null;

/** All that decides on a path, as plain JSON. */
export interface Path {
  readonly agent: string;
  readonly seed: number;
  /** Of its last step. */
  readonly until: number;
  readonly events: readonly { readonly at: number; readonly event: EventBody }[];
  /** By effect, for its requests in their order. */
  readonly replies: Readonly<Record<string, readonly ScriptedReply[]>>;
}

/** The steps of a path, its start first. */
export function stepsOf(trail: Trail): readonly Trail[] {
  const steps: Trail[] = [];
  for (let step: Trail | undefined = trail; step !== undefined; step = step.before)
    steps.push(step);
  return steps.reverse();
}

/** @param effects of the machine, by name */
export function pathOf(trail: Trail, effects: ReadonlyMap<string, Effect>): Path {
  const steps = stepsOf(trail);
  const { at, to } = trail.entry;
  const events = steps.flatMap(({ choice, entry }) =>
    choice.kind === "event" ? [{ at: entry.at, event: choice.event }] : [],
  );
  return {
    ...{ agent: toId(to), seed: trail.seed, until: at, events },
    replies: repliesOn(steps, effects),
  };
}

/** What an effect refuses by itself needs no script. */
function repliesOn(steps: readonly Trail[], effects: ReadonlyMap<string, Effect>): Path["replies"] {
  const answers = new Map(
    steps.flatMap(({ choice, entry: { at } }) =>
      choice.kind === "reply" ? [[choice.asked.id, { at, outcome: choice.outcome }] as const] : [],
    ),
  );
  const scripts = new Map<string, ScriptedReply[]>();
  for (const { at, requests } of steps.map(({ entry }) => entry)) {
    for (const { id, effect, input } of requests) {
      if (effects.get(effect)?.parseRequest(input).success === false) continue;
      const answer = answers.get(id);
      const reply = answer ? { after: answer.at - at, outcome: answer.outcome } : null;
      scripts.set(effect, [...(scripts.get(effect) ?? []), reply]);
    }
  }
  return Object.fromEntries(scripts);
}

/**
 * A scenario in which one agent goes along a path, when it is run with the seed of the path.
 * @param source a cast member, or a scenario whose agent, start and properties are taken
 * @throws EngineError SCENARIO_UNKNOWN_AGENT
 * @example await simulate(alongPath(scenario, path), { seed: path.seed })
 */
export function alongPath(source: Scenario | CastMember, path: Path): Scenario {
  const { agent, until, events } = path;
  const { machine, input } = memberOf(source, agent);
  return defineScenario({
    name: "along-path",
    question: "Where does this path lead?",
    until: until > 0 ? until : 1,
    agents: { [agent]: { machine: scripted(machine, path), input } },
    events: events.map((event) => ({ ...event, to: agent })),
    ...("kind" in source && { start: source.start, properties: source.properties }),
  });
}

function memberOf(source: Scenario | CastMember, agent: string): CastMember {
  if (!("kind" in source)) return source;
  const staging = guarded(source, "stage()", () => source.stage(source.params));
  const { members } = castMembers(source, staging, undefined);
  const member = members.find(({ id }) => id === agent);
  if (member !== undefined) return member;
  throw new EngineError("SCENARIO_UNKNOWN_AGENT", `agent "${agent}" is not cast`);
}

/** The machine with effects that answer by the script of a path. */
function scripted(machine: CastMember["machine"], path: Path): CastMember["machine"] {
  const scriptedEffects = new Map<Effect, Effect>();
  const actors = Object.entries(partsOf(machine).implementations.actors).map(([name, logic]) => {
    const effect = effectOf(logic);
    if (effect === undefined) return [name, logic] as const;
    const known = scriptedEffects.get(effect) ?? withScript(effect, path);
    scriptedEffects.set(effect, known);
    return [name, perform(known)] as const;
  });
  return machine.provide({ actors: Object.fromEntries(actors) });
}

/** Counts its requests in its state. */
function withScript(effect: Effect, { until, replies }: Path): Effect {
  const script = replies[effect.name] ?? [];
  return {
    ...effect,
    firstState: 0,
    simulate: (_, asked) => {
      const nth = Number(asked);
      const { after, outcome } = script[nth] ?? LOST;
      return [outcome, nth + 1, after + (script[nth] ? 0 : until)];
    },
  };
}

/** A reply that comes when the path has ended. */
const LOST = { after: 1, outcome: { kind: "failed", reason: "no reply on this path" } } as const;
