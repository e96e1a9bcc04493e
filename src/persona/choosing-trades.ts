// What a trader buys or sells, and how much of it. Whatever is drawn, its caps hold.
import { abs, floor, min, powerOfTen } from "../core/math.ts";
import { draw, pick } from "../core/random.ts";
import type { Mind } from "./mind-state.ts";
import { SOL } from "./money.ts";
import type { Listed, Plan, Rules } from "./trade.ts";

/** What is left untouched for fees, in lamports. */
export const FEE_RESERVE = 10_000;
/** So many tokens are at the head of a ranking. */
const HEAD = 5;

/** What a wallet holds, in base units. */
export interface Held {
  readonly lamports: number;
  readonly tokens: readonly { readonly mint: string; readonly amount: number }[];
}

const isNamed = (list: readonly string[], { mint, symbol }: Listed): boolean =>
  list.some((name) => name === mint || name.toUpperCase() === symbol.toUpperCase());

/** What may be traded at all. Nothing that is blacklisted gets any further, whatever chooses among the rest. */
export const tradable = (market: readonly Listed[], rules: Rules): readonly Listed[] =>
  market.filter(
    (token) =>
      !isNamed(rules.blacklist, token) &&
      (rules.considersTrending || isNamed(rules.alwaysTradable, token)),
  );

type Factor = Exclude<Rules["factors"][number], "mood">;
type Pools = Readonly<Record<Factor, (market: readonly Listed[], mind: Mind) => readonly Listed[]>>;

const head = (market: readonly Listed[], by: (token: Listed) => number): readonly Listed[] =>
  [...market].sort((a, b) => by(b) - by(a) || a.rank - b.rank).slice(0, HEAD);

const pools: Pools = {
  trending: (market) => head(market, ({ rank }) => -rank),
  gainers: (market) => head(market, ({ changeBps }) => changeBps),
  random: (market) => market,
  // A whim goes where the talk is, or to what moves most.
  whim: (market, mind) => {
    const talk = [...mind.heard, ...mind.news.map(({ topic }) => topic)];
    const heard = market.filter((token) => isNamed(talk, token));
    return heard.length > 0 ? heard : head(market, ({ changeBps }) => abs(changeBps));
  },
};

/** What a decision rests on. */
export interface Choice {
  readonly mind: Mind;
  readonly rules: Rules;
  readonly market: readonly Listed[];
  readonly held: Held;
  /** Of the event that told what is held. */
  readonly key: number;
}

/** A token to buy: one factor is drawn, then a token of its head or of what is always tradable. */
export function tokenToBuy({ mind, rules, market, key }: Choice): Listed | undefined {
  const allowed = tradable(market, rules);
  const factors = rules.factors.flatMap((factor) => (factor === "mood" ? [] : factor));
  const chosen = pools[pick(key, "factor", factors) ?? "random"](allowed, mind);
  const always = allowed.filter(
    (token) => isNamed(rules.alwaysTradable, token) && !chosen.includes(token),
  );
  return pick(key, "token", [...chosen, ...always]);
}

/** Lamports for one trade: between a tenth of the cap and the cap. */
const wanted = ({ rules, key }: Choice): number =>
  floor(rules.mostPerTrade * (0.1 + 0.9 * draw(key, "amount")));

/** Half of what lies above the least balance and the fees, at most. */
function lamportsToSpend(choice: Choice): number {
  const free = choice.held.lamports - choice.rules.leastBalance - FEE_RESERVE;
  return free <= 0 ? 0 : min(floor(free / 2), wanted(choice));
}

/** Base units of a token, not lamports: what is worth as much as a trade may be, and no more than there is. */
function unitsToSell(choice: Choice, { mint, price, decimals }: Listed): number {
  const held = choice.held.tokens.find((it) => it.mint === mint)?.amount ?? 0;
  const units = (BigInt(wanted(choice)) * BigInt(powerOfTen(decimals))) / BigInt(price);
  return units > BigInt(held) ? held : Number(units);
}

/** The good mood buys, the bad one sells, where mood decides; else it is even. */
const buyShare = ({ mind, rules }: Choice): number =>
  rules.factors.includes("mood") ? 0.5 + 0.4 * mind.mood.valence : 0.5;

/** What to trade; undefined when there is nothing that can or may be traded. */
export function planFor(choice: Choice): Plan | undefined {
  const [sale, purchase] = [saleOf(choice), purchaseOf(choice)];
  if (sale === undefined || purchase === undefined) return sale ?? purchase;
  return draw(choice.key, "side") < buyShare(choice) ? purchase : sale;
}

function purchaseOf(choice: Choice): Plan | undefined {
  const token = tokenToBuy(choice);
  const amount = lamportsToSpend(choice);
  if (token === undefined || amount < 1) return undefined;
  return { sell: SOL, buy: token.mint, amount, least: 0, token: namesOf(token) };
}

function saleOf(choice: Choice): Plan | undefined {
  const { rules, market, held, key } = choice;
  if (held.lamports < FEE_RESERVE) return undefined;
  const sales = tradable(market, rules).flatMap((token) => {
    const amount = unitsToSell(choice, token);
    if (amount < 1) return [];
    return { sell: token.mint, buy: SOL, amount, least: 0, token: namesOf(token) };
  });
  return pick(key, "sale", sales);
}

const namesOf = ({ mint, symbol, decimals }: Listed): Plan["token"] => ({ mint, symbol, decimals });
