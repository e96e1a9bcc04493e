// One agent of Puppet Engine v1, from its file and what it remembers, as a persona with a report.
import { type Persona, PersonaFile, readPersona } from "../persona/persona.ts";
import { type Draft, type MovedSecret, newDraft, takeFields } from "./draft.ts";
import type { KeyFate } from "./fate.ts";
import { agentRules, memoryRules, sections } from "./key-rules.ts";
import { type Fields, isFields, removeAt, setAt, snakeCase, valueAt } from "./paths.ts";
import { newestFirst } from "./recollection.ts";
import { isSecretKey, scrubbed, withoutSecrets } from "./secrets.ts";

/** What there is of one agent. */
export interface AgentFiles {
  readonly id: string;
  /** The id as v1 had it. */
  readonly v1Id: string;
  readonly agent?: { readonly file: string; readonly fields: Fields };
  readonly memories: readonly { readonly file: string; readonly fields: Fields }[];
}

export interface ImportedAgent {
  readonly id: string;
  readonly persona: Persona;
  /** The files that it comes from. */
  readonly from: readonly string[];
  readonly isActive: boolean;
  readonly keys: readonly KeyFate[];
  readonly secrets: readonly MovedSecret[];
}

const byKey = <T extends { readonly key: string }>(rules: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rules.map((rule) => [rule.key, rule]));

export const agentMeaning = { rules: byKey(agentRules), sections };
const memoryMeaning = {
  rules: byKey(memoryRules),
  sections: new Map<string, string>(),
  rest: "initialMemory",
};

/** @throws EngineError PERSONA_INVALID never: what does not fit is left out and told */
export function importAgent({ id, v1Id, agent, memories }: AgentFiles): ImportedAgent {
  const draft = newDraft(id);
  draft.persona.id = id;
  draft.fates.push({
    key: agent === undefined ? "agentId" : "id",
    fate: "used",
    ...(id !== v1Id && { note: `"${v1Id}" became ${id}` }),
  });
  if (agent !== undefined) {
    const { id: _, ...fields } = agent.fields;
    takeFields(draft, fields, agentMeaning);
  }
  for (const { fields } of memories) takeMemory(draft, fields);
  fillIn(draft, agent !== undefined);
  orderBounds(draft);
  const posts = valueAt(draft.persona, POSTS);
  if (posts !== undefined) setAt(draft.persona, POSTS, newestFirst(posts));
  const clean = withoutAnySecret(draft);
  const persona = readPersona(fitting(draft, clean), id);
  return {
    id,
    persona,
    from: [...(agent === undefined ? [] : [agent]), ...memories].map(({ file }) => file),
    isActive: persona.isActive !== false,
    keys: draft.fates.map((it) => withoutSecretsIn(draft, it)),
    secrets: [...draft.moved].map(([name, keys]) => ({ name, keys })),
  };
}

const POSTS = ["initialMemory", "recentPosts"] as const;

function takeMemory(
  draft: Draft,
  { agentId, agent_id, lastUpdated, last_updated, ...fields }: Fields,
): void {
  takeFields(draft, fields, memoryMeaning);
  if ((lastUpdated ?? last_updated) === undefined) return;
  draft.fates.push({ key: "lastUpdated", fate: "unneeded", note: "a run begins at its own start" });
}

/** How v1 behaved where a file says nothing, as far as that is not what a persona does anyway. */
const DEFAULTS: readonly (readonly [to: string, value: unknown, note: string])[] = [
  ["behavior.interactionPatterns.quoteProbability", 0.3, "0.3, as in v1"],
  ["behavior.interactionPatterns.repostProbability", 0, "0: v1 did not repost"],
  ["behavior.activityHours", { wake: 0, sleep: 0 }, "never asleep, as in v1"],
];
const PEAKS = ["behavior", "postFrequency", "peakPostingHours"] as const;
const ZONE_DEFAULT = [
  "behavior.utcOffsetMinutes",
  0,
  "UTC, where v1 took the clock of its server",
] as const;
const TRADING_DEFAULT = [
  "trading.enabled",
  false,
  "off unless the file says on, as in v1",
] as const;
const NETWORK_DEFAULT = [
  "wallet.network",
  "devnet",
  "v1 took mainnet-beta; say so if you mean it",
] as const;

function fillIn(draft: Draft, hasAgent: boolean): void {
  const { persona, id } = draft;
  const name = hasAgent ? "the id, as in v1" : "the id: there is no agent file";
  const defaults = [
    ["name", id, name] as const,
    ...DEFAULTS,
    ...(valueAt(persona, PEAKS) === undefined ? [] : [ZONE_DEFAULT]),
    ...(persona.trading === undefined ? [] : [TRADING_DEFAULT]),
    ...(persona.wallet === undefined ? [] : [NETWORK_DEFAULT]),
  ];
  for (const [to, value, note] of defaults) {
    if (valueAt(persona, to.split(".")) !== undefined) continue;
    setAt(persona, to.split("."), value);
    draft.fates.push({ key: to, fate: "default", note });
  }
}

