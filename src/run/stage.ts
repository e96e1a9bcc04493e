// The actors of a run and the RxJS streams between them and the world. A subscriber of the engine only puts
// entries into the queue; whoever else looks on changes nothing, whatever he does.

import {
  config,
  Observable,
  Subject,
  type Subscription,
  VirtualAction,
  VirtualTimeScheduler,
} from "rxjs";
import type { AnyActorRef, AnyMachineSnapshot } from "xstate";
import type { Outgoing } from "../core/actions.ts";
import type { Agent } from "../core/agent.ts";
import { EngineError, messageOf } from "../core/error.ts";
import { type Entry, type EventBody, toAddress } from "../core/event.ts";
import { canonical } from "../core/json.ts";
import { max, min } from "../core/math.ts";
import { outsideEntry } from "../core/outside.ts";
import { checkEvent } from "../core/production.ts";
import { rootKey } from "../core/random.ts";
import type { RunState } from "../core/state.ts";
import type { Ports, Step } from "../core/step.ts";
import type { Post } from "../core/world/posts.ts";
import { type Interpreter, queueUp } from "./entry-of.ts";
import { firstSnapshot } from "./first-snapshot.ts";

/** An agent as its observers see it: also an actor to read for XState, so `waitFor` and bindings take it. */
export type AgentRef = AnyActorRef & AgentStreams;

export interface AgentStreams {
  /** What reaches the agent, when it is handled. */
  readonly inbox$: Observable<Entry>;
  /** Its requests, messages and emitted events, when they arise. */
  readonly outbox$: Observable<Outgoing>;
  /** Its snapshot after each of its steps. */
  readonly state$: Observable<AnyMachineSnapshot>;
  /** An event from outside, delivered one virtual millisecond later; it is journalled like any other. */
  readonly send: (event: EventBody) => void;
}

/** A run as its observers see it while it goes on. */
export interface LiveRun {
  readonly journal$: Observable<Entry>;
  readonly posts$: Observable<Post>;
  /** Virtual time as a scheduler for `bufferTime`, `debounceTime` and their like. */
  readonly clock: VirtualTimeScheduler;
  /** @throws EngineError SCENARIO_UNKNOWN_AGENT */
  readonly agent: (id: string) => AgentRef;
}

export interface Stage {
  readonly live: LiveRun;
  readonly ports: Ports;
  /**
   * Moves the observers' clock on to an instant, or to that of the next entry when it comes before: on the way
   * observers may send events.
   */
  readonly advance: (at: number) => void;
  /** Shows a step to those who look on. */
  readonly show: (step: Step) => void;
  /** Ends all streams. @returns what observers threw, as texts */
  readonly close: () => Promise<readonly string[]>;
}

/** The streams of one agent, made when somebody asks for them: an unobserved agent costs one check. */
interface Taps {
  readonly inbox$: Subject<Entry>;
  readonly outbox$: Subject<Outgoing>;
  readonly state$: Subject<AnyMachineSnapshot>;
}

export function makeStage(state: RunState, interpret: Interpreter): Stage {
  const outbox$ = new Subject<Outgoing>();
  const journal$ = new Subject<Entry>();
  const posts$ = new Subject<Post>();
  const clock = new VirtualTimeScheduler(undefined, 0);
  const taps: (Taps | undefined)[] = [];
  const errors = catchObserverErrors();

  outbox$.subscribe((outgoing) => queueUp(state.queue, outgoing, interpret));

  const agentOf = (id: string): Agent => {
    const agent = state.byAddress.get(toAddress(id));
    if (agent === undefined)
      throw new EngineError("SCENARIO_UNKNOWN_AGENT", `agent "${id}" is not cast`);
    return agent;
  };
  const tapsOf = ({ index }: Agent): Taps => {
    taps[index] ??= { inbox$: new Subject(), outbox$: new Subject(), state$: new Subject() };
    return taps[index];
  };

  return {
    live: {
      journal$: journal$.asObservable(),
      posts$: posts$.asObservable(),
      clock,
      agent: (id) => agentRef({ state, clock }, agentOf(id), tapsOf(agentOf(id))),
    },
    ports: {
      send: (outgoing) => {
        const index = state.byAddress.get(outgoing.from)?.index;
        outbox$.next(outgoing);
        if (index !== undefined) taps[index]?.outbox$.next(outgoing);
      },
      deliver: (delivery) => {
        state.queue.push(delivery);
      },
    },
    advance: (at) => advanceClock({ state, clock }, at, errors.add),
    show: ({ entry, post, agent }) => {
      if (journal$.observed) journal$.next(entry);
      if (post !== undefined && posts$.observed) posts$.next(post);
      const tap = agent && taps[agent.index];
      if (tap === undefined) return;
      tap.inbox$.next(entry);
      if (agent?.snapshot !== undefined) tap.state$.next(agent.snapshot);
    },
    close: async () => {
      clock.maxFrames = Number.POSITIVE_INFINITY;
      const streams = taps.flatMap((tap) => (tap ? [tap.inbox$, tap.outbox$, tap.state$] : []));
      for (const stream of [journal$, posts$, outbox$, ...streams]) stream.complete();
      return errors.stop();
    },
  };
}

