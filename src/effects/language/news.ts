// What one says to a headline, and what it means at home.
import { MAX_POST_LENGTH } from "../../persona/limits.ts";
import {
  allowedSubject,
  claim,
  type Draft,
  framed,
  ownSubject,
  type Scene,
  sentence,
  subjectOfText,
  thing,
} from "./draft.ts";
import { findEcho } from "./echo.ts";
import { expand } from "./expand.ts";
import { badNews, goodNews, headlineAngles, headlineFrames, toneOfNews } from "./headlines.ts";
import { numbered } from "./plural.ts";
import { isUnknown, type Subject, subjectNamed } from "./topics.ts";
import type { Mood } from "./voice.ts";

/** How often a headline is only reacted to. The whole town reads it, so a reaction alone is soon somebody else's too. */
const BARE_SHARE = 0.15;
/** Below this length asked for, the reaction may stand alone as well. */
const SHORT_NEWS = 60;

/** A headline read, and what it means at home. */
export function draftNews(scene: Scene, news: string): Draft {
  const { pen } = scene;
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
      ? newsReaction(scene, headline, echo.word)
      : expand(pen.take("headlines", headlineFrames) ?? "", pen, { news: headline });
  const home = angle(scene, of, echo.kind === "noun" ? echo.word : "");
  if (home === undefined) return { pieces: [reaction], subject: of };
  const isShort = (scene.brief.length ?? MAX_POST_LENGTH) < SHORT_NEWS;
  return { pieces: isShort ? [reaction, home] : [`${reaction} ${home}`], subject: of };
}

/** A mood does not speak against the news: the glad are sorry about bad news, the troubled own that some are good. */
function newsReaction(scene: Scene, headline: string, noun: string): string {
  const { pen, brief, register } = scene;
  const against = framesAgainst(brief.mood, toneOfNews(headline));
  if (!against) return framed(scene, "news", register.newsFrames, numbered(noun));
  const [bag, frames] = against;
  return expand(pen.take(bag, frames) ?? "", pen, numbered(noun));
}

function framesAgainst(
  mood: Mood,
  tone: "bad" | "good" | "plain",
): readonly [bag: string, frames: readonly string[]] | undefined {
  const isGlad = mood === "elated" || mood === "content";
  if (tone === "bad" && isGlad) return ["news.bad", badNews];
  if (tone === "good" && !isGlad && mood !== "neutral") return ["news.good", goodNews];
  return undefined;
}

function angle(scene: Scene, subject: Subject | undefined, noun: string): string | undefined {
  const { pen } = scene;
  if (pen.chance("angle", BARE_SHARE)) return undefined;
  if (subject && pen.chance("claim", 0.4)) return sentence(claim(scene, subject));
  const mine = thing(scene, ownSubject(scene, "mine"), noun === "" ? undefined : noun);
  return expand(pen.take("angles", headlineAngles) ?? "", pen, { mine });
}
