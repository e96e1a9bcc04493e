// What a machine may ask of the outside: effects as data. A machine invokes one, the interpreter of the
// mode answers it, and the answer comes back as an event.
import type { PromiseActorLogic } from "xstate";
import { z } from "zod";
import { assert, EngineError } from "./error.ts";
import type { Address, EventBody } from "./event.ts";

/** What the outside may do instead of answering; reaches the machine as `event.error` of `onError`. */
export const Failure = z.discriminatedUnion("kind", [
  /** Too many requests: asking again before `retryAfter` virtual milliseconds have passed is in vain. */
  z.object({ kind: z.literal("limited"), retryAfter: z.number().int().nonnegative() }),
  /** Not allowed or not possible, now and later. */
  z.object({ kind: z.literal("refused"), reason: z.string() }),
  /** Broken on the way or at the other end. */
  z.object({ kind: z.literal("failed"), reason: z.string() }),
]);
export type Failure = z.infer<typeof Failure>;

/** What comes of a request. */
export type EffectOutcome<Reply = unknown> =
  | { readonly kind: "done"; readonly reply: Reply }
  | Failure;

/** The world answers in place of the effect: it is asked with this event and replies in its own time. */
export interface AskWorld {
  readonly kind: "ask";
  readonly event: EventBody;
}

/** What a simulated reply may depend on, besides the request and its own state. */
export interface SimulationScope {
  /** A number in [0, 1) for a purpose, from the key of the request. */
  readonly draw: (purpose: string) => number;
  /** The same for every agent and request of the run: from its seed alone. For what all see alike, such as prices. */
  readonly shared: (purpose: string) => number;
  /** Virtual milliseconds since the start of the run. */
  readonly at: number;
  readonly agent: Address;
  /** What the agent was cast with: its persona. */
  readonly input: unknown;
}

/** [what comes of it, the state for the next request, virtual milliseconds until then] */
export type Simulated<Reply, State> = readonly [
  outcome: EffectOutcome<Reply> | AskWorld,
  state: State,
  latency: number,
];

export interface EffectSpec<Input, Reply, State> {
  /** `area.verb`, such as `social.post`; unique within a run. */
  readonly name: string;
  readonly request: z.ZodType<Input>;
  readonly reply: z.ZodType<Reply>;
  /** State of the simulated reply before an agent's first request: plain JSON, kept per agent. */
  readonly state: State;
  /** Effects that name one thing here have one state per agent among them, such as `wallet`; all give the same `state`. */
  readonly stateName?: string;
  /** The reply in a simulation: pure; chance comes from `scope.draw` alone. */
  readonly simulate: (
    request: Input,
    state: State,
    scope: SimulationScope,
  ) => Simulated<Reply, State>;
}

/** An effect as the engine handles it, with its types forgotten and its schemas in force. */
export interface Effect<Input = never, Reply = unknown> {
  readonly name: string;
  readonly parseRequest: (input: unknown) => z.ZodSafeParseResult<Input>;
  readonly parseReply: (reply: unknown) => z.ZodSafeParseResult<Reply>;
  readonly firstState: unknown;
  /** What its states are kept under: its own name, or one that it shares. */
  readonly stateName: string;
  readonly simulate: (
    request: unknown,
    state: unknown,
    scope: SimulationScope,
  ) => Simulated<unknown, unknown>;
}

/**
 * Defines an effect.
 * @throws EngineError EFFECT_UNKNOWN when the name is not of the form `area.verb`, or a stateName not of one without dots
 * @example defineEffect({ name: "weather.read", request: z.object({}), reply: z.object({ sun: z.boolean() }),
 *   state: null, simulate: (_, state, { draw }) => [{ kind: "done", reply: { sun: draw("sun") < 0.5 } }, state, 200] })
 */
export function defineEffect<Input, Reply, State>(
  spec: EffectSpec<Input, Reply, State>,
): Effect<Input, Reply> {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(spec.name)) {
    throw new EngineError("EFFECT_UNKNOWN", `effect name "${spec.name}"; names read area.verb`);
  }
  const { stateName = spec.name } = spec;
  if (stateName !== spec.name && !/^[a-z][a-z0-9-]*$/.test(stateName)) {
    const problem = `stateName "${stateName}" of ${spec.name}; write it as [a-z][a-z0-9-]*`;
    throw new EngineError("EFFECT_UNKNOWN", problem);
  }
  return {
    name: spec.name,
    parseRequest: (input) => spec.request.safeParse(input),
    parseReply: (reply) => spec.reply.safeParse(reply),
    firstState: spec.state,
    stateName,
    // The engine hands back what this effect gave it: its own parsed request and its own state.
    simulate: (request, state, scope) => spec.simulate(request as Input, state as State, scope),
  };
}

/**
 * An invoked effect as XState sees it: an actor with an input and an output, like a promise, that never does
 * anything by itself.
 */
export type EffectLogic<Input, Reply> = PromiseActorLogic<Reply, Input> & {
  readonly effect: Effect<Input, Reply>;
};

/**
 * The actor to invoke in a machine for an effect: `setup({ actors: { reply: perform(socialPost) } })`.
 * `input` is the request, `onDone` gets the reply as `event.output`, `onError` the failure as `event.error`.
 */
export function perform<Input, Reply>(effect: Effect<Input, Reply>): EffectLogic<Input, Reply> {
  return {
    effect,
    transition: (snapshot) => snapshot,
    getInitialSnapshot: (_, input) => ({
      status: "active",
      output: undefined,
      error: undefined,
      input,
    }),
    getPersistedSnapshot: (snapshot) => snapshot,
  };
}

/** The effect behind an actor logic, or undefined when it is another kind of actor. */
export function effectOf(logic: unknown): Effect | undefined {
  if (typeof logic !== "object" || logic === null || !("effect" in logic)) return undefined;
  const { effect } = logic;
  assert(typeof effect === "object" && effect !== null, "perform() sets an effect");
  return effect as Effect;
}

/** Virtual milliseconds until a request is refused: that comes from the gate, not from the service. */
export const REFUSAL_LATENCY = 120;

/** What a schema has against a value, for a message. */
export function issueOf(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  const [first] = error.issues;
  return first === undefined ? "invalid" : `${first.path.join(".") || "value"}: ${first.message}`;
}
