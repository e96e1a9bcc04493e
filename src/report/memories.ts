// What an agent remembers and what it wants, as the machine `persona` holds them in its context.
import { z } from "zod";
import type { Agent } from "../core/agent.ts";
import { type Cell, gridLines } from "./grid.ts";
import { shareBar } from "./mood-bars.ts";
import { contextField } from "./tables/table.ts";
import { counted, type Look, plain, shortened, widthOf } from "./text.ts";

const Memory = z.object({
  text: z.string(),
  at: z.number(),
  importance: z.number(),
  from: z.string().optional(),
});
type Memory = z.infer<typeof Memory>;

export const Memories = z.object({ core: z.array(z.string()), items: z.array(Memory) });

export const Goals = z.array(
  z.object({
    text: z.string(),
    status: z.enum(["open", "progressed", "done"]),
    progress: z.number(),
  }),
);

const MAX_CORE = 3;
const MAX_LATEST = 4;
const MAX_IMPORTANT = 4;
const MAX_GOALS = 5;
const MAX_NAME = 16;
const BAR = 5;
const GAP = 2;

const fieldOf = ({ snapshot }: Agent, name: string): unknown =>
  snapshot ? contextField(snapshot, name) : undefined;

/** Core memories, then the most important ones, then the latest, with age, importance and who said it. */
export function memoryLines(agent: Agent, at: number, look: Look): readonly string[] {
  const { data } = Memories.safeParse(fieldOf(agent, "memories"));
  if (data === undefined) return [];
  const { core, items } = data;
  const latest = items.slice(-MAX_LATEST);
  const earlier = items.slice(0, -MAX_LATEST);
  const important = new Set(
    [...earlier].sort((a, b) => b.importance - a.importance).slice(0, MAX_IMPORTANT),
  );
  const told = [...earlier.filter((item) => important.has(item)), ...latest];
  const rows = [
    ...core.slice(0, MAX_CORE).map((text) => ["always", "", "", text]),
    ...told.map((item) => rowOf(item, at)),
  ];
  const more = core.length + items.length - rows.length;
  return [
    ...lastWide(rows, look),
    ...(more > 0 ? [`and ${counted(more, "more memory", "more memories")}`] : []),
  ];
}

const rowOf = ({ text, at, importance, from }: Memory, now: number): readonly string[] => [
  ageOf(now - at, at < 0),
  importance.toFixed(2),
  from === undefined ? "" : shortened(plain(from), MAX_NAME),
  text,
];

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
] as const;

/** `3d ago`: in the largest unit that fits; what happened before the run has no age. */
function ageOf(duration: number, isBefore: boolean): string {
  if (isBefore) return "before";
  const [unit, size] = UNITS.find(([, each]) => duration >= each) ?? ["m", 60_000];
  return `${Math.floor(duration / size)}${unit} ago`;
}

/** Goals with how far they have come. */
export function goalLines(agent: Agent, look: Look): readonly string[] {
  const { data: goals = [] } = Goals.safeParse(fieldOf(agent, "goals"));
  const rows = goals
    .slice(0, MAX_GOALS)
    .map(({ text, status, progress }) => [
      status,
      shareBar(progress, BAR),
      `${Math.round(progress * 100)}%`,
      text,
    ]);
  const more = goals.length - rows.length;
  return [...lastWide(rows, look), ...(more > 0 ? [`and ${counted(more, "more goal")}`] : [])];
}

/** Rows whose fourth cell takes what the others leave of the line. */
function lastWide(rows: readonly (readonly Cell[])[], look: Look): readonly string[] {
  const textIn = (cell: Cell = ""): string => (typeof cell === "string" ? cell : cell[0]);
  const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => widthOf(textIn(row[i])))));
  const room = look.columns - widths.reduce((sum, width) => sum + width + GAP, 0);
  const shown = rows.map((row) => [...row.slice(0, 3), shortened(plain(textIn(row[3])), room)]);
  return gridLines(["left", "left", "left", "left"], shown, look);
}
