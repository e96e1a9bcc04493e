// wallet.balance: what a wallet holds, and what became of an order that nobody confirmed.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { floor } from "../core/math.ts";
import { Amount, type Holdings, Intent, purseOf, Receipt, wallet } from "./wallet.ts";

const Fate = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("landed"), receipt: Receipt }),
  /** It never will: to order again takes another intent. */
  z.strictObject({ status: z.literal("dropped") }),
  /** Nobody knows yet. */
  z.strictObject({ status: z.literal("pending") }),
]);

/** Reply: the holdings in base units; with `intent`, what became of that order. */
export const walletBalance = defineEffect({
  ...wallet,
  name: "wallet.balance",
  request: z.strictObject({ intent: Intent.optional() }),
  reply: z.strictObject({
    lamports: Amount,
    tokens: z.array(z.strictObject({ mint: z.string(), amount: Amount })),
    fate: Fate.optional(),
  }),
  simulate: ({ intent }, holdings, { draw, input }) => {
    const { lamports, tokens } = purseOf(holdings, input);
    const held = Object.entries(tokens).map(([mint, amount]) => ({ mint, amount }));
    const fate = intent === undefined ? {} : { fate: fateOf(holdings, intent) };
    const latency = 100 + floor(draw("latency") * 400);
    return [{ kind: "done", reply: { lamports, tokens: held, ...fate } }, holdings, latency];
  },
});

function fateOf({ settled }: Holdings, intent: string): z.infer<typeof Fate> {
  const known = settled.find((it) => it.intent === intent);
  const receipt = known?.outcome.kind === "done" ? known.outcome.reply : known?.landed;
  return receipt === undefined ? { status: "dropped" } : { status: "landed", receipt };
}
