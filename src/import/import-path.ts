// Agents of Puppet Engine v1 below a path: which files there are, which belong together, and what each becomes.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { EngineError, messageOf } from "../core/error.ts";
import { WORLD } from "../core/event.ts";
import { ID } from "../core/scenario.ts";
import { EVERYONE } from "../core/targets.ts";
import { type Persona, readPersona } from "../persona/persona.ts";
import { type AgentFiles, type ImportedAgent, importAgent } from "./agent.ts";
import { importInvalid, readJson } from "./json-file.ts";
import { type Fields, isFields, isForbidden } from "./paths.ts";
import { isV1Agent } from "./recognise.ts";

/** What a file is. */
type Source =
  | {
      readonly kind: "agent" | "memory";
      readonly file: string;
      readonly id: string;
      readonly fields: Fields;
    }
  | { readonly kind: "unneeded"; readonly file: string; readonly why: string };

export interface Imported {
  /** By id. */
  readonly agents: readonly ImportedAgent[];
  /** Files that say nothing about an agent. */
  readonly unneeded: readonly { readonly file: string; readonly why: string }[];
}

/** So many files of a folder are read, at most. */
const MAX_FILES = 10_000;

/**
 * Reads v1 agents and their memories.
 * @param path a file, a folder of files, or a checkout of v1
 * @throws EngineError IMPORT_INVALID
 */
export function importPath(path: string): Imported {
  const sources = filesAt(path).map((file) => sourceOf(file, readJson(file)));
  const agents = importAll(sources);
  if (agents.length === 0)
    throw importInvalid(path, "no agent in it; name an agent file, or a folder with some");
  return { agents: agents.sort(byId), unneeded: sources.filter((it) => it.kind === "unneeded") };
}

function importAll(sources: readonly Source[]): ImportedAgent[] {
  const all = [...together(sources).values()];
  const ids = new Map(all.map(({ v1Id, id }) => [v1Id, id]));
  return all.map((files) => withIds(importAgent(files), ids));
}

/** Relationships are with ids, and some ids are written otherwise now. */
function withIds(agent: ImportedAgent, ids: ReadonlyMap<string, string>): ImportedAgent {
  const { persona } = agent;
  const relationships = Object.entries(persona.initialMemory.relationships).map(
    ([id, it]) => [ids.get(id) ?? id, it] as const,
  );
  const initialMemory = {
    ...persona.initialMemory,
    relationships: Object.fromEntries(relationships),
  };
  return { ...agent, persona: { ...persona, initialMemory } };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;

/** One who takes part in a run. */
export interface Person {
  readonly id: string;
  readonly persona: Persona;
}

/**
 * Reads the personas of a folder: files of personas, and v1 agents with their memories. Who is not active stays away.
 * @throws EngineError CAST_INVALID, IMPORT_INVALID, PERSONA_INVALID
 */
export function readCast(folder: string): readonly Person[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw castInvalid(folder, `no folder of this name (from ${process.cwd()})`);
  const files = filesAt(folder).map((file) => ({ file, value: readJson(file) }));
  const own = files.filter(({ file, value }) => isPersona(file, value));
  const sources = files.filter((it) => !own.includes(it)).map((it) => sourceOf(it.file, it.value));
  const people = [
    ...own.map(({ file, value }) => personIn(file, value)),
    ...importAll(sources).map(({ id, persona }) => ({ id, persona })),
  ];
  checkTwice(people.map(({ id }) => id));
  const active = people.filter(({ persona }) => persona.isActive !== false).sort(byId);
  if (active.length === 0) throw castInvalid(folder, "nobody in it who takes part");
  return active;
}

const castInvalid = (folder: string, problem: string): EngineError =>
  new EngineError("CAST_INVALID", `"${folder}": ${problem}; name a folder of persona files`);

/** Whether a file is of this version, or may be. */
const isPersona = (file: string, value: unknown): boolean =>
  isFields(value) && !isMemory(value) && !isProcessed(file) && !isV1Agent(value);

function personIn(file: string, value: unknown): Person {
  const persona = readPersona(value, file);
  const given = typeof persona.id === "string" ? persona.id : basename(file, ".json");
  return { id: checkedId(file, given), persona };
}

/** JSON files: the one that is named, or those of a folder and of the folders that v1 has. */
function filesAt(path: string): readonly string[] {
  if (!existsSync(path))
    throw importInvalid(path, `no file or folder (from ${process.cwd()}); name one that is there`);
  if (!statSync(path).isDirectory()) return [path];
  const isCheckout = existsSync(join(path, "config/agents"));
  const folders = isCheckout
    ? ["config/agents", "data/memories"]
    : ["", "agents", "memories", "data/memories"];
  const files = folders.flatMap((folder) => jsonIn(join(path, folder)));
  const processed = join(path, "data", PROCESSED);
  const all = existsSync(processed) ? [...files, processed] : files;
  if (all.length > MAX_FILES)
    throw importInvalid(path, `${all.length} files, and up to ${MAX_FILES} are read; split them`);
  return all;
}

function jsonIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return namesIn(folder)
    .filter((name) => name.endsWith(".json") && !name.startsWith("."))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort();
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    throw importInvalid(folder, `cannot be read: ${messageOf(thrown)}; name another folder`);
  }
}