/** Hours from and to, with what a persona has when the file does not say. */
const BOUNDS = [
  ["behavior.postFrequency", "minHoursBetweenPosts", "maxHoursBetweenPosts", 3, 12],
  ["trading", "minHoursBetweenTrades", "maxHoursBetweenTrades", 6, 24],
] as const;

/** v1 drew between the two whichever was greater; a persona has them in order. */
function orderBounds({ persona, fates }: Draft): void {
  for (const [parent, least, most, usualLeast, usualMost] of BOUNDS) {
    const path = parent.split(".");
    const [from, to] = [numberAt(persona, [...path, least]), numberAt(persona, [...path, most])];
    if ((from ?? usualLeast) <= (to ?? usualMost)) continue;
    const [low, high] = [
      Math.min(from ?? usualLeast, to ?? Infinity),
      Math.max(from ?? 0, to ?? 0),
    ];
    setAt(persona, [...path, least], low);
    setAt(persona, [...path, most], high);
    const note = `the minimum was above the maximum: ${low} to ${high}`;
    fates.push({ key: `${parent}.${least}`, fate: "clamped", note });
  }
}

function numberAt(root: Fields, path: readonly string[]): number | undefined {
  const value = valueAt(root, path);
  return typeof value === "number" ? value : undefined;
}

/** The persona without any secret, wherever in its texts one stood. */
function withoutAnySecret({ persona, secrets, moved, fates }: Draft): Fields {
  const names = new Set(moved.keys());
  const found = (place: string): void => {
    fates.push({ key: place, fate: "secret", note: "looked like a secret, and is taken out" });
  };
  const given = secrets.filter((secret) => !names.has(secret));
  const clean = scrubbed(persona, given, found);
  return isFields(clean) ? clean : {};
}

function withoutSecretsIn({ secrets, moved }: Draft, fate: KeyFate): KeyFate {
  const given = secrets.filter((secret) => !moved.has(secret));
  const { note } = fate;
  const key = withoutSecrets(fate.key, given);
  return { ...fate, key, ...(note !== undefined && { note: withoutSecrets(note, given) }) };
}

/** More wrong values than this are not looked for one by one. */
const MAX_MISFITS = 200;

/** Leaves out what does not fit into a persona, and tells it. */
function fitting({ fates }: Draft, persona: Fields): Fields {
  for (let round = 0; round < MAX_MISFITS; round++) {
    const [issue] = PersonaFile.safeParse(persona).error?.issues ?? [];
    if (issue === undefined) break;
    const path = issue.path.map(String);
    removeAt(persona, path);
    const to = path.join(".");
    const note = `left out: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
    const at = fates.findIndex(
      (it) => to === (it.to ?? it.key) || to.startsWith(`${it.to ?? it.key}.`),
    );
    const before = fates[at];
    if (before === undefined) fates.push({ key: to, fate: "invalid", note });
    else fates[at] = { ...before, fate: "invalid", note };
  }
  return persona;
}

/** Objects that only v1 has. */
const V1_ONLY = new Set([
  "twitter_credentials",
  "solana_integration",
  "agent_kit_integration",
  "jupiter_integration",
  "behavior.trading_behavior",
]);

/** Objects that only a persona has, and each that was imported. */
const OWN_ONLY = ["temperament", "limits", "llm"] as const;

/** Whether fields of a file are spelled, or placed, as only v1 has them; a file with credentials in it always counts. */
export function isV1Agent(fields: Fields): boolean {
  const names = Object.keys(fields).map(snakeCase);
  const wallet = Object.entries(fields).find(([name]) => snakeCase(name) === "solana_integration");
  const hasKey = isFields(wallet?.[1]) && Object.keys(wallet[1]).some(isSecretName);
  if (names.includes("twitter_credentials") || hasKey) return true;
  return !OWN_ONLY.some((name) => names.includes(name)) && hasV1Key(fields, "", "");
}

const isSecretName = (name: string): boolean => isSecretKey(snakeCase(name));

function hasV1Key(fields: Fields, spelled: string, key: string): boolean {
  return Object.entries(fields).some(([name, value]) => {
    const [here, canonical] = [`${spelled}${name}`, `${key}${snakeCase(name)}`];
    const to = agentMeaning.rules.get(canonical)?.to ?? sections.get(canonical);
    if (V1_ONLY.has(canonical) || (to !== undefined && to !== here)) return true;
    return (
      sections.has(canonical) && isFields(value) && hasV1Key(value, `${here}.`, `${canonical}.`)
    );
  });
}
