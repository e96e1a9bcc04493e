// The look of a text: letters, emoji, tags, and the limit of a post.
import { MAX_POST_LENGTH } from "../../persona/limits.ts";
import type { Draft, Scene } from "./draft.ts";
import { tidy } from "./expand.ts";
import type { Subject } from "./topics.ts";

const EMOJI_SHARE = 0.4;
const TAG_SHARE = 0.5;
const TERM_TAG_SHARE = 0.3;

/** Words that bear a raised voice. */
const RAISED =
  /\b(?:never|nobody|nothing|always|every|everyone|everybody|again|all|still|whole|twice|only|must|not|own|ever|wrong|right|whole|more|no)\b/gi;

/** Splits "x, and I y" into two sentences for a speaker who likes them short. */
const JOINT = /, and (?=(?:I|it|he|she|we|nobody|now) )/g;

const shorten = (text: string): string => text.replace(JOINT, ". ");

function emphasise(text: string, scene: Scene): string {
  const places = [...text.matchAll(RAISED)].map((match) => match.index);
  const chosen = scene.pen.one("raised", places);
  if (chosen !== undefined) {
    const word = /^\w+/.exec(text.slice(chosen))?.[0] ?? "";
    return text.slice(0, chosen) + word.toUpperCase() + text.slice(chosen + word.length);
  }
  const [longest] = (text.match(/[a-z]{4,}/g) ?? []).toSorted((a, b) => b.length - a.length);
  return longest === undefined ? text : text.replace(longest, longest.toUpperCase());
}

function inCase(text: string, scene: Scene): string {
  switch (scene.voice.capitalization) {
    case "normal":
      return text;
    case "lowercase":
      return text.toLowerCase();
    case "emphatic":
      return emphasise(text, scene);
  }
}

function tagOf(name: string, scene: Scene): string {
  const words = name
    .replace(/^(?:the|my|our) /, "")
    .replace(/[^A-Za-z0-9 ]/g, "")
    .split(" ");
  const tag = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  if (tag === "" || /^\d+$/.test(tag)) return "";
  return scene.voice.capitalization === "lowercase" ? ` #${tag.toLowerCase()}` : ` #${tag}`;
}

function tags(scene: Scene, subject: Subject | undefined): string {
  const { voice, pen } = scene;
  if (!voice.usesHashtags || !pen.chance("tag", TAG_SHARE)) return "";
  const about = subject ? tagOf(subject.name, scene) : "";
  const term = pen.chance("term-tag", TERM_TAG_SHARE)
    ? pen.take("tags", voice.keyTerms)
    : undefined;
  return about + (term === undefined ? "" : tagOf(term, scene));
}

function emoji({ voice, pen, register }: Scene, subject: Subject | undefined): string {
  if (!voice.usesEmojis || !pen.chance("emoji", EMOJI_SHARE)) return "";
  const ofMood = pen.chance("emoji-mood", 0.5) || !subject;
  const sign = pen.one("emoji-sign", ofMood ? register.emoji : subject.emoji);
  return sign === undefined ? "" : ` ${sign}`;
}

/**
 * The finished text: pieces in the speaker's letters, as many as fit, then emoji and tags.
 * @returns undefined when even the first piece is too long
 */
export function finish(scene: Scene, draft: Draft): string | undefined {
  const { pieces, subject, lead = "", isSequel = false } = draft;
  const isTagged = scene.brief.task !== "reply" && !isSequel;
  const ending = emoji(scene, subject) + (isTagged ? tags(scene, subject) : "");
  for (let count = pieces.length; count > 0; count--) {
    const joined = pieces.slice(0, count).join(" ");
    const split = scene.voice.sentenceLength === "short" ? shorten(joined) : joined;
    const text = lead + inCase(tidy(split), scene);
    if (text.length + ending.length <= MAX_POST_LENGTH) return text + ending;
    if (text.length <= MAX_POST_LENGTH && count === 1) return text;
  }
  return undefined;
}
