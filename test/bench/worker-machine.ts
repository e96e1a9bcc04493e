// The machine of the speed comparison: two parallel regions, guards, `always`, timers, a context of ten fields.
// It draws nothing, so that plain XState actors can run it unchanged.
import { assign, setup } from "xstate";

interface Context {
  readonly seed: number;
  readonly turn: number;
  readonly mood: number;
  readonly seen: number;
  readonly posts: number;
  readonly naps: number;
  readonly name: string;
  readonly city: string;
  readonly last: string;
  readonly energy: number;
}

/** A number in [0, 1) from seed and turn. */
const chance = ({ seed, turn }: Context): number =>
  ((Math.imul(seed * 2654435761 + turn * 40503, 2246822519) >>> 8) % 65536) / 65536;

export default setup({
  types: {
    context: {} as Context,
    events: {} as { readonly type: "seen" | "called" },
    input: {} as { readonly seed: number },
  },
  delays: {
    aWhile: ({ context }) => 4000 + 4 * Math.floor(chance(context) * 20_000),
    aMoment: ({ context }) => 400 + 4 * Math.floor(chance(context) * 1000),
    recovery: 60_000,
  },
  guards: {
    isUp: ({ context }) => context.mood > 0.4,
    isDown: ({ context }) => context.mood < -0.4,
    isLevel: ({ context }) => Math.abs(context.mood) <= 0.4,
    isKeen: ({ context }) => chance(context) < 0.4,
    isTired: ({ context }) => context.energy <= 0,
  },
  actions: {
    feel: assign(({ context, event }) => ({
      mood: Math.max(-1, Math.min(1, context.mood + chance(context) - 0.5)),
      seen: context.seen + 1,
      turn: context.turn + 1,
      last: event.type,
    })),
    calmDown: assign({ mood: 0 }),
    post: assign(({ context }) => ({
      posts: context.posts + 1,
      energy: context.energy - 1,
      turn: context.turn + 1,
    })),
    rest: assign(({ context }) => ({ energy: 5, naps: context.naps + 1 })),
  },
}).createMachine({
  id: "worker",
  type: "parallel",
  context: ({ input }) => ({
    seed: input.seed,
    turn: 0,
    mood: 0,
    seen: 0,
    posts: 0,
    naps: 0,
    name: `worker ${input.seed}`,
    city: "Halden",
    last: "",
    energy: 5,
  }),
  states: {
    mood: {
      initial: "level",
      on: { seen: { actions: "feel" } },
      states: {
        level: {
          always: [
            { guard: "isUp", target: "up" },
            { guard: "isDown", target: "down" },
          ],
        },
        up: {
          always: { guard: "isLevel", target: "level" },
          after: { recovery: { actions: "calmDown" } },
        },
        down: {
          always: { guard: "isLevel", target: "level" },
          after: { recovery: { actions: "calmDown" } },
        },
      },
    },
    activity: {
      initial: "idle",
      states: {
        idle: {
          always: { guard: "isTired", target: "resting" },
          on: { called: { guard: "isKeen", target: "writing" } },
          after: { aWhile: "writing" },
        },
        writing: { after: { aMoment: { target: "idle", actions: "post" } } },
        resting: { after: { recovery: { target: "idle", actions: "rest" } } },
      },
    },
  },
});
