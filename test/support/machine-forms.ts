// The vocabulary of random machines by number: the forms of actions and guards that a specification names.
import {
  type AnyStateMachine,
  and,
  type EventObject,
  type MachineContext,
  not,
  or,
  stateIn,
} from "xstate";
import {
  type Context,
  type Input,
  makeInlineActions,
  makeSetup,
  type Payload,
  type Watch,
} from "./machine-vocabulary.ts";

interface Shown {
  readonly context: Context;
  readonly event: Payload;
}

/** What a machine is built from, all reporting to one watch. */
export interface Parts {
  readonly action: (form: number) => unknown;
  /** @param id of a state, for `stateIn` */
  readonly guard: (form: number, id: string, k: number) => unknown;
  readonly invokeInput: (kind: "none" | "static" | "dynamic", k: number) => object;
  readonly output: (kind: "none" | "static" | "dynamic") => object;
  readonly context: (isStatic: boolean) => object;
  readonly createMachine: (config: object) => AnyStateMachine;
}

function makeActions(watch: Watch): readonly unknown[] {
  const k = ({ context, event }: Shown): { readonly k: number } => {
    watch(event);
    return { k: context.last.length };
  };
  const { raiseNew, raiseAgain, raiseShared, nested, ...inline } = makeInlineActions(watch);
  const named = ["note", "inc", "inc", "set", "keep", "out"];
  return [
    ...named,
    ...named.map((type) => ({ type })),
    { type: "add", params: { k: 3 } },
    { type: "add", params: k },
    { type: "noteParams", params: { k: 1 } },
    { type: "noteParams", params: k },
    ...Object.values(inline),
    ...["raiseShared", "many", raiseNew, raiseAgain, raiseShared, nested],
  ];
}

/** The last forms raise at once: in the entry of a state they often lead back into it, without end. */
const RAISING = 6;

function makeGuards(watch: Watch): readonly ((id: string, k: number) => unknown)[] {
  // `and` and `or` take guards of any machine.
  const inline = ({ context, event }: { context: MachineContext; event: EventObject }): boolean => {
    watch(event);
    return Number(context.n) % 3 !== 0;
  };
  const min = ({ context, event }: Shown): { readonly min: number } => {
    watch(event);
    return { min: context.last.length };
  };
  return [
    ...["even", "isA", "odd", "both", "either"].map((name) => () => name),
    () => ({ type: "odd" }),
    (_, k) => ({ type: "big", params: { min: k % 9 } }),
    () => ({ type: "big", params: min }),
    () => inline,
    (id) => stateIn(`#${id}`),
    (id) => not(stateIn(`#${id}`)),
    (_, k) => and([inline, { type: "big", params: { min: k % 5 } }]),
    () => or(["isA", not(inline)]),
    (id) => and([or([stateIn(`#${id}`), "even"]), not("isA")]),
  ];
}

/** Actions that change nothing: an `always` that takes them comes to rest. */
export const remarks = ["note", "out", { type: "noteParams", params: { k: 1 } }] as const;

const silent: Watch = () => undefined;
export const actionForms = makeActions(silent).length;
export const quietForms = actionForms - RAISING;
export const guardForms = makeGuards(silent).length;

export function partsFor(watch: Watch): Parts {
  const actions = makeActions(watch);
  const guards = makeGuards(watch);
  const setup = makeSetup(watch);
  const shown =
    <T extends object>(make: (n: number) => T) =>
    ({ context, event }: Shown): T => {
      watch(event);
      return make(context.n);
    };
  return {
    action: (form) => actions[form],
    guard: (form, id, k) => guards[form]?.(id, k),
    invokeInput: (kind, k) =>
      kind === "none" ? {} : { input: kind === "static" ? { n: k } : shown((n) => ({ n: n + k })) },
    output: (kind) =>
      kind === "none" ? {} : { output: kind === "static" ? { v: 1 } : shown((n) => ({ v: n })) },
    context: (isStatic) => ({
      context: isStatic
        ? { n: 3, last: "", kept: null }
        : ({ input }: { readonly input: Input }) => ({ n: input.n, last: "", kept: null }),
    }),
    // A machine made from data has no type that could be written down.
    createMachine: (config) =>
      setup.createMachine(config as Parameters<typeof setup.createMachine>[0]),
  };
}
