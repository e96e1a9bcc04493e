// The table `entries`: the journal.
import { type Entry, toId } from "../../core/event.ts";
import { defineTable, instantColumns } from "./table.ts";

export const entries = defineTable<Entry>({
  name: "entries",
  doc: "The journal: a row for each entry, in order.",
  columns: [
    { name: "seq", type: "integer", doc: "position in the journal, from 0", of: ({ seq }) => seq },
    ...instantColumns,
    {
      name: "agent",
      type: "text",
      doc: "for whom it was: the id of an agent, or `world`",
      of: ({ to }) => toId(to),
    },
    { name: "type", type: "text", doc: "type of the event", of: ({ event }) => event.type },
    {
      name: "cause",
      type: "integer",
      isOptional: true,
      doc: "`seq` of the entry that led here; absent when nothing inside the run did",
      of: ({ cause }) => cause,
    },
    {
      name: "key",
      type: "integer",
      doc: "the causal key of the event, below 2^53: what chance in handling it is drawn from, under the seed",
      of: ({ key }) => key,
    },
    {
      name: "outcome",
      type: "text",
      doc: "`handled`, `unhandled`, `stale`, `dead` or `parked`",
      of: ({ outcome }) => outcome,
    },
    {
      name: "reason",
      type: "text",
      isOptional: true,
      doc: "why it is dead",
      of: ({ reason }) => reason,
    },
    {
      name: "request",
      type: "text",
      isOptional: true,
      doc: "id of the request that it answers",
      of: ({ request }) => request,
    },
    {
      name: "requests",
      type: "json",
      doc: "what the agent asked for: a list of `{id, effect, input}`",
      of: ({ requests }) => JSON.stringify(requests),
    },
    {
      name: "event",
      type: "json",
      doc: "the whole event",
      of: ({ event }) => JSON.stringify(event),
    },
    {
      name: "actions",
      type: "json",
      doc: "types of the actions that are neither requests nor messages: a list",
      of: ({ actions = [] }) => JSON.stringify(actions),
    },
  ],
  open: (put) => ({ onEntry: put }),
});
