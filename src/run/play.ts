// Plays a state on to the end: the one way in which every kind of run goes forward.
import type { Entry } from "../core/event.ts";
import { lineOf } from "../core/journal-line.ts";
import type { ProductionOptions } from "../core/production.ts";
import type { Scenario } from "../core/scenario.ts";
import type { RunState } from "../core/state.ts";
import type { Step } from "../core/step.ts";
import type { ForkPoint } from "../storage/snapshot.ts";
import { crank, type Progress } from "./crank.ts";
import type { Digest } from "./digest.ts";
import type { Interpreter } from "./entry-of.ts";
import { Keeper, type Keeping } from "./keeper.ts";
import type { Check } from "./moment.ts";
import type { Kept, Past } from "./past.ts";
import { conclude, type Run } from "./run.ts";
import { simulated } from "./simulated-reply.ts";
import { type LiveRun, makeStage } from "./stage.ts";
import { watchProperties } from "./violations.ts";

/** How a run is watched and ended. */
export interface PlayOptions {
  /** Called before the first step, with the streams of the run. */
  readonly observe?: (live: LiveRun) => void;
  /** Called now and then with the instant reached, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run early, after the entry under way. */
  readonly signal?: AbortSignal;
}

/** A run that is to be played from the state it is in. */
export interface Play extends PlayOptions {
  readonly run: string;
  readonly scenario: Scenario;
  readonly seed: number;
  /** Of the first run of its line; its own by default. */
  readonly firstSeed?: number;
  readonly until: number;
  /** As they were given. */
  readonly options: ProductionOptions;
  /** The entries before this state. */
  readonly journal?: readonly Entry[];
  /** Of the entries before this state; undefined when no journal is wanted. */
  readonly digest: Digest | undefined;
  readonly parent?: ForkPoint | undefined;
  /** How requests are answered; simulated by default. */
  readonly interpret?: Interpreter;
  /** No entry with this seq or a later one is taken. */
  readonly before?: number | undefined;
  /** Holds every step against what was recorded. */
  readonly check?: Check;
  /** Where the run is kept while it goes on. */
  readonly keeping?: Keeping | undefined;
  /** Where the same run is kept already. */
  readonly kept?: Kept | undefined;
  /** Whether the store gets to know the run before its first step, and with its state. */
  readonly begins?: "empty" | "with-snapshot";
  /** Where its past can be loaded from; from its beginning by default. */
  readonly snapshotAt?: Past["snapshotAt"];
}

export async function play(state: RunState, play: Play): Promise<Run> {
  const { until, digest, keeping } = play;
  const stage = makeStage(state, play.interpret ?? simulated(state));
  const keeper = digest && keeping ? new Keeper(state, digest, keeping) : undefined;
  const journal = [...(play.journal ?? [])];
  const chains: string[] = [];
  const properties = watchProperties(state);
  const onStep = (step: Step): Promise<void> | undefined => {
    properties?.see(step);
    if (digest === undefined) return undefined;
    journal.push(step.entry);
    const line = lineOf(step.entry);
    const block = digest.add(step.entry, step.agent, line);
    const checked = play.check?.(step.entry, line);
    if (block === undefined) return checked;
    chains[block.number] = block.after;
    return both(checked, keeper?.add(block));
  };
  const startedAt = performance.now();
  let complete = false;
  let observerErrors: readonly string[] = [];
  try {
    if (play.begins) await keeper?.begin({ isFork: play.begins === "with-snapshot" });
    play.observe?.(stage.live);
    const isThrough = await crank(state, { ...play, stage, until, onStep });
    complete = isThrough && play.before === undefined;
  } finally {
    observerErrors = await stage.close();
  }
  const head = await keeper?.end({ isComplete: complete });
  const kept =
    keeping && head ? { store: keeping.store, manifest: keeping.manifest, head } : play.kept;
  const wallMs = performance.now() - startedAt;
  const violations = properties?.violations() ?? [];
  return conclude(state, {
    ...play,
    ...{ complete, wallMs, observerErrors, journal, chains, kept, violations },
  });
}

function both(
  first: Promise<void> | undefined,
  second: Promise<void> | undefined,
): Promise<void> | undefined {
  if (first === undefined) return second;
  return second === undefined ? first : first.then(() => second);
}
