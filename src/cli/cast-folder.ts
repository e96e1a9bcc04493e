// A folder of personas as a scenario: a week in which nothing comes from outside.
import { hash } from "node:crypto";
import { basename, resolve } from "node:path";
import type { Entry } from "../core/event.ts";
import { canonical } from "../core/json.ts";
import { pick, rootKey } from "../core/random.ts";
import { type CastMember, cast, defineScenario, ID, type Scenario } from "../core/scenario.ts";
import { days } from "../core/time.ts";
import { type Person, readCast } from "../import/import-path.ts";
import type { Source } from "../run/pack.ts";
import type { PackedSources } from "./packed-sources.ts";

/** How such a scenario is named: by its folder, with a slash at the end. */
export const isCastFolder = (query: string): boolean => query.endsWith("/");

/** Up to so many follow everyone. */
const MAX_ALL = 30;
/** In a larger cast: neighbours in the order of ids, on either side, and others by chance. */
const NEIGHBOURS = 6;
const FAR = 4;

/**
 * The scenario of a folder.
 * @param machine that all of them run
 * @throws EngineError CAST_INVALID, IMPORT_INVALID, PERSONA_INVALID, AGENT_ID_DUPLICATE
 */
export function castScenario(folder: string, machine: CastMember["machine"]): Scenario {
  const people = readCast(folder);
  return defineScenario({
    name: nameOf(folder),
    question: "What do they make of a week in which nothing comes from outside?",
    until: days(7),
    agents: Object.fromEntries(people.map(({ id, persona }) => [id, cast(machine, persona)])),
    follows: followsOf(people),
    metrics: {
      posts: (journal) => written(journal).length,
      /** Of the posts, those that answer somebody. */
      replies: (journal) => written(journal).filter((it) => "replyTo" in it).length,
    },
  });
}

/** Hash of who takes part, 64 hex digits; the machine is in the record of a run anyway. */
export const castHash = (folder: string): string =>
  hash("sha256", canonical(readCast(folder)), "hex");

/** The personas as they go into a pack: without what v1 files have besides. */
export function packedCast(folder: string): PackedSources {
  const name = nameOf(folder);
  const sources = readCast(folder).map(({ id, persona }): Source => {
    const text = `${JSON.stringify({ ...persona, id }, null, 2)}\n`;
    return { path: `${name}/${id}.json`, content: Buffer.from(text) };
  });
  const paths = sources.map(({ path }) => path);
  return { scenario: paths[0] ?? name, paths, sources, leftOut: [] };
}

const UNNAMED = "cast";
const MAX_NAME = 64;

/** The name of the folder, as names of scenarios are. */
function nameOf(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, MAX_NAME);
  return ID.test(name) ? name : UNNAMED;
}

/** A few follow everyone; of many, each follows some neighbours, some others, and whom it knows from before. */
function followsOf(people: readonly Person[]): Readonly<Record<string, readonly string[]>> {
  const ids = people.map(({ id }) => id);
  const everyone = new Set(ids);
  const entries = people.map(({ id, persona }, at) => {
    const known = Object.keys(persona.initialMemory.relationships);
    const followed = ids.length <= MAX_ALL ? ids : [...known, ...someOf(ids, at)];
    const others = followed.filter((other) => other !== id && everyone.has(other));
    return [id, [...new Set(others)]] as const;
  });
  return Object.fromEntries(entries);
}

/** A ring with short cuts: Watts and Strogatz, Collective dynamics of small-world networks (Nature 393, 1998). */
function someOf(ids: readonly string[], at: number): readonly string[] {
  const near = Array.from({ length: NEIGHBOURS }, (_, i) => i + 1).flatMap((step) => [step, -step]);
  const neighbours = near.map((step) => ids.at((at + step) % ids.length) ?? "");
  const key = rootKey(`follows ${ids[at]}`);
  const far = Array.from({ length: FAR }, (_, i) => pick(key, `far ${i}`, ids) ?? "");
  return [...neighbours, ...far];
}

/** What was sent to be posted. */
function written(journal: readonly Entry[]): readonly object[] {
  return journal
    .flatMap(({ requests }) => requests)
    .filter(({ effect }) => effect === "social.post")
    .map(({ input }) => (typeof input === "object" && input !== null ? input : {}));
}
