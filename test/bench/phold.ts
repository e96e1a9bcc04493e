// PHOLD (Fujimoto 1990): 1,000 processes with four jobs each; a job rests for an exponential time and then moves, one
// time in two to another process, at least the lookahead later. On the engine, and in a loop written by hand.
//
// One unit of time is 10 ms, so that the lookahead of 0.1 is the one millisecond that a message takes.
import { assign, enqueueActions, setup } from "xstate";
import { log } from "../../src/core/math.ts";
import { EventQueue } from "../../src/core/queue.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { tell } from "../../src/core/tell.ts";
import { simulate } from "../../src/run/simulate.ts";
import { fingerprint, type Outcome, timed } from "./measure.ts";

const UNIT = 10;
const LOOKAHEAD = 1;
const REMOTE = 0.5;
const JOBS = 4;

interface Job {
  readonly type: "job" | "ready";
  readonly state: number;
}

/** The next state of a job's own generator (Numerical Recipes' linear congruential one). */
const next = (state: number): number => (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
const unit = (state: number): number => state / 4_294_967_296;

const restOf = (state: number): number => Math.round(-log(1 - unit(state)) * UNIT);
const idOf = (process: number): string => `p${String(process).padStart(5, "0")}`;

/** Where a job goes next: [its generator, the process]. */
function moveOf(state: number, from: number, processes: number): readonly [number, number] {
  const coin = next(state);
  const place = next(coin);
  return unit(coin) < REMOTE ? [place, Math.floor(unit(place) * processes)] : [place, from];
}

const process = setup({
  types: {
    context: {} as { readonly self: number; readonly of: number; readonly jobs: number },
    events: {} as Job,
    input: {} as { readonly self: number; readonly of: number },
  },
  actions: {
    rest: enqueueActions(({ enqueue, event }) => {
      const state = next(event.state);
      enqueue.raise({ type: "ready", state }, { delay: restOf(state) });
    }),
    move: tell(({ context, event }) => {
      const [state, to] = moveOf(event.state, context.self, context.of);
      return { to: idOf(to), event: { type: "job", state } };
    }),
    count: assign({ jobs: ({ context }) => context.jobs + 1 }),
  },
}).createMachine({
  id: "process",
  context: ({ input }) => ({ ...input, jobs: 0 }),
  on: { job: { actions: ["count", "rest"] }, ready: { actions: "move" } },
});

const firstState = (index: number): number => next(index * 2_654_435_761);

export function pholdScenario(processes: number, until: number) {
  return defineScenario({
    name: "phold",
    until,
    population: {
      size: processes,
      member: (self) => ({ id: idOf(self), ...cast(process, { self, of: processes }) }),
    },
    events: Array.from({ length: processes * JOBS }, (_, i) => ({
      at: 1,
      to: idOf(i % processes),
      event: { type: "job", state: firstState(i) },
    })),
  });
}

export async function pholdOnEngine(processes: number, until: number): Promise<Outcome> {
  const run = await simulate(pholdScenario(processes, until), { journal: false });
  const jobs = run.state.agents.map(({ snapshot }) => String(snapshot?.context.jobs));
  return { operations: run.steps - processes, elapsed: run.wallMs, result: fingerprint(jobs) };
}

/** The same by hand: one queue, one array of counts. */
export async function pholdByHand(processes: number, until: number): Promise<Outcome> {
  const jobs = new Float64Array(processes);
  const queue = new EventQueue();
  const push = (at: number, type: Job["type"], at_process: number, state: number): void => {
    queue.push({ kind: "event", at, priority: 3, to: "", key: at_process, event: { type, state } });
  };
  for (let i = 0; i < processes * JOBS; i++) push(1, "job", i % processes, firstState(i));
  let steps = 0;
  const [, elapsed] = await timed(() => {
    for (let at = queue.peekAt(); at !== undefined && at <= until; at = queue.peekAt(), steps++) {
      const { event, key } = queue.pop() ?? { event: undefined, key: 0 };
      const state = Number(event?.state);
      if (event?.type === "job") {
        jobs[key] = (jobs[key] ?? 0) + 1;
        push(at + restOf(next(state)), "ready", key, next(state));
      } else {
        const [moved, to] = moveOf(state, key, processes);
        push(at + LOOKAHEAD, "job", to, moved);
      }
    }
  });
  return { operations: steps, elapsed, result: fingerprint([...jobs].map(String)) };
}
