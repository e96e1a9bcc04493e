// A conversation as a speaker sees it: what has been said too often, what to come back to, when to stop.
import type { Scene } from "./draft.ts";
import { type Echo, findEcho, wordsOf } from "./echo.ts";
import { capitalise, expand } from "./expand.ts";
import { isSelf, nameOf } from "./names.ts";
import { numbered } from "./plural.ts";
import {
  backToThePoint,
  changing,
  ending,
  endingCold,
  farewells,
  lookingBack,
  lookingBackAtMe,
  lookingBackAtYou,
  summaries,
  summaryAlone,
  summaryMine,
  summaryOthers,
} from "./talk-frames.ts";
import type { Answered } from "./voice.ts";

/** So many turns are looked at for words that are passed on and on. */
const WITHIN = 5;
/** A word of so many of them is left where there is another; of so many, the talk is led elsewhere. */
const WORN = 2;
const STUCK = 3;

/** How many of the last turns, the answered one included, have a word. */
function roundsOf({ brief: { conversation = [], replyTo } }: Scene): (word: string) => number {
  const said = [...conversation, ...(replyTo ? [replyTo] : [])].slice(-WITHIN);
  const turns = said.map(({ text }) => new Set(wordsOf(text).all));
  return (word) => turns.filter((turn) => turn.has(word)).length;
}

/** Whether a word has gone round in the last turns. */
export function wornWords(scene: Scene): (word: string) => boolean {
  const rounds = roundsOf(scene);
  return (word) => rounds(word) >= WORN;
}

/** Whether everybody has been passing a noun on for so long that another subject is due. */
export const isStuckOn = (scene: Scene, { kind, ...echo }: Echo): boolean =>
  kind === "noun" && "word" in echo && roundsOf(scene)(echo.word) >= STUCK;

/** Whether the speaker has taken part already: only then it may end the talk or lead it elsewhere. */
export const takesPart = ({ brief, voice }: Scene): boolean =>
  (brief.conversation ?? []).some(({ from }) => isSelf(voice, from));

const nounOf = (scene: Scene, text: string): string | undefined => {
  const echo = findEcho({ text, subject: undefined, takes: "first" }, scene.pen, scene.refuses);
  return echo.kind === "noun" ? echo.word : undefined;
};

/** Turns before the answer from which an exchange may end, and from which it nearly always does. */
const MAY_END = 4;
const SHOULD_END = 6;
const END_SHARE = 0.35;
const LATE_END_SHARE = 0.9;

/** The last words of a long exchange; undefined while it may go on. */
export function endOf(
  scene: Scene,
  { from }: Answered,
  { echo, isCold }: { readonly echo: Echo; readonly isCold: boolean },
): string | undefined {
  const { pen, brief } = scene;
  const turns = (brief.conversation?.length ?? 0) + 1;
  if (turns < MAY_END || echo.kind !== "noun") return undefined;
  if (!pen.chance("end", turns < SHOULD_END ? END_SHARE : LATE_END_SHARE)) return undefined;
  const [bag, frames] = isCold ? (["end-cold", endingCold] as const) : (["end", ending] as const);
  return expand(pen.take(bag, frames) ?? "", pen, { from: nameOf(from), ...numbered(echo.word) });
}

/** Signs that somebody has had enough. */
const FAREWELL =
  /\b(?:goodbye|last word|until (?:next time|soon)|another day|both get on|no more today|going home|done with|to be continued|will do about|will keep until|at that|give in about)\b/i;
const MIN_TALK = 2;

/** The answer to somebody who has just ended the exchange; undefined for any other text. */
export function farewell(scene: Scene, { from, text }: Answered, echo: Echo): string | undefined {
  const { pen, brief } = scene;
  if ((brief.conversation?.length ?? 0) < MIN_TALK || !FAREWELL.test(text)) return undefined;
  const n = echo.kind === "noun" ? echo.word : latestNoun(scene);
  const isOther = (frame: string) => !text.toLowerCase().includes(frame.slice(0, 10).toLowerCase());
  const frame = pen.take("farewells", farewells, isOther) ?? "";
  return n && expand(frame, pen, { from: nameOf(from), n });
}

function latestNoun(scene: Scene): string | undefined {
  const turns = (scene.brief.conversation ?? []).toReversed();
  return turns.map(({ text }) => nounOf(scene, text)).find((noun) => noun !== undefined);
}

/** Back to the latest noun of the conversation, for somebody who says nothing to the point. */
export function toThePoint(scene: Scene, { from }: Answered): string | undefined {
  const n = latestNoun(scene);
  return (
    n && expand(scene.pen.take("point", backToThePoint) ?? "", scene.pen, { from: nameOf(from), n })
  );
}

/** Away from a worn-out noun. */
export const changeFrom = ({ pen }: Scene, { from }: Answered, noun: string): string =>
  expand(pen.take("changing", changing) ?? "", pen, { from: nameOf(from), ...numbered(noun) });

/** Back to an earlier turn, by a noun that the answered text does not have; undefined when there is none. */
export function lookBack(scene: Scene, answered: Answered): string | undefined {
  const { pen, brief, voice } = scene;
  const turn = pen.one("turn", brief.conversation ?? []);
  const n = turn && nounOf(scene, turn.text);
  if (!turn || n === undefined || wordsOf(answered.text).all.includes(n)) return undefined;
  const who = nameOf(turn.from);
  if (isSelf(voice, turn.from))
    return expand(pen.take("back.me", lookingBackAtMe) ?? "", pen, { n });
  if (who === nameOf(answered.from))
    return expand(pen.take("back.you", lookingBackAtYou) ?? "", pen, { n });
  return expand(pen.take("back", lookingBack) ?? "", pen, { n, who });
}

/** What the conversation is about, for somebody who asks; undefined when nothing is known of it. */
export function summarise(scene: Scene, { from }: Answered): string | undefined {
  const { pen, brief, voice } = scene;
  const turns = (brief.conversation ?? []).flatMap((turn) => {
    const n = nounOf(scene, turn.text);
    return n === undefined ? [] : [{ from: turn.from, n }];
  });
  const [first] = turns;
  const name = nameOf(from);
  if (!first || isSelf(voice, first.from)) {
    const n = first?.n ?? nounOf(scene, brief.recentPosts?.[0] ?? "");
    return n && expand(pen.take("summary.alone", summaryAlone) ?? "", pen, { n, from: name });
  }
  const called = (turn: string): string => (nameOf(turn) === name ? "you" : nameOf(turn));
  const second = turns.find(({ from: other, n }) => other !== first.from && n !== first.n);
  const frames = second && isSelf(voice, second.from) ? summaryMine : summaryOthers;
  const others = second
    ? expand(pen.take("summary.others", frames) ?? "", pen, {
        who2: called(second.from),
        Who2: capitalise(called(second.from)),
        n2: second.n,
      })
    : "";
  const slots = { n: first.n, who: called(first.from), from: name, others };
  return expand(pen.take("summary", summaries) ?? "", pen, slots).trim();
}
