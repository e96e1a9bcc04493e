// What goes out of an agent as an entry for the queue: messages as they are, requests as they are answered.
import type { Outgoing } from "../core/actions.ts";
import { continueChain } from "../core/chain.ts";
import { NORMAL_PRIORITY, type Unranked } from "../core/event.ts";

/** Answers a request: the entry for the queue, or undefined when it will come by another way. */
export type Interpreter = (outgoing: Outgoing) => Unranked | undefined;

/** A message takes one millisecond; a request is answered by the interpreter; an emitted event ends here. */
export function entryOf(outgoing: Outgoing, interpret: Interpreter): Unranked | undefined {
  const { body, at, key, cause, chain } = outgoing;
  switch (body.kind) {
    case "request":
      return interpret(outgoing);
    case "message": {
      const entry = { kind: "event", at: at + 1, to: body.to } as const;
      const next = continueChain(chain, entry, at);
      const { event } = body;
      return {
        ...entry,
        priority: NORMAL_PRIORITY,
        event,
        key,
        cause,
        ...(next && { chain: next }),
      };
    }
    case "emitted":
      return undefined;
  }
}
