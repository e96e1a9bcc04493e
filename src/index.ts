// The public API. Users, machines and scenarios import this and nothing deeper.
export type { Outgoing } from "./core/actions.ts";
export { sampleLogNormal, samplePareto } from "./core/distribution.ts";
export { defineEffect, type Effect, type EffectOutcome, Failure, perform } from "./core/effect.ts";
export { EngineError, type ErrorCode } from "./core/error.ts";
export type { Address, Entry, EventBody, Outcome, Priority, Request, Stamp } from "./core/event.ts";
export { clamp, exp, halfPower, log } from "./core/math.ts";
export { barabasiAlbert } from "./core/population/barabasi-albert.ts";
export {
  chance,
  integer,
  logNormal,
  normal,
  oneOf,
  pareto,
  someOf,
  type Template,
  uniform,
} from "./core/population/distributions.ts";
export { edgeList } from "./core/population/edge-list.ts";
export type { Crowd, Graph, Network } from "./core/population/graph.ts";
export type { Archetype } from "./core/population/population.ts";
export { erdosRenyi, stochasticBlock } from "./core/population/stochastic-block.ts";
export { wattsStrogatz } from "./core/population/watts-strogatz.ts";
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
  Population,
  Scenario,
  ScenarioSpec,
  Staging,
  Stay,
  WorldSettings,
} from "./core/scenario.ts";
export { cast, defineScenario } from "./core/scenario.ts";
export { stampOf } from "./core/stamp.ts";
export type { Targets } from "./core/targets.ts";
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
export type { Happenings } from "./core/world/happenings.ts";
export type { Post } from "./core/world/posts.ts";
export type { RandomEvent } from "./core/world/world-state.ts";
export type {
  InteractionPrompted,
  Mentioned,
  MoodShifted,
  NewsHeard,
  PersonaChanged,
  PersonaEvent,
  PostRequested,
  Reacted,
  ReplyRequested,
} from "./core/world-events.ts";
export { llmComplete } from "./effects/llm-complete.ts";
export { llmReflect } from "./effects/llm-reflect.ts";
export { marketRead } from "./effects/market-read.ts";
export { socialPost } from "./effects/social-post.ts";
export { socialReact } from "./effects/social-react.ts";
export { socialRead } from "./effects/social-read.ts";
export { walletBalance } from "./effects/wallet-balance.ts";
export { walletQuote } from "./effects/wallet-quote.ts";
export { walletSwap } from "./effects/wallet-swap.ts";
export { walletTransfer } from "./effects/wallet-transfer.ts";
export { alongPath, type Path, type ScriptedReply } from "./explore/path.ts";
export * as attention from "./persona/attention.ts";
export type { Brief } from "./persona/brief.ts";
export { cleanReply, cleanThread } from "./persona/clean-reply.ts";
export * as feeling from "./persona/feeling.ts";
export * as inclination from "./persona/inclination.ts";
export { firstMind, type Mind } from "./persona/mind-state.ts";
export { LAMPORTS_PER_SOL, SOL } from "./persona/money.ts";
export type { Feeling, Mood } from "./persona/mood.ts";
export { type Persona, type PersonaInput, readPersona } from "./persona/persona.ts";
export {
  buildPrompt,
  type Prompt,
  type PromptPart,
  type PromptSettings,
} from "./persona/prompt.ts";
export * as remembering from "./persona/remembering.ts";
export * as routine from "./persona/routine.ts";
export { isAwake } from "./persona/schedule.ts";
export { applyStyle, type Styled, type StyleProblem } from "./persona/style.ts";
export * as trading from "./persona/trading.ts";
export { drawVariety, type Varied } from "./persona/variety.ts";
export { weightedLength } from "./persona/weighted-length.ts";
export * as writing from "./persona/writing.ts";
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
