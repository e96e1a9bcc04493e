// An agent that behaves until an instant and from then on does its worst on every event, in every way we know.
import {
  type AnyStateMachine,
  assign,
  emit,
  enqueueActions,
  raise,
  sendTo,
  setup,
  spawnChild,
} from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";
import type { Stamp } from "../../src/core/event.ts";
import { isMachine } from "../../src/core/machine/internals.ts";
import { tell } from "../../src/core/tell.ts";
import { minutes, seconds } from "../../src/core/time.ts";
import { socialPost } from "../../src/effects/social-post.ts";

/** When a bad agent turns bad. */
export const TURN = minutes(4);

interface Seen {
  readonly event: Stamp;
  readonly context: { readonly n: number };
}

export interface Fault {
  readonly name: string;
  /** What the journal says of it. */
  readonly reason: string;
  /** What it does on every event once it has turned. */
  readonly transition: object;
  /** A state that the transition leads to. */
  readonly broken?: object;
}

const boom = (): never => {
  throw new Error("boom");
};

/** Throws what is no error, as JavaScript may. */
function fling(value: unknown): never {
  const error: Error = value as never;
  throw error;
}

const broken = (name: string, reason: string, state: object): Fault => ({
  name,
  reason,
  transition: { guard: "isBad", target: "broken" },
  broken: state,
});

const acting = (name: string, reason: string, ...actions: readonly unknown[]): Fault => ({
  name,
  reason,
  transition: { guard: "isBad", actions },
});

/** A context that JSON cannot hold. */
const holding = (name: string, value: unknown): Fault =>
  acting(
    `puts ${name} into its context`,
    "context.bad",
    assign(() => ({ bad: value })),
  );

const badEffect = (name: string, simulate: () => never) =>
  perform(
    defineEffect({
      name,
      request: z.object({ n: z.number() }).nullable(),
      reply: z.object({ n: z.number() }),
      state: null,
      simulate,
    }),
  );

const actors = {
  publish: perform(socialPost),
  // Whoever writes an effect in JavaScript can return what its types forbid.
  liar: badEffect("bad.liar", () => [{ kind: "done", reply: { n: "many" } }, null, 50] as never),
  thrower: badEffect("bad.thrower", boom),
  nobody: badEffect("bad.nobody", () => undefined as never),
  timeless: badEffect(
    "bad.timeless",
    () => [{ kind: "done", reply: { n: 1 } }, null, Number.NaN] as never,
  ),
  picky: perform(
    defineEffect({
      name: "bad.picky",
      request: z.unknown().refine(boom),
      reply: z.unknown(),
      state: null,
      simulate: () => [{ kind: "done", reply: null }, null, 50],
    }),
  ),
};

/** Makes no sense on purpose, so its types are of no use. */
const cunning = (act: (enqueue: (action: unknown) => void) => void): unknown =>
  enqueueActions(({ enqueue }) => act(enqueue as (action: unknown) => void));

