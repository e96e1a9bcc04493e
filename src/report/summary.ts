// A finished run in one page of text: what happened, who talked to whom, how they felt, and what to type next.
import type { Entry } from "../core/event.ts";
import type { Violation } from "../core/property.ts";
import type { MetricValue, Scenario } from "../core/scenario.ts";
import type { AgentFailure, Counts, RunState } from "../core/state.ts";
import { formatDuration, formatInstant } from "../core/time.ts";
import type { Post } from "../core/world/posts.ts";
import { calendar } from "./calendar.ts";
import { shortInstant } from "./instant.ts";
import { type MoodChange, moodSection } from "./moods.ts";
import { pairsSection, writersSection } from "./talk.ts";
import {
  bar,
  counted,
  formatNumber,
  type Look,
  padEnd,
  plain,
  sparkline,
  styled,
  wrapped,
} from "./text.ts";
import { threadSection } from "./thread.ts";

/** What is told of a run; the result of `simulate` is one. */
export interface Told extends Counts {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly agents: readonly string[];
  readonly until: number;
  /** False when it was ended early. */
  readonly complete: boolean;
  readonly steps: number;
  readonly journal: readonly Entry[];
  readonly posts: readonly Post[];
  readonly state: RunState;
  readonly failures: readonly AgentFailure[];
  readonly neverEntered: readonly string[];
  readonly metrics: Readonly<Record<string, MetricValue>>;
  readonly violations: readonly Violation[];
  readonly observerErrors: readonly string[];
  readonly digest: string;
  readonly wallMs: number;
  readonly stepsPerSecond: number;
}

export interface SummaryOptions extends Look {
  /** How the moods of agents changed, by id. */
  readonly moods: ReadonlyMap<string, readonly MoodChange[]>;
  /** What to type next, one command per line. */
  readonly next: readonly string[];
}

/** A section without lines is left out. */
type Section = readonly [title: string, lines: readonly string[]];

