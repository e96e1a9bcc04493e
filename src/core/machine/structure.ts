// What a machine is, as data: all that stands in its config, as XState has resolved it. Two machines of one structure
// differ at most in what their functions compute.
import { effectOf } from "../effect.ts";
import type { MachineParts, Node, Transition } from "./internals.ts";
import { actionLabel, guardLabel, literal, type Note } from "./label.ts";
import type { PreparedMachine } from "./prepare.ts";

/** A way in which a state takes an event: of several the first whose guard holds. */
export interface Choice {
  readonly guard?: string;
  /** Ids; left out where the transition has no target. */
  readonly targets?: readonly string[];
  readonly actions: readonly string[];
  readonly reenter: boolean;
}

/**
 * A state of a machine. Guards, actions, inputs and outputs are texts: a name with its params, or what a creator of
 * XState was given; a function in them reads `inline`.
 */
export interface StateStructure {
  readonly id: string;
  /** What it is called in the value of a snapshot. */
  readonly key: string;
  readonly type: Node["type"];
  /** Ids of the states in it; of regions in their order, which decides who acts first. */
  readonly states: readonly string[];
  readonly initial: readonly string[];
  readonly initialActions: readonly string[];
  readonly history?: "shallow" | "deep";
  /** Where a history leads that has no past, as written. */
  readonly target?: string;
  readonly entry: readonly string[];
  readonly exit: readonly string[];
  /** Names or milliseconds, in the order in which they are started. */
  readonly after: readonly string[];
  /** By event, sorted: XState prefers the more exact one, wherever it stands. `always` has an empty one. */
  readonly on: readonly { readonly event: string; readonly choices: readonly Choice[] }[];
  /** Source, effect, id and input. */
  readonly invoke: readonly string[];
  readonly tags: readonly string[];
  readonly output?: string;
}

/** Plain JSON. */
export interface MachineStructure {
  readonly version?: string;
  /** Each before those in it. */
  readonly states: readonly StateStructure[];
}

/** Told of the text of each inline function, with the state and the place in it. */
type See = (place: string, functionText: string) => void;

/** The same for the same machine from TypeScript and from the built package, however its code is laid out. */
export function structureOf({ parts }: PreparedMachine): MachineStructure {
  return describe(parts, () => undefined);
}

/**
 * The functions of a machine as texts without layout, by `guards.NAME`, `actions.NAME`, `delays.NAME` and `context`,
 * the inline ones by `inline.STATE on EVENT` and the like. What they call and what they were made with is not in them.
 */
export function functionsOf({ parts }: PreparedMachine): Readonly<Record<string, string>> {
  const texts = new Map<string, string>();
  const add = (place: string, text: string): void => {
    texts.set(place, `${texts.get(place) ?? ""}${text}\n`);
  };
  describe(parts, (place, text) => add(`inline.${place}`, text));
  const { guards, actions, delays } = parts.implementations;
  const { context } = parts.config;
  const kinds = [
    { kind: "guards.", members: guards, label: guardLabel },
    { kind: "actions.", members: actions, label: actionLabel },
    { kind: "delays.", members: delays, label: literal },
    { kind: "", members: { context }, label: literal },
  ];
  for (const { kind, members, label } of kinds) {
    for (const [name, member] of Object.entries(members)) {
      const note: Note = (text) => add(`${kind}${name}`, text);
      note(label(member, note));
    }
  }
  return Object.fromEntries(texts);
}

