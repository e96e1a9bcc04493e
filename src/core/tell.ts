// How a machine sends a message to another actor: an `emit` that the engine delivers.
import { type ActionFunction, type EventObject, emit, type MachineContext } from "xstate";
import type { EventBody } from "./event.ts";

/** The type under which the engine recognises a message among emitted events. */
export const TOLD = "puppet.told";

export interface Told {
  readonly type: typeof TOLD;
  readonly to: string;
  readonly event: EventBody;
}

type Tell<Context extends MachineContext, Event extends EventObject> = ActionFunction<
  Context,
  Event,
  Event,
  undefined,
  never,
  never,
  never,
  never,
  Told
>;

/**
 * An action that sends a message. It arrives one virtual millisecond later, after everything that is due now.
 * @param message to whom (`bob`, `agent:bob` or `world`) and what, from context and event
 * @example actions: tell(({ event }) => ({ to: event.from, event: { type: "greeted" } }))
 */
export function tell<Context extends MachineContext, Event extends EventObject>(
  message: (args: { readonly context: Context; readonly event: Event }) => {
    readonly to: string;
    readonly event: EventBody;
  },
): Tell<Context, Event> {
  return emit<Context, Event, undefined, Event, Told>(({ context, event }) => ({
    type: TOLD,
    ...message({ context, event }),
  }));
}
