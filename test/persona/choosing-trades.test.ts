// What a trader buys and sells: its caps hold whatever is drawn, and nothing blacklisted is ever chosen.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marketAt, tokens } from "../../src/effects/market.ts";
import { FEE_RESERVE, type Held, planFor } from "../../src/persona/choosing-trades.ts";
import { LAMPORTS_PER_SOL, SOL } from "../../src/persona/money.ts";
import type { PersonaInput } from "../../src/persona/persona.ts";
import type { Listed, Plan } from "../../src/persona/trade.ts";
import { firstTrader, tradeOf } from "../../src/persona/trading.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { scopeOf } from "../support/scope.ts";

const FILE = "test/persona/choosing-trades.test.ts";
const market = marketAt(0, scopeOf().shared);
const listed = (mint: string): Listed => {
  const found = market.find((it) => it.mint === mint);
  if (found === undefined) throw new Error(`no ${mint}`);
  return found;
};
const poor: Held = { lamports: 0, tokens: [] };
const rich: Held = { lamports: 5 * LAMPORTS_PER_SOL, tokens: [] };
const keys = Array.from({ length: 400 }, (_, key) => key);

type Trading = NonNullable<PersonaInput["trading"]>;

function choose(trading: Trading, held: Held, key: number, change: object = {}): Plan | undefined {
  const mind = { ...firstTrader({ name: "Ada", trading }), ...change };
  return planFor({ mind, rules: tradeOf(mind).rules, market, held, key });
}

const bought = (trading: Trading, change: object = {}): ReadonlySet<string> =>
  new Set(keys.flatMap((key) => choose(trading, rich, key, change)?.token.symbol ?? []));

const symbols = tokens.map(({ symbol }) => symbol);
const top = (by: (token: Listed) => number) =>
  [...market]
    .sort((a, b) => by(b) - by(a))
    .map(({ symbol }) => symbol)
    .slice(0, 5);

describe("the amount", () => {
  test("is whole and within the caps, whatever is held and drawn", async () => {
    const sol = fc.integer({ min: 0, max: 3 * LAMPORTS_PER_SOL });
    const cases = fc.record({
      ...{ lamports: sol, cap: sol, least: sol, key: fc.nat() },
      held: fc.array(fc.tuple(fc.nat(tokens.length - 1), fc.integer({ min: 1 })), { maxLength: 4 }),
      banned: fc.subarray([...symbols]),
    });
    await tryOut(FILE, 500, cases, ({ lamports, cap, least, key, held, banned }) => {
      const rules = {
        ...{ maxTradeSol: cap / LAMPORTS_PER_SOL, minBalanceSol: least / LAMPORTS_PER_SOL },
        blacklist: banned,
      };
      const amounts = new Map(held.map(([place, amount]) => [tokens[place]?.mint ?? "", amount]));
      const owned = [...amounts].map(([mint, amount]) => ({ mint, amount }));
      const plan = choose(rules, { lamports, tokens: owned }, key);
      if (plan === undefined) return;
      const { amount, sell, token } = plan;
      expect(banned).not.toContain(token.symbol);
      expect(Number.isSafeInteger(amount) && amount >= 1).toBe(true);
      if (sell === SOL) {
        expect(amount).toBeLessThanOrEqual(cap);
        expect(amount).toBeLessThanOrEqual((lamports - least) / 2);
        expect(lamports - amount - FEE_RESERVE).toBeGreaterThanOrEqual(least);
      } else {
        expect(amount).toBeLessThanOrEqual(amounts.get(sell) ?? 0);
        const { price, decimals } = listed(sell);
        expect(BigInt(amount) * BigInt(price)).toBeLessThanOrEqual(
          BigInt(cap) * BigInt(`1${"0".repeat(decimals)}`),
        );
      }
    });
  });

  test("lies between a tenth of the cap and the cap where there is plenty", () => {
    const amounts = keys.map((key) => choose({ maxTradeSol: 0.1 }, rich, key)?.amount ?? 0);
    expect(Math.min(...amounts)).toBeGreaterThanOrEqual(10_000_000);
    expect(Math.min(...amounts)).toBeLessThan(12_000_000);
    expect(Math.max(...amounts)).toBeLessThanOrEqual(100_000_000);
    expect(Math.max(...amounts)).toBeGreaterThan(95_000_000);
  });

  test("of a sale is in units of the token (Puppet Engine v1 took the number of lamports)", () => {
    const token = market.find(({ symbol }) => symbol === "PEBBLE");
    if (token === undefined) throw new Error("there is PEBBLE");
    const held = { lamports: FEE_RESERVE, tokens: [{ mint: token.mint, amount: 10 ** 12 }] };
    for (const key of keys) {
      const plan = choose({ maxTradeSol: 0.1 }, held, key);
      const worth = ((plan?.amount ?? 0) * token.price) / 10 ** token.decimals;
      expect(plan?.sell).toBe(token.mint);
      expect(worth / 100_000_000).toBeGreaterThan(0.09);
      expect(worth / 100_000_000).toBeLessThanOrEqual(1);
    }
  });

  test.each<readonly [string, Trading, Held]>([
    ["nothing is held", {}, poor],
    ["the balance is at its least", { minBalanceSol: 5 }, rich],
    ["the cap is 0", { maxTradeSol: 0 }, rich],
    ["all is blacklisted", { blacklist: symbols }, rich],
    ["nothing may be considered", { considersTrending: false }, rich],
  ])("is none where %s", (_, trading, held) => {
    expect(keys.map((key) => choose(trading, held, key))).toEqual(keys.map(() => undefined));
  });
});

