// The look of a text: letters, emoji, tags, and the limit of a post.
import { MAX_POST_LENGTH } from "../../persona/limits.ts";
import type { Draft, Scene } from "./draft.ts";
import { tidy } from "./expand.ts";
import type { Subject } from "./topics.ts";

const EMOJI_SHARE = 0.4;
const TAG_SHARE = 0.5;
const TERM_TAG_SHARE = 0.3;
/** Share of texts with a tag by what the style of tags says of it. */
const TAG_SHARES: readonly (readonly [RegExp, number])[] = [
  [/none|never|no hashtags/i, 0],
  [/sparse|rare|minimal|few|seldom/i, 0.15],
  [/frequent|often|many|heavy/i, 0.8],
];

/** Words that bear a raised voice. */
const RAISED =
  /\b(?:never|nobody|nothing|always|every|everyone|everybody|again|all|still|whole|twice|only|must|not|own|ever|wrong|right|whole|more|no)\b/gi;

const HYPHEN = /(?<=\p{L})-(?=\p{L})/gu;
/** A text may be so much longer than asked for: shorter ones would leave no room for more than a phrase. */
const LENGTH_SLACK = 60;

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
  const { capitalization, hashtagStyle = "" } = scene.voice;
  const isSmall = capitalization === "lowercase" || /lower/i.test(hashtagStyle);
  return isSmall ? ` #${tag.toLowerCase()}` : ` #${tag}`;
}

function tags(scene: Scene, subject: Subject | undefined): string {
  const { voice, pen } = scene;
  const { hashtagStyle = "" } = voice;
  const share = TAG_SHARES.find(([words]) => words.test(hashtagStyle))?.[1] ?? TAG_SHARE;
  if (!voice.usesHashtags || !pen.chance("tag", share)) return "";
  const about = subject ? tagOf(subject.name, scene) : "";
  const term = pen.chance("term-tag", TERM_TAG_SHARE)
    ? pen.take("tags", voice.keyTerms)
    : undefined;
  return about + (term === undefined ? "" : tagOf(term, scene));
}

function emoji({ voice, pen, register }: Scene, subject: Subject | undefined): string {
  if (!voice.usesEmojis || !pen.chance("emoji", voice.emojiShare ?? EMOJI_SHARE)) return "";
  const ofMood = pen.chance("emoji-mood", 0.5) || !subject;
  const sign = pen.one("emoji-sign", ofMood ? register.emoji : subject.emoji);
  return sign === undefined ? "" : ` ${sign}`;
}

/** Pieces as one text in the speaker's letters. */
function dressed(scene: Scene, pieces: readonly string[]): string {
  const { sentenceLength, avoidHyphens } = scene.voice;
  const joined = pieces.join(" ");
  const split = sentenceLength === "short" ? shorten(joined) : joined;
  return inCase(tidy(avoidHyphens ? split.replace(HYPHEN, " ") : split), scene);
}

/**
 * The finished text: pieces in the speaker's letters, as many as fit, then emoji and tags.
 * @returns undefined when even the first piece is too long
 */
export function finish(scene: Scene, draft: Draft): string | undefined {
  const { pieces, subject, lead = "", isSequel = false } = draft;
  const isTagged = scene.brief.task !== "reply" && !isSequel;
  const ending = emoji(scene, subject) + (isTagged ? tags(scene, subject) : "");
  const wanted = LENGTH_SLACK + (scene.brief.length ?? MAX_POST_LENGTH);
  for (let count = pieces.length; count > 0; count--) {
    const text = lead + dressed(scene, pieces.slice(0, count));
    if (count > 1 && text.length > wanted) continue;
    if (text.length + ending.length <= MAX_POST_LENGTH) return text + ending;
    if (text.length <= MAX_POST_LENGTH && count === 1) return text;
  }
  return undefined;
}
