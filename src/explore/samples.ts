// What may come to an agent that is explored by itself: events of each kind that it takes, and replies to its requests.
import {
  type Effect,
  type EffectOutcome,
  type Failure,
  issueOf,
  type SimulationScope,
} from "../core/effect.ts";
import { EngineError } from "../core/error.ts";
import type { EventBody } from "../core/event.ts";
import { type MachineParts, nodesOf } from "../core/machine/internals.ts";
import { draw } from "../core/random.ts";
import type { Exploration } from "../core/scenario.ts";
import { minutes } from "../core/time.ts";

const shift = (name: string, valence: number, arousal: number, dominance: number): EventBody => ({
  type: "mood-shifted",
  name,
  mood: { valence, arousal, dominance },
});

/** What the world tells agents. */
const OF_THE_WORLD: readonly EventBody[] = [
  {
    type: "mentioned",
    from: "bo",
    post: "1",
    text: "What do you think of it?",
    thread: "1",
    as: "post",
  },
  {
    type: "mentioned",
    from: "bo",
    post: "2",
    text: "And what did the others say?",
    thread: "1",
    as: "reply",
  },
  { type: "liked", from: "bo", post: "1" },
  { type: "reposted", from: "bo", post: "1" },
  { type: "news", topic: "weather", headline: "Snow before the end of the week" },
  {
    type: "interaction-prompted",
    description: "It has been a while.",
    initiator: "ada",
    target: "bo",
    topic: "weather",
  },
];

/** What happens to them from outside the network. */
const FROM_OUTSIDE: readonly EventBody[] = [
  { type: "post-requested", topic: "weather", threadLength: 2 },
  { type: "reply-requested", post: "1" },
  { type: "persona-changed", persona: { name: "Ada", interests: ["snow"] } },
  { type: "suspended" },
  { type: "reinstated" },
  shift("delight", 0.6, 0.5, 0.3),
  shift("comfort", 0.3, -0.1, 0.1),
  shift("grief", -0.6, -0.4, -0.3),
  shift("anger", -0.5, 0.6, 0.5),
  shift("fear", -0.5, 0.6, -0.6),
];

/** What stands in `on`, without timers and replies; sorted. */
function descriptorsIn(parts: MachineParts): readonly string[] {
  const all = nodesOf(parts).flatMap((node) => [...node.transitions.keys()]);
  return [...new Set(all)].filter((on) => on !== "" && !on.startsWith("xstate.")).sort();
}

/** The types that stand in `on`, without patterns. */
export const declaredEvents = (parts: MachineParts): readonly string[] =>
  descriptorsIn(parts).filter((on) => !on.includes("*"));

/** Events to try: those given, and at least one for everything that the machine declares. */
export function sampleEvents(
  parts: MachineParts,
  { events = [] }: Exploration,
): readonly EventBody[] {
  const samples = descriptorsIn(parts)
    .map((on) => on.replace("*", "anything"))
    .filter((type) => !events.some((event) => event.type === type))
    .flatMap((type) => {
      const known = [...OF_THE_WORLD, ...FROM_OUTSIDE].filter((event) => event.type === type);
      return known.length > 0 ? known : [{ type }];
    });
  return [...events, ...samples];
}

/** Whether the world tells such events by itself. */
export const comesFromTheWorld = (type: string): boolean =>
  OF_THE_WORLD.some((event) => event.type === type);

/** Whatever else may become of a request. */
const FAILURES: readonly Failure[] = [
  { kind: "limited", retryAfter: minutes(15) },
  { kind: "failed", reason: "the connection broke" },
  { kind: "refused", reason: "not allowed" },
];

/** A request that waits for its reply. */
export interface Asked {
  readonly id: string;
  readonly effect: Effect;
  readonly input: unknown;
  readonly at: number;
  /** Causal, and under the seed. */
  readonly key: number;
  readonly seeded: number;
}

type Asking = Pick<SimulationScope, "agent" | "input">;

/**
 * What may become of a request, a good reply first.
 * @param agent who asks, and what it was cast with
 * @throws EngineError SCENARIO_INVALID for a reply of the exploration that its effect cannot give
 */
export function sampleOutcomes(
  asked: Asked,
  agent: Asking,
  { replies = {} }: Exploration,
): readonly EffectOutcome[] {
  const { effect } = asked;
  const given = replies[effect.name]?.map((reply) => {
    const parsed = effect.parseReply(reply);
    if (parsed.success) return doneWith(parsed.data);
    const place = `exploration.replies of ${effect.name}`;
    throw new EngineError("SCENARIO_INVALID", `${place}: ${issueOf(parsed.error)}`);
  });
  return [...(given ?? simulated(asked, agent)), ...FAILURES];
}

const doneWith = (reply: unknown): EffectOutcome => ({ kind: "done", reply });

/** None where the effect itself fails: that is tried anyway. */
function simulated({ effect, input, at, seeded }: Asked, agent: Asking): readonly EffectOutcome[] {
  try {
    const parsed = effect.parseRequest(input);
    const scope = {
      ...{ ...agent, at },
      draw: (purpose: string) => draw(seeded, purpose),
      shared: (purpose: string) => draw(0, purpose),
    };
    const [outcome] = effect.simulate(parsed.data, effect.firstState, scope);
    if (outcome.kind !== "ask" && outcome.kind !== "done") return [outcome];
    const reply = outcome.kind === "ask" ? answerOfTheWorld(outcome.event, at) : outcome.reply;
    const fitting = effect.parseReply(reply);
    return fitting.success ? [doneWith(fitting.data)] : [];
  } catch {
    return [];
  }
}

/** As from a world in which somebody else has just written something. */
function answerOfTheWorld({ ask }: EventBody, at: number): unknown {
  const kind = typeof ask === "object" && ask !== null && "kind" in ask ? ask.kind : undefined;
  switch (kind) {
    case "post":
      return { post: `${at}0` };
    case "read":
    case "thread":
      return { posts: [1, 2].map((nth) => samplePost(`${at}${nth}`, at)) };
    default:
      return {};
  }
}

const samplePost = (post: string, at: number) => ({
  post,
  from: "bo",
  text: "The tram was late again.",
  at,
  kind: "post",
  thread: post,
  topic: "weather",
  likes: 0,
});