describe("the token", () => {
  test.each([
    ["trending", top(({ rank }) => -rank)],
    ["gainers", top(({ changeBps }) => changeBps)],
    ["random", symbols],
    ["whim", top(({ changeBps }) => Math.abs(changeBps))],
  ] as const)("comes from its pool for the factor %s", (factor, pool) => {
    expect([...bought({ decisionFactors: [factor] })].sort()).toEqual([...pool].sort());
  });

  test.each(["trending", "gainers", "random", "whim"] as const)(
    "is never a blacklisted one for the factor %s (in Puppet Engine v1 one in five was)",
    (factor) => {
      const banned = [...bought({ decisionFactors: [factor] })].slice(0, 3);
      const mints = market.filter(({ symbol }) => banned.includes(symbol)).map(({ mint }) => mint);
      for (const blacklist of [banned, mints, banned.map((it) => it.toLowerCase())]) {
        const chosen = bought({ decisionFactors: [factor], blacklist, alwaysTradable: banned });
        expect(banned.filter((symbol) => chosen.has(symbol))).toEqual([]);
        expect(chosen.size).toBeGreaterThan(0);
      }
    },
  );

  test("may always be one that is always tradable, and no other where trends do not count", () => {
    const last = market.at(-1)?.symbol ?? "";
    expect(bought({ alwaysTradable: [last] }).has(last)).toBe(true);
    expect(bought({})).not.toContain(last);
    expect([...bought({ alwaysTradable: [last], considersTrending: false })]).toEqual([last]);
  });

  test("of a whim is what the talk is about", () => {
    const heard = { heard: ["bread", "Moss"] };
    expect([...bought({ decisionFactors: ["whim"] }, heard)]).toEqual(["MOSS"]);
  });

  test("is bought by the cheerful and sold by the gloomy where mood decides", () => {
    const held = { ...rich, tokens: [{ mint: market[0]?.mint ?? "", amount: 10 ** 9 }] };
    const share = (valence: number, decisionFactors: Trading["decisionFactors"]): number => {
      const mood = { valence, arousal: 0.3, dominance: 0.5 };
      const plans = keys.map((key) => choose({ decisionFactors }, held, key, { mood }));
      return plans.filter((plan) => plan?.sell === SOL).length / keys.length;
    };
    expect(share(0.8, ["mood", "random"])).toBeCloseTo(0.82, 1);
    expect(share(-0.8, ["mood", "random"])).toBeCloseTo(0.18, 1);
    expect(share(-0.8, ["random"])).toBeCloseTo(0.5, 1);
  });
});
