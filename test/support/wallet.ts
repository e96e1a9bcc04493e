// Asks effects as the engine does, through their schemas: for tests of market and wallet.
import type { Effect, EffectOutcome } from "../../src/core/effect.ts";
import { type Asking, scopeOf } from "./scope.ts";

/** Requests in order, each on the state that the one before left. */
export function walletOf(effects: readonly Effect[], asking: Asking = {}) {
  let state = effects[0]?.firstState;
  return {
    state: () => state,
    ask(name: string, request: unknown, more: Asking = {}): EffectOutcome {
      const effect = effects.find((it) => it.name === name);
      const parsed = effect?.parseRequest(request);
      if (effect === undefined || parsed?.success !== true) throw new Error(`no ${name}`);
      const [outcome, after] = effect.simulate(parsed.data, state, scopeOf({ ...asking, ...more }));
      state = after;
      if (outcome.kind === "ask") throw new Error("a wallet asks nobody");
      if (outcome.kind !== "done") return outcome;
      const reply = effect.parseReply(outcome.reply);
      if (!reply.success) throw reply.error;
      return { kind: "done", reply: reply.data };
    },
  };
}
