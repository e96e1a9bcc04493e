// How a persona's mood moves: by what happens, by what others say, and back to rest.
import { abs, min } from "../core/math.ts";
import { draw } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import { minutes } from "../core/time.ts";
import type { Mentioned, MoodShifted, NewsHeard } from "../core/world-events.ts";
import type { Change, Mind } from "./mind-state.ts";
import { decayMood, type Feeling, feelingOf, type Mood, shiftMood } from "./mood.ts";
import { affinity, relationshipWith } from "./relationship.ts";
import { toneOf } from "./tone.ts";

/** The pause between two decays: 45 to 75 minutes. */
export const aboutAnHour = (event: object): number =>
  minutes(45 + 30 * draw(stampOf(event).key, "settling"));

/** Lets the mood decay until now. */
export function settle({ mood, nature, feltAt }: Mind, event: object): Change & { mood: Mood } {
  const { at } = stampOf(event);
  return { mood: decayMood(mood, nature.baseline, at - feltAt, nature.halfLife), feltAt: at };
}

/** Moves the mood by a shift, after what was left of it has decayed. */
export function feel(mind: Mind, event: object, shift: Mood): Change {
  const settled = settle(mind, event);
  return { ...settled, mood: shiftMood(settled.mood, shift, mind.nature.reactivity) };
}

/** Being spoken to excites, and pleases or annoys with the tone of the words. */
const TONE = 0.06;
const LIKING = 0.015;
const CHANCE = 0.12;

/**
 * Valence moves by 0.06 x tone + 0.015 x sentiment towards the speaker + a chance in [-0.06, 0.06]; dominance by half
 * of that, arousal by 0.015.
 */
export function beAddressed(mind: Mind, event: Mentioned): Change {
  const { sentiment } = relationshipWith(mind.relationships, event.from, event.at);
  const chance = (draw(event.key, "tone") - 0.5) * CHANCE;
  const valence = TONE * toneOf(event.text) + LIKING * sentiment + chance;
  return feel(mind, event, { valence, arousal: 0.015, dominance: valence * 0.5 });
}

/**
 * Contagion: what is read moves the valence by contagion x affinity to the writer x tone, and excites a little.
 * Somebody disliked moves nobody.
 */
export function catchMood(mind: Mind, event: object): Change {
  const { current, nature, relationships } = mind;
  if (current === null || current.isCall) return {};
  const writer = relationshipWith(relationships, current.from, stampOf(event).at);
  const strength = nature.contagion * affinity(writer);
  const tone = toneOf(current.text);
  if (tone === 0) return {};
  return feel(mind, event, {
    valence: strength * tone,
    arousal: 0.3 * strength * abs(tone),
    dominance: 0,
  });
}

export const nextFeeling = ({ mood, feeling }: Mind): Feeling => feelingOf(mood, feeling);

/** A stirring mood wants to be told: above 0.3 of arousal always, else one in five, as in Puppet Engine v1. */
export const isStirred = ({ mood, key }: MoodShifted): boolean =>
  mood.arousal > 0.3 || draw(key, "urge") < 0.2;

/** News wants to be told when it weighs more than 0.7, else in three of ten cases, as in Puppet Engine v1. */
export const isStruck = (event: NewsHeard): boolean =>
  weightOf(event) > 0.7 || draw(event.key, "urge") < 0.3;

/** News weighs 0.4 and 0.6 of what it moves: of its shifts of valence and arousal, else of its tone. In [0, 1]. */
export function weightOf({ headline, mood }: Pick<NewsHeard, "headline" | "mood">): number {
  const moved = mood === undefined ? abs(toneOf(headline)) : abs(mood.valence) + abs(mood.arousal);
  return min(1, 0.4 + 0.6 * moved);
}
