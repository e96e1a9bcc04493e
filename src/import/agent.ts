// One agent of Puppet Engine v1, from its file and what it remembers, as a persona with a report.
import { type Persona, PersonaFile, readPersona } from "../persona/persona.ts";
import { fillIn, orderBounds } from "./defaults.ts";
import { type Draft, type MovedSecret, newDraft, takeFields } from "./draft.ts";
import type { KeyFate } from "./fate.ts";
import { agentMeaning, memoryMeaning } from "./key-rules.ts";
import { type Fields, isFields, removeAt, setAt, valueAt } from "./paths.ts";
import { newestFirst } from "./recollection.ts";
import { scrubbed, withoutSecrets } from "./secrets.ts";

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

/** What does not fit into a persona is left out, and told. */
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
  fillIn(draft, agent ? "the id, as in v1" : "the id: there is no agent file");
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

/** What must not appear anywhere: the values, but for names of the keystore that a file had already. */
const givenAway = ({ secrets, moved }: Draft): readonly string[] =>
  secrets.filter((secret) => !moved.has(secret));

/** The persona without any secret, wherever in its texts one stood. */
function withoutAnySecret(draft: Draft): Fields {
  const { id, persona, fates } = draft;
  const clean = scrubbed(persona, givenAway(draft), (place) =>
    fates.push({ key: place, fate: "secret", note: "looked like a secret, and is taken out" }),
  );
  return { ...(isFields(clean) ? clean : {}), id };
}

function withoutSecretsIn(draft: Draft, fate: KeyFate): KeyFate {
  const clean = (text: string): string => withoutSecrets(text, givenAway(draft));
  const { key, note } = fate;
  return { ...fate, key: clean(key), ...(note !== undefined && { note: clean(note) }) };
}

/** Where one part was left out, another may lack something; no part lies deeper than this. */
const MAX_ROUNDS = 40;

/** Leaves out what does not fit into a persona, and tells it. */
function fitting({ fates }: Draft, persona: Fields): Fields {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const issues = PersonaFile.safeParse(persona).error?.issues ?? [];
    // From the end of a list to its beginning, so that the places of the others stay.
    for (const { path, message } of issues.toReversed()) {
      const place = path.map(String);
      const isMissing = valueAt(persona, place) === undefined;
      removeAt(persona, isMissing ? place.slice(0, -1) : place);
      tellMisfit(fates, place.join("."), `left out: ${message.replace(/^./, smallLetter)}`);
    }
  }
  return persona;
}

const smallLetter = (letter: string): string => letter.toLowerCase();

function tellMisfit(fates: KeyFate[], to: string, note: string): void {
  const at = fates.findIndex(({ key, to: own = key }) => `${to}.`.startsWith(`${own}.`));
  const before = fates[at];
  if (before === undefined) fates.push({ key: to, fate: "invalid", note });
  else fates[at] = { ...before, fate: "invalid", note };
}
