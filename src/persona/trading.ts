// A persona that trades: when it does, what comes of it, and what it tells of it. What to trade is in choosing-trades.ts.
import { z } from "zod";
import { assert } from "../core/error.ts";
import { clamp, floor, max, min, powerOfTen, round } from "../core/math.ts";
import { draw } from "../core/random.ts";
import { stampOf } from "../core/stamp.ts";
import { days, hours, minutes } from "../core/time.ts";
import type { PersonaChanged, PostRequested } from "../core/world-events.ts";
import { type Held, planFor } from "./choosing-trades.ts";
import { importanceOf, type NewMemory, remember } from "./memory.ts";
import { type Change, firstMind, type Mind } from "./mind-state.ts";
import { LAMPORTS_PER_SOL, SOL } from "./money.ts";
import { readPersona } from "./persona.ts";
import { routineOf } from "./routine.ts";
import { isAwake } from "./schedule.ts";
import { firstTrade, type Listed, type Plan, rulesOf, type Trade } from "./trade.ts";

/** Before anything has happened. @throws EngineError PERSONA_INVALID */
export const firstTrader = (input: unknown): Mind => ({
  ...firstMind(input),
  trade: firstTrade(readPersona(input)),
});

export function tradeOf({ trade }: Mind): Trade {
  assert(trade !== undefined, "a trader begins with firstTrader()");
  return trade;
}

const changed = (mind: Mind, change: Partial<Trade>): Change => ({
  trade: { ...tradeOf(mind), ...change },
});

export const takeRules = (mind: Mind, { persona }: PersonaChanged): Change =>
  changed(mind, { rules: rulesOf(readPersona(persona)) });

export const shutOut = (mind: Mind): Change => changed(mind, { isShutOut: true });
export const letIn = (mind: Mind): Change => changed(mind, { isShutOut: false });

const MINUTE = minutes(1);
const DAY = days(1);

const localAt = ({ startAt, nature }: Mind, at: number): number =>
  startAt + at + nature.utcOffset * MINUTE;

/** The next local midnight. */
export function midnightAfter(mind: Mind, event: object): number {
  const { at } = stampOf(event);
  const local = localAt(mind, at);
  return at + DAY - (local - floor(local / DAY) * DAY);
}

/** Trades that went through on the local day of an instant. */
export function tradesOn(mind: Mind, at: number): number {
  const { today } = tradeOf(mind);
  return today.day === floor(localAt(mind, at) / DAY) ? today.trades : 0;
}

/** Nothing may be traded now: it is switched off, the account is shut out, or the day's number is used up. */
export function isOut(mind: Mind, event: object): boolean {
  const { rules, isShutOut } = tradeOf(mind);
  return !rules.isEnabled || isShutOut || tradesOn(mind, stampOf(event).at) >= rules.perDay;
}

/** An order has been sent and nobody knows yet what became of it. */
export const isOpen = (mind: Mind): boolean => tradeOf(mind).intent !== null;

/** Most tokens that are looked at. */
export const MAX_MARKET = 50;

/** Looks between two trades that are apart as far as they may be. */
const LOOKS = 12;
const LEAST_LOOK = minutes(10);

/** The next look: a pause from now, or from the end of the least pause, and at the latest after the most pause. */
export function planLook(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const { lastTradeAt, waitUntil, rules } = tradeOf(mind);
  const { leastPause, mostPause } = rules;
  const pause = max(LEAST_LOOK, (mostPause - leastPause) / LOOKS) * (0.5 + draw(key, "look"));
  const look = max(at, lastTradeAt === null ? 0 : lastTradeAt + leastPause) + pause;
  const latest = (lastTradeAt ?? 0) + mostPause;
  return changed(mind, { nextLookAt: max(waitUntil, latest > at ? min(look, latest) : look) });
}

/**
 * Whether a look leads to a trade: by day, after the least pause, with the persona's probability, which a valence of v
 * multiplies by 1 + v where mood is among its factors. After the most pause it does so for certain.
 */
export function wantsToTrade(mind: Mind, event: object): boolean {
  const { at, key } = stampOf(event);
  const { rules, lastTradeAt } = tradeOf(mind);
  if (isOut(mind, event) || rules.probability === 0 || !isAwake(at, routineOf(mind))) return false;
  if (lastTradeAt !== null && at < lastTradeAt + rules.leastPause) return false;
  if (at >= (lastTradeAt ?? 0) + rules.mostPause) return true;
  const factor = rules.factors.includes("mood") ? 1 + mind.mood.valence : 1;
  return draw(key, "trade") < clamp(rules.probability * factor, 0, 1);
}

export const takeMarket = (mind: Mind, market: readonly Listed[]): Change =>
  changed(mind, { market });

/** What to trade, given what there is: maybe nothing. */
export function decide(mind: Mind, event: object, held: Held): Change {
  const { rules, market } = tradeOf(mind);
  const plan = planFor({ mind, rules, market, held, key: stampOf(event).key }) ?? null;
  return changed(mind, { market: [], plan });
}

export const hasPlan = (mind: Mind): boolean => tradeOf(mind).plan !== null;

