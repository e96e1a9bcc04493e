// What a trader keeps in mind besides: its rules, and where it stands. Amounts are whole numbers of base units.
import { round } from "../core/math.ts";
import { hours } from "../core/time.ts";
import { Trading } from "./means.ts";
import { LAMPORTS_PER_SOL } from "./money.ts";
import type { Persona } from "./persona.ts";

type Settings = NonNullable<Persona["trading"]>;

/** The part of a persona that decides its trades. */
export interface Rules {
  readonly isEnabled: boolean;
  /** Virtual milliseconds between two trades. */
  readonly leastPause: number;
  readonly mostPause: number;
  /** In [0, 1]. */
  readonly probability: number;
  readonly postProbability: number;
  readonly perDay: number;
  /** Lamports. */
  readonly mostPerTrade: number;
  readonly leastBalance: number;
  readonly slippageBps: number;
  readonly factors: Settings["decisionFactors"];
  readonly considersTrending: boolean;
  /** Mints or symbols. */
  readonly alwaysTradable: readonly string[];
  readonly blacklist: readonly string[];
}

/** A token of the market, as `market.read` tells of it. */
export interface Listed {
  readonly mint: string;
  readonly symbol: string;
  /** A whole token has 10^decimals base units. */
  readonly decimals: number;
  /** Lamports of a whole token. */
  readonly price: number;
  readonly changeBps: number;
  /** From 1. */
  readonly rank: number;
}

/** What is to be traded: so many base units of one thing for another. */
export interface Plan {
  readonly sell: string;
  readonly buy: string;
  readonly amount: number;
  /** Base units of what is bought, at least; 0 before there is a quote. */
  readonly least: number;
  readonly token: Pick<Listed, "mint" | "symbol" | "decimals">;
}

export interface Trade {
  readonly rules: Rules;
  /** Instants, in virtual milliseconds. */
  readonly nextLookAt: number;
  readonly waitUntil: number;
  /** Of the last trade that went through; null before the first. */
  readonly lastTradeAt: number | null;
  /** Trades that went through on a local day, counted from 1970. */
  readonly today: { readonly day: number; readonly trades: number };
  /** Since the last trade that went through. */
  readonly failures: number;
  /** How often it was asked what became of the open order. */
  readonly checks: number;
  /** The account is shut out. */
  readonly isShutOut: boolean;
  /** Only while it decides. */
  readonly market: readonly Listed[];
  readonly plan: Plan | null;
  /** Orders so far: the number makes the intent. */
  readonly orders: number;
  /** Of the order of which the outcome is open: nothing else is ordered before it is known. */
  readonly intent: string | null;
}

const toLamports = (sol: number): number => round(sol * LAMPORTS_PER_SOL);

const NO_TRADING: Settings = Trading.parse({ enabled: false });

/** A persona without the key `trading` trades nothing. */
export function rulesOf({ trading = NO_TRADING }: Persona): Rules {
  return {
    isEnabled: trading.enabled,
    leastPause: hours(trading.minHoursBetweenTrades),
    mostPause: hours(trading.maxHoursBetweenTrades),
    probability: trading.tradeProbability,
    postProbability: trading.postProbability,
    perDay: trading.maxTradesPerDay,
    mostPerTrade: toLamports(trading.maxTradeSol),
    leastBalance: toLamports(trading.minBalanceSol),
    slippageBps: round(trading.maxSlippagePercent * 100),
    factors: trading.decisionFactors,
    considersTrending: trading.considersTrending,
    alwaysTradable: trading.alwaysTradable,
    blacklist: trading.blacklist,
  };
}

export const firstTrade = (persona: Persona): Trade => ({
  rules: rulesOf(persona),
  nextLookAt: 0,
  waitUntil: 0,
  lastTradeAt: null,
  today: { day: 0, trades: 0 },
  failures: 0,
  checks: 0,
  isShutOut: false,
  market: [],
  plan: null,
  orders: 0,
  intent: null,
});