const PROCESSED = "processed_tweets.json";
const isProcessed = (file: string): boolean => basename(file) === PROCESSED;
const PROCESSED_WHY =
  "tweets that v1 had answered, so as not to answer them twice; a run keeps that in its own state";

function sourceOf(file: string, value: unknown): Source {
  if (isProcessed(file)) return { kind: "unneeded", file, why: PROCESSED_WHY };
  if (!isFields(value)) throw importInvalid(file, "is no object; name an agent or a memory file");
  if (isMemory(value)) {
    return { kind: "memory", file, id: String(value.agentId ?? value.agent_id), fields: value };
  }
  const { id } = value;
  if (typeof id !== "string" || id === "") throw importInvalid(file, 'has no "id"; give it one');
  return { kind: "agent", file, id, fields: value };
}

const isMemory = (fields: Fields): boolean =>
  fields.id === undefined && (fields.agentId ?? fields.agent_id) !== undefined;

/** The files of each agent, by its id. @throws EngineError IMPORT_INVALID for a bad id, and one that comes twice */
function together(sources: readonly Source[]): ReadonlyMap<string, AgentFiles> {
  const found = sources.filter((source) => source.kind !== "unneeded");
  const byAgent = Map.groupBy(found, ({ file, id }) => checkedId(file, id));
  return new Map([...byAgent].map(([id, own]) => [id, filesOf(id, own)]));
}

function filesOf(id: string, own: readonly Exclude<Source, { kind: "unneeded" }>[]): AgentFiles {
  const [agent, second] = own.filter(({ kind }) => kind === "agent");
  if (agent !== undefined && second !== undefined) throw twice(id, agent.file, second.file);
  return {
    id,
    v1Id: own[0]?.id ?? id,
    ...(agent && { agent }),
    memories: own.filter(({ kind }) => kind === "memory"),
  };
}

function checkTwice(ids: readonly string[]): void {
  const second = ids.find((id, i) => ids.indexOf(id) !== i);
  if (second !== undefined)
    throw new EngineError("AGENT_ID_DUPLICATE", `agent id "${second}" is in two files; rename one`);
}

const twice = (id: string, ...files: readonly string[]): EngineError =>
  importInvalid(files.join(" and "), `both have the id "${id}"; give one another id`);

const MAX_SHOWN = 80;
/** Addresses that are no agent's. */
const NOT_AGENTS = new Set([WORLD, EVERYONE]);

/** An id as the engine takes it: v1 had no rule. @throws EngineError IMPORT_INVALID */
function checkedId(file: string, given: string): string {
  const id = smallId(given);
  const isPath = /[/\\]|\.\./.test(given) || isForbidden(given);
  if (!isPath && ID.test(id) && !NOT_AGENTS.has(id)) return id;
  const shown = given.slice(0, MAX_SHOWN);
  const rule = "ids are a-z, 0-9, _ and -, begin with a letter, have up to 64 characters";
  throw importInvalid(file, `id "${shown}"; ${rule}`);
}

/** In small letters, with a hyphen for blanks and dots. */
const smallId = (id: string): string =>
  id
    .trim()
    .toLowerCase()
    .replace(/[\s.]+/g, "-");
