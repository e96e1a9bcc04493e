// Posts of one's own accord: a thought, something that came to mind, a goal.
import { abs, max, min } from "../../core/math.ts";
import { ambition } from "./ambition.ts";
import {
  aside,
  claim,
  core,
  type Draft,
  goalBehind,
  keyTerm,
  type Scene,
  sentence,
  subjectOfBrief,
  subjectOfText,
  tail,
  thought,
} from "./draft.ts";
import { capitalise, expand } from "./expand.ts";
import { threads } from "./quotes.ts";
import { recollect } from "./recollection.ts";
import type { Subject } from "./topics.ts";
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
function nextExtra(scene: Scene, isFramed: boolean): Extra {
  const { pen, voice, brief } = scene;
  const length = voice.sentenceLength;
  const drawn = pen.take(`extras.${length}`, EXTRAS[length]) ?? "none";
  if (isFramed || brief.mood === "neutral") return drawn;
  if (isCalm(brief.mood) && (drawn === "term" || drawn === "aside")) return drawn;
  return pen.chance("mood", moodShare(scene)) ? "tail" : drawn;
}

/** How often a post takes up a memory or a goal, where one can be said. */
const MEMORY_SHARE = 0.4;
const GOAL_SHARE = 0.12;
const ASKED_SHARE = 0.5;

/** A thought about one of the speaker's subjects, something that came to mind, or a goal. */
export function draftPost(scene: Scene): Draft {
  const { pen } = scene;
  const asked = goalBehind(scene);
  const isFree = asked === undefined && pen.chance("memory", MEMORY_SHARE);
  const memory = isFree ? recollect(scene) : undefined;
  if (memory) {
    const subject = memory.subject ?? subjectOfBrief(scene);
    const { text, source } = memory;
    return { pieces: present([text, ...thoughtsAfter(scene, subject)]), subject, source };
  }
  const isDriven = pen.chance("goal", asked === undefined ? GOAL_SHARE : ASKED_SHARE);
  const goal = isDriven
    ? ambition(scene, asked ?? pen.take("goals", scene.brief.goals ?? []))
    : undefined;
  if (goal !== undefined) {
    const subject = subjectOfText(scene, goal) ?? subjectOfBrief(scene);
    return { pieces: present([goal, ...thoughtsAfter(scene, subject)]), subject };
  }
  return draftThought(scene);
}

/** What follows a memory or a goal: a thought on the same subject, and the mood. */
function thoughtsAfter(scene: Scene, subject: Subject): readonly (string | undefined)[] {
  const { pen, brief } = scene;
  const isMoody = brief.mood !== "neutral" && pen.chance("mood", moodShare(scene));
  const isClaim = pen.chance("claim", isMoody ? 0.4 : 0.75);
  return [isClaim ? sentence(claim(scene, subject)) : undefined, isMoody ? tail(scene) : undefined];
}

/** How strong the mood is, from 0.6 to 1.4; 1 where the brief has no figures. */
function strength({ brief: { vad } }: Scene): number {
  return vad ? 0.6 + 0.8 * max(abs(vad.valence), vad.arousal) : 1;
}
const moodShare = (scene: Scene): number => min(1, MOOD_SHARE * strength(scene));

function draftThought(scene: Scene): Draft {
  const { pen, register, voice, brief } = scene;
  const subject = subjectOfBrief(scene);
  const shape = pen.take(`${brief.mood}.shapes`, register.shapes) ?? "claim";
  const canBeBare = shape === "claim" || shape === "event";
  const isBare = canBeBare && pen.chance("bare", BARE_SHARE[brief.mood] / strength(scene));
  const heart = isBare ? bareThought(scene, subject, shape) : core(scene, subject, shape);
  const extra = nextExtra(scene, !isBare && shape !== "tale");
  const isLong = voice.sentenceLength === "long" && extra === "second";
  const last = isLong && pen.chance("last", 0.5) ? tail(scene) : undefined;
  const pieces = present([heart, extraPiece(scene, subject, extra), last]);
  return { pieces: [...pieces, ...padding(scene, subject, pieces)], subject };
}

/** Below this share of the length asked for, a text gets another thought. */
const SHORT_OF = 0.6;

function padding(scene: Scene, subject: Subject, pieces: readonly string[]): readonly string[] {
  const { length = 0 } = scene.brief;
  const added: string[] = [];
  for (let count = 0; count < MAX_PADDING; count++) {
    if ([...pieces, ...added].join(" ").length >= SHORT_OF * length) break;
    added.push(sentence(claim(scene, subject)));
  }
  return added;
}
const MAX_PADDING = 2;

/** A thought without a frame, for the mood to follow in a sentence of its own. */
function bareThought(scene: Scene, subject: Subject, shape: "claim" | "event"): string {
  if (shape === "claim") return sentence(claim(scene, subject));
  const list = scene.pen.take(`${scene.brief.mood}.events`, scene.register.events) ?? "joys";
  return sentence(
    list === "fears" ? `what if ${thought(scene, subject, list)}?` : thought(scene, subject, list),
  );
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
