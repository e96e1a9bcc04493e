// What the speaker's readers still have in their ears: its last posts and its own turns in the conversation.
import { isSelf } from "./names.ts";
import type { Brief, Voice } from "./voice.ts";

/** Texts that begin with the same words sound alike. */
const OPENING_WORDS = 3;
/** A sentence of fewer words may come again, such as "Good day." */
const MIN_SENTENCE = 4;

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
const openingOf = (text: string): string => wordsOf(text).slice(0, OPENING_WORDS).join(" ");
const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?]["']?)\s+/)
    .map(wordsOf)
    .filter(({ length }) => length >= MIN_SENTENCE)
    .map((words) => words.join(" "));

/** @returns whether a text begins like a recent one of the speaker, or says a sentence of its own turns again */
export function makeEarshot(voice: Voice, brief: Brief): (text: string) => boolean {
  const { recentPosts = [], conversation = [] } = brief;
  const turns = conversation.filter(({ from }) => isSelf(voice, from)).map(({ text }) => text);
  const openings = new Set([...recentPosts, ...turns].map(openingOf));
  const sentences = new Set(turns.flatMap(sentencesOf));
  return (text) =>
    openings.has(openingOf(text)) || sentencesOf(text).some((sentence) => sentences.has(sentence));
}
