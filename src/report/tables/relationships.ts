// The table `relationships`: what agents came to feel for each other.
import { z } from "zod";
import { type Address, toId } from "../../core/event.ts";
import { contextField, defineTable, instantColumns } from "./table.ts";

const Relationship = z.object({
  sentiment: z.number(),
  familiarity: z.number(),
  /** Machines of one's own may keep less. */
  trust: z.number().optional(),
  interactions: z.number().int().optional(),
});
type Relationship = z.infer<typeof Relationship>;
const fields = ["sentiment", "familiarity", "trust", "interactions"] as const;

/** By the other's id, as the machine `persona` holds them in its context. */
const Relationships = z.record(z.string(), Relationship);

interface Change extends Partial<Relationship> {
  readonly agent: string;
  readonly other: string;
  readonly at: number;
  readonly seq: number;
}

/** What an agent held last: as it was, and as it was read. */
interface Held {
  readonly field: unknown;
  readonly read: Readonly<Record<string, Relationship>>;
}

export const relationships = defineTable<Change>({
  name: "relationships",
  doc: `A row whenever what an agent feels for another changes, in order; what it felt before the run at its start.
Relationships are the field \`relationships\` of the context, as that of the machine \`persona\`; other machines give no
rows.`,
  columns: [
    { name: "agent", type: "text", doc: "who feels it", of: ({ agent }) => agent },
    { name: "other", type: "text", doc: "for whom", of: ({ other }) => other },
    ...instantColumns,
    {
      name: "seq",
      type: "integer",
      doc: "`seq` of the entry that changed it",
      of: ({ seq }) => seq,
    },
    {
      name: "sentiment",
      type: "real",
      unit: "-1 to 1",
      isOptional: true,
      doc: "dislike to affection; absent once the other is forgotten",
      of: ({ sentiment }) => sentiment,
    },
    {
      name: "familiarity",
      type: "real",
      unit: "0 to 1",
      isOptional: true,
      doc: "how well they know each other; absent once the other is forgotten",
      of: ({ familiarity }) => familiarity,
    },
    {
      name: "trust",
      type: "real",
      unit: "0 to 1",
      isOptional: true,
      doc: "how far it trusts the other; absent once the other is forgotten",
      of: ({ trust }) => trust,
    },
    {
      name: "interactions",
      type: "integer",
      isOptional: true,
      doc: "exchanges so far; absent once the other is forgotten",
      of: ({ interactions }) => interactions,
    },
  ],
  open: (put) => {
    const last = new Map<Address, Held>();
    return {
      onState: ({ seq, at, to }, snapshot) => {
        const field = contextField(snapshot, "relationships");
        const { field: before, read: known = {} } = last.get(to) ?? {};
        if (field === before) return;
        const { data: read = {} } = Relationships.safeParse(field);
        for (const other of new Set([...Object.keys(known), ...Object.keys(read)])) {
          const isSame = fields.every((name) => known[other]?.[name] === read[other]?.[name]);
          if (!isSame) put({ agent: toId(to), other, at, seq, ...read[other] });
        }
        last.set(to, { field, read });
      },
    };
  },
});
