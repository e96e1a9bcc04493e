// How much each memory has to do with a cue: words they share, the topic, the person.
import { log, max } from "../core/math.ts";
import type { Memory } from "./memory.ts";
import { eachStem } from "./words.ts";

/** What memories are sought by. */
export interface Cue {
  readonly text?: string | undefined;
  readonly topic?: string | undefined;
  /** Id of the person concerned. */
  readonly from?: string | undefined;
}

/** What an equal topic, and the same person, add to what the words leave open. */
const SAME_TOPIC = 0.5;
const SAME_PERSON = 0.4;

/**
 * The relevance of each memory, in [0, 1).
 *
 * A shared word weighs log(1 + n / df) / log(1 + n): 1 when only this of n memories has it, little when nearly all
 * have it (the inverse document frequency of Spärck Jones, Journal of Documentation 28, 1972). Weights w add up to
 * w / (1 + w). Topic and person are further chances of the same thing: 1 - (1 - words)(1 - topic)(1 - person).
 */
export function relevances(items: readonly Memory[], cue: Cue): readonly number[] {
  const weights = sharedWeights(items, cue);
  return items.map(({ topic, from }, i) => {
    const weight = weights[i] ?? 0;
    const ofTopic = cue.topic !== undefined && topic === cue.topic ? SAME_TOPIC : 0;
    const ofPerson = cue.from !== undefined && from === cue.from ? SAME_PERSON : 0;
    return 1 - (1 / (1 + weight)) * (1 - ofTopic) * (1 - ofPerson);
  });
}

function sharedWeights(items: readonly Memory[], cue: Cue): readonly number[] {
  const places = new Map<number, number>();
  eachStem(`${cue.text ?? ""} ${cue.topic ?? ""} ${cue.from ?? ""}`, (stem) => {
    if (!places.has(stem)) places.set(stem, places.size);
  });
  const weights = items.map(() => 0);
  if (places.size === 0) return weights;
  // Which word of the cue in which memory, each pair once: one walk over all texts, without a set for each.
  const lastIn = Array.from({ length: places.size }, () => -1);
  const counts = Array.from({ length: places.size }, () => 0);
  const hits: (readonly [item: number, place: number])[] = [];
  for (const [i, { text, topic }] of items.entries()) {
    const note = (stem: number) => {
      const place = places.get(stem);
      if (place === undefined || lastIn[place] === i) return;
      lastIn[place] = i;
      counts[place] = (counts[place] ?? 0) + 1;
      hits.push([i, place]);
    };
    eachStem(text, note);
    if (topic !== undefined) eachStem(topic, note);
  }
  const most = log(1 + items.length);
  const rarities = counts.map((count) => log(1 + items.length / max(1, count)) / most);
  for (const [i, place] of hits) weights[i] = (weights[i] ?? 0) + (rarities[place] ?? 0);
  return weights;
}

/** The places of the greatest numbers, the greatest first; among equals the earlier one. */
export function greatest(numbers: readonly number[], count: number): readonly number[] {
  const chosen: number[] = [];
  for (const [i, number] of numbers.entries()) {
    let place = chosen.length;
    while (place > 0 && number > (numbers[chosen[place - 1] ?? 0] ?? 0)) place--;
    if (place >= count) continue;
    chosen.splice(place, 0, i);
    if (chosen.length > count) chosen.pop();
  }
  return chosen;
}
