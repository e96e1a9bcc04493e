// The public API. Users, machines and scenarios import this and nothing deeper.
export type { Outgoing } from "./core/actions.ts";
export { defineEffect, type Effect, type EffectOutcome, Failure, perform } from "./core/effect.ts";
export { EngineError, type ErrorCode } from "./core/error.ts";
export type { Address, Entry, EventBody, Outcome, Priority, Request, Stamp } from "./core/event.ts";
export { clamp, exp, halfPower, log } from "./core/math.ts";
export {
  type AgentStep,
  type ApartSpec,
  type AtMostSpec,
  always,
  apart,
  atMost,
  type Judgement,
  never,
  type Property,
  type Violation,
} from "./core/property.ts";
export { draw, drawInteger, pick } from "./core/random.ts";
export type {
  CastMember,
  Exploration,
  FailurePlan,
  Follows,
  Member,
  MetricValue,
  NewsItem,
  OutsideEvent,
  Params,
  Scenario,
  ScenarioSpec,
  Staging,
  WorldSettings,
} from "./core/scenario.ts";
export { cast, defineScenario } from "./core/scenario.ts";
export { stampOf } from "./core/stamp.ts";
export { tell } from "./core/tell.ts";
export {
  days,
  formatDuration,
  formatInstant,
  hourOfDay,
  hours,
  minutes,
  parseDuration,
  seconds,
} from "./core/time.ts";
export type { Post } from "./core/world/posts.ts";
export type { RandomEvent } from "./core/world/world-state.ts";
export type {
  Mentioned,
  MoodShifted,
  NewsHeard,
  PersonaEvent,
  Reacted,
} from "./core/world-events.ts";
export { llmComplete } from "./effects/llm-complete.ts";
export { socialPost } from "./effects/social-post.ts";
export { socialReact } from "./effects/social-react.ts";
export { socialRead } from "./effects/social-read.ts";
export { alongPath, type Path, type ScriptedReply } from "./explore/path.ts";
export * as inclination from "./persona/inclination.ts";
export * as mind from "./persona/mind.ts";
export { firstMind, type Mind } from "./persona/mind-state.ts";
export type { Feeling, Mood } from "./persona/mood.ts";
export { type Persona, type PersonaInput, readPersona } from "./persona/persona.ts";
export { isAwake } from "./persona/schedule.ts";
export { type Comparison, compare, type Divergence } from "./run/compare.ts";
export type { Progress } from "./run/crank.ts";
export { type Explanation, explain, type Link } from "./run/explain.ts";
export { type ForkOptions, fork } from "./run/fork.ts";
export type { ForkChange } from "./run/fork-change.ts";
export type { Migrate } from "./run/migrate.ts";
export type { Migration } from "./run/migrated-moment.ts";
export type { Past } from "./run/past.ts";
export type { PlayOptions } from "./run/play.ts";
export { replay } from "./run/replay.ts";
export { type RestoreOptions, restore } from "./run/restore.ts";
export type { Run } from "./run/run.ts";
export { type SimulateOptions, simulate } from "./run/simulate.ts";
export type { AgentRef, AgentStreams, LiveRun } from "./run/stage.ts";
export { type AgentAt, type StateAt, stateAt } from "./run/state-at.ts";
export { openRun } from "./run/stored-run.ts";
export { type Verification, verifyRun } from "./run/verify.ts";
export { openStore } from "./storage/level-store.ts";
export { memoryStore } from "./storage/memory-store.ts";
export type { Head, Manifest, RunRecord, Store } from "./storage/store.ts";
