// market.read: the tokens that can be traded, with their prices. All agents of a run see the same market.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { floor } from "../core/math.ts";
import { marketAt } from "./market.ts";

/** Most tokens of one reading. */
export const MAX_TOKENS = 50;

export const Listing = z.strictObject({
  /** Its address. */
  mint: z.string(),
  symbol: z.string(),
  /** A whole token has 10^decimals base units. */
  decimals: z.number().int().min(0).max(15),
  /** Lamports of a whole token. */
  price: z.number().int().min(1),
  /** Against 24 hours before, in hundredths of a percent. */
  changeBps: z.number().int(),
  /** Place among what is talked about, from 1. */
  rank: z.number().int().min(1),
});

/** Reply: tokens, the most talked about first. */
export const marketRead = defineEffect({
  name: "market.read",
  request: z.strictObject({ limit: z.number().int().min(1).max(MAX_TOKENS) }),
  reply: z.strictObject({ tokens: z.array(Listing) }),
  state: null,
  simulate: ({ limit }, state, { at, draw, shared }) => [
    { kind: "done", reply: { tokens: marketAt(at, shared).slice(0, limit) } },
    state,
    150 + floor(draw("latency") * 650),
  ],
});
