// What the host refuses when a machine is loaded, each with its path: better here than lost at run time.
import { effectOf } from "../effect.ts";
import { EngineError } from "../error.ts";
import { seal } from "../json.ts";
import {
  isActionCreation,
  isGuardCreation,
  type MachineParts,
  type Node,
  nodesOf,
  type Transition,
} from "./internals.ts";

interface Place {
  readonly parts: MachineParts;
  readonly name: string;
  readonly path: string;
  readonly problems: EngineError[];
}

function refuse({ name, path, problems }: Place, problem: string): void {
  const error = new EngineError("MACHINE_INVALID", `machine "${name}" at ${path}: ${problem}`);
  // A delay that is undeclared is missed where it stands and where it is raised.
  if (problems.every(({ message }) => message !== error.message)) problems.push(error);
}

/** @throws EngineError MACHINE_INVALID or CONTEXT_NOT_JSON; the message names machine, path and way out */
export function checkMachine(parts: MachineParts, name: string): void {
  const [first] = problemsOf(parts, name);
  if (first !== undefined) throw first;
}

/** Everything that `checkMachine` refuses, in document order. */
export function problemsOf(parts: MachineParts, name: string): readonly EngineError[] {
  const problems: EngineError[] = [];
  const place = (path: string): Place => ({ parts, name, path, problems });
  checkStaticContext(place("context"));
  for (const [key, logic] of Object.entries(parts.implementations.actors)) {
    if (effectOf(logic) === undefined) {
      refuse(place(`actors.${key}`), "not an effect; only perform(EFFECT) can be invoked");
    }
  }
  checkDelayValues(parts, place("delays"));
  for (const [key, guard] of Object.entries(parts.implementations.guards)) {
    checkGuard(guard, place(`guards.${key}`));
  }
  for (const [key, action] of Object.entries(parts.implementations.actions)) {
    checkAction(action, place(`actions.${key}`));
  }
  for (const node of nodesOf(parts)) checkNode(node, place(node.id));
  return problems;
}

function checkStaticContext({ parts, name, problems }: Place): void {
  const { context } = parts.config;
  if (context === undefined || typeof context === "function") return;
  const problem = seal(context, "context");
  if (problem === undefined) return;
  const message = `machine "${name}" at ${problem.path}: ${problem.problem} does not survive JSON; keep plain data`;
  problems.push(new EngineError("CONTEXT_NOT_JSON", message));
}

function checkDelayValues(parts: MachineParts, place: Place): void {
  for (const [key, delay] of Object.entries(parts.implementations.delays)) {
    if (typeof delay === "function") continue;
    if (typeof delay !== "number" || !Number.isFinite(delay)) {
      refuse(place, `delay "${key}" is ${String(delay)}; give milliseconds or a function`);
    }
  }
}

function checkNode(node: Node, place: Place): void {
  if (node.config.route !== undefined) refuse(place, "routes are not supported; use events");
  for (const delay of Object.keys(objectOf(node.config.after))) checkDelayName(delay, place);
  for (const invocation of node.invoke) checkInvocation(node, invocation, place);
  for (const action of [...node.entry, ...node.exit]) checkAction(action, place);
  if (node.type !== "history" && node.initial) checkTransition(node.initial, place);
  for (const [descriptor, transitions] of node.transitions) {
    const at = { ...place, path: `${place.path} on ${descriptor}` };
    for (const transition of transitions) checkTransition(transition, at);
  }
  for (const transition of node.always ?? []) {
    const at = { ...place, path: `${place.path} always` };
    checkTransition(transition, at);
    checkNoDraw(transition.guard, at);
  }
}

function checkInvocation(node: Node, invocation: Node["invoke"][number], place: Place): void {
  const configs = [node.config.invoke].flat().map(objectOf);
  const own = configs.find(({ src }) => src === invocation.src);
  if (typeof own?.src !== "string") {
    refuse(place, "invoke of an unnamed actor; name it in setup({ actors })");
  } else if (place.parts.implementations.actors[own.src] === undefined) {
    refuse(place, `unknown actor "${own.src}"; declare it in setup({ actors })`);
  }
  if (invocation.onSnapshot !== undefined) refuse(place, "onSnapshot; an effect has one reply");
  if (invocation.systemId !== undefined) refuse(place, "systemId; agents have addresses");
}

function checkTransition(transition: Transition, place: Place): void {
  if (transition.guard !== undefined) checkGuard(transition.guard, place);
  for (const action of transition.actions) checkAction(action, place);
}

const typeOf = (named: unknown): unknown =>
  typeof named === "string" ? named : objectOf(named).type;

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** Actions that the host cannot take, and what to do instead. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  "xstate.spawnChild": "spawnChild; invoke an effect instead",
  "xstate.stopChild": "stopChild; leave the state that invokes the effect instead",
  "xstate.sendTo": "sendTo; reach other agents with tell()",
};

function checkAction(action: unknown, place: Place): void {
  if (!isActionCreation(action)) {
    if (typeof action === "function") return;
    const type = typeOf(action);
    if (typeof type !== "string") {
      refuse(place, `action ${String(action)}; give a name or a function`);
    } else if (!Object.hasOwn(place.parts.implementations.actions, type)) {
      refuse(place, `unknown action "${type}"; declare it in setup({ actions })`);
    }
    return;
  }
  const unsupported = UNSUPPORTED[action.type ?? ""];
  // `after` adds its own raise and cancel to a node, already checked by its name.
  if (unsupported !== undefined) refuse(place, unsupported);
  if (action.type === "xstate.raise" && typeof action.delay === "string") {
    checkDelayName(action.delay, place);
  }
}

function checkDelayName(delay: string, place: Place): void {
  if (Number.isFinite(Number(delay)) || delay === "") return;
  if (Object.hasOwn(place.parts.implementations.delays, delay)) return;
  refuse(
    place,
    `undeclared delay "${delay}", which would fire at once; declare it in setup({ delays })`,
  );
}

function checkGuard(guard: unknown, place: Place): void {
  if (!isGuardCreation(guard)) {
    const type = typeOf(guard);
    if (typeof type !== "string") {
      refuse(place, `guard ${String(guard)}; give a name or a function`);
    } else if (!Object.hasOwn(place.parts.implementations.guards, type)) {
      refuse(place, `unknown guard "${type}"; declare it in setup({ guards })`);
    }
    return;
  }
  for (const inner of guard.guards ?? []) checkGuard(inner, place);
}

/**
 * An `always` guard sees the last event again: a coin would be tossed twice with one result, and any event
 * that is not for it would toss it anew. Only what stands in the guard's own text can be seen here.
 */
function checkNoDraw(guard: unknown, place: Place): void {
  const named = isGuardCreation(guard)
    ? guard
    : place.parts.implementations.guards[String(typeOf(guard))];
  if (!isGuardCreation(named)) return;
  for (const inner of named.guards ?? []) checkNoDraw(inner, place);
  if (/\bdraw\s*\(/.test(Function.prototype.toString.call(named))) {
    refuse(place, "a draw in an always guard; draw in an action, keep the number, and compare it");
  }
}
