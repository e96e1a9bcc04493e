// Market and wallet: one market for all, whole numbers only, and an order that is carried out once.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Effect, effectOf, perform } from "../../src/core/effect.ts";
import { hours } from "../../src/core/time.ts";
import { marketAt, priceAt, tokens } from "../../src/effects/market.ts";
import { marketRead } from "../../src/effects/market-read.ts";
import { MAX_INTENTS, Receipt } from "../../src/effects/wallet.ts";
import { walletBalance } from "../../src/effects/wallet-balance.ts";
import { walletQuote } from "../../src/effects/wallet-quote.ts";
import { walletSwap } from "../../src/effects/wallet-swap.ts";
import { walletTransfer } from "../../src/effects/wallet-transfer.ts";
import { LAMPORTS_PER_SOL, SOL } from "../../src/persona/money.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { scopeOf } from "../support/scope.ts";
import { walletOf } from "../support/wallet.ts";

const FILE = "test/effects/wallet.test.ts";
const effects: readonly Effect[] = [
  perform(walletBalance),
  perform(walletSwap),
  perform(walletTransfer),
].flatMap((logic) => effectOf(logic) ?? []);
const { shared } = scopeOf();
const [token] = tokens;
const mint = token?.mint ?? "";
const TEN = 10_000_000;
const buy = (intent: string, rest: object = {}) => ({
  ...{ intent, sell: SOL, buy: mint, amount: TEN, least: 0 },
  ...rest,
});
const balanceOf = (wallet: ReturnType<typeof walletOf>, request: object = {}) => {
  const outcome = wallet.ask("wallet.balance", request);
  return outcome.kind === "done" ? outcome.reply : outcome;
};
/** Keys under which an order is not confirmed, and what became of it. */
const unconfirmed = (status: string): number => {
  for (let key = 0; key < 5000; key++) {
    const wallet = walletOf(effects, { key });
    if (wallet.ask("wallet.swap", buy("one")).kind !== "failed") continue;
    if (JSON.stringify(balanceOf(wallet, { intent: "one" })).includes(status)) return key;
  }
  throw new Error(`no order is ever ${status}`);
};

describe("the market", () => {
  test("is the same whoever asks and with whatever luck", () => {
    const ask = (key: number, agent: string) =>
      marketRead.simulate({ limit: 50 }, null, { ...scopeOf({ key, at: hours(30) }), agent })[0];
    expect(ask(1, "agent:ada")).toEqual(ask(2, "agent:bob"));
  });

  test("is another one with another seed", () => {
    expect(marketAt(hours(9), shared)).not.toEqual(
      marketAt(hours(9), scopeOf({ seedKey: 8 }).shared),
    );
  });

  test("moves from hour to hour, and no price leaps within a minute", () => {
    for (const it of tokens) {
      const prices = Array.from({ length: 100 }, (_, hour) => priceAt(it, hours(hour), shared));
      expect(new Set(prices).size).toBeGreaterThan(90);
      for (const [hour, price] of prices.entries()) {
        const soon = priceAt(it, hours(hour) + 60_000, shared);
        expect(Math.abs(soon / price - 1)).toBeLessThan(0.01);
      }
    }
  });

  test("ranks every token once, with prices that are whole lamports", () => {
    const market = marketAt(hours(50), shared);
    expect(market.map(({ rank }) => rank)).toEqual(tokens.map((_, place) => place + 1));
    expect(market.every(({ price }) => Number.isSafeInteger(price) && price >= 1)).toBe(true);
  });

  test("tells the change of a day as prices show it", () => {
    const [first] = marketAt(hours(50), shared);
    const found = tokens.find((it) => it.mint === first?.mint);
    if (first === undefined || found === undefined) throw new Error("a market has tokens");
    const before = priceAt(found, hours(26), shared);
    expect(first.changeBps).toBe(Math.floor((first.price * 10_000) / before) - 10_000);
  });
});

describe("a quote", () => {
  const quote = (request: object) =>
    walletQuote.simulate({ slippageBps: 100, ...request }, null, scopeOf())[0];

  test("there and back costs the spread twice, and never earns", () => {
    const there = quote({ sell: SOL, buy: mint, amount: TEN });
    if (there.kind !== "done") throw new Error("there is a market");
    const { out, least } = there.reply as { out: number; least: number };
    expect(least).toBe(Math.floor(out * 0.99));
    const back = quote({ sell: mint, buy: SOL, amount: out });
    expect(back.kind === "done" && (back.reply as { out: number }).out / TEN).toBeCloseTo(0.994, 4);
  });

  test.each([
    [{ sell: "x", buy: SOL, amount: 1 }, "no token x"],
    [{ sell: mint, buy: tokens[1]?.mint, amount: 1 }, "one side of a swap is SOL"],
    [{ sell: SOL, buy: mint, amount: Number.MAX_SAFE_INTEGER }, "done"],
  ])("of %o is %s", (request, told) => {
    const outcome = quote(request);
    expect(outcome.kind === "refused" ? outcome.reason : outcome.kind).toBe(told);
  });
});

