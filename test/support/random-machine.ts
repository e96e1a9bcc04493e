// Random XState machines as plain data, so that fast-check can shrink them, and the machines built from it.
import fc from "fast-check";
import type { AnyStateMachine } from "xstate";
import { actionForms, guardForms, type Parts, partsFor, quietForms, remarks } from "./machine-forms.ts";
import { descriptors, type Watch } from "./machine-vocabulary.ts";

interface GuardSpec {
  readonly form: number;
  readonly k: number;
}

interface TransitionSpec {
  /** Chosen among all targets of the machine, or undefined for a transition without one. */
  readonly target: number | undefined;
  /** A second target, taken when it lies in another region than the first. */
  readonly second: number;
  readonly guard: GuardSpec | undefined;
  readonly actions: readonly number[];
  readonly reenter: boolean;
}

/** An `always` comes to rest: it only remarks something, or changes what its guard asks for. */
interface AlwaysSpec {
  readonly target: number | undefined;
  readonly guard: GuardSpec;
  readonly remark: number;
  readonly onward: boolean;
}

interface InvokeSpec {
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
  fc.array(fc.record({ target: maybe(fc.nat(99), 50), guard, remark: fc.nat(9), onward: fc.boolean() }), {
    minLength: 1,
    maxLength: 2,
  }),
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

/** A state on its way into the machine: where it lies and how it is called. */
interface Placed {
  readonly spec: NodeSpec;
  readonly path: readonly string[];
  readonly id: string;
  readonly parent: Placed | undefined;
  readonly children: readonly Placed[];
}

const ROOT = "root";

function place(spec: NodeSpec, path: readonly string[], parent: Placed | undefined, numeric: boolean): Placed {
  const children: Placed[] = [];
  const id = spec.hasId && parent ? `id-${path.join("-")}` : [ROOT, ...path].join(".");
  const placed = { spec, path, id, parent, children };
  spec.children.forEach((child, i) => {
    children.push(place(child, [...path, numeric ? `${9 - i}` : `k${i}`], placed, numeric));
  });
  return placed;
}

/** The id of a state's history. XState reads a dot in an id as a path. */
const pastOf = (path: readonly string[]): string => ["past", ...path].join("-");

const below = (placed: Placed): readonly Placed[] => [placed, ...placed.children.flatMap(below)];
const ancestors = (placed: Placed | undefined): readonly Placed[] =>
  placed === undefined ? [] : [placed, ...ancestors(placed.parent)];

/** Two states can be active at once when their nearest common ancestor is parallel. */
function canCoexist(a: Placed, b: Placed): boolean {
  const common = ancestors(a).find((ancestor) => ancestors(b).includes(ancestor));
  return common !== a && common !== b && common?.spec.kind === "parallel";
}

interface Building extends Parts {
  readonly states: readonly Placed[];
  /** Ids of states and of their history states. */
  readonly targets: readonly string[];
}

const choose = <T>(list: readonly T[], n: number): T => {
  const item = list[n % list.length];
  if (item === undefined) throw new Error("chosen from an empty list");
  return item;
};

function targetOf(building: Building, { target, second }: Pick<TransitionSpec, "target" | "second">): object {
  if (target === undefined) return {};
  const id = choose(building.targets, target);
  const first = building.states.find((state) => state.id === id);
  const other = choose(building.states, second);
  if (first !== undefined && canCoexist(first, other)) return { target: [`#${id}`, `#${other.id}`] };
  return { target: `#${id}` };
}

function buildTransition(building: Building, spec: TransitionSpec): object {
  const { guard, reenter } = spec;
  const ids = building.states.map(({ id }) => id);
  return {
    ...targetOf(building, spec),
    ...(guard && { guard: building.guard(guard.form, choose(ids, guard.k), guard.k) }),
    ...(spec.actions.length > 0 && { actions: spec.actions.map(building.action) }),
    ...(reenter && { reenter }),
  };
}

function buildAlways(building: Building, { target, guard, remark, onward }: AlwaysSpec): object {
  const remarked = choose(remarks, remark);
  if (!onward) return { guard: building.guard(guard.form, choose(building.targets, 0), guard.k), actions: remarked };
  const when = guard.k % 2 === 0 ? "even" : { type: "big", params: { min: 4 } };
  return { ...targetOf(building, { target, second: 0 }), guard: when, actions: [remarked, "inc"] };
}

function buildInvoke(building: Building, placed: Placed): readonly object[] {
  return placed.spec.invoke.map(({ src, hasId, input, onDone, onError }, i) => ({
    src,
    ...(hasId && { id: `${placed.id}/${i}` }),
    ...building.invokeInput(input, i),
    ...(onDone.length > 0 && { onDone: onDone.map((spec) => buildTransition(building, spec)) }),
    ...(onError.length > 0 && { onError: onError.map((spec) => buildTransition(building, spec)) }),
  }));
}

function buildChildren(building: Building, { spec, path, children }: Placed): object {
  const key = ({ path }: Placed): string => path.at(-1) ?? ROOT;
  const states = children.map((child) => [key(child), buildNode(building, child)] as const);
  const history = spec.history && { history: { id: pastOf(path), type: "history", history: spec.history } };
  const initial = key(choose(children, spec.initial));
  const { initialActions } = spec;
  return {
    states: { ...Object.fromEntries(states), ...history },
    ...(spec.kind === "parallel" && { type: "parallel" }),
    ...(spec.kind === "compound" && {
      initial:
        initialActions.length === 0
          ? initial
          : { target: initial, actions: initialActions.map(building.action) },
    }),
    ...(spec.onDone && { onDone: buildTransition(building, spec.onDone) }),
  };
}

function buildNode(building: Building, placed: Placed): object {
  const { spec, id, parent } = placed;
  const common = {
    ...(spec.hasId && parent && { id }),
    entry: spec.entry.map(building.action),
    exit: spec.exit.map(building.action),
    ...(spec.tag < 3 && { tags: [`t${spec.tag}`, "all"], meta: { tag: spec.tag } }),
  };
  if (isFinal(placed)) return { ...common, type: "final", ...building.output(spec.output) };
  const on = spec.on.map(([event, list]) => {
    const descriptor = choose(descriptors, event);
    const taken = answersRaises(descriptor) ? list.map(calmed) : list;
    return [descriptor, taken.map((one) => buildTransition(building, one))] as const;
  });
  const after = spec.after.map(([delay, transition]) => [delay, buildTransition(building, transition)] as const);
  return {
    ...common,
    on: Object.fromEntries(on),
    ...(spec.always.length > 0 && { always: spec.always.map((one) => buildAlways(building, one)) }),
    ...(after.length > 0 && { after: Object.fromEntries(after) }),
    invoke: buildInvoke(building, placed),
    ...(spec.children.length > 0 && buildChildren(building, placed)),
  };
}

const answersRaises = (descriptor: string): boolean => /^(?:r|q\..*|\*)$/.test(descriptor);

/** Most of the transitions that a raised event takes do not raise it again. */
const calmed = (spec: TransitionSpec): TransitionSpec =>
  spec.reenter ? spec : { ...spec, actions: spec.actions.map((form) => form % quietForms) };

/** A final state ends a compound one; elsewhere it is an ordinary state. */
const isFinal = ({ spec, parent }: Placed): boolean =>
  spec.kind === "final" && parent?.spec.kind === "compound";

/** Microsteps after which a random machine is stopped, by XState and by the host alike. */
const MAX_ITERATIONS = 60;

/** @param watch told of every event that a function of the machine is shown */
export function buildMachine(spec: MachineSpec, watch: Watch): AnyStateMachine {
  const root = place(spec.root, [], undefined, spec.numericKeys);
  const states = below(root).filter((placed) => placed !== root);
  const past = below(root).filter(({ spec: { history, children } }) => history && children.length > 0);
  const targets = [...states.map(({ id }) => id), ...past.map(({ path }) => pastOf(path))];
  const parts = partsFor(watch);
  return parts.createMachine({
    id: ROOT,
    ...parts.context(spec.staticContext),
    ...parts.output(spec.root.output),
    ...buildNode({ ...parts, states, targets }, root),
    options: { maxIterations: MAX_ITERATIONS },
  });
}
