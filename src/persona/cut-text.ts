// Shortens a text to a length of X: at the end of a sentence, else of a word, and never inside an emoji.
import { unitsOf, weightedLength } from "./weighted-length.ts";

/** What stands for the rest; it counts 2. */
const ELLIPSIS = "…";
/** A cut is looked for in the second half of what fits: one long sentence is worth more than one short one. */
const LEAST_SHARE = 0.5;

/**
 * The longest beginning of a text that fits and reads well. What is left of a name may be a link, which counts more
 * than the name did: then it is cut again.
 * @param text normalised (NFC); @param limit weighted characters, at least 2
 * @returns the text itself when it fits
 */
export function cutText(text: string, limit: number): string {
  if (weightedLength(text) <= limit) return text;
  for (let room = limit; room > 0; room--) {
    const beginning = cutOnce(text, room);
    if (weightedLength(beginning) <= limit) return beginning;
  }
  return ELLIPSIS;
}

function cutOnce(text: string, room: number): string {
  const sentence = sentenceWithin(beginningOf(text, room), text);
  if (sentence !== undefined) return sentence;
  return `${wordsWithin(beginningOf(text, room - weightedLength(ELLIPSIS)), text)}${ELLIPSIS}`;
}

/** Signs that belong to the one before them. */
const FOLLOWER = /^[\p{M}\p{Emoji_Modifier}\u200d]/u;

/** The longest beginning that fits, without parting a sign from its accents. */
function beginningOf(text: string, limit: number): string {
  let length = 0;
  let weight = 0;
  for (const unit of unitsOf(text)) {
    if (weight + unit.weight > limit) break;
    weight += unit.weight;
    length += unit.text.length;
  }
  const isParted = FOLLOWER.test(text.slice(length)) || text[length - 1] === "\u200d";
  const whole = isParted ? text.slice(0, length).replace(LAST_CLUSTER, "") : "";
  return whole === "" ? text.slice(0, length) : whole;
}

const LAST_CLUSTER =
  /[^\p{M}\p{Emoji_Modifier}\u200d](?:\u200d.|[\p{M}\p{Emoji_Modifier}\u200d])*$/su;

const SENTENCE_END = /[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？]+[」』”’）]*/gu;

function sentenceWithin(beginning: string, text: string): string | undefined {
  const ends = [...text.matchAll(SENTENCE_END)].map((end) => end.index + end[0].length);
  const end = ends.findLast((at) => at <= beginning.length);
  return end !== undefined && end >= beginning.length * LEAST_SHARE
    ? text.slice(0, end)
    : undefined;
}

function wordsWithin(beginning: string, text: string): string {
  const isWhole = /^\s/.test(text.slice(beginning.length));
  const space = isWhole ? beginning.length : beginning.search(/\s\S*$/);
  const end = space >= beginning.length * LEAST_SHARE ? space : beginning.length;
  return beginning.slice(0, end).replace(/[\s,;:–—-]+$/u, "");
}