const planOf = (mind: Mind): Plan => {
  const { plan } = tradeOf(mind);
  assert(plan !== null, "a plan comes before quote and swap");
  return plan;
};

/** The request to `wallet.quote`. */
export function quoteOf(mind: Mind) {
  const { sell, buy, amount } = planOf(mind);
  return { sell, buy, amount, slippageBps: tradeOf(mind).rules.slippageBps };
}

/** The quote is taken: from now on there is an order, under an intent of its own. */
export function takeQuote(mind: Mind, { least }: { readonly least: number }): Change {
  const orders = tradeOf(mind).orders + 1;
  const plan = { ...planOf(mind), least };
  return changed(mind, { plan, orders, intent: `trade-${orders}`, checks: 0 });
}

/** The request to `wallet.swap`. */
export function swapOf(mind: Mind) {
  const { sell, buy, amount, least } = planOf(mind);
  return { intent: intentOf(mind), sell, buy, amount, least };
}

export const intentOf = (mind: Mind): string => tradeOf(mind).intent ?? "none";

/** Whether it writes about a trade that went through. */
export const wantsToTell = (mind: Mind, event: object): boolean =>
  draw(stampOf(event).key, "tell") < tradeOf(mind).rules.postProbability;

/** The request that it makes of itself: a post about what it has traded. */
export const postAbout = (mind: Mind, event: object): PostRequested => {
  const { at, key } = stampOf(event);
  return { type: "post-requested", topic: planOf(mind).token.symbol, at, key };
};

const Moved = z.object({ sold: z.number(), bought: z.number() });
/** What moved, in base units. */
export type Moved = z.infer<typeof Moved>;

const Told = z.object({
  output: z.object({ fate: z.object({ status: z.string(), receipt: Moved.optional() }) }),
});

/** What `wallet.balance` tells of the order that it was asked about. */
export const fateIn = (event: object) => Told.safeParse(event).data?.output.fate;

/** It is found out that the open order went through. */
export function noteLanding(mind: Mind, event: object): Change {
  const moved = fateIn(event)?.receipt;
  assert(moved !== undefined, "what has landed has a receipt");
  return noteTrade(mind, event, moved);
}

/** A trade went through: it is counted, remembered, and the next one waits. */
export function noteTrade(mind: Mind, event: object, moved: Moved): Change {
  const { at } = stampOf(event);
  const { token, sell } = planOf(mind);
  const [verb, units, lamports] =
    sell === SOL ? ["bought", moved.bought, moved.sold] : ["sold", moved.sold, moved.bought];
  const memory: NewMemory = {
    kind: "event",
    text: `I ${verb} ${amountOf(units, token)} for ${solOf(lamports)}`,
    at,
    importance: importanceOf("other"),
    valence: 0,
    topic: token.symbol,
  };
  return {
    memories: remember(mind.memories, memory, mind.nature.memories),
    ...changed(mind, {
      lastTradeAt: at,
      today: { day: floor(localAt(mind, at) / DAY), trades: tradesOn(mind, at) + 1 },
      failures: 0,
      plan: null,
      intent: null,
    }),
  };
}

/** `12.5 MOSS` */
const amountOf = (units: number, { decimals, symbol }: Plan["token"]): string =>
  `${round((units / powerOfTen(decimals)) * 100) / 100} ${symbol}`;

/** `0.0301 SOL` */
const solOf = (lamports: number): string =>
  `${round((lamports / LAMPORTS_PER_SOL) * 10_000) / 10_000} SOL`;

const FIRST_COOLING = minutes(10);
const MOST_COOLING = hours(24);
/** Doublings after which a pause grows no more. */
const MAX_DOUBLINGS = 10;

/** Twice as long with each failure since the last success, and up to half as much again, by chance. */
function pauseAfter(failures: number, first: number, most: number): number {
  return min(most, first * (1 << min(failures, MAX_DOUBLINGS)));
}

/** A trade came to nothing: it is counted, and the next one waits longer with each. */
export function noteFailure(mind: Mind, event: object): Change {
  const { at, key } = stampOf(event);
  const { failures } = tradeOf(mind);
  const pause = pauseAfter(failures, FIRST_COOLING, MOST_COOLING) * (1 + draw(key, "cooling") / 2);
  return changed(mind, {
    failures: failures + 1,
    waitUntil: at + pause,
    market: [],
    plan: null,
    intent: null,
  });
}

/** The service wants to be left alone for a while: that is no failure. */
export function waitOut(mind: Mind, event: object, wait: number): Change {
  const { at, key } = stampOf(event);
  const waitUntil = at + wait + draw(key, "waiting") * minutes(2);
  return changed(mind, { waitUntil, market: [], plan: null, intent: null });
}

const FIRST_CHECK = minutes(1);
const MOST_CHECK = hours(1);

/** Nobody knows yet what became of the order: it is asked again later, and nothing is ordered before. */
export function askLater(mind: Mind, event: object): Change {
  const { at } = stampOf(event);
  const { checks } = tradeOf(mind);
  return changed(mind, {
    checks: checks + 1,
    waitUntil: at + pauseAfter(checks, FIRST_CHECK, MOST_CHECK),
  });
}
