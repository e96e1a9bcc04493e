// What does a person do who also trades? All that a persona does, and beside it a hand on a simulated wallet.
import { trading as trade } from "puppet-engine";
import { setup } from "xstate";
import { activity } from "./persona/activity.ts";
import { company, mood, recovery } from "./persona/mood.ts";
import { actions, actors, delays, guards, types } from "./persona/vocabulary.ts";
import { trading } from "./trader/trading.ts";
import { tradeActions, tradeActors, tradeDelays, tradeGuards } from "./trader/vocabulary.ts";

export default setup({
  types,
  actors: { ...actors, ...tradeActors },
  delays: { ...delays, ...tradeDelays },
  guards: { ...guards, ...tradeGuards },
  actions: { ...actions, ...tradeActions },
}).createMachine({
  id: "trader",
  context: ({ input }) => trade.firstTrader(input),
  entry: "begin",
  type: "parallel",
  states: { mood, recovery, company, activity, trading },
});
