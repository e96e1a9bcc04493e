// wallet.swap: one thing of the wallet for another, once for each intent.
import { z } from "zod";
import { defineEffect, type SimulationScope } from "../core/effect.ts";
import { floor } from "../core/math.ts";
import { SOL } from "../persona/money.ts";
import { dealAt, tokenOf } from "./market.ts";
import {
  Amount,
  type Attempt,
  blacklistOf,
  carryOut,
  Intent,
  type Purse,
  Receipt,
  wallet,
  withToken,
} from "./wallet.ts";
import { orderShape } from "./wallet-quote.ts";

const SwapRequest = z.strictObject({
  ...orderShape,
  /** Names the order: the same again gives the same outcome and moves nothing. */
  intent: Intent,
  /** Base units of what is bought, at least: else the swap is refused. */
  least: Amount,
});
type SwapRequest = z.infer<typeof SwapRequest>;

/** Between quote and swap others trade as well: up to so much less is had. */
const MAX_SLIP_BPS = 120;

/**
 * Reply: a receipt. Refused with `insufficient balance`, `slippage exceeded` or `blacklisted`; failed with `not confirmed`
 * when nobody knows whether it went through: ask `wallet.balance` for its intent, and never order it again blindly.
 */
export const walletSwap = defineEffect({
  ...wallet,
  name: "wallet.swap",
  request: SwapRequest,
  reply: Receipt,
  simulate: (request, holdings, scope) => {
    const move: Attempt["move"] = (purse, fee) => swap(request, { purse, fee, scope });
    return carryOut({ intent: request.intent, kind: "swap", move }, holdings, scope);
  },
});

interface Means {
  readonly purse: Purse;
  readonly fee: number;
  readonly scope: SimulationScope;
}

function swap(order: SwapRequest, { purse, fee, scope }: Means): ReturnType<Attempt["move"]> {
  const { sell, buy, amount, least } = order;
  const banned = blacklistOf(scope.input);
  if (
    [sell, buy].some(
      (mint) => banned.includes(mint) || banned.includes(tokenOf(mint)?.symbol ?? ""),
    )
  )
    return "blacklisted";
  const isBuying = sell === SOL;
  const held = isBuying ? purse.lamports : (purse.tokens[sell] ?? 0);
  const isCovered = isBuying ? held >= amount + fee : held >= amount && purse.lamports >= fee;
  if (!isCovered) return "insufficient balance";
  const deal = dealAt(order, scope.at, scope.shared);
  if (typeof deal === "string") return deal;
  const slip = BigInt(10_000 - floor(scope.draw("slip") * MAX_SLIP_BPS));
  const bought = Number((BigInt(deal.out) * slip) / BigInt(10_000));
  if (bought < least) return "slippage exceeded";
  const after = isBuying
    ? { lamports: purse.lamports - amount - fee, tokens: withToken(purse, buy, bought) }
    : { lamports: purse.lamports + bought - fee, tokens: withToken(purse, sell, -amount) };
  return [
    { ...purse, ...after },
    { fee, sold: amount, bought },
  ];
}
