// Answers to somebody, and comments on what somebody said.
import type { Stance } from "./asides.ts";
import {
  claim,
  type Draft,
  familiesOf,
  ownSubject,
  type Scene,
  sentence,
  subjectOfText,
  tail,
  thing,
  thought,
} from "./draft.ts";
import { type Echo, findEcho } from "./echo.ts";
import { capitalise, expand, type Slots } from "./expand.ts";
import { numbered } from "./plural.ts";
import { quoteNouns, quoteWords } from "./quotes.ts";
import { answers, toNoWords, toSmallWords } from "./replies.ts";
import type { Subject } from "./topics.ts";
import type { Answered, Mood } from "./voice.ts";

/** The stances of a mood, the likelier the more often they are listed. */
const STANCES: Readonly<Record<Mood, readonly Stance[]>> = {
  neutral: ["agree", "doubt", "ask", "tease", "fact", "share", "thank"],
  content: ["agree", "thank", "fact", "share", "thank", "ask"],
  elated: ["agree", "thank", "share", "ask", "agree", "fact"],
  gloomy: ["agree", "doubt", "share", "fact", "share"],
  irritated: ["doubt", "tease", "doubt", "ask", "fact"],
  anxious: ["ask", "doubt", "ask", "thank", "share", "agree"],
};
const SAD =
  /\b(?:sad|sorry|lost|gone|died|dead|alone|cry|cried|broke|broken|miss|worse|worst|grey|dark|rain|rained|funeral|tired|afraid|worried|wrong|no use|might have known|of course)\b/i;
const GLAD = /!|\b(?:best|lovely|happy|love|glad|joy|won|beautiful|danced|thank|smiled|at last)\b/i;

/** The irritated do not thank, whatever their nature. */
const isTooKind = ({ brief }: Scene, stance: Stance): boolean =>
  brief.mood === "irritated" && (stance === "thank" || stance === "console");

