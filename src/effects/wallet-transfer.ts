// wallet.transfer: lamports to another address, once for each intent.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { Amount, carryOut, Intent, Receipt, wallet } from "./wallet.ts";

const TransferRequest = z.strictObject({
  /** Names the transfer: the same again gives the same outcome and moves nothing. */
  intent: Intent,
  /** Base 58, as Solana writes addresses. */
  to: z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/),
  lamports: Amount.min(1),
});

/**
 * Reply: a receipt. Refused with `insufficient balance`; failed as a swap is. In a simulation nobody receives it: it leaves
 * the wallet and that is all.
 */
export const walletTransfer = defineEffect({
  ...wallet,
  name: "wallet.transfer",
  request: TransferRequest,
  reply: Receipt,
  simulate: ({ intent, lamports }, holdings, scope) =>
    carryOut(
      {
        intent,
        kind: "transfer",
        move: (purse, fee) =>
          purse.lamports < lamports + fee
            ? "insufficient balance"
            : [
                { ...purse, lamports: purse.lamports - lamports - fee },
                { fee, sold: lamports, bought: 0 },
              ],
      },
      holdings,
      scope,
    ),
});
