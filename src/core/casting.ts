// Who takes part in a run: the members of a cast checked, their machines made ready.
import { StateMachine } from "xstate";
import { EngineError, messageOf } from "./error.ts";
import { WORLD } from "./event.ts";
import { seal } from "./json.ts";
import { isMachine } from "./machine/internals.ts";
import { type PreparedMachine, prepareMachine } from "./machine/prepare.ts";
import { ID, invalid, type Member, type Scenario, type Staging } from "./scenario.ts";
import { EVERYONE } from "./targets.ts";

/** The most agents of a population. */
export const MAX_AGENTS = 10_000_000;

/** An agent to be: its machine is ready. */
export interface Role {
  readonly id: string;
  readonly machine: PreparedMachine;
  readonly input: unknown;
  /** Brought in by a fork: the scenario does not know it. */
  readonly isNewcomer?: true;
}

/**
 * Everyone who is cast, named or by number.
 * @param size of the population, where it is not the scenario's own
 * @throws EngineError for a member without a machine, a bad or double id, and a size that is none
 */
export function castMembers(
  scenario: Scenario,
  staging: Staging,
  size: number | undefined,
): { readonly members: readonly Member[]; readonly ids: ReadonlySet<string> } {
  const members = [...namedMembers(scenario, staging), ...population(scenario, staging, size)];
  return { members, ids: checkIds(scenario, members) };
}

/**
 * The roles by id. Each machine is checked and made ready once.
 * @throws EngineError for a machine that the host cannot run, and a persona that is no JSON
 */
export function rolesOf(scenario: Scenario, members: readonly Member[]): readonly Role[] {
  const machines = new Map<unknown, PreparedMachine>();
  const roles = members.map((member) => makeRole(scenario, member, machines));
  for (const { machine, input } of roles.slice(0, MAX_PROBES)) probeContext(machine, input);
  return roles.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Runs a function of the user's that belongs to no agent: what it throws is wrong input. */
export function guarded<Result>(scenario: Scenario, place: string, call: () => Result): Result {
  try {
    return call();
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    const problem = `scenario "${scenario.name}" throws in ${place}: ${messageOf(thrown)}`;
    throw new EngineError("SCENARIO_THROWS", problem, { cause: thrown });
  }
}

const namedMembers = (scenario: Scenario, { agents = {} }: Staging): readonly Member[] =>
  Object.entries(agents).map(([id, member]) => {
    checkCast(scenario, id, member?.machine);
    return { id, ...member };
  });

function checkCast(scenario: Scenario, id: unknown, machine: unknown): void {
  const shown = String(id).slice(0, 80);
  if (!isMachine(machine)) {
    throw invalid(scenario.name, `agent "${shown}" has no machine; write cast(machine, persona)`);
  }
  checkOrigin(machine, `agent "${shown}"`);
}

/**
 * Another copy of XState has other classes, ids and versions: its machines would run, but not as tested.
 * @throws EngineError MACHINE_FOREIGN_XSTATE
 */
export function checkOrigin(machine: { readonly id: string }, place: string): void {
  if (machine instanceof StateMachine) return;
  const problem = `${place}: machine "${machine.id}" was made by another copy of xstate`;
  const wayOut =
    'import it as "xstate", and where the engine is a library, install its version of xstate';
  throw new EngineError("MACHINE_FOREIGN_XSTATE", `${problem}; ${wayOut}`);
}

function population(
  scenario: Scenario,
  staging: Staging,
  given: number | undefined,
): readonly Member[] {
  if (staging.population === undefined) {
    if (given === undefined) return [];
    const problem = `"${scenario.name}" has a fixed cast; leave --agents out`;
    throw new EngineError("SCENARIO_FIXED_CAST", problem);
  }
  const { member, size: usual } = staging.population;
  const size = given ?? usual;
  if (!Number.isInteger(size) || size < 1 || size > MAX_AGENTS) {
    throw new EngineError("AGENTS_INVALID", `${size} agents; give 1 to ${MAX_AGENTS}`);
  }
  return Array.from({ length: size }, (_, index) => {
    const made = guarded(scenario, `population.member(${index})`, () => member(index, size));
    checkCast(scenario, made?.id, made?.machine);
    return made;
  });
}

function checkIds(scenario: Scenario, members: readonly Member[]): ReadonlySet<string> {
  if (members.length === 0)
    throw invalid(scenario.name, "nobody is cast; give agents or a population");
  const ids = new Set<string>();
  for (const { id } of members) {
    checkId(id);
    if (ids.has(id)) throw new EngineError("AGENT_ID_DUPLICATE", `agent id "${id}" is cast twice`);
    ids.add(id);
  }
  return ids;
}

/** @throws EngineError AGENT_ID_INVALID */
export function checkId(id: unknown): void {
  if (typeof id === "string" && ID.test(id) && id !== WORLD && id !== EVERYONE) return;
  const shown = String(id).slice(0, 80);
  const rule = "ids are a-z, 0-9, _ and -, begin with a letter, have up to 64 characters";
  throw new EngineError("AGENT_ID_INVALID", `agent id "${shown}"; ${rule}`);
}

function makeRole(
  scenario: Scenario,
  { id, machine, input }: Member,
  machines: Map<unknown, PreparedMachine>,
): Role {
  let prepared = machines.get(machine);
  prepared ??= prepareMachine(machine, machine.id);
  machines.set(machine, prepared);
  const problem = seal(input ?? null, `agents.${id}`);
  if (problem !== undefined) {
    throw invalid(scenario.name, `${problem.path} is ${problem.problem}; a persona is plain JSON`);
  }
  return { id, machine: prepared, input };
}

/** So many members are tried at the start; one of a larger population fails by itself. */
const MAX_PROBES = 1000;
/** A cycle has a path without end. */
const MAX_PATH = 60;

/**
 * Tries the context of a member: one that is no JSON, or refuses its persona, would fail the agent at its start.
 * A function that throws anything else may want what only a run has, and that is left to supervision.
 * @throws EngineError CONTEXT_NOT_JSON, or what the function throws of its own
 */
export function probeContext({ id, parts }: PreparedMachine, input: unknown): void {
  const { context } = parts.config;
  if (typeof context !== "function") return;
  let made: unknown;
  try {
    made = context({ input, self: undefined, spawn: undefined });
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    return;
  }
  const problem = seal(made, "context");
  if (problem === undefined) return;
  const { path } = problem;
  const place = path.length > MAX_PATH ? `${path.slice(0, MAX_PATH)}…` : path;
  const message = `machine "${id}" at ${place}: ${problem.problem} does not survive JSON; keep plain data`;
  throw new EngineError("CONTEXT_NOT_JSON", message);
}
