// All frames of an answer, and those for texts that give nothing to take up.
import { type AnswerFrames, firmAnswers } from "./answer-frames.ts";
import { softAnswers } from "./answer-frames-soft.ts";
import type { Stance } from "./asides.ts";

export const answers: Readonly<Record<Stance, AnswerFrames>> = { ...firmAnswers, ...softAnswers };

/** For a text without a word to take up, such as an emoji or nothing at all. */
export const toNoWords: readonly string[] = [
  "{from}, that says it all.",
  "Say more, {from}. Take your time.",
  "I read that three times, {from}, and it got better.",
  "Not a word from {from}, and still I know exactly what is meant.",
  "{From}, is that a yes?",
  "I would frame that, {from}.",
  "Somebody check on {from}. Or send cake.",
  "{From} has spoken, in a manner of speaking.",
  "I shall take that as a compliment, {from}.",
  "You and your long speeches, {from}.",
  "Quite so, {from}. I could not have put it shorter.",
  "{From}, I felt that [in my knees|through the wall|from here].",
];

/** For a text of small words only, quoted whole as `{w}`. */
export const toSmallWords: readonly string[] = [
  '"{W}", {from}? Go on.',
  'All you say is "{w}", {from}, and I have been up half the night with it.',
  'My answer to "{w}" has not changed, {from}.',
  '"{W}". There speaks {from}, and one should listen.',
  'I read your "{w}" out at supper, {from}. Nobody knew where to look.',
  'Is it "{w}" as in yes, {from}, or as in never?',
  'From anybody else "{w}" would not be enough, {from}.',
  '"{W}" is the shortest letter you have ever sent me, {from}.',
];
