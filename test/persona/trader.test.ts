// The machine `trader` in the simulator: when it trades, and that it does not where it may not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import trader from "../../machines/trader.ts";
import type { FailurePlan } from "../../src/core/scenario.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { tokens } from "../../src/effects/market.ts";
import { LAMPORTS_PER_SOL, SOL } from "../../src/persona/money.ts";
import type { PersonaInput } from "../../src/persona/persona.ts";
import { tradeOf } from "../../src/persona/trading.ts";
import type { Run } from "../../src/run/run.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { mindIn, perform, type Stage, sentIn, valueIn } from "../support/personas.ts";

const FILE = "test/persona/trader.test.ts";
type Trading = NonNullable<PersonaInput["trading"]>;

const keen = {
  ...{ minHoursBetweenTrades: 1, maxHoursBetweenTrades: 3, tradeProbability: 0.8 },
  ...{ maxTradesPerDay: 20, maxSlippagePercent: 5, postProbability: 0 },
};
const wakeful = { activityHours: { wake: 0, sleep: 0 } };

const play = (trading: Trading, stage: Partial<Stage> = {}, persona: object = {}): Promise<Run> =>
  perform({
    ...{ machine: trader, until: days(4) },
    people: { ada: { behavior: wakeful, ...persona, trading: { ...keen, ...trading } } },
    ...stage,
  });

interface Swap {
  readonly at: number;
  readonly intent: string;
  readonly sell: string;
  readonly buy: string;
  readonly amount: number;
}

const ordersIn = ({ journal }: Run): readonly Swap[] =>
  journal.flatMap(({ at, requests }) =>
    requests.flatMap(({ effect, input }) =>
      effect === "wallet.swap" ? [{ at, ...(input as Omit<Swap, "at">) }] : [],
    ),
  );

/** What replies to swaps were like, with the instants of the replies. */
function outcomesIn({ journal }: Run) {
  const asked = new Set(
    journal.flatMap(({ requests }) =>
      requests.flatMap(({ effect, id }) => (effect === "wallet.swap" ? [id] : [])),
    ),
  );
  return journal
    .filter(({ request }) => asked.has(request ?? ""))
    .map(({ at, event }) => ({ at, kind: event.kind }));
}
const doneIn = (run: Run) => outcomesIn(run).filter(({ kind }) => kind === "done");
const gapsIn = (instants: readonly { readonly at: number }[]) =>
  instants.slice(1).map(({ at }, n) => at - (instants[n]?.at ?? 0));
const failing = (effect: string, plan: FailurePlan) => ({
  world: { failures: { [effect]: plan } },
});
const aboutTokens = (run: Run) =>
  sentIn(run).filter(({ topic }) => tokens.some(({ symbol }) => symbol === topic));

