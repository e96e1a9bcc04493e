// What an agent feels for the others it has met, and how it comes about.
import { abs, clamp, halfPower, max } from "../core/math.ts";
import { days } from "../core/time.ts";
import type { Brief } from "./brief.ts";
import type { Persona } from "./persona.ts";
import { toShort } from "./short-number.ts";
import { shortenedText } from "./words.ts";

export interface Relationship {
  /** Dislike to affection, in [-1, 1]. */
  readonly sentiment: number;
  /** In [0, 1]. */
  readonly familiarity: number;
  /** In [0, 1]. */
  readonly trust: number;
  /** Exchanges so far: all but what was only read. */
  readonly interactions: number;
  /** Instant of the last contact. */
  readonly lastAt: number;
  /** What the agent has noted of the other, the newest first. Left out while there is nothing. */
  readonly notes?: readonly string[];
  /** What they went through together, the newest first. Left out while there is nothing. */
  readonly sharedExperiences?: readonly string[];
}

/** By id. */
export type Relationships = Readonly<Record<string, Relationship>>;

/** An agent keeps so many; the least familiar one gives way, never the one just met. */
export const MAX_RELATIONSHIPS = 150;
/** Notes, and shared experiences, of one relationship; longer ones are cut at a word. */
export const MAX_NOTES = 5;
export const MAX_NOTE_TEXT = 100;

/** Somebody the agent has never met. */
export const STRANGER: Relationship = {
  sentiment: 0,
  familiarity: 0,
  trust: 0,
  interactions: 0,
  lastAt: 0,
};
/** Where an acquaintance begins: the start of Puppet Engine v1. */
const FIRST_FAMILIARITY = 0.1;

/** How one contact moves a relationship. */
export interface Step {
  readonly sentiment: number;
  readonly familiarity: number;
  readonly trust: number;
}

/** Bounds of one contact, as in Puppet Engine v1: sentiment and trust up or down, familiarity up. */
export const MAX_STEP: Step = { sentiment: 0.2, familiarity: 0.1, trust: 0.2 };

/**
 * The rules: what each kind of contact adds by itself, and what a kind text (`warm`) or an unkind one (`cold`) adds,
 * times its warmth. Trust comes slowly, and an unkind word takes ten kind ones' worth of it.
 */
const RULES = {
  /** The agent read a post of the other. */
  read: { by: [0, 0.004, 0], warm: [0.02, 0], cold: [0.03, 0.01] },
  /** The other called the agent: by name, with an answer or a quote. */
  called: { by: [0.01, 0.02, 0.01], warm: [0.06, 0.02], cold: [0.15, 0.2] },
  /** The agent answered the other. */
  answered: { by: [0.015, 0.03, 0.02], warm: [0.03, 0.01], cold: [0.05, 0.02] },
  /** The other liked something of the agent's. */
  liked: { by: [0.012, 0.008, 0.004], warm: [0, 0], cold: [0, 0] },
  /** The other passed something of the agent's on. */
  reposted: { by: [0.02, 0.01, 0.008], warm: [0, 0], cold: [0, 0] },
  /** The agent liked or passed on something of the other's. */
  praised: { by: [0.006, 0.008, 0.002], warm: [0, 0], cold: [0, 0] },
  /** The other called, and the agent let it pass. */
  ignored: { by: [-0.005, 0.002, 0], warm: [0, 0], cold: [0, 0] },
  /** The other refused what the agent asked for. */
  refused: { by: [-0.06, 0.005, -0.08], warm: [0, 0], cold: [0, 0] },
} as const;

/** One contact. */
export interface Interaction {
  readonly kind: keyof typeof RULES;
  /** How the text was meant, in [-1, 1]; 0 when left out. */
  readonly warmth?: number;
  /** Steps that somebody else has judged, such as a model: they win over the rules, not over their bounds. */
  readonly step?: Partial<Step>;
  /** What to note of the other: the agent's own words, never a text of theirs. */
  readonly note?: string;
  readonly sharedExperience?: string;
}

/** What is felt for others when the run begins. */
export function firstRelationships({ initialMemory }: Persona): Relationships {
  const entries = Object.entries(initialMemory.relationships).map(
    ([id, { sentiment, familiarity, trust, notes, sharedExperiences }]) => {
      const felt = { ...STRANGER, sentiment, familiarity, trust };
      return [id, withTexts(felt, { notes, sharedExperiences })] as const;
    },
  );
  return Object.fromEntries(entries);
}

/** How the agent stands to somebody now; a stranger when they never met. @param at now */
export function relationshipWith(relationships: Relationships, id: string, at: number) {
  const known = Object.hasOwn(relationships, id) ? relationships[id] : undefined;
  return known === undefined ? STRANGER : faded(known, at);
}

/** Without contact half of the familiarity is gone after eight weeks. */
const FAMILIARITY_HALF_LIFE = days(56);
/** What a sentiment has beyond this, either way, halves every four weeks: nobody stays furious or in love unseen. */
const LASTING_SENTIMENT = 0.5;
const SENTIMENT_HALF_LIFE = days(28);

/** A relationship after the time without contact since `lastAt`, which stays. @param at now */
export function faded(relationship: Relationship, at: number): Relationship {
  const { sentiment, familiarity, lastAt } = relationship;
  const apart = max(0, at - lastAt);
  const lasting = clamp(sentiment, -LASTING_SENTIMENT, LASTING_SENTIMENT);
  const extreme = (sentiment - lasting) * halfPower(apart / SENTIMENT_HALF_LIFE);
  return {
    ...relationship,
    sentiment: toShort(lasting + extreme),
    familiarity: toShort(familiarity * halfPower(apart / FAMILIARITY_HALF_LIFE)),
  };
}

