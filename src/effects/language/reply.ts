// Answers to somebody: what is said first, what is added, and how warm it is.
import { type Bond, bondOf, greeting, sharedPast } from "./bond.ts";
import { cold, coldClosings } from "./bond-frames.ts";
import {
  claim,
  type Draft,
  ownSubject,
  type Scene,
  sentence,
  subjectOfText,
  thought,
} from "./draft.ts";
import { type Echo, findEcho } from "./echo.ts";
import { expand } from "./expand.ts";
import { nameOf } from "./names.ts";
import { freshClaim, isSad, opening, wordSlots } from "./opening.ts";
import { type Recollection, recollect } from "./recollection.ts";
import { content } from "./register-content.ts";
import { answers } from "./replies.ts";
import {
  changeFrom,
  endOf,
  farewell,
  isStuckOn,
  lookBack,
  summarise,
  takesPart,
  toThePoint,
  wornWords,
} from "./talk.ts";
import type { Subject } from "./topics.ts";
import type { Answered, Mood } from "./voice.ts";

type Follow = "none" | "claim" | "tail" | "question";

const FOLLOWS: Readonly<Record<"short" | "medium" | "long", readonly Follow[]>> = {
  short: ["none", "none", "claim", "none", "tail"],
  medium: ["claim", "none", "tail", "claim", "none", "question", "claim"],
  long: ["claim", "claim", "tail", "question", "claim"],
};
/** How often a bare answer in a mood is followed by something that shows the mood. */
const MOOD_SHARE = 0.5;

function following(scene: Scene, text: string, subject: Subject | undefined): string | undefined {
  const { voice, pen, brief } = scene;
  const length = voice.sentenceLength;
  const drawn = pen.take(`follows.${length}`, FOLLOWS[length]) ?? "none";
  const isMoody = brief.mood !== "neutral" && pen.chance("mood", MOOD_SHARE);
  const follow = drawn === "none" && isMoody ? "tail" : drawn;
  if (follow === "none") return undefined;
  if (follow === "claim" && subject) return sentence(freshClaim(scene, subject, text));
  if (follow === "question" && subject) {
    return sentence(`${thought(scene, subject, "questions")}?`);
  }
  const [bag, tails] = tailsFor(scene, text);
  return expand(pen.take(`${bag}.answers`, tails) ?? "", pen);
}

/** Nobody claps at a sad text, however elated. */
const tailsFor = ({ brief, register }: Scene, text: string): readonly [Mood, readonly string[]] =>
  brief.mood === "elated" && isSad(text)
    ? ["content", content.answerTails]
    : [brief.mood, register.answerTails];

/** The first sentence of an answer, and whether it ends the exchange. */
interface Answer {
  readonly text: string;
  readonly subject: Subject | undefined;
  readonly isEnd: boolean;
}

/** How often a conversation that passes a word on for ever is led elsewhere rather than to another word of it. */
const CHANGE_SHARE = 0.5;

function answerTo(scene: Scene, answered: Answered, bond: Bond): Answer {
  const { pen, refuses } = scene;
  const { text } = answered;
  const subject = subjectOfText(scene, text);
  const any = findEcho({ text, subject, takes: "any" }, pen, refuses);
  const end = takesPart(scene) ? ending(scene, answered, { echo: any, bond }) : undefined;
  if (end !== undefined) return { text: end, subject, isEnd: true };
  const isStuck = isStuckOn(scene, any);
  const echo = freshEcho(scene, { text, subject, any }, isStuck);
  if (bond === "foe") {
    const first = coldAnswer(scene, answered, echo) ?? opening(scene, answered, echo, subject);
    return { text: first, subject, isEnd: false };
  }
  const isDue = isStuck && any.kind === "noun" && takesPart(scene);
  if (isDue && pen.chance("change", CHANGE_SHARE)) return elsewhere(scene, answered, any.word);
  return { text: opening(scene, answered, echo, subject), subject, isEnd: false };
}

/** A shorter word is no better than a worn one. */
const MIN_FRESH = 3;

/** A noun that has not gone round, else another word where all are sick of the noun, else the word at hand. */
function freshEcho(
  scene: Scene,
  {
    text,
    subject,
    any,
  }: { readonly text: string; readonly subject: Subject | undefined; readonly any: Echo },
  isStuck: boolean,
): Echo {
  const isWorn = wornWords(scene);
  const fresh = findEcho(
    { text, subject, takes: "any" },
    scene.pen,
    (phrase) => scene.refuses(phrase) || isWorn(phrase.replace(/^the /, "")),
  );
  if (fresh.kind === "noun") return fresh;
  const isBetter = fresh.kind === "word" && fresh.word.length >= MIN_FRESH;
  return isBetter && (isStuck || any.kind !== "noun") ? fresh : any;
}

