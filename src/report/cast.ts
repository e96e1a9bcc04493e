// The agents of a run at an instant as a table: what they do, how they feel, what comes next.
import type { Agent, AgentStatus } from "../core/agent.ts";
import { toId } from "../core/event.ts";
import type { RunState } from "../core/state.ts";
import { type Cell, gridLines } from "./grid.ts";
import { moodIn, shareBar, signedBar } from "./mood-bars.ts";
import { regionsOf } from "./tables/regions.ts";
import {
  counted,
  formatNumber,
  formatSpan,
  type Look,
  type Style,
  shortened,
  wrapped,
} from "./text.ts";

const MAX_AGENTS = 40;
const MAX_ID = 16;
/** Left out where no agent has anything in it. */
const COLUMNS = [
  { title: "", side: "left" },
  { title: "activity", side: "left" },
  { title: "mood", side: "left" },
  { title: "val", side: "left" },
  { title: "aro", side: "left" },
  { title: "dom", side: "left" },
  { title: "next in", side: "right" },
  { title: "posted", side: "right" },
] as const;

/** What the columns other than those of ids and activities take, with their gaps. */
const OTHERS = 58;
const MIN_ACTIVITY = 8;

/** The first agents by id, and what all of them do where there are more. @param shown.at virtual milliseconds */
export function castLines(
  { at, state }: { readonly at: number; readonly state: RunState },
  look: Look,
): readonly string[] {
  const instants = new Map(state.queue.waiting().map((entry) => [entry.rank, entry.at]));
  const first = state.agents.slice(0, MAX_AGENTS);
  const idWidth = Math.min(MAX_ID, Math.max(...first.map(({ address }) => toId(address).length)));
  const width = Math.max(MIN_ACTIVITY, look.columns - OTHERS - idWidth);
  const rows = first.map((agent): readonly Cell[] => {
    const activity = shortened(activityOf(agent), width);
    const nextAt = Math.min(...agent.timers.map(({ rank }) => instants.get(rank) ?? at));
    return [
      shortened(toId(agent.address), MAX_ID),
      agent.status === "active" ? activity : [activity, STYLES[agent.status]],
      ...moodCells(agent),
      agent.timers.length > 0 ? shortSpan(nextAt - at) : "",
      lastPost(state, agent, at),
    ];
  });
  const kept = COLUMNS.flatMap((column, i) =>
    rows.some((row) => row[i] !== "") ? [{ ...column, i }] : [],
  );
  const titles = kept.map(({ title }): Cell => [title, "dim"]);
  const cells = rows.map((row) => kept.map(({ i }) => row[i] ?? ""));
  const sides = kept.map(({ side }) => side);
  return [...gridLines(sides, [titles, ...cells], look), ...restLines(state.agents, look)];
}

const STYLES: Readonly<Record<Exclude<AgentStatus, "active">, Style>> = {
  paused: "yellow",
  parked: "red",
  done: "dim",
  absent: "dim",
  left: "dim",
};

/** A status as people read it. */
export const statusText = (status: AgentStatus): string =>
  status === "absent" ? "not here yet" : status;

/** What keeps it from acting, or the state of its region `activity`; of machines without one all of their states. */
function activityOf({ status, snapshot }: Agent): string {
  if (status !== "active") return statusText(status);
  if (snapshot === undefined) return "not started";
  const regions = regionsOf(snapshot);
  return regions.get("activity") ?? [...regions.values()].join(", ");
}

const MAX_ACTIVITIES = 8;

function restLines(agents: readonly Agent[], look: Look): readonly string[] {
  const more = agents.length - MAX_AGENTS;
  if (more <= 0) return [];
  const counts = [...Map.groupBy(agents, activityOf)].map(
    ([name, { length }]) => [name, length] as const,
  );
  const most = counts.sort(([, a], [, b]) => b - a).slice(0, MAX_ACTIVITIES);
  const doing = most.map(([name, count]) => `${formatNumber(count)} ${name}`).join(", ");
  return [
    `and ${counted(more, "more agent")}`,
    "",
    ...wrapped(`All in all: ${doing}`, look.columns),
  ];
}

/** The name of the mood without the states around it, and its numbers as bars. */
function moodCells(agent: Agent): readonly Cell[] {
  const name = (agent.snapshot && regionsOf(agent.snapshot).get("mood")) ?? "";
  const mood = moodIn(agent);
  const bars = mood
    ? [signedBar(mood.valence, 3), shareBar(mood.arousal, 5), shareBar(mood.dominance, 5)]
    : ["", "", ""];
  return [name.slice(name.lastIndexOf(".") + 1), ...bars];
}

function lastPost({ world: { posts } }: RunState, { address }: Agent, at: number): string {
  const last = posts.byId.get(posts.byAuthor.get(address)?.at(-1) ?? "");
  return last ? `${shortSpan(at - last.at)} ago` : "";
}

/** In its two largest units: `2d 7h`, `3m 20s`. */
const shortSpan = (duration: number): string =>
  formatSpan(duration).split(" ").slice(0, 2).join(" ");
