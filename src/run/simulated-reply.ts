// The interpreter of mode `sim`: every request is answered by the effect's simulated reply, after a seeded latency.
import type { Outgoing } from "../core/actions.ts";
import { continueChain } from "../core/chain.ts";
import {
  type AskWorld,
  type Effect,
  type EffectOutcome,
  Failure,
  issueOf,
  REFUSAL_LATENCY,
} from "../core/effect.ts";
import { assert, messageOf } from "../core/error.ts";
import {
  type EventBody,
  NORMAL_PRIORITY,
  type Request,
  type Unranked,
  WORLD,
} from "../core/event.ts";
import { seal } from "../core/json.ts";
import { floor, max, round } from "../core/math.ts";
import { deriveKey, draw, seededKey } from "../core/random.ts";
import type { FailurePlan } from "../core/scenario.ts";
import type { RunState } from "../core/state.ts";
import { minutes } from "../core/time.ts";
import type { Interpreter } from "./entry-of.ts";

type Asked = Extract<Outgoing["body"], { kind: "request" }>;
type Drawing = (purpose: string) => number;

/** Answers every request of a run; messages and emitted events go their own ways. */
export const simulated =
  (state: RunState): Interpreter =>
  (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined;

/** The entry that answers a request in a simulation: a reply to the agent, or a question to the world. */
export function simulateReply(state: RunState, outgoing: Outgoing, { request }: Asked): Unranked {
  const seeded = seededKey(outgoing.key, state.seedKey);
  const drawing: Drawing = (purpose) => draw(seeded, purpose);
  const [outcome, latency] =
    refusalOf(state, outgoing, { request, drawing }) ?? ask(state, outgoing, { request, drawing });
  const factor = state.production.world?.latency ?? 1;
  const at = outgoing.at + max(1, round(latency * factor));
  const base = {
    at,
    priority: NORMAL_PRIORITY,
    key: deriveKey(outgoing.key, "reply"),
    cause: outgoing.cause,
  };
  const entry: Unranked =
    outcome.kind === "ask"
      ? {
          ...base,
          kind: "event",
          to: WORLD,
          event: questionOf(outcome.event, request, outgoing.from),
        }
      : {
          ...base,
          kind: "reply",
          to: outgoing.from,
          event: { type: "replied", ...outcome },
          request: request.id,
        };
  const chain = continueChain(outgoing.chain, entry, outgoing.at);
  return { ...entry, ...(chain && { chain }) };
}

const questionOf = (event: EventBody, request: Request, from: string): EventBody =>
  Object.freeze({ ...event, request: request.id, from });

interface Asking {
  readonly request: Request;
  readonly drawing: Drawing;
}

type Answer = readonly [outcome: EffectOutcome | AskWorld, latency: number];

const DEFAULT_RETRY_AFTER = minutes(15);

/** What the scenario's failure plan makes of a request; undefined when it lets it through. */
function refusalOf(state: RunState, { at, from }: Outgoing, asking: Asking): Answer | undefined {
  const plan = state.production.world?.failures?.[asking.request.effect];
  if (plan === undefined || !isDuring(plan, at)) return undefined;
  const { limited = 0, failed = 0, retryAfter = DEFAULT_RETRY_AFTER } = plan;
  const wait = overBudget(state, { plan, at, id: `budget ${asking.request.effect} ${from}` });
  if (wait !== undefined) return [{ kind: "limited", retryAfter: wait }, REFUSAL_LATENCY];
  const coin = asking.drawing("failure");
  if (coin < limited) return [{ kind: "limited", retryAfter }, REFUSAL_LATENCY];
  if (coin >= limited + failed) return undefined;
  return [{ kind: "failed", reason: "the connection broke" }, REFUSAL_LATENCY];
}

const isDuring = ({ during }: FailurePlan, at: number): boolean =>
  during === undefined || during.some(([from, to]) => at >= from && at < to);

interface Window {
  readonly since: number;
  readonly used: number;
}

/** Counts a request against its window. @returns the time until the next window when this one is used up */
function overBudget(
  state: RunState,
  { plan, at, id }: { readonly plan: FailurePlan; readonly at: number; readonly id: string },
): number | undefined {
  if (plan.budget === undefined) return undefined;
  const { count, per } = plan.budget;
  const since = floor(at / per) * per;
  const stored = state.effectStates.get(id);
  const window: Window = isWindow(stored) && stored.since === since ? stored : { since, used: 0 };
  if (window.used >= count) return since + per - at;
  keepState(state, id, { since, used: window.used + 1 });
  return undefined;
}

function keepState({ effectStates, world }: RunState, id: string, effectState: unknown): void {
  effectStates.set(id, effectState);
  world.touched.effects.add(id);
}

const isWindow = (value: unknown): value is Window =>
  typeof value === "object" && value !== null && "since" in value && "used" in value;

/** Whatever the effect's own code throws, its schemas included, is a broken request and nothing more. */
function ask(state: RunState, { at, from }: Outgoing, { request, drawing }: Asking): Answer {
  const effect = state.production.effects.get(request.effect);
  assert(effect !== undefined, "requests come from effects of the cast");
  const id = `${effect.stateName} ${from}`;
  const before = state.effectStates.has(id) ? state.effectStates.get(id) : effect.firstState;
  const input = state.byAddress.get(from)?.input;
  try {
    const parsed = effect.parseRequest(request.input);
    if (!parsed.success) {
      return [{ kind: "refused", reason: issueOf(parsed.error) }, REFUSAL_LATENCY];
    }
    const common = deriveKey(state.seedKey, "shared");
    const shared: Drawing = (purpose) => draw(common, purpose);
    const scope = { draw: drawing, shared, at, agent: from, input };
    const [outcome, after, latency] = effect.simulate(parsed.data, before, scope);
    const checked = checkOutcome(effect, outcome);
    const problem = seal(after, "state") ?? seal(checked, "outcome");
    if (problem !== undefined) throw new Error(`${problem.path} is ${problem.problem}`);
    if (!Number.isFinite(latency)) throw new Error(`a latency of ${latency}`);
    if (after !== effect.firstState) keepState(state, id, after);
    return [checked, latency];
  } catch (thrown) {
    return [{ kind: "failed", reason: `${effect.name}: ${messageOf(thrown)}` }, REFUSAL_LATENCY];
  }
}

/** An effect's simulated reply is held to its own schema, like one from outside. */
function checkOutcome(effect: Effect, outcome: EffectOutcome | AskWorld): EffectOutcome | AskWorld {
  if (outcome.kind === "ask") return outcome;
  if (outcome.kind !== "done") return Failure.parse(outcome);
  const parsed = effect.parseReply(outcome.reply);
  if (!parsed.success) throw new Error(`its reply does not fit: ${issueOf(parsed.error)}`);
  return { kind: "done", reply: parsed.data };
}
