// The market of a simulation: its tokens, and their prices at any instant, the same for every agent of a run.
import { abs, exp, floor, max, powerOfTen, round } from "../core/math.ts";
import { deriveKey, draw, rootKey } from "../core/random.ts";
import { hours } from "../core/time.ts";
import { LAMPORTS_PER_SOL, SOL } from "../persona/money.ts";

export interface Token {
  /** Its address. */
  readonly mint: string;
  readonly symbol: string;
  /** One whole token has 10^decimals base units. */
  readonly decimals: number;
  /** Lamports of a whole token about which its price moves. */
  readonly usual: number;
  /** Multiplies its moves. */
  readonly wildness: number;
}

/** Numbers in [0, 1) by purpose. */
export type Drawing = (purpose: string) => number;

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A text of base 58, as Solana writes addresses (44) and signatures (88). */
export function base58(length: number, drawing: Drawing): string {
  const letter = (_: unknown, place: number) =>
    ALPHABET[floor(drawing(`letter:${place}`) * ALPHABET.length)] ?? "";
  return Array.from({ length }, letter).join("");
}

function token(symbol: string, decimals: number, usual: number, wildness: number): Token {
  const key = deriveKey(rootKey("mint"), symbol);
  const mint = base58(44, (purpose) => draw(key, purpose));
  return { mint, symbol, decimals, usual, wildness };
}

export const tokens: readonly Token[] = [
  token("BRIDGE", 9, 420_000_000, 0.5),
  token("COMET", 6, 9_000_000, 2),
  token("FERRY", 6, 75_000_000, 0.7),
  token("KITE", 6, 3_100_000, 1.6),
  token("LAMP", 6, 26_000_000, 1),
  token("MOSS", 5, 640_000, 2.4),
  token("OTTER", 6, 1_450_000, 1.8),
  token("PEBBLE", 5, 88_000, 3),
  token("PLUM", 6, 12_500_000, 1.2),
  token("SPROUT", 6, 5_200_000, 1.5),
  token("TRAM", 9, 180_000_000, 0.6),
  token("WAFFLE", 6, 2_300_000, 2),
];

export const tokenOf = (mint: string): Token | undefined => tokens.find((it) => it.mint === mint);

/**
 * Moves of the logarithm of a price by period, each up to its size for a wildness of 1. The sizes grow with the square
 * root of the period, as those of a random walk do.
 */
const MOVES = [
  { period: hours(1), size: 0.015 },
  { period: hours(6), size: 0.037 },
  { period: hours(36), size: 0.09 },
  { period: hours(216), size: 0.22 },
];

/** Lamports of a whole token at an instant, a whole number from 1. @param shared drawn from the seed of the run alone */
export function priceAt({ symbol, usual, wildness }: Token, at: number, shared: Drawing): number {
  const moved = MOVES.reduce((sum, { period, size }) => {
    const before = floor(at / period);
    const height = (n: number) => 2 * shared(`price:${symbol}:${period}:${n}`) - 1;
    const share = at / period - before;
    return sum + size * (height(before) * (1 - share) + height(before + 1) * share);
  }, 0);
  return max(1, round(usual * exp(wildness * moved)));
}

/** How a token stands at an instant. */
export interface Listing extends Pick<Token, "mint" | "symbol" | "decimals"> {
  /** Lamports of a whole token. */
  readonly price: number;
  /** Against 24 hours before, in hundredths of a percent. */
  readonly changeBps: number;
  /** Place among what is talked about, from 1. */
  readonly rank: number;
}

const DAY = hours(24);
/** What is talked about changes with this period. */
const TALK = hours(6);

/** All tokens at an instant, the most talked about first: chance, and more so what has moved. */
export function marketAt(at: number, shared: Drawing): readonly Listing[] {
  const now = tokens.map((it) => {
    const price = priceAt(it, at, shared);
    const changeBps = floor((10_000 * price) / priceAt(it, at - DAY, shared)) - 10_000;
    const talk = shared(`talk:${it.symbol}:${floor(at / TALK)}`) * (1 + abs(changeBps) / 2000);
    const { mint, symbol, decimals } = it;
    return { listing: { mint, symbol, decimals, price, changeBps }, talk };
  });
  return now
    .sort((a, b) => b.talk - a.talk || (a.listing.symbol < b.listing.symbol ? -1 : 1))
    .map(({ listing }, place) => ({ ...listing, rank: place + 1 }));
}

/** What one pays above the price, besides what a large order moves. */
const SPREAD_BPS = 30;
/** Lamports behind a token: an order as large as this gets half of what a small one would. */
const DEPTH = 400 * LAMPORTS_PER_SOL;

/** So many base units of one thing for another; one of the two is SOL. */
export interface Order {
  readonly sell: string;
  readonly buy: string;
  readonly amount: number;
}

/** What an order brings: base units of what is bought, and how far its own weight has moved the price. */
export interface Deal {
  readonly out: number;
  readonly impactBps: number;
}

/** What an order brings at an instant, rounded down. @returns the reason where it cannot be had */
export function dealAt({ sell, buy, amount }: Order, at: number, shared: Drawing): Deal | string {
  const isBuying = sell === SOL;
  const traded = tokenOf(isBuying ? buy : sell);
  if (traded === undefined) return `no token ${isBuying ? buy : sell}`;
  if (!isBuying && buy !== SOL) return "one side of a swap is SOL";
  const price = BigInt(priceAt(traded, at, shared));
  const unit = BigInt(powerOfTen(traded.decimals));
  const given = BigInt(amount);
  // An amount times a price is more than a number holds exactly.
  const value = isBuying ? given : (given * price) / unit;
  const whole = isBuying ? (given * unit) / price : value;
  const depth = BigInt(DEPTH);
  const kept = BigInt(10_000 - SPREAD_BPS);
  const out = (whole * depth * kept) / ((depth + value) * BigInt(10_000));
  if (out > BigInt(Number.MAX_SAFE_INTEGER)) return "the amount is too large";
  return { out: Number(out), impactBps: Number((value * BigInt(10_000)) / (depth + value)) };
}
