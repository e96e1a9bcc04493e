// Random events: what happens to agents now and then, each by itself.
import { z } from "zod";
import { type Address, NORMAL_PRIORITY, type Unranked, WORLD } from "../event.ts";
import { log, max, round } from "../math.ts";
import { deriveKey, draw } from "../random.ts";
import { deliver, isHere, type RandomEvent, type World, type WorldInput } from "./world-state.ts";

/** The world's own reminder that one is due. */
export const RandomDue = z.object({
  type: z.literal("random-due"),
  index: z.number(),
  agent: z.string(),
});

/**
 * Random events come to each agent by itself, with exponential pauses, so that one more agent changes
 * nobody's luck. Each one plans the next.
 */
export function happenAtRandom(
  world: World,
  due: z.infer<typeof RandomDue>,
  input: WorldInput,
): readonly Unranked[] {
  const random = world.random[due.index];
  if (random === undefined || !isHere(world, due.agent)) return [];
  const happening = deliver(due.agent, input, 1, { ...random.event, name: random.name });
  const next = planRandom(random, { index: due.index, agent: due.agent }, input);
  return [happening, next];
}

/** The next occurrence: after an exponential pause with the mean of the random event. */
export function planRandom(
  random: RandomEvent,
  whose: { readonly index: number; readonly agent: Address },
  from: Pick<WorldInput, "at" | "key" | "seeded">,
): Unranked {
  const pause = max(1, round(-log(1 - draw(from.seeded, "pause")) * random.every));
  return {
    kind: "event",
    at: from.at + pause,
    priority: NORMAL_PRIORITY,
    to: WORLD,
    event: { type: "random-due", ...whose },
    key: deriveKey(from.key, "next"),
  };
}
