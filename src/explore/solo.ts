// One agent by itself, taken through its behaviour choice by choice: every step is one of a run, so that a path is a run.
import type { StateValue } from "xstate";
import type { Outgoing } from "../core/actions.ts";
import { type Backend, xstateBackend } from "../core/agent.ts";
import { continueChain } from "../core/chain.ts";
import { type EffectOutcome, issueOf, REFUSAL_LATENCY } from "../core/effect.ts";
import { assert } from "../core/error.ts";
import {
  type Entry,
  type EventBody,
  NORMAL_PRIORITY,
  type Outcome,
  type Request,
  toAddress,
  type Unranked,
} from "../core/event.ts";
import type { PreparedMachine } from "../core/machine/prepare.ts";
import { outsideEntry, outsideKey, outsideText } from "../core/outside.ts";
import { type Production, produce } from "../core/production.ts";
import { type AgentStep, agentStep } from "../core/property.ts";
import { deriveKey, seededKey } from "../core/random.ts";
import { loadState, type SavedState, saveState } from "../core/save.ts";
import { type CastMember, defineScenario } from "../core/scenario.ts";
import { firstState, type RunState } from "../core/state.ts";
import { step } from "../core/step.ts";
import { MAX_AT, seconds } from "../core/time.ts";
import type { Asked } from "./samples.ts";

/** What may happen next: something comes from outside, a request is answered, or what waits falls due. */
export type Choice =
  | { readonly kind: "wait" }
  | { readonly kind: "event"; readonly event: EventBody }
  | { readonly kind: "reply"; readonly asked: Asked; readonly outcome: EffectOutcome };

/** A step of a path; the first one is the start of the agent. */
export interface Trail {
  readonly before: Trail | undefined;
  readonly seed: number;
  /** Steps up to here, from 1. */
  readonly length: number;
  readonly choice: Choice;
  readonly entry: Entry;
  /** The state of the agent after it; undefined where it could not start. */
  readonly value: StateValue | undefined;
}

/** A state of the agent, to go on from. */
export interface Moment {
  readonly trail: Trail;
  readonly saved: SavedState;
  /** What it still waits for. */
  readonly asked: readonly Asked[];
  /** Undefined where the step failed at its start. */
  readonly step: AgentStep | undefined;
  readonly outcome: Outcome;
  /** Whether the step asked, told or did anything. */
  readonly isBusy: boolean;
}

export interface Solo {
  readonly id: string;
  readonly input: unknown;
  readonly start: string;
  readonly production: Production;
  readonly machine: PreparedMachine;
  readonly backend: Backend;
  /** Types of the events that it tells others. */
  readonly told: Set<string>;
}

/** @throws EngineError for a machine or an input that cannot run */
export function makeSolo(
  { machine, input }: CastMember,
  { id, name, start }: Pick<Solo, "id" | "start"> & { readonly name: string },
): Solo {
  const agents = { [id]: { machine, input } };
  const production = produce(defineScenario({ name, start, until: MAX_AT, agents }));
  const [role] = production.roles;
  assert(role !== undefined, "whoever is cast has a role");
  const backend = xstateBackend();
  return { id, input, start, production, machine: role.machine, backend, told: new Set() };
}

/** The start of the agent, with the chance of a seed. */
export function begin(solo: Solo, seed: number): Moment {
  const state = firstState(solo.production, solo.backend, seed);
  const moment = takeStep(solo, state, { seed, asked: [], choice: { kind: "wait" } });
  assert(moment !== undefined, "an agent can start");
  return moment;
}

/** What comes from outside takes this long, or a millisecond where something is due before. */
const SOON = seconds(1);

/** The instant at which something may come from outside: before all that is due. Undefined when there is none. */
function soonAfter({ saved }: Moment): number | undefined {
  const due = saved.queue[0]?.at ?? MAX_AT;
  const at = saved.at + SOON < due ? saved.at + SOON : saved.at + 1;
  return at < due ? at : undefined;
}

