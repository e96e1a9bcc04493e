// The runs from which an exploration sets out: they lead to what takes its time, such as the evening of a day.
import { draw, pick } from "../core/random.ts";
import { type Choice, type Moment, type Solo, take } from "./solo.ts";

/** What may come next, in the ways that a run can go on. */
export interface Choices {
  readonly events: readonly Choice[];
  /** A good one first. */
  readonly replies: readonly Choice[];
}

/** The choices that a run prefers, the best first. */
export type Guide = (choices: Choices, moment: Moment) => readonly Choice[];

export const WAIT: Choice = { kind: "wait" };

/** Nothing comes from outside, and every request is answered well. */
const calmly: Guide = ({ replies }) => [...replies.slice(0, 1), WAIT];

const FAILING = 0.5;
const DISTURBED = 0.15;

/** Now and then something comes from outside, and every other request fails. */
const byChance: Guide = ({ events, replies }, { trail: { entry, seed } }) => {
  const isSo = (purpose: string, chance: number) => draw(entry.key, `${purpose} ${seed}`) < chance;
  const one = (choices: readonly Choice[]) => pick(entry.key, `which ${seed}`, choices);
  const [good, ...bad] = replies;
  const event = isSo("event", DISTURBED) ? one(events) : undefined;
  const reply = isSo("reply", FAILING) ? one(bad) : good;
  return [event, reply, good, WAIT].filter((choice) => choice !== undefined);
};

export const guides: readonly Guide[] = [calmly, byChance];

/** The first choice that can happen. */
export function takeFirst(
  solo: Solo,
  moment: Moment,
  choices: readonly Choice[],
): Moment | undefined {
  for (const choice of choices) {
    const next = take(solo, moment, choice);
    if (next !== undefined) return next;
  }
  return undefined;
}
