// The first sentence of an answer: a stance on one word of the text.
import { toneOf } from "../../persona/tone.ts";
import type { Stance } from "./asides.ts";
import { bondOf } from "./bond.ts";
import { claim, familiesOf, ownSubject, type Scene, thing } from "./draft.ts";
import type { Echo } from "./echo.ts";
import { expand, type Slots } from "./expand.ts";
import { nameOf } from "./names.ts";
import { numbered } from "./plural.ts";
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
/** Whether a text asks for comfort rather than applause. */
export const isSad = (text: string): boolean => SAD.test(text) || toneOf(text) < -0.3;

const GLAD = /!|\b(?:best|lovely|happy|love|glad|joy|won|beautiful|danced|thank|smiled|at last)\b/i;

/** The irritated do not thank, whatever their nature. */
const isTooKind = ({ brief }: Scene, stance: Stance): boolean =>
  brief.mood === "irritated" && (stance === "thank" || stance === "console");

/** What one hardly says to a friend, and what one says more often. */
const DISTANT: readonly Stance[] = ["doubt", "answer", "console"];
const WARM: readonly Stance[] = ["thank", "agree", "thank"];

/** What may be said to a text depends on how it sounds: comfort for the sad, no thanks for them. */
function stancesFor(scene: Scene, text: string): readonly Stance[] {
  const own = familiesOf(scene.voice).flatMap((family) => family.stances);
  const stances = [...STANCES[scene.brief.mood], ...own.filter((it) => !isTooKind(scene, it))];
  if (/\?["')\s]*$/.test(text)) return ["answer", "answer", "answer", "ask", "doubt", "share"];
  if (isSad(text)) {
    const soft = stances.filter((stance) => stance !== "thank" && stance !== "answer");
    return scene.brief.mood === "irritated" ? soft : [...soft, "console", "console"];
  }
  if (bondOf(scene.brief.standing) === "friend" && scene.brief.mood !== "irritated")
    return [...stances.filter((stance) => !DISTANT.includes(stance)), ...WARM];
  const plain = stances.filter((stance) => stance !== "console" && stance !== "answer");
  return GLAD.test(text) ? [...plain, "thank", "agree"] : plain;
}

/** The slots that take the word up; undefined when there is none. */
export function wordSlots(echo: Echo, from: string): Slots {
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
export function freshClaim(scene: Scene, subject: Subject, text: string): string {
  const said = text.toLowerCase();
  const first = claim(scene, subject);
  return said.includes(first.toLowerCase()) ? claim(scene, subject) : first;
}

/** An opening is taken to parrot the answered text when so many characters are equal. */
const PARROT = 14;
const MAX_OPENINGS = 3;

/** The sentence that takes up the text; not one that begins like the text itself. */
export function opening(
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