/** What observers see their time by. */
interface Timed {
  readonly state: RunState;
  readonly clock: VirtualTimeScheduler;
}

/** Unlike `flush` of RxJS this lets others go on when somebody throws. */
function advanceClock(
  { state, clock }: Timed,
  at: number,
  onError: (error: unknown) => void,
): void {
  const reach = (): number => min(at, state.queue.peekAt() ?? at);
  for (;;) {
    const [action] = clock.actions;
    if (action === undefined || action.delay > reach()) break;
    clock.actions.shift();
    clock.frame = action.delay;
    const error: unknown = action.execute(action.state, action.delay);
    if (error !== undefined) onError(error);
  }
  clock.frame = reach();
}

function agentRef({ state, clock }: Timed, agent: Agent, taps: Taps): AgentRef {
  const state$ = taps.state$.asObservable();
  const ref = {
    id: agent.address,
    sessionId: agent.address,
    inbox$: taps.inbox$.asObservable(),
    outbox$: taps.outbox$.asObservable(),
    state$,
    getSnapshot: () => agent.snapshot ?? firstSnapshot(state, agent),
    subscribe: state$.subscribe.bind(state$),
    send: (event: EventBody): void => {
      checkEvent(event, "an event sent by an observer");
      const at = max(state.at, clock.now()) + 1;
      const key = rootKey(`sent:${at}:${agent.address}:${canonical(event)}`);
      state.queue.push(outsideEntry({ at, to: agent.address, event }, key));
    },
  };
  // XState's helpers read an actor by `id`, `getSnapshot`, `subscribe` and `send`; the rest of its interface
  // belongs to actors that run themselves.
  return ref as unknown as AgentRef;
}

interface ErrorCatcher {
  (error: unknown): void;
  isOpen: boolean;
  readonly before: typeof config.onUnhandledError;
}

const isCatcher = (handler: typeof config.onUnhandledError): handler is ErrorCatcher =>
  handler !== null && "isOpen" in handler;

interface ObserverErrors {
  readonly add: (error: unknown) => void;
  readonly stop: () => Promise<readonly string[]>;
}

/**
 * RxJS reports what an observer throws later, as an uncaught exception that would end the process. While a
 * run goes on it is kept instead and told at the end. Of several runs at the same time the latest keeps it.
 */
function catchObserverErrors(): ObserverErrors {
  const caught: string[] = [];
  const add = (error: unknown): void => void caught.push(messageOf(error));
  const catcher: ErrorCatcher = Object.assign(add, {
    isOpen: true,
    before: config.onUnhandledError,
  });
  config.onUnhandledError = catcher;
  return {
    add,
    stop: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      catcher.isOpen = false;
      let latest = config.onUnhandledError;
      while (isCatcher(latest) && !latest.isOpen) latest = latest.before;
      config.onUnhandledError = latest;
      return caught;
    },
  };
}

/** What is left of a finished run to look at. */
export interface Recording {
  readonly journal: readonly Entry[];
  readonly posts: readonly Post[];
  /** The journal and the posts again, on virtual time; cold. */
  readonly journal$: Observable<Entry>;
  readonly posts$: Observable<Post>;
  /** The scheduler of these streams. */
  readonly clock: VirtualTimeScheduler;
}

export function recordingOf({
  journal,
  posts,
  until,
}: {
  readonly journal: readonly Entry[];
  readonly posts: readonly Post[];
  readonly until: number;
}): Recording {
  const clock = new VirtualTimeScheduler(undefined, until);
  const journal$ = replayOn(clock, journal, until);
  return { journal, posts, journal$, posts$: replayOn(clock, posts, until), clock };
}

/** A cold stream: shown again on virtual time to everyone who subscribes. */
function replayOn<T extends { readonly at: number }>(
  clock: VirtualTimeScheduler,
  items: readonly T[],
  until: number,
): Observable<T> {
  return new Observable((subscriber) => {
    // Whoever comes when nobody listens any more sees the run from its start.
    if (clock.actions.length === 0) clock.frame = 0;
    let planned: Subscription | undefined;
    let shown = 0;
    // Only the next item is planned: RxJS sorts all that is planned at every addition.
    const plan = (): void => {
      planned = lastOf(clock, items[shown]?.at ?? until, () => {
        for (let item = items[shown]; item?.at === clock.now(); item = items[++shown]) {
          subscriber.next(item);
        }
        if (shown < items.length || clock.now() < until) plan();
        else subscriber.complete();
      });
    };
    plan();
    queueMicrotask(() => clock.flush());
    return () => planned?.unsubscribe();
  });
}

/** Comes behind whatever else is planned for that instant, as an entry of a live run does. */
const LAST_INDEX = 2 ** 52;

function lastOf(clock: VirtualTimeScheduler, at: number, work: () => void): Subscription {
  const { index } = clock;
  const action = new VirtualAction(clock, work, LAST_INDEX);
  clock.index = index;
  return action.schedule(undefined, at - clock.now());
}
