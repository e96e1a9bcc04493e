// A thread: one subject through several posts, as a story, an argument, a complaint or a list of lessons.
import { type Arc, arcs, type Beat, type Step, story } from "./arcs.ts";
import { type Draft, familiesOf, formsOf, type Scene, subjectOfBrief } from "./draft.ts";
import { expand, type Slots } from "./expand.ts";
import type { Subject } from "./topics.ts";

/** What all posts of a thread have in common. */
export interface ThreadPlan {
  readonly subject: Subject;
  readonly arc: Arc;
  readonly posts: number;
  readonly isNumbered: boolean;
  /** Thoughts that it has used. */
  readonly said: Set<string>;
}

const NUMBERS = [
  ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"],
  ...["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
  ...["twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four", "twenty-five"],
];
const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
];

/** How often a thread counts its posts; the orderly do so more often than not. */
const NUMBERED_SHARE = 0.2;
const ORDERLY_SHARE = 0.7;

export function planThread(scene: Scene, posts: number): ThreadPlan {
  const { pen, brief, voice } = scene;
  const fitting = arcs.filter(
    ({ moods, maxPosts = posts }) => moods.includes(brief.mood) && posts <= maxPosts,
  );
  const weighted = fitting.flatMap((arc) =>
    arc.moods.flatMap((it) => (it === brief.mood ? arc : [])),
  );
  const arc = pen.take(`${brief.mood}.arcs`, weighted) ?? story;
  const isOrderly = familiesOf(voice).some(({ signs }) => signs.includes("precise"));
  return {
    subject: subjectOfBrief(scene),
    arc,
    posts,
    isNumbered: pen.chance("numbered", isOrderly ? ORDERLY_SHARE : NUMBERED_SHARE),
    said: new Set(),
  };
}

/** One post of a thread. @param place from 0 */
export function draftPart(scene: Scene, plan: ThreadPlan, place: number): Draft {
  const { arc, subject, posts, isNumbered } = plan;
  const isFirst = place === 0;
  const isLast = place === posts - 1;
  const slots: Slots = {
    topic: subject.name,
    parts: NUMBERS[posts - 1] ?? "many",
    nth: ORDINALS[place] ?? "next",
    next: ORDINALS[posts] ?? "next",
  };
  const frameOf = (list: readonly string[], bag: string) =>
    expand(scene.pen.take(`${arc.name}.${bag}`, list) ?? "", scene.pen, slots);
  const heart = stepText(scene, plan, { step: stepAt(plan, place), place, slots });
  return {
    pieces: [
      isFirst ? `${frameOf(arc.openers, "openers")} ${heart}` : heart,
      ...(isLast ? [frameOf(arc.closers, "closers")] : []),
    ],
    subject,
    isSequel: !isFirst,
    ...(isNumbered && { lead: `${place + 1}/${posts} ` }),
  };
}

function stepAt({ arc, posts }: ThreadPlan, place: number): Step {
  if (place === 0) return arc.first;
  if (place === posts - 1) return arc.last;
  return arc.middle[(place - 1) % arc.middle.length] ?? arc.first;
}

/** What may stand in for a thought when all of its kind have been used. */
const INSTEAD: readonly Beat[] = ["facts", "opinions", "tales", "joys", "woes", "deed"];
const BARE: Readonly<Record<Beat, string>> = {
  facts: "{X}.",
  opinions: "{X}.",
  joys: "{X}.",
  woes: "{X}.",
  tales: "{x}",
  fears: "What if {x}?",
  questions: "{X}?",
  deed: "I {did}.",
};

interface Place {
  readonly step: Step;
  readonly place: number;
  readonly slots: Slots;
}

function stepText(scene: Scene, plan: ThreadPlan, { step, place, slots }: Place): string {
  const { pen } = scene;
  const { arc, subject, said } = plan;
  const listOf = (beat: Beat) => (beat === "deed" ? subject.acts : subject[beat]);
  const isLeft = (beat: Beat) => listOf(beat).some((template) => !said.has(template));
  const beat = isLeft(step.beat) ? step.beat : (INSTEAD.find(isLeft) ?? step.beat);
  const template = freshOf(scene, listOf(beat), { bag: `${subject.key}.${beat}`, said });
  said.add(template);
  const bag = `${arc.name}.${place === 0 ? "first" : step === arc.last ? "last" : step.beat}`;
  const frame = beat === step.beat ? pen.take(bag, step.frames) : BARE[beat];
  const x = expand(template, pen, { topic: subject.name });
  const thoughts = beat === "deed" ? formsOf(x) : { x };
  return expand(frame ?? BARE[beat], pen, { ...slots, ...thoughts });
}

/** The next template of a list that the thread has not used. */
function freshOf(
  { pen }: Scene,
  list: readonly string[],
  { bag, said }: { readonly bag: string; readonly said: ReadonlySet<string> },
): string {
  const isFresh = (template: string) => !said.has(template);
  const next = pen.take(bag, list, isFresh) ?? "";
  if (isFresh(next)) return next;
  return pen.one("fresh", list.filter(isFresh)) ?? next;
}
