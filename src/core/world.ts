// The world: the actor that holds what is shared (posts, follows) and decides which agents an event reaches.
import { z } from "zod";
import type { Unranked } from "./event.ts";
import { draw } from "./random.ts";
import { seconds } from "./time.ts";
import { Asked, answer } from "./world/answer.ts";
import { happenAtRandom, RandomDue } from "./world/random-events.ts";
import { deliver, type World, type WorldInput, type WorldOutput } from "./world/world-state.ts";

const News = z.looseObject({
  type: z.literal("news"),
  topic: z.string(),
  headline: z.string(),
});

/** Takes one event. Changes the world in place; everything else that follows is in the output. */
export function worldStep(world: World, input: WorldInput): WorldOutput {
  const asked = Asked.safeParse(input.event);
  if (asked.success && world.accounts.has(asked.data.from)) return answer(world, asked.data, input);
  const news = News.safeParse(input.event);
  if (news.success) return { deliveries: spreadNews(world, news.data, input), handled: true };
  const due = RandomDue.safeParse(input.event);
  if (due.success) return { deliveries: happenAtRandom(world, due.data, input), handled: true };
  return { deliveries: [], handled: false };
}

/** Of those not interested in its topic, news reaches this share. */
const NEWS_REACH = 0.4;

function spreadNews(
  world: World,
  news: z.infer<typeof News>,
  input: WorldInput,
): readonly Unranked[] {
  const reached = [...world.accounts.values()].filter(
    ({ address, interests }) =>
      interests.includes(news.topic) || draw(input.seeded, `news:${address}`) < NEWS_REACH,
  );
  return reached.map(({ address }) => deliver(address, input, seconds(3600), news));
}
