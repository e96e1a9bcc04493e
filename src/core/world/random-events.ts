// Random events: what happens to agents now and then, each by itself.
import { z } from "zod";
import { type Address, toRankedPriority, type Unranked } from "../event.ts";
import { log, max, round } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import {
  isHere,
  type RandomEvent,
  remind,
  send,
  type Taken,
  type World,
  type WorldInput,
} from "./world-state.ts";

/** The world's own reminder that one is due. */
const RandomDue = z.strictObject({
  type: z.literal("random-due"),
  index: z.number(),
  agent: z.string(),
});

/**
 * Random events come to each agent by itself, with exponential pauses, so that one more agent changes
 * nobody's luck. Each one plans the next.
 */
export function happenAtRandom(world: World, input: WorldInput): Taken {
  const due = RandomDue.safeParse(input.event);
  if (!due.success) return undefined;
  const { index, agent } = due.data;
  const random = world.random[index];
  if (random === undefined || !isHere(world, agent)) return [];
  const { name, event, priority = "normal" } = random;
  const urgency = { ...input, priority: toRankedPriority(priority) };
  const happening = send(agent, urgency, 1, { ...event, name });
  return [happening, planRandom(random, { index, agent }, input)];
}

/** The next occurrence: after an exponential pause with the mean of the random event. */
export function planRandom(
  random: RandomEvent,
  whose: { readonly index: number; readonly agent: Address },
  from: Pick<WorldInput, "at" | "key" | "seeded">,
): Unranked {
  const pause = max(1, round(-log(1 - draw(from.seeded, "pause")) * random.every));
  return remind({ type: "random-due", ...whose }, from.at + pause, deriveKey(from.key, "next"));
}
