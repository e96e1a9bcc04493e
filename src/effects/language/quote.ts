// A comment on what somebody said, for one's own readers.
import { type Bond, bondOf } from "./bond.ts";
import { coldQuotes, warmQuotes } from "./bond-frames.ts";
import { type Draft, type Scene, sentence, subjectOfText, tail } from "./draft.ts";
import { findEcho } from "./echo.ts";
import { expand } from "./expand.ts";
import { nameOf } from "./names.ts";
import { freshClaim, wordSlots } from "./opening.ts";
import { quoteNouns, quoteWords } from "./quotes.ts";
import { recollect } from "./recollection.ts";
import { draftReply } from "./reply.ts";
import type { Answered } from "./voice.ts";

/** How often a comment takes up a memory, where one can be said, and a friend is named as one. */
const MEMORY_SHARE = 0.2;
const WARM_SHARE = 0.4;

/** A comment for one's own readers above somebody's text. */
export function draftQuote(scene: Scene, answered: Answered): Draft {
  const { pen } = scene;
  const subject = subjectOfText(scene, answered.text);
  const echo = findEcho({ text: answered.text, subject, takes: "any" }, pen, scene.refuses);
  if (echo.kind === "none" || echo.kind === "small") return draftReply(scene, answered);
  const bond = bondOf(scene.brief.standing);
  const [bag, frames] = quotesFor(scene, bond, echo.kind);
  const slots = wordSlots(echo, nameOf(answered.from));
  const first = expand(pen.take(bag, frames) ?? "{W}.", pen, slots);
  if (bond === "foe" && echo.kind === "noun") return { pieces: [first], subject };
  const memory = pen.chance("memory", MEMORY_SHARE) ? recollect(scene) : undefined;
  if (memory) return { pieces: [first, memory.text], subject, source: memory.source };
  const isOwn = subject !== undefined && pen.chance("own", 0.5);
  const next = isOwn ? sentence(freshClaim(scene, subject, answered.text)) : tail(scene);
  return { pieces: [first, next], subject };
}

function quotesFor(
  { pen }: Scene,
  bond: Bond,
  kind: "noun" | "word",
): readonly [bag: string, frames: readonly string[]] {
  if (kind === "word") return ["quote.word", quoteWords];
  if (bond === "foe") return ["quote.cold", coldQuotes];
  const isWarm = bond === "friend" && pen.chance("warm-quote", WARM_SHARE);
  return isWarm ? ["quote.warm", warmQuotes] : ["quote.noun", quoteNouns];
}
