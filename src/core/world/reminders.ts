// What happens by itself: the world reminds itself of it, and each reminder plans the next.
import { z } from "zod";
import { assert } from "../error.ts";
import { type Address, toId, type Unranked, WORLD } from "../event.ts";
import { floor } from "../math.ts";
import { deriveKey, draw, pick, rootKey, seededKey } from "../random.ts";
import { EVERYONE, isFor } from "../targets.ts";
import { fillTemplate, moodPresets, newsTemplates, talkTemplates } from "./happening-texts.ts";
import { choosePairs } from "./pairs.ts";
import { planRandom } from "./random-events.ts";
import {
  isHere,
  presentIn,
  remind,
  send,
  type Taken,
  type World,
  type WorldInput,
} from "./world-state.ts";

const NewsDue = z.strictObject({ type: z.literal("news-due") });
/** The pause of an agent is drawn once and goes with its reminders. */
const MoodDue = z.strictObject({
  type: z.literal("mood-due"),
  agent: z.string(),
  pause: z.int().min(1),
});
const InteractionsDue = z.strictObject({ type: z.literal("interactions-due") });

/** An agent's pause between two moods is longer than the setting by up to this share of it. */
const MOOD_SPREAD = 0.25;

/** Types of the events by which the world reminds itself. */
export const reminderTypes: ReadonlySet<string> = new Set([
  "random-due",
  "news-due",
  "mood-due",
  "interactions-due",
]);

/** The reminders that concern nobody in particular, at the start of a run. */
export function firstReminders({ happenings }: World): readonly Unranked[] {
  const { news, interactions } = happenings;
  return [
    ...(news ? [first("news-due", news.every)] : []),
    ...(interactions ? [first("interactions-due", interactions.every)] : []),
  ];
}

const first = (type: string, every: number): Unranked =>
  remind({ type }, every, rootKey(`happening:${type}`));

/**
 * The reminders of an agent that takes part from an instant on.
 * @param at virtual milliseconds; @param seedKey `rootKey` of the seed
 */
export function remindersOf(
  { random, happenings: { moods } }: World,
  agent: Address,
  { at, seedKey }: { readonly at: number; readonly seedKey: number },
): readonly Unranked[] {
  const from = (name: string): Pick<WorldInput, "at" | "key" | "seeded"> => {
    const key = rootKey(`${name}:${agent}`);
    return { at, key, seeded: seededKey(key, seedKey) };
  };
  const planned = random.flatMap((one, index) =>
    isFor(one.to ?? EVERYONE, toId(agent))
      ? [planRandom(one, { index, agent }, from(`random:${one.name}`))]
      : [],
  );
  if (moods === undefined) return planned;
  const { key, seeded } = from("happening:mood-due");
  const pause = moods.every + floor(draw(seeded, "pause") * MOOD_SPREAD * moods.every);
  return [...planned, remind({ type: "mood-due", agent, pause }, at + pause, key)];
}

/** One of a list that is never empty. */
function pickFrom<Item>({ seeded }: WorldInput, purpose: string, items: readonly Item[]): Item {
  const item = pick(seeded, purpose, items);
  assert(item !== undefined, `there is a ${purpose} to pick`);
  return item;
}

const again = ({ event, at, key }: WorldInput, every: number): Unranked =>
  remind(event, at + every, deriveKey(key, "next"));

/** A reminder of news: one item, which the world spreads as all news. */
export function breakNews({ happenings: { news } }: World, input: WorldInput): Taken {
  if (news === undefined || !NewsDue.safeParse(input.event).success) return undefined;
  const topic = pickFrom(input, "topic", news.topics);
  const { headline, ...template } = pickFrom(input, "item", newsTemplates);
  const item = { type: "news", topic, headline: fillTemplate(headline, { topic }), ...template };
  return [send(WORLD, input, 1, item), again(input, news.every)];
}

/** A reminder of a mood: one of the five comes over the agent. */
export function bringMood(world: World, input: WorldInput): Taken {
  const { happenings } = world;
  const due = MoodDue.safeParse(input.event);
  if (happenings.moods === undefined || !due.success) return undefined;
  const { agent, pause } = due.data;
  if (!isHere(world, agent)) return [];
  const shift = { type: "mood-shifted", ...pickFrom(input, "mood", moodPresets) };
  return [send(agent, input, 1, shift), again(input, pause)];
}

/** A reminder of interactions: who is to begin is told so, and nobody else. */
export function promptPairs(world: World, input: WorldInput): Taken {
  const { accounts } = world;
  const { interactions } = world.happenings;
  if (interactions === undefined || !InteractionsDue.safeParse(input.event).success) {
    return undefined;
  }
  const prompts = choosePairs(
    presentIn(world).map(({ address }) => address),
    input.seeded,
  ).flatMap((pair) => {
    const { initiator, target, isMutual } = pair;
    const topic = pickFrom(input, `topic:${initiator}`, interactions.topics);
    const prompt = (from: Address, to: Address): Unranked => {
      const template = pickFrom(input, `words:${from}:${to}`, talkTemplates);
      const name = accounts.get(to)?.name ?? toId(to);
      const prompted = {
        type: "interaction-prompted",
        description: fillTemplate(template, { topic, target: name }),
        initiator: toId(from),
        target: toId(to),
        topic,
      };
      const key = deriveKey(input.key, `${from}:${to}`);
      return { ...send(from, input, 1, prompted), key };
    };
    return [prompt(initiator, target), ...(isMutual ? [prompt(target, initiator)] : [])];
  });
  return [...prompts, again(input, interactions.every)];
}