describe("a trader", () => {
  test("keeps the least pause and does not exceed the most", async () => {
    const run = await play({ maxTradesPerDay: 99, maxSlippagePercent: 50 });
    const gaps = gapsIn(doneIn(run));
    expect(gaps.length).toBeGreaterThan(25);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(hours(1));
    // What is not confirmed at once takes a few minutes more.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(hours(3) + minutes(30));
  });

  test("trades the day's number and no more, and again after local midnight", async () => {
    const offset = 330;
    const behavior = { ...wakeful, utcOffsetMinutes: offset };
    const run = await play({ maxTradesPerDay: 3 }, {}, { behavior });
    const counts = new Map<number, number>();
    for (const { at } of doneIn(run)) {
      const day = Math.floor((at + minutes(offset)) / days(1));
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    expect([...counts.values()].slice(0, 4)).toEqual([3, 3, 3, 3]);
  });

  test("sleeps at night", async () => {
    const run = await play({}, {}, { behavior: { activityHours: { wake: 8, sleep: 20 } } });
    const hoursOf = ordersIn(run).map(({ at }) => (at % days(1)) / hours(1));
    expect(Math.min(...hoursOf)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...hoursOf)).toBeLessThan(20.1);
  });

  test.each([
    ["is switched off", { enabled: false }],
    ["has a chance of none", { tradeProbability: 0 }],
    ["has a number of none", { maxTradesPerDay: 0 }],
  ])("never trades when it %s", async (_, trading) => {
    const run = await play(trading);
    expect(ordersIn(run)).toEqual([]);
    expect(sentIn(run).length).toBeGreaterThan(0);
  });

  test("without the key trading never trades", async () => {
    const people = { ada: { behavior: wakeful } };
    expect(ordersIn(await perform({ machine: trader, people }))).toEqual([]);
  });

  test("orders nothing while its account is shut out", async () => {
    const events = [
      { at: hours(20), to: "ada", event: { type: "suspended" } },
      { at: hours(60), to: "ada", event: { type: "reinstated" } },
    ];
    const run = await play({}, { events });
    const during = ordersIn(run).filter(({ at }) => at > hours(20) && at < hours(60));
    expect(during).toEqual([]);
    expect(ordersIn(run).filter(({ at }) => at > hours(60)).length).toBeGreaterThan(5);
  });

  test("stops when it becomes somebody who does not trade", async () => {
    const persona = { name: "Ada", trading: { enabled: false } };
    const events = [{ at: hours(30), to: "ada", event: { type: "persona-changed", persona } }];
    const run = await play({}, { events });
    expect(ordersIn(run).some(({ at }) => at < hours(30))).toBe(true);
    expect(ordersIn(run).filter(({ at }) => at > hours(30) + minutes(1))).toEqual([]);
  });
});

describe("a trade that fails", () => {
  test("is counted, and the pauses grow (Puppet Engine v1 tried again every ten minutes)", async () => {
    const run = await play({ maxSlippagePercent: 0 });
    const orders = ordersIn(run);
    const gaps = gapsIn(orders);
    expect(doneIn(run)).toEqual([]);
    expect(orders.length).toBeGreaterThan(4);
    for (const [n, gap] of gaps.entries())
      expect(gap).toBeGreaterThanOrEqual(Math.min(hours(24), minutes(10) * 2 ** n));
    expect(tradeOf(mindIn(run, "ada")).failures).toBe(orders.length);
  });

  test("is never written about (Puppet Engine v1 did)", async () => {
    const run = await play({ maxSlippagePercent: 0, postProbability: 1 });
    expect(ordersIn(run).length).toBeGreaterThan(4);
    expect(aboutTokens(run)).toEqual([]);
    expect(JSON.stringify(mindIn(run, "ada").memories)).not.toMatch(/I (?:bought|sold)/);
  });

  test("on the way is looked up and not sent again", async () => {
    const run = await play({}, failing("wallet.swap", { failed: 1 }));
    const orders = ordersIn(run);
    expect(orders.length).toBeGreaterThan(3);
    expect(new Set(orders.map(({ intent }) => intent)).size).toBe(orders.length);
    const looks = run.journal.flatMap(({ requests }) =>
      requests.filter(
        ({ effect, input }) => effect === "wallet.balance" && "intent" in Object(input),
      ),
    );
    expect(looks.length).toBe(orders.length);
    expect(tradeOf(mindIn(run, "ada")).intent).toBeNull();
  });

  test("with nobody to ask leaves it waiting, and nothing else is ordered", async () => {
    const swap = { failed: 1 };
    const [first] = ordersIn(await play({}, failing("wallet.swap", swap)));
    const from = first?.at ?? 0;
    const silent = { failed: 1, during: [[from, from + hours(30)] as const] };
    const world = { failures: { "wallet.swap": swap, "wallet.balance": silent } };
    const waiting = await play({}, { world, until: from + hours(29) });
    expect(ordersIn(waiting)).toEqual([first]);
    expect(valueIn(waiting, "ada")).toMatchObject({ trading: { confirming: "waiting" } });
    const later = ordersIn(await play({}, { world }));
    expect(later.length).toBeGreaterThan(1);
    expect(later[1]?.at).toBeGreaterThan(from + hours(30));
  });

  test("because of a limit waits as long as it is told", async () => {
    const run = await play({}, failing("wallet.swap", { limited: 1, retryAfter: hours(5) }));
    expect(Math.min(...gapsIn(ordersIn(run)))).toBeGreaterThanOrEqual(hours(5));
    expect(tradeOf(mindIn(run, "ada")).failures).toBe(0);
  });
});

