// How news spreads: to those whom it interests or is told to, and to some others.
import { z } from "zod";
import { draw } from "../random.ts";
import { isFor } from "../targets.ts";
import { hours } from "../time.ts";
import { deliver, presentIn, type Taken, type World, type WorldInput } from "./world-state.ts";

const News = z.looseObject({
  type: z.literal("news"),
  topic: z.string(),
  headline: z.string(),
  to: z.union([z.string(), z.array(z.string())]).optional(),
});

/** Of those not interested in its topic, news reaches this share. */
const NEWS_REACH = 0.4;

/** News that is for somebody reaches them all and nobody else. */
export function spreadNews(world: World, input: WorldInput): Taken {
  const parsed = News.safeParse(input.event);
  if (!parsed.success) return undefined;
  const { to, ...news } = parsed.data;
  const reached = presentIn(world).filter(({ address, id, interests }) =>
    to === undefined
      ? interests.includes(news.topic) || draw(input.seeded, `news:${address}`) < NEWS_REACH
      : isFor(to, id),
  );
  return reached.map(({ address }) => deliver(address, input, hours(1), news));
}
