// Does a rumour move a trader's hand?
//
// Ines and Tarik trade on a simulated market, both now and then on a whim: whatever the talk is about. Only Ines follows the
// news desk, which reports on the first morning what it has heard of MOSS, and takes it back a day later; Tarik reads what Ines
// writes. The moderator would rather have no talk of tokens. `--set params.rumour=false` is the same room without the rumour.
import {
  type AgentStep,
  apart,
  atMost,
  cast,
  days,
  defineScenario,
  type Entry,
  hours,
  LAMPORTS_PER_SOL,
  never,
  type PersonaInput,
  SOL,
} from "puppet-engine";
import moderator from "../machines/moderator.ts";
import newsDesk from "../machines/news-desk.ts";
import persona from "../machines/persona.ts";
import trader from "../machines/trader.ts";

const TOKEN = "MOSS";
const RUMOUR_AT = hours(9);
const CORRECTION_AT = hours(32);

/** SOL of one trade. */
const MOST = 0.2;

/** A hand that is quick and light: small trades, often. */
const trading: PersonaInput["trading"] = {
  minHoursBetweenTrades: 0.5,
  maxHoursBetweenTrades: 2,
  tradeProbability: 0.7,
  postProbability: 0.4,
  maxTradesPerDay: 14,
  maxTradeSol: MOST,
  minBalanceSol: 0.5,
  maxSlippagePercent: 1.1,
  decisionFactors: ["whim", "mood"],
  blacklist: ["PEBBLE"],
};
const wallet = { simulatedSol: 4 };
const behavior = { postFrequency: { minHoursBetweenPosts: 1, maxHoursBetweenPosts: 4 } };

export default defineScenario({
  name: "market-day",
  question: "Does a rumour move a trader's hand?",
  until: days(2),
  params: { rumour: true },
  agents: {
    ines: cast(trader, { name: "Ines", voice: "quick", trading, wallet, behavior }),
    tarik: cast(trader, { name: "Tarik", voice: "careful, dry", trading, wallet, behavior }),
    desk: cast(newsDesk, { name: "The Desk", opens: 7, closes: 20 }),
    mod: cast(moderator, {
      name: "The Moderator",
      words: [TOKEN, "COMET", "OTTER"],
      rule: "no tips on tokens in this room",
    }),
    lena: cast(persona, { name: "Lena", voice: "curious", interests: ["bread"], behavior }),
    milan: cast(persona, { name: "Milan", voice: "loud", interests: ["trains"], behavior }),
    noor: cast(persona, { name: "Noor", voice: "warm", interests: ["gardens"], behavior }),
  },
  follows: {
    ines: ["desk", "lena"],
    tarik: ["ines", "milan"],
    mod: ["ines", "tarik", "lena", "milan", "noor"],
    lena: ["ines", "noor", "desk"],
    milan: ["tarik", "lena"],
    noor: ["milan", "lena"],
  },
  // Now and then a trader feels lucky, or not: who is cheerful trades more often, and rather buys.
  random: [
    { name: "luck", mood: { valence: 0.5, arousal: 0.3, dominance: 0.2 } },
    { name: "doubt", mood: { valence: -0.5, arousal: 0.1, dominance: -0.2 } },
  ].map(({ name, mood }) => ({
    name,
    every: hours(16),
    to: ["ines", "tarik"],
    event: { type: "mood-shifted", mood },
  })),
  stage: ({ rumour }) =>
    rumour
      ? {
          news: [
            {
              at: RUMOUR_AT,
              to: "desk",
              topic: TOKEN,
              headline: `A large buyer is said to be after every ${TOKEN} there is`,
            },
          ],
          events: [
            {
              at: CORRECTION_AT,
              to: "desk",
              event: { type: "corrected", topic: TOKEN, headline: `nobody is after ${TOKEN}` },
            },
          ],
        }
      : {},
  properties: {
    "between two trades lies the least pause": apart({
      atLeast: hours(0.5),
      of: (step) => step.isGranted("wallet.swap"),
    }),
    "no order is sent twice": atMost({ times: 1, of: (step) => orderIn(step)?.intent }),
    "no purchase is above the cap": never((step) => {
      const order = orderIn(step);
      return order?.sell === SOL && Number(order.amount) > MOST * LAMPORTS_PER_SOL;
    }),
    "nothing is ordered without a quote": never(
      (step) => step.asksFor("wallet.swap") && !step.wasIn("trading.quoting"),
    ),
  },
  // For `puppet check`: what the desk and the moderator are there for.
  exploration: {
    events: [{ type: "corrected", topic: TOKEN, headline: `nobody is after ${TOKEN}` }],
    replies: {
      "social.read": [
        { posts: [{ ...post("1"), text: `They all buy ${TOKEN}`, topic: TOKEN }, post("2")] },
      ],
    },
  },
  metrics: {
    /** Trades that went through, and failed ones. */
    trades: (journal) => swapsIn(journal).filter(({ isDone }) => isDone).length,
    failedTrades: (journal) => swapsIn(journal).filter(({ isDone }) => !isDone).length,
    /** Purchases of the rumoured token by each trader: before the rumour, until its correction, after it. */
    inesAndTheRumour: (journal) => overTime(journal, "ines"),
    tarikAndTheRumour: (journal) => overTime(journal, "tarik"),
    /** Headlines of the desk with its correction, and reminders of the moderator. */
    headlines: (journal) => postsOf(journal, "desk"),
    reminders: (journal) => postsOf(journal, "mod"),
  },
});

