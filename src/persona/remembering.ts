// What of all that happens a persona keeps in memory, and what comes to mind when it writes.
import type { Stamp } from "../core/event.ts";
import { stampOf } from "../core/stamp.ts";
import type { InteractionPrompted, MoodShifted, NewsHeard } from "../core/world-events.ts";
import type { Brief } from "./brief.ts";
import { weightOf } from "./feeling.ts";
import { judged } from "./goals.ts";
import { importanceOf, type NewMemory, type Occasion, remember } from "./memory.ts";
import type { Assignment, Change, Item, Mind } from "./mind-state.ts";
import { recall, recalled } from "./recall.ts";
import { type Reflection, reflected, reflectionDue, reflectionOn } from "./reflection.ts";
import { affinity, type Interaction, meet, relationshipWith } from "./relationship.ts";
import { toneOf } from "./tone.ts";

/** Memories that come to mind for one text. */
const MAX_RECALLED = 4;

function keep(mind: Mind, item: NewMemory): Change {
  return { memories: remember(mind.memories, item, mind.nature.memories) };
}

function felt(
  mind: Mind,
  occasion: Occasion,
  said: { readonly other: string; readonly warmth: number; readonly at: number },
): number {
  const closeness = affinity(relationshipWith(mind.relationships, said.other, said.at));
  return importanceOf(occasion, { closeness, warmth: said.warmth });
}

/** Somebody has spoken to the agent: what was said stays theirs. */
export function rememberCall(
  mind: Mind,
  { from, text, post, topic, at }: Pick<Item, "from" | "text" | "post" | "topic"> & Stamp,
): Change {
  const warmth = toneOf(text);
  return {
    relationships: meet(mind.relationships, from, { kind: "called", warmth }, at),
    ...keep(mind, {
      kind: "interaction",
      text,
      at,
      importance: felt(mind, "called", { other: from, warmth, at }),
      valence: warmth,
      from,
      ...(post !== undefined && { post }),
      ...(topic !== undefined && { topic }),
    }),
  };
}

/** An answer of one's own. */
export function rememberReply(mind: Mind, event: object, text: string): Change {
  const { at } = stampOf(event);
  const about = mind.assignment?.about;
  if (about === undefined) return {};
  const warmth = toneOf(text);
  return {
    relationships: meet(mind.relationships, about.from, { kind: "answered", warmth }, at),
    ...keep(mind, {
      kind: "interaction",
      text: `I told ${about.from}: ${text}`,
      at,
      importance: felt(mind, "answered", { other: about.from, warmth, at }),
      valence: warmth,
      ...(about.topic !== undefined && { topic: about.topic }),
    }),
  };
}

export function rememberPost(
  mind: Mind,
  event: object,
  {
    text,
    post,
    topic,
  }: { readonly text: string; readonly post: string; readonly topic?: string | undefined },
): Change {
  return keep(mind, {
    kind: "general",
    text: `I wrote: ${text}`,
    at: stampOf(event).at,
    importance: importanceOf("posted"),
    valence: mind.mood.valence,
    post,
    ...(topic !== undefined && { topic }),
  });
}

export function rememberNews(mind: Mind, event: NewsHeard): Change {
  return keep(mind, {
    kind: "event",
    text: event.headline,
    at: event.at,
    importance: weightOf(event),
    valence: event.mood?.valence ?? toneOf(event.headline),
    topic: event.topic,
  });
}

export function rememberMood(mind: Mind, event: MoodShifted): Change {
  return keep(mind, {
    kind: "event",
    text: event.description ?? `A moment of ${event.name}`,
    at: event.at,
    importance: importanceOf("mood"),
    valence: event.mood.valence,
  });
}

export function rememberPrompt(mind: Mind, event: InteractionPrompted): Change {
  return keep(mind, {
    kind: "event",
    text: event.description,
    at: event.at,
    importance: importanceOf("other"),
    valence: 0,
    topic: event.topic,
  });
}

type Contact = Interaction["kind"];

/** A contact without words. */
export const meetBy = (
  mind: Mind,
  event: object,
  { id, kind }: { readonly id: string; readonly kind: Contact },
): Change => ({ relationships: meet(mind.relationships, id, { kind }, stampOf(event).at) });

const meetCurrent = (mind: Mind, event: object, kind: Contact): Change =>
  mind.current === null ? {} : meetBy(mind, event, { id: mind.current.from, kind });

/** Reading somebody is getting to know them, a little. */
export function getToKnow(mind: Mind, event: object): Change {
  const { current, relationships } = mind;
  if (current === null || current.isCall) return {};
  const contact = { kind: "read", warmth: toneOf(current.text) } as const;
  return { relationships: meet(relationships, current.from, contact, stampOf(event).at) };
}

/** A call that gets no answer. */
export const letPass = (mind: Mind, event: object): Change =>
  mind.current?.isCall ? meetCurrent(mind, event, "ignored") : {};

/** A like or a repost of one's own. */
export const praise = (mind: Mind, event: object): Change => meetCurrent(mind, event, "praised");

type Recalled = NonNullable<Brief["memories"]>;

/** What comes to mind for a text: by its topic, what is answered, and who wrote it. */
export function recallFor(mind: Mind, assignment: Assignment, event: object): Recalled {
  const { topic, news, about } = assignment;
  const cue = {
    text: [news, about?.text].filter((text) => text !== undefined).join(" "),
    at: stampOf(event).at,
    mood: mind.mood.valence,
    ...(topic !== undefined && { topic }),
    ...(about && { from: about.from }),
  };
  const memories = recall(mind.memories, cue, MAX_RECALLED);
  // What is answered stands in the brief already.
  return recalled(memories.filter(({ post }) => post === undefined || post !== about?.post));
}

/** So much has come together that it wants to be thought over. */
export const isFull = ({ memories }: Mind): boolean => reflectionDue(memories);

/** What a reflection is asked. */
export const questionOf = ({ feeling, memories, goals }: Mind) => ({
  mood: feeling,
  ...reflectionOn(memories, goals),
});

/** What a reflection answers. */
export interface Answer extends Reflection {
  readonly goals?: Parameters<typeof judged>[1] | undefined;
}

/** An insight is kept, goals move on, and what seemed important may do so no more. */
export function takeReflection(mind: Mind, event: object, answer: Answer): Change {
  const { at } = stampOf(event);
  const sources = questionOf(mind).memories.map(({ id }) => id);
  return {
    memories: reflected(mind.memories, answer, { at, sources, limit: mind.nature.memories }),
    goals: judged(mind.goals, answer.goals ?? [], at),
  };
}

/** A reflection that came to nothing is tried again when half as much again has come together. */
export const deferReflection = ({ memories }: Mind): Change => ({
  memories: { ...memories, unreflected: memories.unreflected / 2 },
});
