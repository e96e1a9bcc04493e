// The offline language behind llm.complete: one text in a persona's voice, from a seeded grammar.
import { MAX_POST_LENGTH } from "../../persona/limits.ts";
import type { Draft, Scene } from "./draft.ts";
import { makeEarshot } from "./earshot.ts";
import { draftNews } from "./news.ts";
import { makePen } from "./pen.ts";
import { draftDigest, draftPost } from "./post.ts";
import { draftQuote } from "./quote.ts";
import type { Register } from "./register.ts";
import { anxious } from "./register-anxious.ts";
import { content } from "./register-content.ts";
import { elated } from "./register-elated.ts";
import { gloomy } from "./register-gloomy.ts";
import { irritated } from "./register-irritated.ts";
import { neutral } from "./register-neutral.ts";
import { draftReply } from "./reply.ts";
import { finish } from "./style.ts";
import { textHash } from "./text-hash.ts";
import { draftPart, planThread } from "./thread.ts";
import { makeVeto } from "./veto.ts";
import type { Bags, Brief, Mood, Voice } from "./voice.ts";

export type { Bags, Brief, Mood, Voice } from "./voice.ts";

/** The bags of a speaker who has said nothing. */
export const emptyBags: Bags = { orders: {}, recent: [] };

/** No text comes again within so many texts of one speaker. */
const MAX_RECENT = 50;
/** No memory is told again within so many. */
const MAX_TOLD = 16;
const MAX_TRIES = 12;

const registers: Readonly<Record<Mood, Register>> = {
  neutral,
  content,
  elated,
  gloomy,
  irritated,
  anxious,
};

function draftFor(scene: Scene): Draft {
  const { task, news, replyTo } = scene.brief;
  if (replyTo && task === "reply") return draftReply(scene, replyTo);
  if (replyTo && task === "quote") return draftQuote(scene, replyTo);
  if (news !== undefined && news.trim() !== "") return draftNews(scene, news);
  return task === "thread" ? draftDigest(scene) : draftPost(scene);
}

/** Beginnings and texts for a speaker who avoids nearly everything. */
const LAST_WORDS = ["Again", "Well", "So", "Hm", "Oh"];

/**
 * When every try was refused or known: the last text without the sentences that the speaker avoids, with a
 * beginning that counts up until the text is new.
 */
function variation(
  text: string,
  refuses: (text: string) => boolean,
  isNew: (text: string) => boolean,
): string {
  const word = LAST_WORDS.find((candidate) => !refuses(candidate)) ?? "…";
  const sentences = text.split(/(?<=[.!?]) /).filter((sentence) => !refuses(sentence));
  const rest =
    sentences
      .join(" ")
      .slice(0, MAX_POST_LENGTH - 24)
      .trim() || `${word}.`;
  for (let part = 1; part <= MAX_RECENT + 1; part++) {
    const candidate = part === 1 ? rest : `${word}, ${part}: ${rest}`;
    if (isNew(candidate)) return candidate;
  }
  return rest;
}

/** A speaker while it speaks. */
interface Speaking {
  readonly voice: Voice;
  readonly brief: Brief;
  readonly bags: Bags;
  /** Changed in place. */
  readonly orders: Record<string, number>;
  readonly draw: (purpose: string) => number;
}

const sceneOf = ({ voice, brief, bags, orders, draw }: Speaking, label: string): Scene => ({
  voice,
  brief,
  register: registers[brief.mood],
  pen: makePen(orders, draw, label),
  refuses: makeVeto(voice),
  told: bags.told ?? [],
});

/** One text that is new and not refused, and the bags with it in. */
function say(
  speaking: Speaking,
  label: string,
  write: (scene: Scene) => Draft,
): readonly [text: string, bags: Bags] {
  const { voice, brief, bags, orders } = speaking;
  const refuses = makeVeto(voice);
  const isNew = (text: string) => !bags.recent.includes(textHash(text));
  const repeats = makeEarshot(voice, brief);
  let last = "";
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const scene = sceneOf(speaking, `${label}/${attempt}`);
    const draft = write(scene);
    last = finish(scene, draft) ?? last;
    if (last !== "" && !refuses(last) && isNew(last) && !repeats(last))
      return [last, bagsWith(bags, orders, { text: last, source: draft.source })];
  }
  const text = variation(last, refuses, isNew);
  return [text, bagsWith(bags, orders, { text, source: undefined })];
}

const bagsWith = (
  { recent, told = [] }: Bags,
  orders: Bags["orders"],
  { text, source }: { readonly text: string; readonly source: number | undefined },
): Bags => ({
  orders: { ...orders },
  recent: [...recent, textHash(text)].slice(-MAX_RECENT),
  told: source === undefined ? told : [...told, source].slice(-MAX_TOLD),
});

/**
 * One text in a voice. Pure: equal arguments and equal draws give an equal text.
 * @param draw a number in [0, 1) for a purpose, always the same for the same purpose
 * @returns a text of at most 280 characters, none of the speaker's last 50, and the bags for the next one
 * @example const [text, bags] = compose(voice, { task: "post", mood: "content" }, emptyBags, draw)
 */
export function compose(
  voice: Voice,
  brief: Brief,
  bags: Bags,
  draw: (purpose: string) => number,
): readonly [text: string, bags: Bags] {
  return say({ voice, brief, bags, orders: { ...bags.orders }, draw }, "language", draftFor);
}

/**
 * A thread of `brief.posts` texts on one subject, as pure as `compose`; each text is like one of `compose`.
 * @example const [texts, bags] = composeThread(voice, { task: "thread", mood: "content", posts: 3 }, emptyBags, draw)
 */
export function composeThread(
  voice: Voice,
  brief: Brief,
  bags: Bags,
  draw: (purpose: string) => number,
): readonly [texts: readonly string[], bags: Bags] {
  const speaking = { voice, brief, bags, orders: { ...bags.orders }, draw };
  const plan = planThread(sceneOf(speaking, "thread"), brief.posts ?? 2);
  const texts: string[] = [];
  let left = bags;
  for (let place = 0; place < plan.posts; place++) {
    const [text, next] = say({ ...speaking, bags: left }, `thread/${place}`, (scene) =>
      draftPart(scene, plan, place),
    );
    texts.push(text);
    left = next;
  }
  return [texts, left];
}
