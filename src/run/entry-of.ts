// What goes out of an agent as an entry for the queue: messages as they are, requests as they are answered.
import type { Outgoing } from "../core/actions.ts";
import { continueChain } from "../core/chain.ts";
import { NORMAL_PRIORITY, type Unranked } from "../core/event.ts";
import type { EventQueue } from "../core/queue.ts";
import type { RunState } from "../core/state.ts";
import type { Ports } from "../core/step.ts";

/** Answers a request: the entry for the queue, or undefined when it will come by another way. */
export type Interpreter = (outgoing: Outgoing) => Unranked | undefined;

/** Puts what goes out back into the queue, and nothing else: nobody looks on. */
export function quietPorts({ queue }: RunState, interpret: Interpreter): Ports {
  return {
    send: (outgoing) => queueUp(queue, outgoing, interpret),
    deliver: (delivery) => void queue.push(delivery),
  };
}

/** Ranks are state: those behind a request that is never answered are the same in a replay as in the run. */
export function queueUp(queue: EventQueue, outgoing: Outgoing, interpret: Interpreter): void {
  const entry = entryOf(outgoing, interpret);
  if (entry !== undefined) queue.push(entry);
  else if (outgoing.body.kind === "request") queue.reserve();
}

/** A message takes one millisecond; a request is answered by the interpreter; an emitted event ends here. */
function entryOf(outgoing: Outgoing, interpret: Interpreter): Unranked | undefined {
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
