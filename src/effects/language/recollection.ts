// What comes to mind while one writes: a memory of the brief, taken up by a word of it or as a sentence of one's own.

import { shareWord } from "../../persona/words.ts";
import type { Scene } from "./draft.ts";
import { subjectOfText } from "./draft.ts";
import { type Echo, findEcho, wordsOf } from "./echo.ts";
import { capitalise, expand } from "./expand.ts";
import { toFirstPerson } from "./first-person.ts";
import { firstNameOf, isSelf, nameOf } from "./names.ts";
import {
  type BySpirits,
  concluded,
  happened,
  heard,
  heardAlike,
  heardElsewhere,
  heardFromYou,
  heardInMood,
  lived,
  type Sayings,
  told,
  written,
} from "./recollection-frames.ts";
import { textHash } from "./text-hash.ts";
import { type Subject, subjectOfWords } from "./topics.ts";
import type { Brief } from "./voice.ts";

type Memory = NonNullable<Brief["memories"]>[number];

/** A sentence that takes a memory up, and what it is about. */
export interface Recollection {
  readonly text: string;
  readonly subject: Subject | undefined;
  /** Hash of the memory, so that it is not told again soon. */
  readonly source: number;
}

/** How one's own memories begin, as the persona keeps them. */
const WRITTEN = /^I wrote: /;
const TOLD = /^I told (\S{1,64}): /;
/** A conclusion of one's own that may be said as it is. */
const CONCLUSION = /^(?:I|My|When|Since|With|Half|If|Perhaps|There|A)\b[^"“”\n]{10,110}[.]$/;
/** Where half of the memories of a mood are put in its own words. */
const MOOD_SHARE = 0.6;

/** A memory that has not been told lately, put into words; undefined when none can be said safely. */
export function recollect(scene: Scene): Recollection | undefined {
  const { memories = [] } = scene.brief;
  const fresh = memories.filter(({ text }) => !scene.told.includes(textHash(text)));
  const memory = scene.pen.one("memory", toThePoint(scene, fresh));
  if (memory === undefined) return undefined;
  const about = contentOf(memory);
  const subject = subjectOfText(scene, about);
  const echo = findEchoOf(scene, about, subject);
  const text = isOfAnswered(scene, echo) ? alike(scene, memory) : inWords(scene, memory, echo);
  if (text === undefined || scene.refuses(text)) return undefined;
  return { text, subject, source: textHash(memory.text) };
}

const contentOf = ({ text }: Memory): string => text.replace(WRITTEN, "").replace(TOLD, "");

/** An answer takes up what belongs to it, or what the other once said; a post may also come from nowhere. */
function toThePoint({ brief }: Scene, memories: readonly Memory[]): readonly Memory[] {
  const { topic, news, replyTo } = brief;
  const cue = [topic, news, replyTo?.text].filter((it) => it !== undefined).join(" ");
  const subject = subjectOfWords(wordsOf(cue).all);
  const belongs = (memory: Memory): boolean => {
    const content = contentOf(memory);
    const own = subject && subjectOfWords(wordsOf(content).all);
    return shareWord(content, cue) || (own !== undefined && own === subject);
  };
  const close = memories.filter(belongs);
  if (close.length > 0 || replyTo === undefined) return close.length > 0 ? close : memories;
  return memories.filter(({ from }) => from !== undefined && nameOf(from) === nameOf(replyTo.from));
}

const findEchoOf = ({ pen, refuses }: Scene, text: string, subject: Subject | undefined): Echo =>
  findEcho({ text, subject, takes: "first" }, pen, refuses);

/** A memory of the very thing that the answered text is about: a word of it would only come twice. */
function alike(scene: Scene, memory: Memory): string | undefined {
  const { pen, brief, voice } = scene;
  const { from } = memory;
  const isOwn = from === undefined || isSelf(voice, from);
  const who = isOwn ? "" : nameOf(from);
  const isYou = brief.replyTo !== undefined && nameOf(brief.replyTo.from) === who;
  if (isOwn && !WRITTEN.test(memory.text) && !TOLD.test(memory.text)) return undefined;
  const kind = isOwn ? "own" : isYou ? "you" : "elsewhere";
  return expand(pen.take(`alike.${kind}`, heardAlike[kind]) ?? "", pen, { who });
}

function isOfAnswered({ brief }: Scene, echo: Echo): boolean {
  return echo.kind === "noun" && wordsOf(brief.replyTo?.text ?? "").all.includes(echo.word);
}

function inWords(scene: Scene, memory: Memory, echo: Echo): string | undefined {
  const { from, text, kind } = memory;
  if (from !== undefined && !isSelf(scene.voice, from)) return saidBy(scene, from, echo);
  if (WRITTEN.test(text)) return ofNoun(scene, ...bySpirits(scene, "written", written), echo);
  const whom = TOLD.exec(text)?.[1];
  if (whom !== undefined) return ofTold(scene, whom, echo);
  const sentence = kind === "general" ? undefined : toFirstPerson(text, firstNameOf(scene.voice));
  if (sentence !== undefined) return ofSentence(scene, sentence);
  if (kind === "general") {
    if (!CONCLUSION.test(text)) return undefined;
    return expand(scene.pen.take("concluded", concluded) ?? "{s}", scene.pen, { s: text });
  }
  return kind === "event" && !/^A moment of /.test(text)
    ? ofNoun(scene, "happened", happened, echo)
    : undefined;
}

function bySpirits(
  { brief }: Scene,
  name: string,
  frames: BySpirits,
): readonly [bag: string, frames: readonly string[]] {
  switch (brief.mood) {
    case "neutral":
    case "content":
      return [name, frames.plain];
    case "elated":
      return [`${name}.high`, frames.high];
    case "gloomy":
    case "irritated":
    case "anxious":
      return [`${name}.low`, frames.low];
  }
}

function ofSentence({ pen, brief }: Scene, s: string): string {
  return expand(pen.take(`${brief.mood}.lived`, lived[brief.mood]) ?? "{s}", pen, { s });
}

function ofNoun(
  { pen }: Scene,
  bag: string,
  frames: readonly string[],
  echo: Echo,
): string | undefined {
  if (echo.kind !== "noun") return undefined;
  return expand(pen.take(bag, frames) ?? "", pen, { n: echo.word });
}

/** What was told to somebody else; to the one who is answered it would be no news. */
function ofTold(scene: Scene, whom: string, echo: Echo): string | undefined {
  const who = nameOf(whom);
  const { replyTo } = scene.brief;
  if (echo.kind !== "noun" || (replyTo && nameOf(replyTo.from) === who)) return undefined;
  const [bag, frames] = bySpirits(scene, "told", told);
  return expand(scene.pen.take(bag, frames) ?? "", scene.pen, { n: echo.word, who });
}

/** A word that bears quotation marks: no name, nothing short. */
const QUOTABLE = /^[a-z]{5,}$/;

function saidBy(scene: Scene, from: string, echo: Echo): string | undefined {
  const { pen, brief } = scene;
  if (echo.kind !== "noun" && !(echo.kind === "word" && QUOTABLE.test(echo.word))) return undefined;
  const who = nameOf(from);
  const slots = { who: capitalise(who), n: echo.word, w: echo.word };
  const isYou = brief.replyTo !== undefined && nameOf(brief.replyTo.from) === who;
  const [bag, sayings]: readonly [string, Sayings] =
    brief.replyTo === undefined
      ? ["heard", heard]
      : isYou
        ? ["from-you", heardFromYou]
        : ["elsewhere", heardElsewhere];
  const moody = brief.replyTo === undefined ? heardInMood[brief.mood] : undefined;
  if (echo.kind === "noun" && moody && pen.chance("memory-mood", MOOD_SHARE))
    return expand(pen.take(`${brief.mood}.heard`, moody) ?? "", pen, slots);
  return expand(pen.take(`${bag}.${echo.kind}`, sayings[echo.kind]) ?? "", pen, slots);
}
