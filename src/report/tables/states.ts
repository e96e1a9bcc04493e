// The table `states`: how long each agent was in which state of its machine.
import { type Address, type Entry, toId } from "../../core/event.ts";
import { regionsOf } from "./regions.ts";
import { type AgentSnapshot, defineTable } from "./table.ts";

/** A stay of an agent in a state; over when it has left. */
interface Stay {
  readonly agent: string;
  readonly machine: string;
  readonly region: string;
  readonly state: string;
  readonly from: number;
  readonly fromSeq: number;
}

interface Interval extends Stay {
  readonly to: number;
  readonly isOpen: boolean;
}

/** An agent as it was seen last: its state value, and its stays by region. */
interface Seen {
  readonly value: unknown;
  readonly stays: ReadonlyMap<string, Stay>;
}

export const states = defineTable<Interval>({
  name: "states",
  doc: `A row for each interval in which an agent was in one state of one region of its machine, in the order in which
they ended. The intervals of an agent and a region lie end to end, from the start of the agent to the end of the run;
those of a region within a state, while that state lasts. States that an agent passes through within one entry do not
show, and entering a state anew from itself begins no new interval.`,
  columns: [
    { name: "agent", type: "text", doc: "id of the agent", of: ({ agent }) => agent },
    { name: "machine", type: "text", doc: "id of its machine", of: ({ machine }) => machine },
    {
      name: "region",
      type: "text",
      doc: "name of the parallel region, dotted where one lies in another; empty for what lies in none",
      of: ({ region }) => region,
    },
    {
      name: "state",
      type: "text",
      doc: "path of the innermost state below the region, dotted",
      of: ({ state }) => state,
    },
    {
      name: "from",
      type: "integer",
      unit: "ms",
      doc: "when it was entered, in virtual time since the start of the run",
      of: ({ from }) => from,
    },
    {
      name: "to",
      type: "integer",
      unit: "ms",
      doc: "when it was left; the end of the run when it was not",
      of: ({ to }) => to,
    },
    {
      name: "duration",
      type: "integer",
      unit: "ms",
      doc: "`to - from`",
      of: ({ from, to }) => to - from,
    },
    {
      name: "fromSeq",
      type: "integer",
      doc: "`seq` of the entry by which it was entered",
      of: ({ fromSeq }) => fromSeq,
    },
    {
      name: "isOpen",
      type: "boolean",
      doc: "whether the agent was still in it when the run ended",
      of: ({ isOpen }) => isOpen,
    },
  ],
  open: (put) => {
    const agents = new Map<Address, Seen>();
    return {
      onState: (entry, snapshot) => {
        const { value } = snapshot;
        const before = agents.get(entry.to);
        if (before?.value === value) return;
        const stays = staysIn(snapshot, entry, before?.stays);
        for (const [region, stay] of before?.stays ?? []) {
          if (stays.get(region) !== stay) put({ ...stay, to: entry.at, isOpen: false });
        }
        agents.set(entry.to, { value, stays });
      },
      onEnd: ({ at }) => {
        for (const { stays } of agents.values()) {
          for (const stay of stays.values()) put({ ...stay, to: at, isOpen: true });
        }
      },
    };
  },
});

/** The stays of an agent after an entry: those from before that go on, and new ones. */
function staysIn(
  snapshot: AgentSnapshot,
  { to, at, seq }: Pick<Entry, "to" | "at" | "seq">,
  before: ReadonlyMap<string, Stay> = new Map(),
): ReadonlyMap<string, Stay> {
  const agent = toId(to);
  const machine = snapshot.machine.id;
  const stays = [...regionsOf(snapshot)].map(([region, state]) => {
    const stay = before.get(region);
    const goesOn = stay?.state === state;
    return goesOn ? stay : { agent, machine, region, state, from: at, fromSeq: seq };
  });
  return new Map(stays.map((stay) => [stay.region, stay]));
}
