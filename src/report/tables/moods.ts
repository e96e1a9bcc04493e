// The table `moods`: how moods moved.
import { z } from "zod";
import { type Address, toId } from "../../core/event.ts";
import { regionsOf } from "./regions.ts";
import { contextField, defineTable, instantColumns } from "./table.ts";

/** A mood as the machine `persona` holds it in its context. */
const Mood = z.object({ valence: z.number(), arousal: z.number(), dominance: z.number() });

interface Sample extends z.infer<typeof Mood> {
  readonly agent: string;
  readonly at: number;
  readonly seq: number;
  readonly state: string | undefined;
}

/** What an agent was seen with last; as long as nothing has moved in it there is nothing to read. */
interface Held {
  readonly field: unknown;
  readonly value: unknown;
  readonly sample: Sample;
}

export const moods = defineTable<Sample>({
  name: "moods",
  doc: `A row whenever the mood of an agent changes, in order; the first at its start. A mood is the field \`mood\` of the
context, as that of the machine \`persona\`; other machines give no rows. Between two rows a mood is what it was:
it comes to rest in steps, when the agent looks at it again.`,
  columns: [
    { name: "agent", type: "text", doc: "id of the agent", of: ({ agent }) => agent },
    ...instantColumns,
    {
      name: "seq",
      type: "integer",
      doc: "`seq` of the entry that changed it",
      of: ({ seq }) => seq,
    },
    {
      name: "valence",
      type: "real",
      unit: "-1 to 1",
      doc: "unpleasant to pleasant",
      of: ({ valence }) => valence,
    },
    {
      name: "arousal",
      type: "real",
      unit: "0 to 1",
      doc: "calm to excited",
      of: ({ arousal }) => arousal,
    },
    {
      name: "dominance",
      type: "real",
      unit: "0 to 1",
      doc: "helpless to in control",
      of: ({ dominance }) => dominance,
    },
    {
      name: "state",
      type: "text",
      isOptional: true,
      doc: "state of the region `mood`, as in `states`; absent for machines without that region",
      of: ({ state }) => state,
    },
  ],
  open: (put) => {
    const last = new Map<Address, Held>();
    return {
      onState: ({ seq, at, to }, snapshot) => {
        const { value } = snapshot;
        const field = contextField(snapshot, "mood");
        const before = last.get(to);
        if (field === undefined || (field === before?.field && value === before.value)) return;
        const { data: mood } = Mood.safeParse(field);
        if (mood === undefined) return;
        const state = regionsOf(snapshot).get("mood");
        const sample = { ...mood, agent: toId(to), at, seq, state };
        if (!isSame(sample, before?.sample)) put(sample);
        last.set(to, { field, value, sample });
      },
    };
  },
});

const isSame = (a: Sample, b: Sample | undefined): boolean =>
  a.valence === b?.valence &&
  a.arousal === b.arousal &&
  a.dominance === b.dominance &&
  a.state === b.state;
