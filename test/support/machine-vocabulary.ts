// What random machines are made of: every form in which XState lets one write actions, guards and delays.
import { and, assign, emit, not, or, raise, setup } from "xstate";
import { z } from "zod";
import { defineEffect, perform } from "../../src/core/effect.ts";

export interface Context {
  readonly n: number;
  readonly last: string;
  /** The last event from outside, kept whole. */
  readonly kept: object | null;
}

export interface Payload {
  readonly type: string;
  readonly n?: number;
}

export interface Input {
  readonly n: number;
}

/** Told of every event that a function of the machine is shown. */
export type Watch = (event: Payload) => void;

interface Shown {
  readonly context: Context;
  readonly event: Payload;
}

/** What random events are called; `nobody` has no transition but a wildcard's. */
export const eventTypes = ["A", "A", "B", "B", "C", "C", "x.y", "x.z", "x", "nobody"] as const;
/** What transitions are declared for; `r` and `q.r` are raised. */
export const descriptors = ["A", "B", "A", "B", "C", "x.y", "x.*", "r", "q.r", "q.*", "*"] as const;

export const Asked = z.object({ n: z.number() }).nullable();

/** An effect to invoke; its answers come from the tests. */
const testEffect = (name: string) =>
  defineEffect({
    name,
    request: Asked,
    reply: z.object({ n: z.number() }),
    state: null,
    simulate: () => [{ kind: "done", reply: { n: 0 } }, null, 1],
  });

const ask = perform(testEffect("test.ask"));
const look = perform(testEffect("test.look"));

const types = {
  context: {} as Context,
  events: {} as Payload,
  input: {} as Input,
  emitted: {} as { readonly type: string; readonly [field: string]: unknown },
};

/** Shared by all raises of all machines: nothing may ever be written on it. */
const SHARED = { type: "r", n: 1 };

const isFromOutside = ({ type }: Payload): boolean => !type.startsWith("xstate.");

/** The implementations by name, as a user would write them. */
export function makeSetup(watch: Watch) {
  const seen = <T>(event: Payload, value: T): T => {
    watch(event);
    return value;
  };
  const parts = setup({
    types,
    actors: { ask, look },
    delays: {
      fixed: 50,
      byContext: ({ context }) => 10 * context.n,
      byEvent: ({ event }) => seen(event, 10 * ((event.n ?? 0) % 4) + 20.4),
      negative: -7,
      none: 0,
    },
    guards: {
      even: ({ context, event }) => seen(event, context.n % 2 === 0),
      big: ({ context, event }, { min }: { readonly min: number }) => seen(event, context.n > min),
      isA: ({ context, event }) => seen(event, event.type === "A" || context.n === 2),
    },
  }).extend({
    guards: {
      odd: not("even"),
      both: and(["even", ({ event }: Shown) => seen(event, event.type !== "C")]),
      either: or(["isA", not("even")]),
    },
    actions: {
      note: () => undefined,
      noteParams: (_, params: { readonly k: number }) => void params.k,
      inc: assign({ n: ({ context }) => (context.n * 7 + 1) % 11 }),
      add: assign(({ context, event }, { k }: { readonly k: number }) =>
        seen(event, { n: (context.n + k) % 13, last: event.type }),
      ),
      set: assign({ last: "set" }),
      keep: assign(({ event }) => (isFromOutside(event) ? { kept: event } : {})),
      raiseShared: raise(SHARED),
      out: emit(({ context, event }) => seen(event, { type: "out", n: context.n })),
    },
  });
  const many = parts.enqueueActions(({ context, event, enqueue, check }) => {
    watch(event);
    enqueue.assign({ n: (context.n + 5) % 9 });
    if (check("even")) enqueue("inc");
    if (context.n % 3 === 0) enqueue.raise({ type: "q.r" });
    enqueue({ type: "add", params: { k: 2 } });
  });
  return parts.extend({ actions: { many } });
}

/** The same kinds of actions written in place, by name. */
export function makeInlineActions(watch: Watch) {
  const inline = setup({ types });
  return {
    assignFields: inline.assign({
      n: ({ context, event }) => (context.n + (event.n ?? 1)) % 12,
      last: ({ event }) => event.type,
    }),
    assignWhole: inline.assign(({ context, event }) => {
      watch(event);
      return { ...context, n: (context.n * 5 + 2) % 10 };
    }),
    raiseNew: inline.raise(({ context }) => ({ type: "q.r", n: context.n })),
    raiseAgain: inline.raise(({ context, event }) =>
      isFromOutside(event) && context.n === 3 ? event : { type: "nobody", n: context.n },
    ),
    raiseShared: inline.raise(SHARED),
    emitShared: inline.emit(SHARED),
    emitEvent: inline.emit(({ event }) => ({ type: "seen", of: event.type })),
    logValue: inline.log(({ context, event }) => [context.n, event.type]),
    logLabel: inline.log("a text", "label"),
    logAll: inline.log(),
    anonymous: () => undefined,
    named: function named() {},
    nested: inline.enqueueActions(({ context, enqueue }) => {
      enqueue(makeInlineNested(watch));
      enqueue.emit({ type: "nested", n: context.n });
    }),
    ...makeTimerActions(watch),
  };
}

function makeInlineNested(watch: Watch) {
  const inline = setup({ types });
  return inline.enqueueActions(({ context, event, enqueue }) => {
    watch(event);
    if (context.n % 2 === 1) enqueue.raise(SHARED);
    enqueue.raise({ type: "C", n: 3 }, { id: "late", delay: 40 });
    if (context.n % 5 === 0) enqueue.cancel("late");
    enqueue(() => undefined);
  });
}

function makeTimerActions(watch: Watch) {
  const inline = setup({ types });
  const byN = ({ context, event }: Shown): number => {
    watch(event);
    return 10 * (context.n % 6) + 10.4;
  };
  return {
    later: inline.raise({ type: "C", n: 2 }, { delay: 100, id: "late" }),
    soon: inline.raise(({ context }) => ({ type: "A", n: context.n }), { delay: 30, id: "late" }),
    laterShared: inline.raise(SHARED, { delay: 70 }),
    laterComputed: inline.raise({ type: "x.z", n: 4 }, { delay: byN, id: "other" }),
    atOnce: inline.raise({ type: "x.y", n: 5 }, { delay: 0, id: "other" }),
    cancelLate: inline.cancel("late"),
    cancelComputed: inline.cancel(({ context }) => (context.n % 2 === 0 ? "late" : "other")),
    cancelNothing: inline.cancel("never"),
  };
}
