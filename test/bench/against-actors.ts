// The engine on its xstate back end against plain `createActor` actors: the same machine, the same events, the
// same timers on an exact clock, and the same states in the end.
import { createActor } from "xstate";
import { EventQueue } from "../../src/core/queue.ts";
import { cast, defineScenario, type OutsideEvent, type Scenario } from "../../src/core/scenario.ts";
import { simulate } from "../../src/run/simulate.ts";
import { fingerprint, type Outcome, timed } from "./measure.ts";
import worker from "./worker-machine.ts";

export interface Size {
  readonly agents: number;
  /** Events from outside, over the whole run. */
  readonly events: number;
}

/** Virtual milliseconds: about nine timers to every ten events from outside. */
const lengthOf = ({ agents, events }: Size): number => 4 * Math.floor((events / agents) * 7000);

const idOf = (index: number): string => `w${String(index).padStart(7, "0")}`;

/** Spread evenly, to agents in a scattered order. */
function outsideEvents(size: Size): readonly OutsideEvent[] {
  const step = lengthOf(size) / size.events;
  return Array.from({ length: size.events }, (_, i) => ({
    at: 4 * Math.floor((i * step) / 4),
    to: idOf((i * 7919) % size.agents),
    event: { type: i % 3 === 0 ? "called" : "seen" },
  }));
}

export function workload(size: Size): Scenario {
  return defineScenario({
    name: "bench",
    until: lengthOf(size),
    population: {
      size: size.agents,
      member: (index) => ({ id: idOf(index), ...cast(worker, { seed: index + 1 }) }),
    },
    events: outsideEvents(size),
  });
}

const stateText = (snapshot: { readonly value: unknown; readonly context: unknown }): string =>
  JSON.stringify([snapshot.value, snapshot.context]);

export async function onEngine(scenario: Scenario): Promise<Outcome> {
  const run = await simulate(scenario, { journal: false });
  const texts = run.state.agents.map(({ snapshot }) => (snapshot ? stateText(snapshot) : ""));
  return {
    operations: run.steps - run.agents.length,
    elapsed: run.wallMs,
    result: fingerprint(texts),
  };
}

/** A clock for XState that fires every timer exactly when it is due, in the order in which they were set. */
function exactClock() {
  const queue = new EventQueue();
  const timers = new Map<number, { readonly callback: () => void; readonly handle: number }>();
  const event = { type: "timer" };
  let now = 0;
  return {
    nextAt: (): number => queue.peekAt() ?? Number.POSITIVE_INFINITY,
    moveTo: (at: number): void => {
      now = at;
    },
    fire: (): void => {
      const { rank = -1, at = now } = queue.pop() ?? {};
      now = at;
      const timer = timers.get(rank);
      timers.delete(rank);
      timer?.callback();
    },
    setTimeout: (callback: () => void, delay: number): number => {
      const rank = queue.nextRank;
      const entry = { kind: "timer", at: now + delay, priority: 3, to: "", event, key: 0 } as const;
      timers.set(rank, { callback, handle: queue.push(entry) });
      return rank;
    },
    clearTimeout: (rank: number): void => {
      const timer = timers.get(rank);
      if (timer === undefined) return;
      timers.delete(rank);
      queue.cancel(timer.handle);
    },
  };
}

/** XState's own actors, each with its own system. */
export async function onActors(size: Size): Promise<Outcome> {
  const clock = exactClock();
  const actors = Array.from({ length: size.agents }, (_, index) =>
    createActor(worker, { input: { seed: index + 1 }, clock }),
  );
  const [steps, elapsed] = await timed(() => {
    for (const actor of actors) actor.start();
    return drive(actors, clock, size);
  });
  const texts = actors.map((actor) => stateText(actor.getSnapshot()));
  for (const actor of actors) actor.stop();
  return { operations: steps, elapsed, result: fingerprint(texts) };
}

type WorkerActor = ReturnType<typeof createActor<typeof worker>>;

/** Sends the events from outside in time, each before the timers of its instant. @returns steps */
function drive(
  actors: readonly WorkerActor[],
  clock: ReturnType<typeof exactClock>,
  size: Size,
): number {
  const until = lengthOf(size);
  let steps = 0;
  const fireUntil = (at: number): void => {
    for (; clock.nextAt() < at && clock.nextAt() <= until; steps++) clock.fire();
  };
  for (const { at, to, event } of outsideEvents(size)) {
    fireUntil(at);
    clock.moveTo(at);
    actors[Number(to.slice(1))]?.send({ type: event.type === "called" ? "called" : "seen" });
    steps++;
  }
  fireUntil(Number.POSITIVE_INFINITY);
  return steps;
}
