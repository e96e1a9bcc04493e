// The moods of agents over the days, as one row of blocks for each.
import { DAY, weekday } from "./calendar.ts";
import { counted, formatSpan, type Look, padEnd, type Style, shortened, styled } from "./text.ts";

/** An agent has been in this mood from an instant on. */
export interface MoodChange {
  readonly at: number;
  readonly mood: string;
}

type Timeline = readonly MoodChange[];

interface Charted {
  readonly scenario: { readonly startAt: number };
  readonly until: number;
  readonly complete: boolean;
  readonly state: { readonly at: number };
  readonly posts: readonly { readonly author: string }[];
}

const MAX_ROWS = 12;
const NAME_WIDTH = 16;
/** Marks of one row, and of one day at most. */
const MAX_MARKS = 56;
const MAX_MARKS_PER_DAY = 8;

/** The moods of the shipped persona machine, from low to high; other moods get letters. */
const BLOCKS: Readonly<Record<string, readonly [mark: string, style: Style]>> = {
  gloomy: ["▁", "blue"],
  anxious: ["▂", "cyan"],
  irritated: ["▃", "red"],
  neutral: ["▄", "dim"],
  content: ["▆", "green"],
  elated: ["█", "yellow"],
};

/** Rows for those who wrote most; none when no machine has a region `mood`. */
export function moodSection(
  run: Charted,
  { moods, ...look }: Look & { readonly moods: ReadonlyMap<string, Timeline> },
): readonly string[] {
  const length = run.complete ? run.until : run.state.at;
  if (moods.size === 0 || length <= 0) return [];
  const axis = axisOf(run.scenario.startAt, length);
  const rows = mostActive(run, moods);
  const marks = marksFor(rows.flatMap(([, timeline]) => timeline.map(({ mood }) => mood)));
  const lines = rows.map(([id, timeline]) => {
    const name = padEnd(shortened(id, NAME_WIDTH - 1), NAME_WIDTH);
    return `${name}${rowOf(prevailing(timeline, axis), marks, look)}`;
  });
  const more = moods.size - rows.length;
  const legend = legendOf(marks, look, `each mark ${formatSpan(Math.round(axis.step))}`);
  return [
    `${padEnd("", NAME_WIDTH)}${axis.labels}`,
    ...lines,
    ...(more > 0 ? [`and ${counted(more, "more agent")}`] : []),
    "",
    ...legend,
  ];
}

const LEGEND_ROW = 6;

/** What the marks mean, some on each line. */
function legendOf(marks: Marks, look: Look, scale: string): readonly string[] {
  const items = [...marks].map(([mood, [sign, style]]) => `${styled(look, style, sign)} ${mood}`);
  const rows = Array.from({ length: Math.ceil(items.length / LEGEND_ROW) }, (_, row) =>
    items.slice(row * LEGEND_ROW, (row + 1) * LEGEND_ROW).join("  "),
  );
  return [...rows, scale];
}

/** One mark for each step; equal neighbours are coloured together. */
function rowOf(moods: readonly (string | undefined)[], marks: Marks, look: Look): string {
  let row = "";
  for (let start = 0, end = 1; start < moods.length; start = end++) {
    while (end < moods.length && moods[end] === moods[start]) end++;
    const [sign, style] = marks.get(moods[start] ?? "") ?? [" ", "dim"];
    row += styled(look, style, sign.repeat(end - start));
  }
  return row.trimEnd();
}

function mostActive(
  { posts }: Charted,
  moods: ReadonlyMap<string, Timeline>,
): readonly (readonly [id: string, timeline: Timeline])[] {
  const written = new Map<string, number>();
  for (const { author } of posts) written.set(author, (written.get(author) ?? 0) + 1);
  const count = (id: string): number => written.get(`agent:${id}`) ?? 0;
  const ranked = [...moods].sort(([a], [b]) => count(b) - count(a) || (a < b ? -1 : 1));
  return ranked.slice(0, MAX_ROWS);
}

type Marks = ReadonlyMap<string, readonly [mark: string, style: Style]>;

function marksFor(moods: readonly string[]): Marks {
  const known = Object.keys(BLOCKS).filter((mood) => moods.includes(mood));
  const others = [...new Set(moods)].filter((mood) => !Object.hasOwn(BLOCKS, mood)).sort();
  const marks = new Map(known.map((mood) => [mood, BLOCKS[mood] ?? (["▄", "dim"] as const)]));
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  for (const mood of others) {
    const letter = [...mood].find((own) => letters.includes(own)) ?? letters[0] ?? "?";
    letters.splice(letters.indexOf(letter), 1);
    marks.set(mood, [letter, "dim"]);
  }
  return marks;
}

interface Axis {
  /** Virtual milliseconds of one mark. */
  readonly step: number;
  readonly count: number;
  readonly length: number;
  /** The names of the days, each above its first mark. */
  readonly labels: string;
}

function axisOf(startAt: number, length: number): Axis {
  const days = Math.ceil(length / DAY);
  const perDay = Math.min(MAX_MARKS_PER_DAY, Math.floor(MAX_MARKS / days));
  if (perDay < 1) {
    return { step: length / MAX_MARKS, count: MAX_MARKS, length, labels: `${days} days` };
  }
  const step = days === 1 ? length / (MAX_MARKS / 2) : DAY / perDay;
  const names = Array.from({ length: days }, (_, day) => weekday(startAt + day * DAY));
  const labels = names.map((name) => padEnd(name.slice(0, perDay - 1), perDay)).join("");
  const count = Math.ceil(length / step);
  return { step, count, length, labels: days === 1 ? (names[0] ?? "") : labels.trimEnd() };
}

/** A mood other than the first one shows when it takes this share of a step: moods pass quickly. */
const MIN_SHARE = 0.25;

/** The mood of each step of the axis: the longest that is not the resting one, or the resting one. */
function prevailing(timeline: Timeline, axis: Axis): readonly (string | undefined)[] {
  const resting = timeline[0]?.mood;
  return totalsOf(timeline, axis).map((total) => {
    const ranked = [...total].sort((a, b) => b[1] - a[1]);
    const moved = ranked.find(
      ([mood, share]) => mood !== resting && share >= MIN_SHARE * axis.step,
    );
    return (moved ?? ranked[0])?.[0];
  });
}

/** How long each mood lasted in each step. */
function totalsOf(timeline: Timeline, axis: Axis): readonly ReadonlyMap<string, number>[] {
  const totals = Array.from({ length: axis.count }, () => new Map<string, number>());
  timeline.forEach(({ at, mood }, index) => {
    const end = Math.min(timeline[index + 1]?.at ?? axis.length, axis.length);
    for (let i = Math.floor(at / axis.step); i < axis.count && i * axis.step < end; i++) {
      const share = Math.min(end, (i + 1) * axis.step) - Math.max(at, i * axis.step);
      const total = totals[i];
      total?.set(mood, (total.get(mood) ?? 0) + share);
    }
  });
  return totals;
}
