// wallet.quote: what a swap would bring now, and at least with what slippage.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { floor } from "../core/math.ts";
import { dealAt } from "./market.ts";
import { Amount } from "./wallet.ts";

/** What is sold for what: mints, one of them SOL; the amount is in base units of what is sold. */
export const orderShape = {
  sell: z.string(),
  buy: z.string(),
  amount: Amount.min(1),
};

const QuoteRequest = z.strictObject({
  ...orderShape,
  /** How far the price may fall until the swap, in hundredths of a percent. */
  slippageBps: z.number().int().min(0).max(10_000),
});

/** Reply: base units of what would be bought, now and at least. Refused where there is no such market. */
export const walletQuote = defineEffect({
  name: "wallet.quote",
  request: QuoteRequest,
  reply: z.strictObject({
    out: Amount,
    least: Amount,
    /** How far this amount itself moves the price. */
    impactBps: z.number().int(),
  }),
  state: null,
  simulate: ({ slippageBps, ...order }, state, { at, draw, shared }) => {
    const latency = 200 + floor(draw("latency") * 600);
    const deal = dealAt(order, at, shared);
    if (typeof deal === "string") return [{ kind: "refused", reason: deal }, state, latency];
    const least = Number((BigInt(deal.out) * BigInt(10_000 - slippageBps)) / BigInt(10_000));
    return [{ kind: "done", reply: { ...deal, least } }, state, latency];
  },
});