function describe(parts: MachineParts, see: See): MachineStructure {
  const { version } = parts.config;
  return {
    ...(version !== undefined && { version: String(version) }),
    states: withInner(parts.root).map((node) => describeState(parts, node, see)),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function statesOf({ type, states }: Node): readonly Node[] {
  const inner = Object.values(states);
  return type === "parallel" ? inner : inner.sort((a, b) => byText(a.id, b.id));
}

const withInner = (node: Node): readonly Node[] => [node, ...statesOf(node).flatMap(withInner)];

function describeState(parts: MachineParts, node: Node, see: See): StateStructure {
  const { id, key, type, config, initial } = node;
  const after = delaysOf(node);
  const actionsAt = (place: string, actions: readonly unknown[]): readonly string[] =>
    actions.map((action) => actionLabel(action, (text) => see(`${id} ${place}`, text)));
  // Each delay has added its own raise to the end of the entry actions, and its cancel to the exit actions.
  const own = (actions: readonly unknown[]) => actions.slice(0, actions.length - after.length);
  const first = type === "compound" ? initial : undefined;
  const output = type === "final" || node === parts.root ? config.output : undefined;
  return {
    id,
    key,
    type,
    states: idsOf(statesOf(node)),
    initial: idsOf(first?.target),
    initialActions: actionsAt("initial", first?.actions ?? []),
    ...(type === "history" && { history: config.history === "deep" ? "deep" : "shallow" }),
    ...(type === "history" && config.target !== undefined && { target: String(config.target) }),
    entry: actionsAt("entry", own(node.entry)),
    exit: actionsAt("exit", own(node.exit)),
    after,
    on: describeEvents(node, after, see),
    invoke: describeInvokes(parts, node, see),
    tags: [...node.tags].sort(byText),
    ...(output !== undefined && {
      output: literal(output, (text) => see(`${id} output`, text)),
    }),
  };
}

const idsOf = (nodes: readonly Node[] = []): readonly string[] => nodes.map(({ id }) => id);

/** As XState reads them: `"1e3"` is a thousand. */
const delaysOf = ({ config }: Node): readonly string[] =>
  Object.keys(config.after ?? {}).map((delay) =>
    Number.isNaN(Number(delay)) ? delay : String(Number(delay)),
  );

function describeEvents(node: Node, after: readonly string[], see: See): StateStructure["on"] {
  const all = new Map<string, readonly Transition[]>([
    // A timer that leads nowhere fires all the same.
    ...after.map((delay) => [`xstate.after.${delay}.${node.id}`, []] as const),
    ...node.transitions,
    ...(node.always ? [["", node.always] as const] : []),
  ]);
  return [...all]
    .sort(([a], [b]) => byText(a, b))
    .map(([event, choices]) => ({
      event,
      choices: choices.map((choice) =>
        describeChoice(choice, (text) => see(`${node.id} ${placeOf(event, node.id)}`, text)),
      ),
    }));
}

function describeChoice(transition: Transition, note: Note): Choice {
  const { guard, target, actions } = transition;
  return {
    ...(guard !== undefined && { guard: guardLabel(guard, note) }),
    ...(target && { targets: idsOf(target) }),
    actions: actions.map((action) => actionLabel(action, note)),
    reenter: "reenter" in transition && transition.reenter === true,
  };
}

function describeInvokes(
  { implementations }: MachineParts,
  node: Node,
  see: See,
): readonly string[] {
  return node.invoke.map((invocation) => {
    const { src, id } = invocation;
    const effect = effectOf(implementations.actors[String(src)])?.name;
    const note: Note = (text) => see(`${node.id} input of ${id}`, text);
    const input = "input" in invocation ? ` with ${literal(invocation.input, note)}` : "";
    return `${src} (${effect}) as ${id}${input}`;
  });
}

/**
 * How a config says when a transition is taken: `on mentioned`, `after 1000`, `always`, `onDone of ID`.
 * @param event as XState calls it
 * @param state the id of the state that takes it
 */
export function placeOf(event: string, state: string): string {
  if (event === "") return "always";
  if (event === `xstate.done.state.${state}`) return "onDone";
  const timer = event.endsWith(`.${state}`) ? event.slice(0, -state.length - 1) : "";
  if (timer.startsWith("xstate.after.")) return timer.slice("xstate.".length).replace(".", " ");
  return event
    .replace(/^(?!xstate\.(?:done|error)\.actor\.)/, "on ")
    .replace(/^xstate\.done\.actor\./, "onDone of ")
    .replace(/^xstate\.error\.actor\./, "onError of ");
}
