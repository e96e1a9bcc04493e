// Makes the state of a run fit machines that have changed since, by a function of the user's.
import { EngineError, messageOf } from "../core/error.ts";
import { seal } from "../core/json.ts";
import type { SavedState } from "../core/save.ts";

/** Gets a copy of its own, which it may change and give back. */
export type Migrate = (state: SavedState) => SavedState;

const invalid = (problem: string): EngineError =>
  new EngineError("MIGRATION_INVALID", `the migration gives ${problem}`);

/**
 * The state as a migration makes it, frozen; the given one stays as it is.
 * @throws EngineError MIGRATION_THROWS
 * @throws EngineError MIGRATION_INVALID with agent and path when it gives no state with these agents
 */
export function migrateState(migrate: Migrate, state: SavedState): SavedState {
  const migrated = callMigration(migrate, JSON.parse(JSON.stringify(state)));
  checkWhole(migrated, state);
  const problem = seal(migrated, "");
  if (problem !== undefined) {
    throw invalid(`${problem.problem} in ${placeIn(state, problem.path)}; keep plain JSON`);
  }
  return migrated;
}

function callMigration(migrate: Migrate, copy: SavedState): SavedState {
  try {
    return migrate(copy);
  } catch (thrown) {
    const problem = `the migration throws: ${messageOf(thrown)}`;
    throw new EngineError("MIGRATION_THROWS", problem, { cause: thrown });
  }
}

function checkWhole(migrated: unknown, { version, agents, ...rest }: SavedState): void {
  if (typeof migrated !== "object" || migrated === null) {
    throw invalid(`${migrated === null ? "null" : typeof migrated}; return the whole state`);
  }
  const given = new Map<string, unknown>(Object.entries(migrated));
  const missing = Object.keys(rest).find((key) => !given.has(key));
  if (missing !== undefined) throw invalid(`no "${missing}"; return the whole state`);
  if (given.get("version") !== version) {
    throw invalid(`version ${given.get("version")}; leave it at ${version}, the engine's own`);
  }
  const list: readonly unknown[] = [given.get("agents")].flat();
  const expected = [...agents.map(({ agent }) => agent), undefined];
  const odd = expected.findIndex((agent, index) => addressOf(list[index]) !== agent);
  if (odd < 0) return;
  const [found = "nobody", wanted = "nobody"] = [addressOf(list[odd]), expected[odd]];
  throw invalid(`${found} at agents[${odd}]; that is the place of ${wanted}`);
}

const addressOf = (agent: unknown): unknown =>
  typeof agent === "object" && agent !== null && "agent" in agent ? agent.agent : undefined;

/** `snapshot.context.since of agent:ada` for a path that begins `.agents[0]`. */
function placeIn({ agents }: SavedState, path: string): string {
  const [, index, inner] = /^\.agents\[(\d+)\]\.(.*)$/s.exec(path) ?? [];
  return index === undefined ? path.slice(1) : `${inner} of ${agents[Number(index)]?.agent}`;
}