interface Order {
  readonly intent?: string;
  readonly sell?: string;
  readonly amount?: number;
}

const orderIn = ({ requests }: AgentStep): Order | undefined =>
  requests.flatMap(({ effect, input }) =>
    effect === "wallet.swap" && typeof input === "object" && input !== null ? [input] : [],
  )[0];

function post(id: string) {
  return { ...{ post: id, thread: id, from: "noor", at: 0, likes: 0 }, kind: "post", text: "Rain" };
}

interface Swap {
  readonly at: number;
  readonly from: string;
  readonly buy: unknown;
  readonly isDone: boolean;
}

/** What traders ordered, and whether it went through as far as they were told at once. */
function swapsIn(journal: readonly Entry[]): readonly Swap[] {
  const done = new Set(
    journal.flatMap(({ event, request }) => (event.kind === "done" ? (request ?? []) : [])),
  );
  return journal.flatMap(({ at, to, requests }) =>
    requests
      .filter(({ effect }) => effect === "wallet.swap")
      .map(({ id, input }) => ({ at, from: to, buy: field(input, "buy"), isDone: done.has(id) })),
  );
}

/** Purchases of the rumoured token: before the rumour, until its correction, after it. */
function overTime(journal: readonly Entry[], id: string): readonly number[] {
  const mint = mintIn(journal);
  const bought = swapsIn(journal).filter(
    ({ from, buy, isDone }) => from === `agent:${id}` && buy === mint && isDone,
  );
  const between = (since: number, until: number): number =>
    bought.filter(({ at }) => at >= since && at < until).length;
  return [
    between(0, RUMOUR_AT),
    between(RUMOUR_AT, CORRECTION_AT),
    between(CORRECTION_AT, days(2) + 1),
  ];
}

/** The address of the rumoured token, as the market told it to somebody. */
function mintIn(journal: readonly Entry[]): unknown {
  for (const { event } of journal) {
    const tokens = field(event.reply, "tokens");
    const found = Array.isArray(tokens) ? tokens.find((it) => field(it, "symbol") === TOKEN) : null;
    if (found) return field(found, "mint");
  }
  return undefined;
}

const postsOf = (journal: readonly Entry[], id: string): number =>
  journal
    .filter(({ to }) => to === `agent:${id}`)
    .flatMap(({ requests }) => requests)
    .filter(({ effect }) => effect === "social.post").length;

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
