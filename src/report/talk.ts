// Who wrote how much, and who answered whom.
import { type Address, toId } from "../core/event.ts";
import type { RunState } from "../core/state.ts";
import type { Post, PostKind } from "../core/world/posts.ts";
import { bar, counted, formatNumber, type Look, padEnd, shortened, widthOf } from "./text.ts";

/** What these sections read of a run. */
export interface Talk {
  readonly agents: readonly string[];
  readonly posts: readonly Post[];
  readonly state: RunState;
}

const MAX_WRITERS = 12;
const MAX_PAIRS = 8;
const NAME_WIDTH = 16;
const MAX_BAR = 40;

interface Row extends Record<PostKind, number> {
  readonly agent: string;
  /** Likes that its posts got. */
  liked: number;
  /** Likes that it gave. */
  likes: number;
}

const COLUMNS: readonly (readonly [title: string, field: Exclude<keyof Row, "agent">])[] = [
  ["posts", "post"],
  ["replies", "reply"],
  ["quotes", "quote"],
  ["reposts", "repost"],
  ["♥ given", "likes"],
  ["♥ got", "liked"],
];

const writtenBy = ({ post, reply, quote, repost }: Row): number => post + reply + quote + repost;

/** A table of those who wrote most. */
export function writersSection(talk: Talk): readonly string[] {
  const rows = rowsOf(talk);
  const active = rows.filter((row) => writtenBy(row) + row.likes + row.liked > 0);
  if (active.length === 0) return [];
  active.sort((a, b) => writtenBy(b) - writtenBy(a) || (a.agent < b.agent ? -1 : 1));
  const head = `${padEnd("", NAME_WIDTH)}${COLUMNS.map(([title]) => title.padStart(9)).join("")}`;
  const lines = active.slice(0, MAX_WRITERS).map((row) => {
    const cells = COLUMNS.map(([, field]) => formatNumber(row[field]).padStart(9));
    return `${padEnd(shortened(row.agent, NAME_WIDTH - 1), NAME_WIDTH)}${cells.join("")}`;
  });
  const more = active.length - MAX_WRITERS;
  const silent = rows.length - active.length;
  const rest = [
    ...(more > 0 ? [`${formatNumber(more)} more`] : []),
    ...(silent > 0 ? [`${counted(silent, "silent agent")}`] : []),
  ];
  return [head, ...lines, ...(rest.length > 0 ? [`and ${rest.join(", ")}`] : [])];
}

function rowsOf({ agents, posts, state }: Talk): Row[] {
  const rows = agents.map((agent): Row => {
    return { agent, post: 0, reply: 0, quote: 0, repost: 0, liked: 0, likes: 0 };
  });
  const byId = new Map(rows.map((row) => [row.agent, row]));
  const rowOf = (address: Address): Row | undefined => byId.get(toId(address));
  for (const { id, author, kind } of posts) {
    const row = rowOf(author);
    if (row !== undefined) row[kind]++;
    for (const liker of state.world.posts.engagement.get(id)?.likes ?? []) {
      const other = rowOf(liker);
      if (other !== undefined) other.likes++;
      if (row !== undefined) row.liked++;
    }
  }
  return rows;
}

interface Pair {
  readonly a: string;
  readonly b: string;
  /** Answers and quotes of a to b, and of b to a. */
  there: number;
  back: number;
}

/** The pairs that answered and quoted each other most, the busier of two first. */
export function pairsSection(talk: Talk, { columns }: Look): readonly string[] {
  const total = ({ there, back }: Pair): number => there + back;
  const pairs = [...pairsOf(talk).values()].map(busierFirst);
  pairs.sort((p, q) => total(q) - total(p) || (p.a + p.b < q.a + q.b ? -1 : 1));
  const shown = pairs.slice(0, MAX_PAIRS);
  const most = Math.max(1, ...shown.map(total));
  const rows = shown.map((pair) => {
    const { a, b, there, back } = pair;
    const names = `${shortened(a, NAME_WIDTH)} → ${shortened(b, NAME_WIDTH)}`;
    return {
      names,
      counts: `${formatNumber(there)}, back ${formatNumber(back)}`,
      total: total(pair),
    };
  });
  const width = Math.max(...rows.map(({ names }) => widthOf(names)));
  const countsWidth = Math.max(...rows.map(({ counts }) => counts.length));
  const barWidth = Math.max(8, Math.min(MAX_BAR, columns - width - countsWidth - 6));
  return rows.map((row) => {
    const counts = row.counts.padStart(countsWidth);
    return `${padEnd(row.names, width)}  ${counts}  ${bar(row.total / most, barWidth)}`;
  });
}

const busierFirst = ({ a, b, there, back }: Pair): Pair =>
  back > there ? { a: b, b: a, there: back, back: there } : { a, b, there, back };

function pairsOf({ posts, state }: Talk): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const { author, kind, of = "" } of posts) {
    const target = state.world.posts.byId.get(of)?.author;
    if (kind === "repost" || target === undefined || target === author) continue;
    const [from, to] = [toId(author), toId(target)];
    const [a, b] = from < to ? [from, to] : [to, from];
    const id = `${a} ${b}`;
    const pair = pairs.get(id) ?? { a, b, there: 0, back: 0 };
    pairs.set(id, pair);
    if (from === a) pair.there++;
    else pair.back++;
  }
  return pairs;
}
