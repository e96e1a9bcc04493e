// What a table of a run is: columns that say what they hold, and rows that are made while the run is played.
import type { Agent } from "../../core/agent.ts";
import type { Entry } from "../../core/event.ts";
import type { RunState } from "../../core/state.ts";

/**
 * `json` is a text that holds JSON. `integer` and `instant` are whole numbers within 2^53; an instant counts
 * milliseconds since 1970 in UTC.
 */
export type ColumnType = "text" | "json" | "integer" | "real" | "boolean" | "instant";

/** Undefined where there is nothing to tell. */
export type Cell = string | number | boolean | undefined;

/** Cells in the order of the columns. */
export type Row = readonly Cell[];

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: string;
  /** Whether a cell may be undefined. */
  readonly isOptional?: boolean;
  /** What it holds, in Markdown. */
  readonly doc: string;
}

/** An agent's state as XState shows it. */
export type AgentSnapshot = NonNullable<Agent["snapshot"]>;

/** What there is to see at the end of a run. */
export interface Ended {
  /** Where the run ended, in virtual milliseconds. */
  readonly at: number;
  readonly state: RunState;
}

/** Makes rows of what it is shown. Looks at no other agent than the one that an entry was for. */
export interface RowSource {
  readonly onEntry?: (entry: Entry) => void;
  /** After an entry for an agent that has started, with the state in which the entry has left it. */
  readonly onState?: (entry: Pick<Entry, "seq" | "at" | "to">, snapshot: AgentSnapshot) => void;
  readonly onEnd?: (end: Ended) => void;
}

export interface Table {
  readonly name: string;
  /** What a row is, and in which order rows come; in Markdown. */
  readonly doc: string;
  readonly columns: readonly Column[];
  /** @param startAt virtual time 0 as milliseconds since 1970 in UTC; @param put takes each row once it is known */
  readonly open: (startAt: number, put: (row: Row) => void) => RowSource;
}

/** A column, and how its cell is read from what a row is about. */
export interface ColumnOf<Item> extends Column {
  readonly of: (item: Item, startAt: number) => Cell;
}

/** A table whose rows are about items of one kind. */
export function defineTable<Item>({
  columns,
  open,
  ...named
}: {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly ColumnOf<Item>[];
  readonly open: (put: (item: Item) => void) => RowSource;
}): Table {
  return {
    ...named,
    columns,
    open: (startAt, put) =>
      open((item) => put(columns.map((column) => wellFormed(column.of(item, startAt))))),
  };
}

/** Half of a surrogate pair, as of an emoji cut in two, is no Unicode and would not come back from a file. */
const wellFormed = (cell: Cell): Cell => (typeof cell === "string" ? cell.toWellFormed() : cell);

/** The columns of an instant. */
export const instantColumns: readonly ColumnOf<{ readonly at: number }>[] = [
  {
    name: "at",
    type: "integer",
    unit: "ms",
    doc: "virtual time since the start of the run",
    of: ({ at }) => at,
  },
  {
    name: "time",
    type: "instant",
    unit: "UTC",
    doc: "the same instant by the calendar of the scenario",
    of: ({ at }, startAt) => startAt + at,
  },
];

/** A field of an agent's context, if it has one of that name. */
export function contextField({ context }: AgentSnapshot, name: string): unknown {
  const fields: Readonly<Record<string, unknown>> | null = context;
  return fields?.[name];
}
