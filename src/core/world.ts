// The world: the actor that holds what is shared (posts, follows) and decides which agents an event reaches.
import { announce } from "./world/announcement.ts";
import { Asked, answer } from "./world/answer.ts";
import { spreadNews } from "./world/news.ts";
import { happenAtRandom } from "./world/random-events.ts";
import { breakNews, bringMood, promptPairs } from "./world/reminders.ts";
import type { Taken, World, WorldInput, WorldOutput } from "./world/world-state.ts";

/** What comes of an event, by its type. */
const takers: ReadonlyMap<string, (world: World, input: WorldInput) => Taken> = new Map([
  ["news", spreadNews],
  ["announced", announce],
  ["random-due", happenAtRandom],
  ["news-due", breakNews],
  ["mood-due", bringMood],
  ["interactions-due", promptPairs],
]);

/** Takes one event. Changes the world in place; everything else that follows is in the output. */
export function worldStep(world: World, input: WorldInput): WorldOutput {
  const asked = Asked.safeParse(input.event);
  if (asked.success && world.accounts.has(asked.data.from)) return answer(world, asked.data, input);
  const deliveries = takers.get(input.event.type)?.(world, input);
  return { deliveries: deliveries ?? [], handled: deliveries !== undefined };
}