/** The last words of one who has taken part. */
function ending(
  scene: Scene,
  answered: Answered,
  { echo, bond }: { readonly echo: Echo; readonly bond: Bond },
): string | undefined {
  const isCold = bond === "foe";
  const reply = isCold ? undefined : farewell(scene, answered, echo);
  return reply ?? endOf(scene, answered, { echo, isCold });
}

const isSpoken = (echo: Echo): echo is Echo & { readonly kind: "noun" | "word" } =>
  echo.kind === "noun" || echo.kind === "word";

function elsewhere(scene: Scene, answered: Answered, worn: string): Answer {
  const subject = ownSubject(scene, "mine");
  const away = changeFrom(scene, answered, worn);
  return { text: `${away} ${sentence(claim(scene, subject))}`, subject, isEnd: true };
}

/** How often somebody one cannot stand gets a cold answer rather than a doubt like everybody. */
const COLD_SHARE = 0.8;

function coldAnswer(scene: Scene, answered: Answered, echo: Echo): string | undefined {
  const { pen } = scene;
  const point = echo.kind === "noun" ? undefined : toThePoint(scene, answered);
  if (point !== undefined || !isSpoken(echo)) return point;
  const [bag, frames]: readonly [string, readonly string[]] = pen.chance("cold", COLD_SHARE)
    ? [`cold.${echo.kind}`, cold[echo.kind]]
    : [`doubt.${echo.kind}`, answers.doubt[echo.kind]];
  return expand(pen.take(bag, frames) ?? "{W}.", pen, wordSlots(echo, nameOf(answered.from)));
}

const COLD_CLOSING_SHARE = 0.35;
const BACK_SHARE = 0.35;
const SHARED_SHARE = 0.35;
/** How often an answer takes up a memory, where one can be said. */
const MEMORY_SHARE = 0.45;

const NOTHING: Addition = {};

interface Addition {
  readonly text?: string | undefined;
  readonly source?: Recollection["source"];
}

/** What follows the first sentence: something further up, something shared, something remembered, or a thought. */
function addition(
  scene: Scene,
  answered: Answered,
  { bond, subject }: { readonly bond: Bond; readonly subject: Subject | undefined },
): Addition {
  const { pen } = scene;
  if (bond === "foe") {
    const closes = pen.chance("cold-closing", COLD_CLOSING_SHARE);
    return closes ? { text: expand(pen.take("cold.closings", coldClosings) ?? "", pen) } : {};
  }
  const past =
    (pen.chance("back", BACK_SHARE) ? lookBack(scene, answered) : undefined) ??
    (bond === "friend" && pen.chance("shared", SHARED_SHARE) ? sharedPast(scene) : undefined);
  if (past !== undefined) return { text: past };
  const isOpen = bond !== "stranger" && pen.chance("memory", MEMORY_SHARE);
  const memory = isOpen ? recollect(scene) : undefined;
  return memory ?? { text: following(scene, answered.text, subject) };
}

/** How often one who is known is called by name at the end of the first sentences. */
const CALL_SHARE = 0.3;
/** After longer sentences a name comes as an afterthought. */
const MAX_CALLED = 70;

function calling(
  { pen }: Scene,
  { from }: Answered,
  { text, rest, bond }: { readonly text: string; readonly rest: string; readonly bond: Bond },
): string {
  const name = nameOf(from);
  const isCalled = bond !== "foe" && bond !== "unknown" && pen.chance("call", CALL_SHARE);
  if (!isCalled || text.length > MAX_CALLED || `${text} ${rest}`.includes(name)) return text;
  return text.replace(/(?<=\p{L})([.?!])$/u, `, ${name}$1`);
}

const isSaid = (piece: string | undefined): piece is string => piece !== undefined && piece !== "";

/** An answer: a stance on one word of the text, and perhaps a thought of one's own; warm or cool by who is answered. */
export function draftReply(scene: Scene, answered: Answered): Draft {
  const isAsked = scene.brief.isContextQuestion && answered.text.includes("?");
  const summary = isAsked ? summarise(scene, answered) : undefined;
  if (summary !== undefined) return { pieces: [summary], subject: undefined };
  const bond = bondOf(scene.brief.standing);
  const { text, subject, isEnd } = answerTo(scene, answered, bond);
  const { text: more, source } = isEnd ? NOTHING : addition(scene, answered, { bond, subject });
  const near = bond === "stranger" && takesPart(scene) ? "known" : bond;
  const around = greeting(scene, near, `${text} ${more ?? ""}`);
  const hello = isEnd ? undefined : around.opening;
  const rest = [hello, more, around.closing].filter(isSaid).join(" ");
  const first = [hello, calling(scene, answered, { text, rest, bond })].filter(isSaid).join(" ");
  return { pieces: [first, more, around.closing].filter(isSaid), subject, source };
}
