// The words of the region `trading`: what it may ask for, wait for, check and change, each by its name.
import {
  type Mind,
  marketRead,
  type PersonaEvent,
  perform,
  routine,
  trading,
  walletBalance,
  walletQuote,
  walletSwap,
  writing,
} from "puppet-engine";
import { assign, type DoneActorEvent, raise, setup } from "xstate";
import { change, changeOn, failureOf, type Scope } from "../persona/vocabulary.ts";

export const tradeActors = {
  readMarket: perform(marketRead),
  countMoney: perform(walletBalance),
  quote: perform(walletQuote),
  swap: perform(walletSwap),
};

export const tradeDelays = {
  untilLook: ({ context, event }: Scope) =>
    routine.until(event, trading.tradeOf(context).nextLookAt),
  untilCool: ({ context, event }: Scope) =>
    routine.until(event, trading.tradeOf(context).waitUntil),
  untilMidnight: ({ context, event }: Scope) =>
    routine.until(event, trading.midnightAfter(context, event)),
};

export const tradeGuards = {
  isOutOfTrading: ({ context, event }: Scope) => trading.isOut(context, event),
  hasOpenOrder: ({ context }: Scope) => trading.isOpen(context),
  wantsToTrade: ({ context, event }: Scope) => trading.wantsToTrade(context, event),
  hasPlan: ({ context }: Scope) => trading.hasPlan(context),
  wantsToTell: ({ context, event }: Scope) => trading.wantsToTell(context, event),
  isToldToWait: ({ event }: Scope) => writing.retryAfterOf(failureOf(event)) !== undefined,
  hasLanded: ({ event }: Scope) => trading.fateIn(event)?.status === "landed",
  hasDropped: ({ event }: Scope) => trading.fateIn(event)?.status === "dropped",
  isTurnedDown: ({ event }: Scope) => writing.isRefusal(failureOf(event)),
};

export const tradeActions = {
  planLook: change(trading.planLook),
  takeRules: changeOn("persona-changed", trading.takeRules),
  shutOut: change(trading.shutOut),
  letIn: change(trading.letIn),
  noteFailure: change(trading.noteFailure),
  waitOut: change((mind, event) =>
    trading.waitOut(mind, event, writing.retryAfterOf(failureOf(event)) ?? 0),
  ),
  askLater: change(trading.askLater),
  orderPost: raise<Mind, PersonaEvent, PersonaEvent, undefined, never, never>(
    ({ context, event }) => trading.postAbout(context, event),
  ),
};

/** A trade counts from the moment on at which it is known to have gone through. */
export const noteSwap = assign<Mind, DoneActorEvent<trading.Moved>, undefined, PersonaEvent, never>(
  ({ context, event }) => trading.noteTrade(context, event, event.output),
);

/** The same, when it was found out later. */
export const noteLanding = assign<Mind, DoneActorEvent, undefined, PersonaEvent, never>(
  ({ context, event }) => trading.noteLanding(context, event),
);

export const tradeTypes = { context: {} as Mind, events: {} as PersonaEvent };

export const tradeSetup = setup({
  types: tradeTypes,
  actors: tradeActors,
  delays: tradeDelays,
  guards: tradeGuards,
  actions: tradeActions,
});