/**
 * A contact with somebody, after what the time without one has taken.
 *
 * A step towards an end is multiplied by what is left to it (1 - |sentiment|, 1 - familiarity, 1 - trust), a step back
 * counts in full; so every value stays within its range, and the last inch is the slowest.
 * @param at now, in virtual milliseconds
 */
export function meet(
  relationships: Relationships,
  id: string,
  interaction: Interaction,
  at: number,
): Relationships {
  const isNew = !Object.hasOwn(relationships, id);
  const before = relationshipWith(relationships, id, at);
  const from = isNew ? { ...before, familiarity: FIRST_FAMILIARITY } : before;
  const { sentiment, familiarity, trust } = stepOf(interaction);
  const moved: Relationship = {
    ...from,
    sentiment: toShort(clamp(towards(from.sentiment, sentiment), -1, 1)),
    familiarity: toShort(clamp(towards(from.familiarity, familiarity), 0, 1)),
    trust: toShort(clamp(towards(from.trust, trust), 0, 1)),
    interactions: from.interactions + (interaction.kind === "read" ? 0 : 1),
    lastAt: max(at, from.lastAt),
  };
  const { note, sharedExperience } = interaction;
  const met = withTexts(moved, {
    notes: note === undefined ? [] : [note],
    sharedExperiences: sharedExperience === undefined ? [] : [sharedExperience],
  });
  return withoutLeastFamiliar({ ...relationships, [id]: met }, id, at);
}

const towards = (value: number, step: number): number =>
  value * step > 0 || value === 0 ? value + step * (1 - abs(value)) : value + step;

function stepOf({ kind, warmth = 0, step }: Interaction): Step {
  const { by, warm, cold } = RULES[kind];
  const [sentiment, trust] = warmth < 0 ? cold : warm;
  const felt = clamp(warmth, -1, 1);
  const ruled = {
    sentiment: by[0] + sentiment * felt,
    familiarity: by[1],
    trust: by[2] + trust * felt,
    ...step,
  };
  return {
    sentiment: clamp(ruled.sentiment, -MAX_STEP.sentiment, MAX_STEP.sentiment),
    familiarity: clamp(ruled.familiarity, 0, MAX_STEP.familiarity),
    trust: clamp(ruled.trust, -MAX_STEP.trust, MAX_STEP.trust),
  };
}

/** Adds notes and experiences before those that are there; what is said again moves to the front. */
function withTexts(
  relationship: Relationship,
  added: { readonly notes: readonly string[]; readonly sharedExperiences: readonly string[] },
): Relationship {
  const notes = newestFirst(added.notes, relationship.notes);
  const sharedExperiences = newestFirst(added.sharedExperiences, relationship.sharedExperiences);
  return {
    ...relationship,
    ...(notes.length > 0 && { notes }),
    ...(sharedExperiences.length > 0 && { sharedExperiences }),
  };
}

function newestFirst(added: readonly string[], before: readonly string[] = []): readonly string[] {
  if (added.length === 0) return before;
  const texts = added.map((text) => shortenedText(text, MAX_NOTE_TEXT)).filter((it) => it !== "");
  return [...new Set([...texts, ...before])].slice(0, MAX_NOTES);
}

/** The relationships within their bound; `met`, the id of the one just met, stays. @param at now */
function withoutLeastFamiliar(
  relationships: Relationships,
  met: string,
  at: number,
): Relationships {
  const all = Object.entries(relationships);
  if (all.length <= MAX_RELATIONSHIPS) return relationships;
  const others = all
    .filter(([id]) => id !== met)
    .map(([id, known]) => [id, known, faded(known, at).familiarity] as const)
    .sort(([a, x, xs], [b, y, ys]) => ys - xs || y.lastAt - x.lastAt || (a < b ? 1 : -1));
  const kept = new Set(others.slice(0, MAX_RELATIONSHIPS - 1).map(([id]) => id));
  return Object.fromEntries(all.filter(([id]) => id === met || kept.has(id)));
}

/**
 * How close somebody is, in [0, 1]: the weight of their texts in the feed and of their moods in contagion. 0.2 for a
 * stranger, 0 for somebody hated, 1 for somebody fully liked, known and trusted.
 */
export const affinity = ({ sentiment, familiarity, trust }: Relationship): number =>
  ((1 + sentiment) / 2) * (0.4 + 0.4 * familiarity + 0.2 * trust);

/** What multiplies the wish to answer somebody, in [0.5, 1.5]: 1 for a stranger. */
export const answerFactor = ({ sentiment, familiarity }: Relationship): number =>
  1 + 0.25 * sentiment + 0.25 * (sentiment < 0 ? -familiarity : familiarity);

/** How the writer of a text stands to somebody, for its brief. @param at now */
export function standingWith(
  relationships: Relationships,
  id: string,
  at: number,
): NonNullable<Brief["standing"]> {
  const known = relationshipWith(relationships, id, at);
  const { sentiment, familiarity, trust, interactions, notes = [], sharedExperiences = [] } = known;
  return {
    with: id,
    sentiment,
    familiarity,
    trust,
    interactions,
    notes: [...notes],
    sharedExperiences: [...sharedExperiences],
  };
}
