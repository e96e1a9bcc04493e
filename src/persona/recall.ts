// What comes to mind: the memories that a cue calls up, and what hangs together with them.
import { abs, halfPower, max } from "../core/math.ts";
import { days } from "../core/time.ts";
import type { Brief } from "./brief.ts";
import type { Memories, Memory } from "./memory.ts";
import { type Cue, greatest, relevances } from "./relevance.ts";

export interface RecallCue extends Cue {
  /** Now, in virtual milliseconds. */
  readonly at: number;
  /** Valence of the present mood, in [-1, 1]. */
  readonly mood?: number | undefined;
}

/** Relevance counts once; these are the weights of the rest against it. */
const RECENCY = 0.5;
const IMPORTANCE = 0.5;
const CONGRUENCE = 0.1;
/** Recency in recalling halves with each of these. */
const HALF_LIFE = days(3);
/** What a memory is linked with is at least so much as relevant. */
const ASSOCIATION = 0.5;

/**
 * The memories that come to mind, the strongest first; among equals that with the lower id. Nothing changes by it.
 *
 * score = relevance + 0.5 recency + 0.5 importance + 0.1 congruence, recency = 2^(-age / 3 days). The sum is that of
 * Park et al., Generative Agents (UIST 2023, doi:10.1145/3586183.3606763), with other parts and weights: words instead
 * of embeddings, fixed scales instead of one from the least to the greatest, age since it happened instead of since the
 * last retrieval. Congruence, for a mood like that of the memory: Bower, Mood and memory (American Psychologist 36,
 * 1981). What is linked with one of the best, in either direction, is then at least half as relevant as that one
 * (spreading activation: Collins and Loftus, Psychological Review 82, 1975), and the best of all are taken.
 * @param count how many at most
 */
export function recall({ items }: Memories, cue: RecallCue, count: number): readonly Memory[] {
  const relevant = relevances(items, cue);
  const weights = items.map((memory) => weightOf(memory, cue));
  const scores = (relevance: readonly number[]): readonly number[] =>
    weights.map((weight, i) => weight + (relevance[i] ?? 0));
  const first = greatest(scores(relevant), count);
  const associated = withAssociations(items, first, relevant);
  return greatest(scores(associated), count).flatMap((i) => items[i] ?? []);
}

/** Memories as a brief has them. */
export const recalled = (memories: readonly Memory[]): NonNullable<Brief["memories"]> =>
  memories.map(({ kind, text, from }) => ({ kind, text, ...(from !== undefined && { from }) }));

/** How strong a memory is by itself. */
function weightOf({ at, importance, valence }: Memory, { at: now, mood = 0 }: RecallCue): number {
  const recency = halfPower(max(0, now - at) / HALF_LIFE);
  // The lesser of the two strengths, positive where both are pleasant or both are not.
  const congruence = (abs(mood + valence) - abs(mood - valence)) / 2;
  return RECENCY * recency + IMPORTANCE * importance + CONGRUENCE * congruence;
}

/** The relevance of each memory, raised by the chosen ones that it is linked with. */
function withAssociations(
  items: readonly Memory[],
  chosen: readonly number[],
  relevant: readonly number[],
): readonly number[] {
  const shares = new Map<number, number>();
  for (const place of chosen) {
    const id = items[place]?.id;
    if (id !== undefined) shares.set(id, ASSOCIATION * (relevant[place] ?? 0));
  }
  const passed = new Map<number, number>();
  const give = (to: number, share: number) => passed.set(to, max(passed.get(to) ?? 0, share));
  for (const { id, links = [] } of items) {
    for (const link of links) {
      give(link, shares.get(id) ?? 0);
      give(id, shares.get(link) ?? 0);
    }
  }
  return items.map(({ id }, i) => max(relevant[i] ?? 0, passed.get(id) ?? 0));
}