describe("a trade that went through", () => {
  test("is remembered, and written about by the persona's probability", async () => {
    const [silent, open] = [await play({}), await play({ postProbability: 1 })];
    expect(JSON.stringify(mindIn(silent, "ada").memories)).toMatch(
      /I bought [\d.]+ [A-Z]+ for 0\./,
    );
    expect(aboutTokens(silent)).toEqual([]);
    expect(aboutTokens(open).length).toBeGreaterThan(3);
  });
});

test("a trade that turns out to have gone through counts like any other, and is not sent again", async () => {
  const run = await play({ maxTradesPerDay: 40, minHoursBetweenTrades: 0.2 }, { until: days(20) });
  const found = run.journal.filter(({ event }) => JSON.stringify(event).includes('"landed"'));
  expect(found.length).toBeGreaterThan(2);
  const orders = ordersIn(run);
  expect(new Set(orders.map(({ intent }) => intent)).size).toBe(orders.length);
  for (const { at } of found) {
    const next = orders.find((order) => order.at > at);
    if (next !== undefined) expect(next.at - at).toBeGreaterThanOrEqual(hours(0.2));
  }
});

test("another trader changes nothing for the first, and each has a wallet", async () => {
  const trading = { ...keen, minHoursBetweenTrades: 0 };
  const ada = { behavior: wakeful, trading };
  const people = { ada, bob: { ...ada, wallet: { simulatedSol: 9 } } };
  const alone = await perform({ machine: trader, people: { ada } });
  const both = await perform({ machine: trader, people });
  const ofAda = both.journal.filter(({ to }) => to === "agent:ada");
  expect(ordersIn({ ...both, journal: ofAda })).toEqual(ordersIn(alone));
  const ids = [...both.state.effectStates.keys()].filter((id) => id.startsWith("wallet"));
  expect(ids.sort()).toEqual(["wallet agent:ada", "wallet agent:bob"]);
});

test("whatever the seed, no trade is above the caps and the least balance is left", async () => {
  const caps = fc.record({
    seed: fc.nat(),
    maxTradeSol: fc.double({ min: 0.001, max: 1, noNaN: true }),
    minBalanceSol: fc.double({ min: 0, max: 1, noNaN: true }),
    maxTradesPerDay: fc.integer({ min: 1, max: 6 }),
    blacklist: fc.subarray(tokens.map(({ symbol }) => symbol)),
  });
  await tryOut(FILE, 12, caps, async ({ seed, ...trading }) => {
    const rules = { ...trading, decisionFactors: ["whim", "mood", "gainers"] as const };
    const run = await play({ ...rules, decisionFactors: [...rules.decisionFactors] }, { seed });
    expect(run.failures).toEqual([]);
    const banned = tokens.filter(({ symbol }) => trading.blacklist.includes(symbol));
    for (const { sell, buy, amount } of ordersIn(run)) {
      expect(banned.some(({ mint }) => mint === sell || mint === buy)).toBe(false);
      if (sell === SOL)
        expect(amount).toBeLessThanOrEqual(trading.maxTradeSol * LAMPORTS_PER_SOL + 1);
    }
    const perDay = Map.groupBy(doneIn(run), ({ at }) => Math.floor(at / days(1)));
    for (const trades of perDay.values())
      expect(trades.length).toBeLessThanOrEqual(trading.maxTradesPerDay);
    const wallet = run.state.effectStates.get("wallet agent:ada") as { lamports?: number };
    const left = wallet?.lamports ?? LAMPORTS_PER_SOL;
    expect(left).toBeGreaterThanOrEqual(
      Math.min(trading.minBalanceSol * LAMPORTS_PER_SOL, LAMPORTS_PER_SOL) - 1,
    );
    expect(valueIn(run, "ada")).toHaveProperty("trading");
  });
});