describe("a wallet", () => {
  test("begins with what the persona says, a SOL without it", () => {
    const input = { wallet: { simulatedSol: 2.5 } };
    expect(balanceOf(walletOf(effects, { input }))).toEqual({
      lamports: 2_500_000_000,
      tokens: [],
    });
    expect(balanceOf(walletOf(effects))).toEqual({ lamports: LAMPORTS_PER_SOL, tokens: [] });
  });

  test("pays the amount and the fee, and has what was bought", () => {
    const wallet = walletOf(effects);
    const outcome = wallet.ask("wallet.swap", buy("one"));
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    const { fee, bought, signature } = Receipt.parse(outcome.reply);
    expect(signature).toMatch(/^[1-9A-HJ-NP-Za-km-z]{88}$/);
    expect(balanceOf(wallet)).toEqual({
      lamports: LAMPORTS_PER_SOL - TEN - fee,
      tokens: [{ mint, amount: bought }],
    });
  });

  test("moves money once for an intent, and tells the same again", () => {
    const wallet = walletOf(effects);
    const first = wallet.ask("wallet.swap", buy("one"));
    const after = wallet.state();
    expect(wallet.ask("wallet.swap", buy("one"), { key: 99, at: hours(5) })).toEqual(first);
    expect(wallet.state()).toEqual(after);
    expect(wallet.ask("wallet.swap", buy("two"), { key: 99 }).kind).toBe("done");
  });

  test("moves money once for a transfer as well, and not under the intent of a swap", () => {
    const wallet = walletOf(effects);
    const transfer = { intent: "rent", to: mint, lamports: TEN };
    const first = wallet.ask("wallet.transfer", transfer);
    expect(first.kind).toBe("done");
    expect(wallet.ask("wallet.transfer", transfer)).toEqual(first);
    expect(wallet.ask("wallet.swap", buy("rent"))).toEqual({
      kind: "refused",
      reason: "intent rent is of a transfer",
    });
  });

  test.each([
    ["insufficient balance", buy("one", { amount: LAMPORTS_PER_SOL })],
    ["insufficient balance", { ...buy("one"), sell: mint, buy: SOL }],
    ["slippage exceeded", buy("one", { least: Number.MAX_SAFE_INTEGER })],
    ["blacklisted", buy("one", { buy: tokens[2]?.mint })],
    ["no token x", buy("one", { buy: "x" })],
  ])("refuses with %s, and nothing moves", (reason, request) => {
    const input = { trading: { blacklist: [tokens[2]?.symbol] } };
    const wallet = walletOf(effects, { input });
    expect(wallet.ask("wallet.swap", request)).toEqual({ kind: "refused", reason });
    expect(balanceOf(wallet)).toEqual({ lamports: LAMPORTS_PER_SOL, tokens: [] });
  });

  test("tells that an order without confirmation has landed, and it is not carried out again", () => {
    const wallet = walletOf(effects, { key: unconfirmed("landed") });
    const failure = { kind: "failed", reason: "not confirmed" };
    expect(wallet.ask("wallet.swap", buy("one"))).toEqual(failure);
    const told = balanceOf(wallet, { intent: "one" });
    expect(told).toMatchObject({ fate: { status: "landed", receipt: { sold: TEN } } });
    expect(wallet.ask("wallet.swap", buy("one"), { key: 3 })).toEqual(failure);
    expect(balanceOf(wallet, { intent: "one" })).toEqual(told);
  });

  test("tells that an order without confirmation was dropped, and has all it had", () => {
    const wallet = walletOf(effects, { key: unconfirmed("dropped") });
    wallet.ask("wallet.swap", buy("one"));
    expect(balanceOf(wallet, { intent: "one" })).toEqual({
      ...{ lamports: LAMPORTS_PER_SOL, tokens: [] },
      fate: { status: "dropped" },
    });
  });

  test("keeps whole numbers, never below zero, and a bounded past, whatever is ordered", async () => {
    const order = fc.record({
      isSale: fc.boolean(),
      amount: fc.integer({ min: 1, max: 2 * LAMPORTS_PER_SOL }),
      place: fc.nat(tokens.length - 1),
      key: fc.nat(),
    });
    await tryOut(FILE, 60, fc.array(order, { maxLength: 130 }), (orders) => {
      const wallet = walletOf(effects);
      for (const [n, { isSale, amount, place, key }] of orders.entries()) {
        const of = tokens[place]?.mint;
        const sides = isSale ? { sell: of, buy: SOL } : { sell: SOL, buy: of };
        wallet.ask("wallet.swap", { ...sides, amount, least: 0, intent: `n${n}` }, { key });
        const {
          lamports,
          tokens: held,
          settled,
        } = wallet.state() as {
          lamports: number;
          tokens: Record<string, number>;
          settled: unknown[];
        };
        const amounts = [lamports, ...Object.values(held)];
        expect(amounts.every((it) => Number.isSafeInteger(it) && it >= 0)).toBe(true);
        expect(settled.length).toBeLessThanOrEqual(MAX_INTENTS);
      }
    });
  });
});
