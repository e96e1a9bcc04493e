// The table `agents`: who took part, and how they fared.
import type { AgentStatus } from "../../core/agent.ts";
import { type Address, type Outcome, toId } from "../../core/event.ts";
import { type ColumnOf, defineTable } from "./table.ts";

interface Participant {
  readonly id: string;
  readonly machine: string;
  readonly name: string;
  readonly status: AgentStatus;
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
}

const counted = (outcome: Outcome, doc: string): ColumnOf<Participant> => ({
  name: outcome,
  type: "integer",
  doc,
  of: ({ counts }) => counts[outcome] ?? 0,
});

export const agents = defineTable<Participant>({
  name: "agents",
  doc: "A row for each agent, by id.",
  columns: [
    { name: "id", type: "text", doc: "id of the agent", of: ({ id }) => id },
    { name: "machine", type: "text", doc: "id of its machine", of: ({ machine }) => machine },
    {
      name: "name",
      type: "text",
      doc: "name of its persona; its id without one",
      of: ({ name }) => name,
    },
    {
      name: "status",
      type: "text",
      doc: "at the end of the run: `active`, `paused` after a failure, `parked` after too many, `done`, `absent` where it has not joined yet, or `left`",
      of: ({ status }) => status,
    },
    counted("handled", "entries that it handled"),
    counted("unhandled", "entries for which its state had no transition"),
    counted("stale", "replies that it waited for no more"),
    counted("dead", "entries that it failed on, or that came when it was done or not there"),
    counted("parked", "entries that came when it was parked"),
  ],
  open: (put) => {
    const counts = new Map<Address, Partial<Record<Outcome, number>>>();
    return {
      onEntry: ({ to, outcome }) => {
        const own = counts.get(to) ?? {};
        own[outcome] = (own[outcome] ?? 0) + 1;
        counts.set(to, own);
      },
      onEnd: ({ state }) => {
        for (const { address, machine, status } of state.agents) {
          const id = toId(address);
          const name = state.world.accounts.get(address)?.name ?? id;
          put({ id, machine: machine.id, name, status, counts: counts.get(address) ?? {} });
        }
      },
    };
  },
});
