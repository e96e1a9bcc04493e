// What is for everyone: the world passes it on to each agent, at the same instant.
import { z } from "zod";
import { presentIn, send, type Taken, type World, type WorldInput } from "./world-state.ts";

/** Strict, so that no agent can announce: what agents tell carries `from`. */
const Announced = z.strictObject({
  type: z.literal("announced"),
  event: z.looseObject({ type: z.string().regex(/^(?!xstate\.)./) }),
  stranger: z.literal(true).optional(),
});

/** Each gets it under a key of its own. */
export function announce(world: World, input: WorldInput): Taken {
  const announced = Announced.safeParse(input.event);
  if (!announced.success) return undefined;
  return presentIn(world).map(({ address }) => send(address, input, 0, announced.data.event));
}
