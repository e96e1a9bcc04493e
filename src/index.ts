// The public API. Users, machines and scenarios import this and nothing deeper.
export { type Outgoing } from "./core/actions.ts";
export { type Effect, type EffectOutcome, Failure, defineEffect, perform } from "./core/effect.ts";
export { EngineError, type ErrorCode } from "./core/error.ts";
export type { Address, Entry, EventBody, Outcome, Priority, Request, Stamp } from "./core/event.ts";
export type { Mentioned, NewsHeard, Reacted } from "./core/world-events.ts";
export { clamp, exp, halfPower, log } from "./core/math.ts";
export { draw, drawInteger, pick } from "./core/random.ts";
export { cast, defineScenario } from "./core/scenario.ts";
export type {
  CastMember,
  FailurePlan,
  Follows,
  MetricValue,
  NewsItem,
  OutsideEvent,
  Params,
  Scenario,
  ScenarioSpec,
  Staging,
} from "./core/scenario.ts";
export { tell } from "./core/tell.ts";
export { days, formatDuration, formatInstant, hourOfDay, hours, minutes, parseDuration, seconds } from "./core/time.ts";
export type { Post } from "./core/world/posts.ts";
export { llmComplete } from "./effects/llm-complete.ts";
export { socialPost } from "./effects/social-post.ts";
export { socialReact } from "./effects/social-react.ts";
export { socialRead } from "./effects/social-read.ts";
export { type Progress, type Run, simulate, type SimulateOptions } from "./run/simulate.ts";
export type { AgentRef, LiveRun } from "./run/stage.ts";
