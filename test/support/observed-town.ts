// A writer and one who hears of it, for tests that look on: the same run whoever does.
import { assign, setup } from "xstate";
import { perform } from "../../src/core/effect.ts";
import type { EventBody } from "../../src/core/event.ts";
import { cast, defineScenario, type OutsideEvent, type Scenario } from "../../src/core/scenario.ts";
import { tell } from "../../src/core/tell.ts";
import { hours, minutes } from "../../src/core/time.ts";
import { socialPost } from "../../src/effects/social-post.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import type { LiveRun } from "../../src/run/stage.ts";

/** Writes every twenty minutes, and a greeting to bob with it. */
const writer = setup({
  types: { context: {} as { readonly n: number }, events: {} as { readonly type: "stop" } },
  actors: { publish: perform(socialPost) },
}).createMachine({
  id: "writer",
  context: { n: 0 },
  initial: "resting",
  on: { stop: ".stopped" },
  states: {
    resting: { after: { [minutes(20)]: "writing" } },
    writing: {
      entry: tell(({ context }) => ({ to: "bob", event: { type: "greeted", n: context.n } })),
      invoke: {
        src: "publish",
        input: ({ context }) => ({ text: `post ${context.n}` }),
        onDone: { target: "resting", actions: assign({ n: ({ context }) => context.n + 1 }) },
      },
    },
    stopped: { type: "final" },
  },
});

/** Counts what it hears. */
const hearer = setup({
  types: { context: {} as { readonly n: number }, events: {} as EventBody },
}).createMachine({
  id: "hearer",
  context: { n: 0 },
  on: { "*": { actions: assign({ n: ({ context }) => context.n + 1 }) } },
});

export const town = (events: readonly OutsideEvent[] = []): Scenario =>
  defineScenario({
    name: "streams",
    until: hours(4),
    agents: { ada: cast(writer, undefined), bob: cast(hearer, undefined) },
    events,
  });

export const observed = (observe: (live: LiveRun) => void, scenario = town()): Promise<Run> =>
  simulate(scenario, { observe });

export const quiet = simulate(town());
