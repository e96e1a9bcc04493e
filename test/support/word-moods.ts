// A reader who has only learnt which words go with which mood: naive Bayes over words and marks.

interface Learnt {
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly totals: ReadonlyMap<string, number>;
  readonly vocabulary: number;
}

const featuresOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[a-z']+|[!?]/g) ?? [];

/** Learns from pairs of a mood and a text. */
export function learnMoods(pairs: readonly (readonly [mood: string, text: string])[]): Learnt {
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  const vocabulary = new Set<string>();
  for (const [mood, text] of pairs) {
    const words = counts.get(mood) ?? new Map<string, number>();
    counts.set(mood, words);
    for (const feature of featuresOf(text)) {
      vocabulary.add(feature);
      words.set(feature, (words.get(feature) ?? 0) + 1);
      totals.set(mood, (totals.get(mood) ?? 0) + 1);
    }
  }
  return { counts, totals, vocabulary: vocabulary.size };
}

/** @returns the mood under which the words of a text are likeliest, all moods being equally likely before */
export function guessMood({ counts, totals, vocabulary }: Learnt, text: string): string {
  let best = { mood: "", score: Number.NEGATIVE_INFINITY };
  for (const [mood, words] of counts) {
    const total = (totals.get(mood) ?? 0) + vocabulary;
    const score = featuresOf(text).reduce(
      (sum, feature) => sum + Math.log(((words.get(feature) ?? 0) + 1) / total),
      0,
    );
    if (score > best.score) best = { mood, score };
  }
  return best.mood;
}
