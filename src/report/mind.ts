// What an agent has in mind: its relationships, and the rest of its context in short.
import { z } from "zod";
import type { Agent } from "../core/agent.ts";
import { gridLines } from "./grid.ts";
import { shortInstant } from "./instant.ts";
import { Goals, Memories } from "./memories.ts";
import { shareBar, signedBar } from "./mood-bars.ts";
import { counted, formatNumber, type Look, plain, shortened, wrapped } from "./text.ts";

/** By the other's id, as the machine `persona` holds them in its context. */
const Relationships = z.record(
  z.string(),
  z.object({ sentiment: z.number(), familiarity: z.number() }),
);

const MAX_RELATIONSHIPS = 8;
const BAR = 5;

const contextOf = ({ snapshot }: Agent): Readonly<Record<string, unknown>> => ({
  ...snapshot?.context,
});

/** Those whom it knows best; none for a machine that keeps no relationships. */
export function relationshipLines(agent: Agent, look: Look): readonly string[] {
  const { data: all = {} } = Relationships.safeParse(contextOf(agent).relationships);
  const ranked = Object.entries(all).sort(
    ([a, x], [b, y]) => y.familiarity - x.familiarity || (a < b ? -1 : 1),
  );
  const rows = ranked
    .slice(0, MAX_RELATIONSHIPS)
    .map(([id, { sentiment, familiarity }]) => [
      shortened(id, 16),
      "likes",
      sentiment.toFixed(2),
      signedBar(sentiment, BAR),
      "knows",
      familiarity.toFixed(2),
      shareBar(familiarity, BAR * 2),
    ]);
  const more = ranked.length - rows.length;
  return [
    ...gridLines(["left", "left", "right", "left", "left", "right", "left"], rows, look),
    ...(more > 0 ? [`and ${counted(more, "more agent")}`] : []),
  ];
}

/** The page shows these by themselves, where they are what it takes them for. */
const SHOWN = new Map<string, z.ZodType>([
  ["mood", z.unknown()],
  ["relationships", z.unknown()],
  ["memories", Memories],
  ["goals", Goals],
]);

/** A line for each field that holds something, and one that names the others. @param at of the state */
export function contextLines(agent: Agent, at: number, look: Look): readonly string[] {
  const fields = Object.entries(contextOf(agent)).filter(
    ([name, value]) => SHOWN.get(name)?.safeParse(value).success !== true,
  );
  const held = fields.filter(([, value]) => !isEmpty(value));
  const width = Math.max(0, ...held.map(([name]) => name.length));
  const rows = held.map(([name, value]) => [
    [plain(name), "dim"] as const,
    shortened(shown(name, value, at), look.columns - width - 2),
  ]);
  const empty = fields.filter(([, value]) => isEmpty(value)).map(([name]) => name);
  return [
    ...gridLines(["left", "left"], rows, look),
    ...(empty.length > 0 ? wrapped(`nothing in ${empty.join(", ")}`, look.columns) : []),
  ];
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

const YEAR = 31_536_000_000;

/** Fields whose name ends in `At` are instants, unless they are far beyond virtual time. */
function shown(name: string, value: unknown, now: number): string {
  if (typeof value === "number") {
    const isInstant = name.endsWith("At") && value <= now + YEAR;
    return isInstant ? shortInstant(value) : formatNumber(value);
  }
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  return plain(isList ? value.join(", ") : JSON.stringify(value));
}
