// Posts of one's own accord: a thought, a reaction to a headline, a story in three parts.
import {
  allowedSubject,
  aside,
  claim,
  core,
  type Draft,
  framed,
  keyTerm,
  ownSubject,
  type Scene,
  sentence,
  subjectOfBrief,
  subjectOfText,
  tail,
  thing,
  thought,
} from "./draft.ts";
import { findEcho } from "./echo.ts";
import { capitalise, expand } from "./expand.ts";
import { headlineAngles, headlineFrames } from "./headlines.ts";
import { numbered } from "./plural.ts";
import { threads } from "./quotes.ts";
import { isUnknown, type Subject, subjectNamed } from "./topics.ts";
import type { Mood } from "./voice.ts";

type Extra = "none" | "tail" | "aside" | "second" | "term";

/** What follows the first thought, by the length of the speaker's sentences. */
const EXTRAS: Readonly<Record<"short" | "medium" | "long", readonly Extra[]>> = {
  short: ["none", "term", "none", "tail", "none", "none", "aside", "none", "none", "term"],
  medium: [
    "none",
    "tail",
    "second",
    "term",
    "none",
    "aside",
    "tail",
    "none",
    "second",
    "term",
    "none",
  ],
  long: ["second", "tail", "second", "none", "second", "aside", "tail", "second", "term"],
};
/** How often a thought that does not show the mood is followed by something that does. */
const MOOD_SHARE = 0.85;
/** How often a claim or a happening goes without a frame: the calmer the mood, the more it speaks for itself. */
const BARE_SHARE: Readonly<Record<Mood, number>> = {
  neutral: 0.65,
  content: 0.5,
  elated: 0.3,
  gloomy: 0.4,
  irritated: 0.3,
  anxious: 0.25,
};
/** Only the calm have time for remarks on themselves. */
const isCalm = (mood: Mood): boolean => mood === "neutral" || mood === "content";

function extraPiece(scene: Scene, subject: Subject, extra: Extra): string | undefined {
  switch (extra) {
    case "none":
      return undefined;
    case "tail":
      return tail(scene);
    case "aside":
      return isCalm(scene.brief.mood) ? aside(scene) : tail(scene);
    case "second":
      return sentence(claim(scene, subject));
    case "term":
      return isCalm(scene.brief.mood) ? keyTerm(scene) : tail(scene);
  }
}

const present = (pieces: readonly (string | undefined)[]): readonly string[] =>
  pieces.filter((piece): piece is string => piece !== undefined && piece !== "");

/** What comes after the first thought: the bag's next, unless the mood has still to be shown. */
function nextExtra({ pen, voice, brief }: Scene, isFramed: boolean): Extra {
  const length = voice.sentenceLength;
  const drawn = pen.take(`extras.${length}`, EXTRAS[length]) ?? "none";
  if (isFramed || brief.mood === "neutral") return drawn;
  if (isCalm(brief.mood) && (drawn === "term" || drawn === "aside")) return drawn;
  return pen.chance("mood", MOOD_SHARE) ? "tail" : drawn;
}

/** A thought about one of the speaker's subjects. */
export function draftPost(scene: Scene): Draft {
  const { pen, register, voice, brief } = scene;
  const subject = subjectOfBrief(scene);
  const shape = pen.take(`${brief.mood}.shapes`, register.shapes) ?? "claim";
  const canBeBare = shape === "claim" || shape === "event";
  const isBare = canBeBare && pen.chance("bare", BARE_SHARE[brief.mood]);
  const heart = isBare ? bareThought(scene, subject, shape) : core(scene, subject, shape);
  const extra = nextExtra(scene, !isBare && shape !== "tale");
  const isLong = voice.sentenceLength === "long" && extra === "second";
  const last = isLong && pen.chance("last", 0.5) ? tail(scene) : undefined;
  return { pieces: present([heart, extraPiece(scene, subject, extra), last]), subject };
}

/** A thought without a frame, for the mood to follow in a sentence of its own. */
function bareThought(scene: Scene, subject: Subject, shape: "claim" | "event"): string {
  if (shape === "claim") return sentence(claim(scene, subject));
  const list = scene.pen.take(`${scene.brief.mood}.events`, scene.register.events) ?? "joys";
  return sentence(
    list === "fears" ? `what if ${thought(scene, subject, list)}?` : thought(scene, subject, list),
  );
}

/** A headline read, and what it means at home. */
export function draftNews(scene: Scene, news: string): Draft {
  const { pen, register } = scene;
  const headline = news
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.!?]+$/, "");
  const named = scene.brief.topic === undefined ? undefined : subjectNamed(scene.brief.topic);
  const known = named && !isUnknown(named) ? allowedSubject(named, scene) : undefined;
  const of = known ?? subjectOfText(scene, headline);
  const echo = findEcho({ text: headline, subject: of, takes: "first" }, pen, scene.refuses);
  const reaction =
    echo.kind === "noun"
      ? framed(scene, "news", register.newsFrames, numbered(echo.word))
      : expand(pen.take("headlines", headlineFrames) ?? "", pen, { news: headline });
  return {
    pieces: present([reaction, angle(scene, of, echo.kind === "noun" ? echo.word : "")]),
    subject: of,
  };
}

function angle(scene: Scene, subject: Subject | undefined, noun: string): string | undefined {
  const { pen } = scene;
  if (pen.chance("angle", 0.3)) return undefined;
  if (subject && pen.chance("claim", 0.4)) return sentence(claim(scene, subject));
  const mine = thing(scene, ownSubject(scene, "mine"), noun === "" ? undefined : noun);
  return expand(pen.take("angles", headlineAngles) ?? "", pen, { mine });
}

/** Three short clauses about one subject, for a thread within one post. */
export function draftDigest(scene: Scene): Draft {
  const subject = subjectOfBrief(scene);
  const short: Scene = { ...scene, voice: { ...scene.voice, sentenceLength: "short" } };
  const list = (["facts", "opinions", "facts"] as const).map((name) =>
    thought(short, subject, name),
  );
  const [a = "", b = "", c = ""] = list;
  const frame = scene.pen.take("threads", threads) ?? "{A}. {B}. {C}.";
  return {
    pieces: present([
      capitalise(expand(frame, scene.pen, { topic: subject.name, a, b, c })),
      scene.brief.mood === "neutral" ? undefined : tail(scene),
    ]),
    subject,
  };
}