/** The page, with a line break at its end. */
export function summary(run: Told, options: SummaryOptions): string {
  const sections: readonly Section[] = [
    ["Who wrote", writersSection(run)],
    ["Who talked to whom", pairsSection(run, options)],
    ["A conversation", threadSection(run, options)],
    ["Moods", moodSection(run, options)],
    ["Metrics", metricsSection(run)],
    ["Properties that do not hold", violationsSection(run, options)],
    ["States never entered", listed(outermost(run.neverEntered), options)],
    ["Events that met no transition", unhandledSection(run, options)],
    ["Failures", failuresSection(run, options)],
    ["Observers that threw", run.observerErrors.slice(0, MAX_FAILURES).map(plain)],
    ["Next", options.next],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  const bodies = shown.map(([title, lines]) => {
    const body = lines.map((line) => (line === "" ? "" : `  ${line}`));
    return [styled(options, "bold", title), ...body].join("\n");
  });
  const last = bodies.length - 1;
  return `${[heading(run, options), ...bodies.slice(0, last), ending(run, options), bodies[last]].join("\n\n")}\n`;
}

function heading(run: Told, look: Look): string {
  const { scenario, seed, agents, until, posts, complete, state } = run;
  const title = styled(look, "bold", scenario.name);
  const question = wrapped(scenario.question, look.columns);
  const reached = complete ? until : state.at;
  const days = `${calendar(scenario.startAt, reached)}, ${counted(agents.length, "agent")}, seed ${seed}`;
  const kinds = (kind: Post["kind"]): number => posts.filter((post) => post.kind === kind).length;
  const likes = [...state.world.posts.engagement.values()].reduce(
    (n, { likes }) => n + likes.size,
    0,
  );
  const written = [
    counted(kinds("post"), "post"),
    counted(kinds("reply"), "reply", "replies"),
    counted(kinds("quote"), "quote"),
    counted(kinds("repost"), "repost"),
    counted(likes, "like"),
  ].join(", ");
  const stopped = complete
    ? []
    : [styled(look, "yellow", `Stopped at ${formatInstant(reached)} of ${formatDuration(until)}.`)];
  return [title, ...question, "", days, written, ...stopped].join("\n");
}

function ending(run: Told, look: Look): string {
  const { steps, handled, unhandled, deadLetters, parked, wallMs, stepsPerSecond, digest } = run;
  const counts = `${formatNumber(handled)} handled, ${formatNumber(unhandled)} unhandled, ${formatNumber(deadLetters)} dead letters, ${formatNumber(parked)} parked`;
  const speed = `${(wallMs / 1000).toFixed(2)} s, ${formatNumber(Math.round(stepsPerSecond))} per second`;
  return [
    `${counted(steps, "entry", "entries")} in ${speed}`,
    counts,
    `digest ${styled(look, "cyan", digest)}`,
  ].join("\n");
}

/** Columns of the name of a metric, of a state, of an event. */
const MAX_NAME = 28;
const MAX_SERIES = 40;

function metricsSection({ metrics }: Told): readonly string[] {
  const entries = Object.entries(metrics);
  const width = Math.min(MAX_NAME, Math.max(0, ...entries.map(([name]) => name.length)));
  return entries.map(([name, value]) => {
    const text = typeof value === "number" ? formatNumber(value) : formatSeries(value);
    return `${padEnd(plain(name), width)}  ${text}`;
  });
}

/** A series as a small chart between its least and its greatest value. */
function formatSeries(values: readonly number[]): string {
  if (values.length === 0) return "-";
  const least = formatNumber(Math.min(...values));
  const greatest = formatNumber(Math.max(...values));
  return `${sparkline(values.slice(0, MAX_SERIES))}  ${least} to ${greatest}`;
}

const MAX_LISTED = 12;

/** What lies within a state that was never entered goes without saying. */
const outermost = (states: readonly string[]): readonly string[] =>
  states.filter((state) => !states.some((other) => state.startsWith(`${other}.`)));

function listed(names: readonly string[], look: Look): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > MAX_LISTED ? [`and ${names.length - MAX_LISTED} more`] : [];
  return wrapped([...names.slice(0, MAX_LISTED), ...more].join(", "), look.columns - 2);
}

const MAX_TYPES = 6;

function unhandledSection({ journal }: Told, look: Look): readonly string[] {
  const counts = new Map<string, number>();
  for (const { event, outcome } of journal) {
    if (outcome !== "unhandled" && outcome !== "stale") continue;
    const type = outcome === "stale" ? `${event.type} (too late)` : event.type;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = ranked[0]?.[1] ?? 1;
  return ranked.slice(0, MAX_TYPES).map(([type, count]) => {
    const number = formatNumber(count).padStart(8);
    return `${padEnd(plain(type), MAX_NAME)} ${number} ${bar(count / most, look.columns - MAX_NAME - 14)}`;
  });
}

function violationsSection({ violations }: Told, look: Look): readonly string[] {
  const lines = violations.slice(0, MAX_LISTED).flatMap((violation) => {
    const { property, agent, seq, at, reason, count } = violation;
    const times = count > 1 ? `, ${counted(count, "time")}` : "";
    const text = `${property}: ${reason} (${agent} at ${shortInstant(at)}, entry ${seq}${times})`;
    return wrapped(text, look.columns - 2).map((line) => styled(look, "red", line));
  });
  const more = violations.length - MAX_LISTED;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

const MAX_FAILURES = 5;

function failuresSection({ failures }: Told, look: Look): readonly string[] {
  const lines = failures.slice(0, MAX_FAILURES).flatMap(({ agent, reason, count, firstAt }) => {
    const times = `${counted(count, "time")}, first ${formatInstant(firstAt)}`;
    return wrapped(`${agent}: ${reason} (${times})`, look.columns - 2);
  });
  const more = failures.length - MAX_FAILURES;
  return more > 0 ? [...lines, `and ${more} more kinds`] : lines;
}
