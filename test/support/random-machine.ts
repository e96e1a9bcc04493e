// Random XState machines as plain data, so that fast-check can shrink them; build-machine.ts makes machines of it.
import fc from "fast-check";
import { actionForms, guardForms, quietForms } from "./machine-forms.ts";
import { descriptors } from "./machine-vocabulary.ts";

export interface GuardSpec {
  readonly form: number;
  readonly k: number;
}

export interface TransitionSpec {
  /** Chosen among all targets of the machine, or undefined for a transition without one. */
  readonly target: number | undefined;
  /** A second target, taken when it lies in another region than the first. */
  readonly second: number;
  readonly guard: GuardSpec | undefined;
  readonly actions: readonly number[];
  readonly reenter: boolean;
}

/** An `always` comes to rest: it only remarks something, or changes what its guard asks for. */
export interface AlwaysSpec {
  readonly target: number | undefined;
  readonly guard: GuardSpec;
  readonly remark: number;
  readonly onward: boolean;
}

export interface InvokeSpec {
  readonly src: "ask" | "look";
  readonly hasId: boolean;
  readonly input: "none" | "static" | "dynamic";
  readonly onDone: readonly TransitionSpec[];
  readonly onError: readonly TransitionSpec[];
}

type Delay = "0" | "20" | "30.4" | "fixed" | "byContext" | "byEvent" | "negative" | "none";

export interface NodeSpec {
  readonly kind: "atomic" | "final" | "compound" | "parallel";
  readonly children: readonly NodeSpec[];
  readonly history: "shallow" | "deep" | undefined;
  readonly hasId: boolean;
  readonly initial: number;
  readonly initialActions: readonly number[];
  readonly entry: readonly number[];
  readonly exit: readonly number[];
  readonly on: readonly (readonly [event: number, transitions: readonly TransitionSpec[]])[];
  readonly always: readonly AlwaysSpec[];
  readonly after: readonly (readonly [delay: Delay, transition: TransitionSpec])[];
  readonly onDone: TransitionSpec | undefined;
  readonly invoke: readonly InvokeSpec[];
  readonly tag: number;
  readonly output: "none" | "static" | "dynamic";
}

export interface MachineSpec {
  readonly root: NodeSpec;
  /** Integer-like keys come in their own order in every JavaScript object. */
  readonly numericKeys: boolean;
  readonly staticContext: boolean;
}

export interface EventSpec {
  readonly pick: number;
  readonly n: number;
}

/** @param percent how often there is a value */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, percent: number): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: 100 - percent, arbitrary: fc.constant(undefined) },
    { weight: percent, arbitrary },
  );

const actions = fc.array(fc.nat(actionForms - 1), { maxLength: 3 });
const someActions = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: actions },
);
const quietActions = fc.array(fc.nat(quietForms - 1), { maxLength: 2 });
const entryActions = fc.oneof(
  { weight: 7, arbitrary: quietActions },
  { weight: 1, arbitrary: actions },
);
const guard = fc.record({ form: fc.nat(guardForms - 1), k: fc.nat(99) });

const transition: fc.Arbitrary<TransitionSpec> = fc.record({
  target: maybe(fc.nat(99), 80),
  second: fc.nat(99),
  guard: maybe(guard, 33),
  actions: someActions,
  reenter: fc.nat(3).map((n) => n === 0),
});
const transitions = fc.array(transition, { minLength: 1, maxLength: 2 });
const noneOf = <T>(list: fc.Arbitrary<readonly T[]>, weight: number): fc.Arbitrary<readonly T[]> =>
  fc.oneof({ weight, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list });

const always: fc.Arbitrary<readonly AlwaysSpec[]> = noneOf(
  fc.array(
    fc.record({ target: maybe(fc.nat(99), 50), guard, remark: fc.nat(9), onward: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 2,
    },
  ),
  5,
);

const delay = fc.constantFrom<Delay>(
  "0",
  "20",
  "30.4",
  "fixed",
  "byContext",
  "byEvent",
  "negative",
  "none",
);

const invoke: fc.Arbitrary<InvokeSpec> = fc.record({
  src: fc.constantFrom("ask", "look"),
  hasId: fc.boolean(),
  input: fc.constantFrom("none", "static", "dynamic"),
  onDone: fc.array(transition, { maxLength: 2 }),
  onError: fc.array(transition, { minLength: 1, maxLength: 1 }),
});

const parts = {
  history: maybe(fc.constantFrom("shallow", "deep"), 40),
  hasId: fc.boolean(),
  initial: fc.nat(5),
  initialActions: entryActions,
  entry: entryActions,
  exit: someActions,
  on: fc.array(fc.tuple(fc.nat(descriptors.length - 1), transitions), { maxLength: 6 }),
  always,
  after: noneOf(fc.array(fc.tuple(delay, transition), { minLength: 1, maxLength: 2 }), 3),
  onDone: maybe(transition, 50),
  invoke: noneOf(fc.array(invoke, { minLength: 1, maxLength: 3 }), 3),
  tag: fc.nat(4),
  output: fc.constantFrom("none", "static", "dynamic"),
} as const;

const MAX_DEPTH = 4;

const leaf: fc.Arbitrary<NodeSpec> = fc.record({
  kind: fc.constantFrom("atomic", "atomic", "atomic", "final"),
  children: fc.constant([]),
  ...parts,
});

/** @param depth how many levels of states may lie below */
const branch = (depth: number): fc.Arbitrary<NodeSpec> =>
  fc.record({
    kind: fc.constantFrom("compound", "compound", "parallel"),
    children: fc.array(depth <= 1 ? leaf : fc.oneof(leaf, branch(depth - 1)), {
      minLength: 2,
      maxLength: 3,
    }),
    ...parts,
  });

export const machineSpec: fc.Arbitrary<MachineSpec> = fc.record({
  root: fc.integer({ min: 2, max: MAX_DEPTH }).chain(branch),
  numericKeys: fc.nat(5).map((n) => n === 0),
  staticContext: fc.nat(3).map((n) => n === 0),
});

export const eventSpecs: fc.Arbitrary<readonly EventSpec[]> = fc.array(
  fc.record({ pick: fc.nat(999), n: fc.nat(6) }),
  { minLength: 5, maxLength: 30 },
);
