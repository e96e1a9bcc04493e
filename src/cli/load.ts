// Brings a user's scenario or machine in from its file, and refuses what is none.
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { checkOrigin } from "../core/casting.ts";
import { EngineError, type ErrorCode, messageOf } from "../core/error.ts";
import { isMachine } from "../core/machine/internals.ts";
import type { CastMember, Scenario } from "../core/scenario.ts";
import type { Origin } from "../run/manifest.ts";
import { castHash, castScenario, isCastFolder } from "./cast-folder.ts";
import { findEither, findFile, type Kind, listFiles, packagedFile } from "./find.ts";
import { codeHash } from "./sources.ts";
import { isEngineError } from "./wrong-input.ts";

/**
 * Loads a scenario by path or name, or makes one of a folder of personas, which is named with a slash at the end.
 * @throws EngineError SCENARIO_UNKNOWN, SCENARIO_THROWS, SCENARIO_NOT_A_SCENARIO, CAST_INVALID, or its own
 */
export async function loadScenario(query: string): Promise<Scenario> {
  if (isCastFolder(query))
    return castScenario(query, await machineIn(packagedFile("machines", "persona")));
  return scenarioIn(findFile("scenarios", query));
}

/** Where a scenario lies, as a run in a store remembers it. @throws EngineError SCENARIO_UNKNOWN */
export function originOf(query: string): Origin {
  if (isCastFolder(query))
    return { source: `${shownPath(resolve(query)) || "."}/`, code: castHash(query) };
  const file = findFile("scenarios", query);
  const listed = listFiles("scenarios").find((it) => it.file === file);
  return { source: listed?.name ?? shownPath(file), code: codeHash(file) };
}

/** A machine or a scenario, and its file. */
export type Loaded = { readonly file: string } & (
  | { readonly kind: "machine"; readonly machine: CastMember["machine"] }
  | { readonly kind: "scenario"; readonly scenario: Scenario }
);

/**
 * Loads whatever lies at a path, or has a name: a machine, else a scenario.
 * @throws EngineError FILE_UNKNOWN, and as `machineIn` or `scenarioIn`
 */
export async function loadEither(query: string): Promise<Loaded> {
  const { file, kind } = findEither(query);
  const exported = await defaultExportOf(file, kind);
  if (isScenario(exported)) return { kind: "scenario", file, scenario: exported };
  if (kind === "scenarios") return { kind: "scenario", file, scenario: await scenarioIn(file) };
  return { kind: "machine", file, machine: await machineIn(file) };
}

/** @throws EngineError as `loadScenario` */
export async function scenarioIn(file: string): Promise<Scenario> {
  const exported = await defaultExportOf(file, "scenarios");
  if (isScenario(exported)) return exported;
  const problem = `${shownPath(file)} ${kindOfExport(exported)}`;
  const wayOut = 'write "export default defineScenario({ … })"';
  throw new EngineError("SCENARIO_NOT_A_SCENARIO", `${problem}, not a scenario; ${wayOut}`);
}

/**
 * Loads a machine by path or name.
 * @throws EngineError MACHINE_UNKNOWN, and as `machineIn`
 */
export async function loadMachine(query: string): Promise<CastMember["machine"]> {
  return machineIn(findFile("machines", query));
}

/**
 * Loads the machine in a file.
 * @throws EngineError MACHINE_THROWS, MACHINE_INVALID, MACHINE_NOT_A_MACHINE, MACHINE_FOREIGN_XSTATE
 */
export async function machineIn(file: string): Promise<CastMember["machine"]> {
  const exported = await defaultExportOf(file, "machines");
  if (!isMachine(exported)) {
    const problem = `${shownPath(file)} ${kindOfExport(exported)}`;
    const wayOut = 'write "export default setup({ … }).createMachine({ … })"';
    throw new EngineError("MACHINE_NOT_A_MACHINE", `${problem}, not a machine; ${wayOut}`);
  }
  checkOrigin(exported, shownPath(file));
  return exported;
}

const Module = z.looseObject({ default: z.unknown().optional() });

async function defaultExportOf(file: string, kind: Kind): Promise<unknown> {
  let exported: unknown;
  try {
    exported = await import(pathToFileURL(file).href);
  } catch (thrown) {
    if (isEngineError(thrown)) throw thrown;
    throw loadError(thrown, file, kind);
  }
  return Module.parse(exported).default;
}

const THROWS: Readonly<Record<Kind, ErrorCode>> = {
  scenarios: "SCENARIO_THROWS",
  machines: "MACHINE_THROWS",
};

/** What XState says of a transition to a state that does not exist, when the machine is made. */
const UNKNOWN_TARGET = /^Invalid transition definition for state node '(.*)':\s+(.*)$/;

function loadError(thrown: unknown, file: string, kind: Kind): EngineError {
  const message = messageOf(thrown).trim();
  const place = placeOf(thrown) ?? shownPath(file);
  const target = UNKNOWN_TARGET.exec(message);
  if (target !== null) {
    const problem = `${place}: machine at ${target[1]}: unknown target: ${target[2]}`;
    return new EngineError("MACHINE_INVALID", problem, { cause: thrown });
  }
  const [first = ""] = message.split("\n");
  return new EngineError(THROWS[kind], `${place} throws while it is loaded: ${first}`, {
    cause: thrown,
  });
}

/** The folder of the engine's own sources. */
const engineUrl = new URL("..", import.meta.url).href;

/** The first line of user code in a stack: `scenarios/rumour.ts:12:7`. */
function placeOf(thrown: unknown): string | undefined {
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  const places = stack.matchAll(/(file:\/\/[^\s()]+?):(\d+(?::\d+)?)\)?$/gm);
  for (const [, url = "", position] of places) {
    if (url.includes("/node_modules/xstate/") || url.startsWith(engineUrl)) continue;
    if (!URL.canParse(url)) continue;
    return `${shownPath(fileURLToPath(url))}:${position}`;
  }
  return undefined;
}

/** A path as the user would write it. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? file : path;
}

function kindOfExport(exported: unknown): string {
  if (exported === undefined) return "has no default export";
  if (isMachine(exported)) return "exports a machine";
  if (isScenario(exported)) return "exports a scenario";
  return `exports ${exported === null ? "null" : `a ${typeof exported}`}`;
}

/** What `defineScenario` makes, also that of another copy of this package. */
const isScenario = (value: unknown): value is Scenario => ScenarioShape.safeParse(value).success;

const isFunction = (value: unknown): boolean => typeof value === "function";
const ScenarioShape = z.looseObject({
  kind: z.literal("scenario"),
  name: z.string(),
  until: z.number(),
  startAt: z.number(),
  stage: z.custom(isFunction),
  params: z.record(z.string(), z.unknown()),
  metrics: z.record(z.string(), z.custom(isFunction)),
  properties: z.record(z.string(), z.looseObject({ next: z.custom(isFunction) })),
});
