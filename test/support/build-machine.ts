// Builds XState machines from the plain data of random-machine.ts.
import type { AnyStateMachine } from "xstate";
import { type Parts, partsFor, quietForms, remarks } from "./machine-forms.ts";
import { descriptors, type Watch } from "./machine-vocabulary.ts";
import type { AlwaysSpec, MachineSpec, NodeSpec, TransitionSpec } from "./random-machine.ts";

/** A state on its way into the machine: where it lies and how it is called. */
interface Placed {
  readonly spec: NodeSpec;
  readonly path: readonly string[];
  readonly id: string;
  readonly parent: Placed | undefined;
  readonly children: readonly Placed[];
}

const ROOT = "root";

function place(
  spec: NodeSpec,
  path: readonly string[],
  parent: Placed | undefined,
  numeric: boolean,
): Placed {
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

type Aim = Pick<TransitionSpec, "target" | "second">;

function targetOf(building: Building, { target, second }: Aim): object {
  if (target === undefined) return {};
  const id = choose(building.targets, target);
  const first = building.states.find((state) => state.id === id);
  const other = choose(building.states, second);
  if (first === undefined || !canCoexist(first, other)) return { target: `#${id}` };
  return { target: [`#${id}`, `#${other.id}`] };
}

function buildTransition(building: Building, spec: TransitionSpec): object {
  const { guard, reenter } = spec;
  const ids = building.states.map(({ id }) => id);
  return {
    ...(reenter && { reenter }),
    ...targetOf(building, spec),
    ...(guard && { guard: building.guard(guard.form, choose(ids, guard.k), guard.k) }),
    ...(spec.actions.length > 0 && { actions: spec.actions.map(building.action) }),
  };
}

function buildAlways(building: Building, { target, guard, remark, onward }: AlwaysSpec): object {
  const remarked = choose(remarks, remark);
  if (!onward)
    return {
      guard: building.guard(guard.form, choose(building.targets, 0), guard.k),
      actions: remarked,
    };
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
  const initial = key(choose(children, spec.initial));
  const history = spec.history && {
    history: {
      id: pastOf(path),
      type: "history",
      history: spec.history,
      ...(spec.kind === "compound" && spec.tag < 2 && { target: key(choose(children, spec.tag)) }),
    },
  };
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
  const after = spec.after.map(
    ([delay, transition]) => [delay, buildTransition(building, transition)] as const,
  );
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
  const past = below(root).filter(
    ({ spec: { history, children } }) => history && children.length > 0,
  );
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
