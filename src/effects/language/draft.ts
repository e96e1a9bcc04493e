// What every kind of text is made of: the scene it is written in, and thoughts about a subject.
import { type TraitFamily, traitFamilies } from "./asides.ts";
import { wordsOf } from "./echo.ts";
import { capitalise, close, expand, inflect, type Slots } from "./expand.ts";
import { termFrames } from "./headlines.ts";
import type { Pen } from "./pen.ts";
import type { Register, Shape } from "./register.ts";
import { isLexiconNoun, isUnknown, type Subject, subjectNamed, subjectOfWords } from "./topics.ts";
import type { Brief, Voice } from "./voice.ts";

/** All that a text is written from. */
export interface Scene {
  readonly voice: Voice;
  readonly brief: Brief;
  readonly register: Register;
  readonly pen: Pen;
  readonly refuses: (text: string) => boolean;
  /** Hashes of the memories that were told lately. */
  readonly told: readonly number[];
}

/** A text before its style: the first piece must stay, the others go first when it is too long. */
export interface Draft {
  readonly pieces: readonly string[];
  readonly subject: Subject | undefined;
  /** Stands before the text, such as the number of a part. */
  readonly lead?: string;
  /** A later part of a thread, which is found by its first one and needs no tags. */
  readonly isSequel?: boolean;
  /** Hash of the memory that it tells. */
  readonly source?: number | undefined;
}

/** What someone without interests talks about. */
const SMALL_TALK = ["the weather", "neighbours", "tea", "gossip"];

const isAllowed = (subject: Subject, scene: Scene): boolean =>
  ![subject.name, ...subject.aliases].some(scene.refuses);

/** One of the speaker's own subjects. */
export function ownSubject({ voice, pen, refuses }: Scene, bag: string): Subject {
  const interests = voice.interests.filter((name) => !refuses(name));
  return subjectNamed(pen.take(bag, interests.length > 0 ? interests : SMALL_TALK) ?? "tea");
}

/** The goal that a topic stands for: a word of it that names no subject, such as "chair" of "Mend the chair". */
export function goalBehind({ voice, brief: { topic, goals = [] } }: Scene): string | undefined {
  if (topic === undefined || voice.interests.includes(topic) || !isUnknown(subjectNamed(topic)))
    return undefined;
  return goals.find((goal) =>
    goal
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(topic.toLowerCase()),
  );
}

/** The subject that is asked for, else one of the speaker's own. */
export const subjectOfBrief = (scene: Scene): Subject =>
  allowedSubject(subjectAsked(scene), scene) ?? ownSubject(scene, "interests");

/** A topic may be one word of somebody's goal: then it stands for the subject that has the word. */
function subjectAsked(scene: Scene): Subject | undefined {
  const { voice, brief } = scene;
  const { topic } = brief;
  if (topic === undefined) return undefined;
  const goal = goalBehind(scene);
  if (goal !== undefined) return subjectOfWords(wordsOf(goal).all);
  const named = subjectNamed(topic);
  if (!isUnknown(named) || voice.interests.includes(topic)) return named;
  return subjectOfWords([topic]) ?? named;
}

/** A subject that came from outside, unless the speaker avoids it. */
export const allowedSubject = (subject: Subject | undefined, scene: Scene): Subject | undefined =>
  subject && isAllowed(subject, scene) ? subject : undefined;

/** What a text is about: its first sentence says so, else the brief; all its words only if that names nothing. */
export function subjectOfText(scene: Scene, text: string): Subject | undefined {
  const { lead, all } = wordsOf(text);
  const named = scene.brief.topic === undefined ? undefined : subjectNamed(scene.brief.topic);
  const known = named && !isUnknown(named) ? named : undefined;
  const rest = lead.some(isLexiconNoun) ? [] : all;
  return allowedSubject(subjectOfWords(lead) ?? known ?? subjectOfWords(rest), scene);
}

type ThoughtList = "facts" | "opinions" | "tales" | "joys" | "woes" | "fears" | "questions";

/** Templates longer or shorter than this do not suit a speaker of short or long sentences. */
const SHORT = 90;
const LONG = 55;