/** @returns undefined where this cannot happen next */
export function take(solo: Solo, from: Moment, choice: Choice): Moment | undefined {
  const entry = choice.kind === "wait" ? undefined : entryOf(solo, from, choice);
  if (choice.kind === "wait" ? from.saved.queue.length === 0 : entry === undefined)
    return undefined;
  const state = loadState(solo.production, solo.backend, from.saved);
  if (entry !== undefined) state.queue.push(entry);
  const { trail, asked } = from;
  return takeStep(solo, state, { before: trail, seed: trail.seed, asked, choice });
}

function entryOf(
  { id }: Solo,
  from: Moment,
  choice: Exclude<Choice, { kind: "wait" }>,
): Unranked | undefined {
  const at = soonAfter(from);
  if (at === undefined) return undefined;
  if (choice.kind === "event") {
    const outside = { at, to: id, event: choice.event };
    return outsideEntry(outside, outsideKey(outsideText(outside), 0));
  }
  return replyTo({ at, to: toAddress(id) }, choice.asked, choice.outcome);
}

const replyTo = (
  { at, to }: { readonly at: number; readonly to: string },
  { id, key }: Pick<Asked, "id" | "key">,
  outcome: EffectOutcome,
): Unranked => ({
  kind: "reply",
  ...{ at, to, request: id },
  priority: NORMAL_PRIORITY,
  event: Object.freeze({ type: "replied", ...outcome }),
  key: deriveKey(key, "reply"),
});

interface Taking {
  readonly before?: Trail;
  readonly seed: number;
  readonly asked: readonly Asked[];
  readonly choice: Choice;
}

function takeStep(solo: Solo, state: RunState, taking: Taking): Moment | undefined {
  const [agent] = state.agents;
  assert(agent !== undefined, "an agent by itself is cast");
  const { snapshot } = agent;
  const asked = [...taking.asked];
  let isBusy = false;
  const stepped = step(state, {
    send: (outgoing) => {
      isBusy = true;
      asked.push(...send(solo, state, outgoing));
    },
    deliver: () => undefined,
  });
  if (stepped === undefined) return undefined;
  const { entry } = stepped;
  const { before, seed, choice } = taking;
  const view =
    agent.snapshot &&
    agentStep({
      ...{ entry, agent: solo.id, before: snapshot, after: agent.snapshot },
      answered: requestOf(taking.asked, entry.request),
    });
  return {
    trail: {
      ...{ before, seed, choice, entry },
      length: (before?.length ?? 0) + 1,
      value: agent.snapshot?.value,
    },
    saved: saveState(state),
    asked: asked.filter(({ id }) => agent.flights.some(({ request }) => request === id)),
    step: view,
    outcome: entry.outcome,
    isBusy: isBusy || entry.actions !== undefined,
  };
}

function requestOf(asked: readonly Asked[], id: string | undefined): Request | undefined {
  const one = asked.find((candidate) => candidate.id === id);
  return one && { id: one.id, effect: one.effect.name, input: one.input };
}

/**
 * What goes out: messages to itself come back, those to others are lost, and a request that its effect refuses is
 * answered as in a run. @returns the request that waits for a reply
 */
function send(
  { id, production, told }: Solo,
  { queue, seedKey }: RunState,
  { at, key, body, cause, chain }: Outgoing,
): readonly Asked[] {
  if (body.kind === "message") {
    told.add(body.event.type);
    if (body.to !== toAddress(id)) return [];
    const entry = { kind: "event", at: at + 1, to: body.to } as const;
    const next = continueChain(chain, entry, at);
    const priority = NORMAL_PRIORITY;
    queue.push({ ...entry, priority, event: body.event, key, cause, ...(next && { chain: next }) });
  }
  if (body.kind !== "request") return [];
  const { request } = body;
  const effect = production.effects.get(request.effect);
  assert(effect !== undefined, "requests come from effects of the cast");
  const { success, error } = effect.parseRequest(request.input);
  const asked = { id: request.id, effect, input: request.input, at, key };
  if (success) return [{ ...asked, seeded: seededKey(key, seedKey) }];
  const outcome = { kind: "refused", reason: issueOf(error) } as const;
  queue.push(replyTo({ at: at + REFUSAL_LATENCY, to: toAddress(id) }, asked, outcome));
  return [];
}
