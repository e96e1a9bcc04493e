// The region `trading`: it looks at the market now and then, and orders nothing while the outcome of an order is open.
import { trading as trade } from "puppet-engine";
import { assign } from "xstate";
import { noteLanding, noteSwap, tradeSetup } from "./vocabulary.ts";

const watching = "#trading.watching";
const cooling = "#trading.cooling";

/** What may go wrong before money moves. */
const setbacks = [
  { guard: "isToldToWait", target: cooling, actions: "waitOut" },
  { target: cooling, actions: "noteFailure" },
] as const;

export const trading = tradeSetup.createStateConfig({
  id: "trading",
  initial: "watching",
  on: {
    // What was ordered is followed to its end first.
    suspended: [
      { guard: "hasOpenOrder", actions: "shutOut" },
      { target: ".suspended", actions: "shutOut" },
    ],
    reinstated: { actions: "letIn" },
    "persona-changed": { actions: "takeRules" },
  },
  states: {
    watching: {
      entry: "planLook",
      always: { guard: "isOutOfTrading", target: "suspended" },
      after: {
        untilLook: [
          { guard: "wantsToTrade", target: "deciding" },
          { target: "watching", reenter: true },
        ],
      },
    },
    deciding: {
      initial: "surveying",
      states: {
        surveying: {
          invoke: {
            src: "readMarket",
            input: { limit: trade.MAX_MARKET },
            onDone: {
              target: "counting",
              actions: assign(({ context, event }) =>
                trade.takeMarket(context, event.output.tokens),
              ),
            },
            onError: setbacks,
          },
        },
        counting: {
          invoke: {
            src: "countMoney",
            input: {},
            onDone: {
              target: "choosing",
              actions: assign(({ context, event }) => trade.decide(context, event, event.output)),
            },
            onError: setbacks,
          },
        },
        choosing: {
          always: [{ guard: "hasPlan", target: "#trading.quoting" }, { target: watching }],
        },
      },
    },
    quoting: {
      invoke: {
        src: "quote",
        input: ({ context }) => trade.quoteOf(context),
        onDone: {
          target: "swapping",
          actions: assign(({ context, event }) => trade.takeQuote(context, event.output)),
        },
        onError: setbacks,
      },
    },
    swapping: {
      invoke: {
        src: "swap",
        input: ({ context }) => trade.swapOf(context),
        onDone: [
          { guard: "wantsToTell", target: watching, actions: ["orderPost", noteSwap] },
          { target: watching, actions: noteSwap },
        ],
        onError: [
          { guard: "isToldToWait", target: cooling, actions: "waitOut" },
          { guard: "isTurnedDown", target: cooling, actions: "noteFailure" },
          { target: "confirming" },
        ],
      },
    },
    // Nobody knows whether the order went through: that is asked, and it is never sent again.
    confirming: {
      initial: "asking",
      states: {
        asking: {
          invoke: {
            src: "countMoney",
            input: ({ context }) => ({ intent: trade.intentOf(context) }),
            onDone: [
              { guard: "hasLanded", target: watching, actions: noteLanding },
              { guard: "hasDropped", target: cooling, actions: "noteFailure" },
              { target: "waiting", actions: "askLater" },
            ],
            onError: { target: "waiting", actions: "askLater" },
          },
        },
        waiting: { after: { untilCool: "asking" } },
      },
    },
    cooling: { after: { untilCool: "watching" } },
    suspended: {
      after: { untilMidnight: "watching" },
      on: {
        reinstated: { target: "watching", actions: "letIn" },
        "persona-changed": { target: "watching", actions: "takeRules" },
      },
    },
  },
});