/** What may be said to a text depends on how it sounds: comfort for the sad, no thanks for them. */
function stancesFor(scene: Scene, text: string): readonly Stance[] {
  const own = familiesOf(scene.voice).flatMap((family) => family.stances);
  const stances = [...STANCES[scene.brief.mood], ...own.filter((it) => !isTooKind(scene, it))];
  if (/\?["')\s]*$/.test(text)) return ["answer", "answer", "answer", "ask", "doubt", "share"];
  if (SAD.test(text)) {
    const soft = stances.filter((stance) => stance !== "thank" && stance !== "answer");
    return scene.brief.mood === "irritated" ? soft : [...soft, "console", "console"];
  }
  const plain = stances.filter((stance) => stance !== "console" && stance !== "answer");
  return GLAD.test(text) ? [...plain, "thank", "agree"] : plain;
}

const MAX_NAME = 20;

/** A first name for an id, an address or a handle. */
function nameOf(from: string): string {
  const name = from.replace(/^(?:agent:|@)+/, "").split(/[\s,]/)[0] ?? "";
  return capitalise(name.slice(0, MAX_NAME)) || "Friend";
}

/** The slots that take the word up; undefined when there is none. */
function wordSlots(echo: Echo, from: string): Slots {
  switch (echo.kind) {
    case "noun":
      return { from, w: echo.word, ...numbered(echo.word) };
    case "word":
    case "small":
      return { from, w: echo.word };
    case "none":
      return { from };
  }
}

/** A claim about a subject that the answered text has not just made. */
function freshClaim(scene: Scene, subject: Subject, text: string): string {
  const said = text.toLowerCase();
  const first = claim(scene, subject);
  return said.includes(first.toLowerCase()) ? claim(scene, subject) : first;
}

/** An opening is taken to parrot the answered text when so many characters are equal. */
const PARROT = 14;
const MAX_OPENINGS = 3;

/** The sentence that takes up the text; not one that begins like the text itself. */
function opening(
  scene: Scene,
  answered: Answered,
  echo: Echo,
  subject: Subject | undefined,
): string {
  const said = answered.text.toLowerCase();
  let first = "";
  for (let attempt = 0; attempt < MAX_OPENINGS; attempt++) {
    first = openingOnce(scene, answered, echo, subject);
    if (!said.includes(first.slice(0, PARROT).toLowerCase())) return first;
  }
  return first;
}

function openingOnce(
  scene: Scene,
  answered: Answered,
  echo: Echo,
  subject: Subject | undefined,
): string {
  const { pen } = scene;
  const slots = wordSlots(echo, nameOf(answered.from));
  if (echo.kind === "none") return expand(pen.take("no-words", toNoWords) ?? "{from}.", pen, slots);
  if (echo.kind === "small") {
    return expand(pen.take("small-words", toSmallWords) ?? "{from}.", pen, slots);
  }
  const drawn = pen.one("stance", stancesFor(scene, answered.text)) ?? "agree";
  const stance = drawn === "fact" && !subject ? "agree" : drawn;
  const frame = pen.take(`${stance}.${echo.kind}`, answers[stance][echo.kind]) ?? "{W}.";
  return expand(frame, pen, {
    ...slots,
    ...(frame.includes("{x}") && subject && { x: freshClaim(scene, subject, answered.text) }),
    ...(frame.includes("{mine}") && { mine: thing(scene, ownSubject(scene, "mine"), echo.word) }),
  });
}

type Follow = "none" | "claim" | "tail" | "question";

const FOLLOWS: Readonly<Record<"short" | "medium" | "long", readonly Follow[]>> = {
  short: ["none", "none", "claim", "none", "tail"],
  medium: ["claim", "none", "tail", "claim", "none", "question", "claim"],
  long: ["claim", "claim", "tail", "question", "claim"],
};
/** How often a bare answer in a mood is followed by something that shows the mood. */
const MOOD_SHARE = 0.5;

function following(scene: Scene, text: string, subject: Subject | undefined): string | undefined {
  const { voice, pen, register, brief } = scene;
  const length = voice.sentenceLength;
  const drawn = pen.take(`follows.${length}`, FOLLOWS[length]) ?? "none";
  const isMoody = brief.mood !== "neutral" && pen.chance("mood", MOOD_SHARE);
  const follow = drawn === "none" && isMoody ? "tail" : drawn;
  if (follow === "none") return undefined;
  if (follow === "claim" && subject) return sentence(freshClaim(scene, subject, text));
  if (follow === "question" && subject) {
    return sentence(`${thought(scene, subject, "questions")}?`);
  }
  return expand(pen.take(`${brief.mood}.answers`, register.answerTails) ?? "", pen);
}

/** An answer: a stance on one word of the text, and perhaps a thought of one's own. */
export function draftReply(scene: Scene, answered: Answered): Draft {
  const subject = subjectOfText(scene, answered.text);
  const echo = findEcho({ text: answered.text, subject, takes: "any" }, scene.pen, scene.refuses);
  const first = opening(scene, answered, echo, subject);
  const second = following(scene, answered.text, subject);
  return { pieces: second === undefined ? [first] : [first, second], subject };
}

/** A comment for one's own readers above somebody's text. */
export function draftQuote(scene: Scene, answered: Answered): Draft {
  const { pen } = scene;
  const subject = subjectOfText(scene, answered.text);
  const echo = findEcho({ text: answered.text, subject, takes: "any" }, pen, scene.refuses);
  if (echo.kind === "none" || echo.kind === "small") return draftReply(scene, answered);
  const [bag, frames] =
    echo.kind === "noun" ? ["quote.noun", quoteNouns] : ["quote.word", quoteWords];
  const slots = wordSlots(echo, nameOf(answered.from));
  const first = expand(pen.take(bag, frames) ?? "{W}.", pen, slots);
  const isOwn = subject !== undefined && pen.chance("own", 0.5);
  const second = isOwn ? sentence(freshClaim(scene, subject, answered.text)) : tail(scene);
  return { pieces: [first, second], subject };
}
