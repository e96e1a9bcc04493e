// How a writer stands to somebody, in a word, and what that adds to an answer.
import {
  type BondFrames,
  friendly,
  friendlyButTired,
  growing,
  shared,
  strange,
} from "./bond-frames.ts";
import type { Scene } from "./draft.ts";
import { findEcho } from "./echo.ts";
import { expand } from "./expand.ts";
import { nameOf } from "./names.ts";
import type { Brief } from "./voice.ts";

/** A known one is neither near nor far; of `unknown` the brief says nothing. */
export type Bond = "friend" | "growing" | "known" | "stranger" | "foe" | "unknown";

const FRIEND = { sentiment: 0.35, familiarity: 0.35 } as const;
const FOE = -0.25;
const STRANGER = { familiarity: 0.1, interactions: 3 } as const;

export function bondOf(standing: Brief["standing"]): Bond {
  if (!standing) return "unknown";
  const { sentiment, familiarity, interactions } = standing;
  if (sentiment <= FOE) return "foe";
  if (sentiment >= FRIEND.sentiment && familiarity >= FRIEND.familiarity) return "friend";
  if (familiarity < STRANGER.familiarity && interactions < STRANGER.interactions) return "stranger";
  return sentiment > 0 && familiarity < FRIEND.familiarity ? "growing" : "known";
}

/** How often each bond shows before and after an answer. */
const SHARES: Readonly<Partial<Record<Bond, readonly [opening: number, closing: number]>>> = {
  friend: [0.4, 0.35],
  stranger: [0.35, 0.15],
  growing: [0.2, 0.15],
};

function framesOf(scene: Scene, bond: Bond): readonly [string, BondFrames] | undefined {
  const { mood } = scene.brief;
  switch (bond) {
    case "friend":
      return mood === "gloomy" || mood === "irritated"
        ? ["tired-friend", friendlyButTired]
        : ["friend", friendly];
    case "stranger":
      return ["stranger", strange];
    case "growing":
      return mood === "irritated" ? undefined : ["growing", growing];
    case "known":
    case "foe":
    case "unknown":
      return undefined;
  }
}

/** What a bond puts round an answer; a name is not said twice. */
export interface Greeting {
  readonly opening: string | undefined;
  readonly closing: string | undefined;
}

export function greeting(scene: Scene, bond: Bond, text: string): Greeting {
  const { pen, brief } = scene;
  const found = framesOf(scene, bond);
  const [opening = 0, closing = 0] = SHARES[bond] ?? [];
  const opens = pen.chance("bond-opening", opening);
  const closes = !opens && pen.chance("bond-closing", closing);
  if (!found || !brief.replyTo) return { opening: undefined, closing: undefined };
  const [bag, frames] = found;
  const from = nameOf(brief.replyTo.from);
  const fits = (frame: string) => !(text.includes(from) && /\{from\}/i.test(frame));
  const say = (list: readonly string[], part: string) => {
    const frame = pen.take(`${bag}.${part}`, list, fits);
    return frame === undefined || !fits(frame) ? undefined : expand(frame, pen, { from });
  };
  return {
    opening: opens ? say(frames.openings, "openings") : undefined,
    closing: closes ? say(frames.closings, "closings") : undefined,
  };
}

/** What the writer has been through with a friend, by a noun of it. */
export function sharedPast(scene: Scene): string | undefined {
  const { pen, brief, refuses } = scene;
  const experience = pen.one("shared", brief.standing?.sharedExperiences ?? []);
  if (experience === undefined) return undefined;
  const echo = findEcho({ text: experience, subject: undefined, takes: "first" }, pen, refuses);
  if (echo.kind !== "noun") return undefined;
  return expand(pen.take("shared", shared) ?? "", pen, { n: echo.word });
}