function suits({ voice }: Scene): ((template: string) => boolean) | undefined {
  if (voice.sentenceLength === "short") return (template) => template.length <= SHORT;
  if (voice.sentenceLength === "long") return (template) => template.length >= LONG;
  return undefined;
}

/** The next thought of a list, as written: a clause, or finished sentences in the case of a tale. */
export function thought(
  scene: Scene,
  subject: Subject,
  list: ThoughtList,
  slots: Slots = {},
): string {
  const template = scene.pen.take(`${subject.key}.${list}`, subject[list], suits(scene)) ?? "";
  return expand(template, scene.pen, { topic: subject.name, ...slots });
}

/** An opinion or an observation, by turns. */
export function claim(scene: Scene, subject: Subject): string {
  const list = scene.pen.take("claims", ["facts", "opinions", "opinions", "facts"] as const);
  return thought(scene, subject, list ?? "facts");
}

/** A clause as a sentence of its own. */
export const sentence = (clause: string): string => capitalise(close(clause));

/** A thing from a subject, with its article; not one that holds the given word. */
export function thing({ pen }: Scene, subject: Subject, without?: string): string {
  const fits = (item: string) => without === undefined || !item.includes(without);
  const item = pen.take(`${subject.key}.things`, subject.things, fits) ?? "the kettle";
  return expand(item, pen, { topic: subject.name });
}

/** Puts a clause into one of the frames of a mood. */
export function framed(scene: Scene, bag: string, frames: readonly string[], slots: Slots): string {
  const frame = scene.pen.take(`${scene.brief.mood}.${bag}`, frames) ?? "{X}.";
  return expand(frame, scene.pen, slots);
}

/** The thought at the heart of a post, in one of its shapes. */
export function core(scene: Scene, subject: Subject, shape: Shape): string {
  const { register, pen } = scene;
  switch (shape) {
    case "tale":
      return thought(scene, subject, "tales");
    case "claim":
      return framed(scene, "claim", register.claimFrames, { x: claim(scene, subject) });
    case "event": {
      const list = pen.take(`${scene.brief.mood}.events`, register.events) ?? "joys";
      return framed(scene, "event", register.eventFrames, { x: thought(scene, subject, list) });
    }
    case "deed":
      return framed(scene, "deed", register.deedFrames, deedSlots(scene, subject));
    case "thing":
      return framed(scene, "thing", register.thingFrames, { thing: thing(scene, subject) });
    case "question":
      return framed(scene, "question", register.questionFrames, {
        x: thought(scene, subject, "questions"),
      });
  }
}

function deedSlots({ pen }: Scene, subject: Subject): Slots {
  const template = pen.take(`${subject.key}.acts`, subject.acts) ?? "make/made/making tea";
  return formsOf(expand(template, pen, { topic: subject.name }));
}

/** The slots of a deed. */
export const formsOf = (deed: string): Slots => ({
  do: inflect(deed, "infinitive"),
  did: inflect(deed, "past"),
  doing: inflect(deed, "participle"),
});

/** The families that a voice belongs to by its traits and its tone. */
export function familiesOf(voice: Voice): readonly TraitFamily[] {
  const signs = [...voice.traits, voice.tone]
    .join(" ")
    .toLowerCase()
    .split(/[^a-z-]+/);
  return traitFamilies.filter((family) => family.signs.some((sign) => signs.includes(sign)));
}

/** A remark by which the speaker is known. */
export function aside(scene: Scene): string | undefined {
  const asides = familiesOf(scene.voice).flatMap((family) => family.asides);
  const remark = scene.pen.take("asides", asides);
  return remark === undefined ? undefined : expand(remark, scene.pen);
}

/** One of the speaker's favourite words, in a sentence. */
export function keyTerm({ voice, pen }: Scene): string | undefined {
  const term = pen.take("terms", voice.keyTerms);
  if (term === undefined) return undefined;
  return expand(pen.take("term.frames", termFrames) ?? "{Term}.", pen, { term });
}

/** A sentence of the mood that can follow anything. */
export const tail = (scene: Scene): string =>
  expand(scene.pen.take(`${scene.brief.mood}.tails`, scene.register.tails) ?? "", scene.pen);