export const faults: readonly Fault[] = [
  { name: "throws in a guard", reason: "boom", transition: { guard: "throwsWhenBad" } },
  acting("throws in an assign", "boom", assign(boom)),
  acting(
    "throws what is no error",
    "just words",
    assign(() => fling("just words")),
  ),
  acting(
    "throws nothing at all",
    "undefined",
    assign(() => fling(undefined)),
  ),
  acting("throws in an emit", "boom", emit(boom)),
  acting("throws in a raise", "boom", raise(boom)),
  acting("throws in a message", "boom", tell(boom)),
  acting(
    "throws after it has changed its context in place",
    "object is not extensible",
    assign(({ context }) => {
      context.list.push(2);
      return boom();
    }),
  ),
  broken("throws on entering a state", "boom", { entry: assign(boom) }),
  broken("throws in a delay", "boom", { after: { throwing: "well" } }),
  broken("waits NaN milliseconds", "a delay of NaN", { after: { notANumber: "well" } }),
  broken("waits for ever", "a delay of Infinity", { after: { endless: "well" } }),
  broken("waits undefined milliseconds", "a delay of undefined", { after: { missing: "well" } }),
  acting(
    "waits a time that it never declared",
    "undeclared",
    cunning((enqueue) => enqueue(raise({ type: "never" }, { delay: "undeclared" as never }))),
  ),
  broken("throws in the input of an invocation", "boom", { invoke: { src: "liar", input: boom } }),
  broken("asks for what is no JSON", "input.n is NaN", {
    invoke: { src: "liar", input: { n: Number.NaN } },
  }),
  holding("a Date", new Date(0)),
  holding("a Date in a frozen list", Object.freeze([new Date(0)])),
  holding("a Map", new Map()),
  holding("NaN", Number.NaN),
  holding("undefined", undefined),
  holding("-0", -0),
  holding("a function", boom),
  broken("transits for ever", "Infinite loop", {
    always: { target: "broken", reenter: true, actions: "count" },
  }),
  acting("raises for ever", "Infinite loop", raise({ type: "again" })),
  acting(
    "spawns an actor in an assign",
    "spawn in assign",
    assign({ bad: ({ spawn }) => spawn("liar") }),
  ),
  acting(
    "spawns an actor behind our back",
    "spawnChild",
    cunning((enqueue) => enqueue(spawnChild("liar", { id: "kid" }))),
  ),
  acting(
    "sends behind our back",
    "sendTo",
    cunning((enqueue) => enqueue(sendTo(({ self }) => self, { type: "beat" }))),
  ),
  acting(
    "takes an action that nobody knows",
    "nope",
    cunning((enqueue) => enqueue("nope")),
  ),
  acting(
    "sends to itself",
    "self.send",
    assign(({ self }) => self.send({ type: "beat" })),
  ),
  acting("emits what is no JSON", "event.n is NaN", emit({ type: "out", n: Number.NaN })),
  acting(
    "tells what only the host may tell",
    "are reserved",
    tell(() => ({
      to: "p1",
      event: { type: "xstate.init" },
    })),
  ),
  broken("hears a lie from its effect", "does not fit", {
    invoke: { src: "liar", input: { n: 1 } },
  }),
  broken("has an effect that throws", "boom", { invoke: { src: "thrower", input: { n: 1 } } }),
  broken("has an effect that answers nothing", "bad.nobody", {
    invoke: { src: "nobody", input: { n: 1 } },
  }),
  broken("has an effect of no duration", "a latency of NaN", {
    invoke: { src: "timeless", input: { n: 1 } },
  }),
  broken("has an effect whose schema throws", "boom", { invoke: { src: "picky" } }),
];

/** Hears everything and does nothing: what a failing agent is compared with. */
export const silence: Fault = { name: "is silent", reason: "", transition: { guard: "isBad" } };

const isBad = ({ event }: Seen): boolean => event.at >= TURN;

const bad = setup({
  actors,
  guards: {
    isBad,
    throwsWhenBad: (seen: Seen) => isBad(seen) && boom(),
  },
  delays: {
    throwing: boom,
    notANumber: () => Number.NaN,
    endless: () => Number.POSITIVE_INFINITY,
    // What a JavaScript machine gets from a field that is not there.
    missing: () => undefined as never,
  },
  actions: {
    count: assign({ n: ({ context }) => context.n + 1 }),
    beat: raise({ type: "beat" }, { delay: seconds(3) }),
    greet: tell(() => ({ to: "p1", event: { type: "greeted", n: 1 } })),
  },
} as never);

/** Writes, greets and counts until it turns bad. */
export function badMachine({ name, transition, broken }: Fault): AnyStateMachine {
  const on = (own: Readonly<Record<string, object>>): object =>
    Object.fromEntries([
      ["*", [transition]],
      ...Object.entries(own).map(([type, normal]) => [type, [transition, normal].flat()]),
    ]);
  const heard = { greeted: { actions: "count" }, mentioned: { actions: "count" } };
  const config = {
    id: name.replaceAll(/\W+/g, "-"),
    context: { n: 0, list: [1] },
    entry: "beat",
    initial: "well",
    states: {
      well: {
        on: on({
          ...heard,
          beat: [
            {
              guard: ({ context }: Seen) => context.n % 3 === 0,
              target: "writing",
              actions: "count",
            },
            { actions: ["count", "beat", "greet"] },
          ],
        }),
      },
      writing: {
        on: on(heard),
        exit: "beat",
        invoke: {
          src: "publish",
          input: { text: "well" },
          onDone: [transition, { target: "well" }],
          onError: [transition, { target: "well" }],
        },
      },
      ...(broken && { broken }),
    },
  };
  const machine: unknown = bad.createMachine(config as never);
  if (!isMachine(machine)) throw new Error("XState makes machines");
  return machine;
}
