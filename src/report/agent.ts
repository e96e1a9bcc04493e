// One agent at an instant, as a page: its states, its mood, what it waits for, remembers and wants, what it wrote.
import type { Agent } from "../core/agent.ts";
import { toId } from "../core/event.ts";
import { formatInstant } from "../core/time.ts";
import { statusText } from "./cast.ts";
import { gridLines } from "./grid.ts";
import { latestPosts } from "./latest-posts.ts";
import { goalLines, memoryLines } from "./memories.ts";
import { contextLines, relationshipLines } from "./mind.ts";
import { moodIn, shareBar, signedBar } from "./mood-bars.ts";
import { INDENT, pageOf } from "./page.ts";
import { type Shown, titleOf } from "./state.ts";
import { regionsOf } from "./tables/regions.ts";
import { counted, type Look, plain, wrapped } from "./text.ts";
import { waitingLines } from "./waiting.ts";

const MAX_WAITING = 12;
const BAR = 10;

/** The page, with a line break at its end. */
export function agentPage(shown: Shown, agent: Agent, look: Look): string {
  const { state } = shown;
  const inner = { ...look, columns: look.columns - INDENT };
  const { byId, byAuthor } = state.world.posts;
  const posts = (byAuthor.get(agent.address) ?? []).flatMap((id) => byId.get(id) ?? []);
  return pageOf(
    heading(shown, agent, posts.length, look),
    [
      ["States", stateLines(agent, inner)],
      ["Mood", moodLines(agent, inner)],
      ["Waits for", waitsFor(shown, agent, inner)],
      ["Relationships", relationshipLines(agent, inner)],
      ["Remembers", memoryLines(agent, shown.at, inner)],
      ["Wants", goalLines(agent, inner)],
      ["In mind", contextLines(agent, shown.at, inner)],
      ["Latest posts", latestPosts(state, posts, inner)],
      ["Failures", failureLines(shown, agent, inner)],
    ],
    look,
  );
}

function heading(
  { run, at, state }: Shown,
  { address, machine, status, restartAt }: Agent,
  posts: number,
  look: Look,
): readonly string[] {
  const { startAt } = state.production.scenario;
  const id = toId(address);
  const name = plain(state.world.accounts.get(address)?.name ?? id);
  const who = name === id ? id : `${name} (${id})`;
  const until = status === "paused" ? ` until ${formatInstant(restartAt)}` : "";
  const doing = `${statusText(status)}${until}`;
  return [
    titleOf([who, ` in ${run}`], { at, startAt }, look),
    `machine ${machine.id}, ${doing}, ${counted(posts, "post")}`,
  ];
}

/** By region, where the machine has some. */
function stateLines({ snapshot }: Agent, look: Look): readonly string[] {
  const rows = snapshot ? [...regionsOf(snapshot)] : [];
  const cells = rows.map((row) => row.filter((cell) => cell !== ""));
  return gridLines(
    ["left", "left"],
    cells.filter((row) => row.length > 0),
    look,
  );
}

function moodLines(agent: Agent, look: Look): readonly string[] {
  const mood = moodIn(agent);
  if (mood === undefined) return [];
  const { valence, arousal, dominance } = mood;
  return gridLines(
    ["left", "right", "left"],
    [
      ["valence", valence.toFixed(2), signedBar(valence, BAR / 2)],
      ["arousal", arousal.toFixed(2), shareBar(arousal, BAR)],
      ["dominance", dominance.toFixed(2), shareBar(dominance, BAR)],
    ],
    look,
  );
}

/** What is on its way to it, and requests whose reply is not yet. */
function waitsFor({ state }: Shown, { address, flights }: Agent, look: Look): readonly string[] {
  const waiting = state.queue.waiting().filter(({ to }) => to === address);
  const replies = new Set(waiting.map(({ request }) => request));
  const asked = flights.filter(({ request }) => !replies.has(request));
  return [
    ...asked.map(
      ({ effect, request }) => `a reply to ${effect}, request ${request.replace(/^.*#/, "#")}`,
    ),
    ...waitingLines(waiting, MAX_WAITING, { ...look, isOne: true }),
  ];
}

function failureLines({ state }: Shown, { address }: Agent, look: Look): readonly string[] {
  const own = [...state.failures.values()].filter(({ agent }) => agent === toId(address));
  return own.flatMap(({ reason, count, firstAt, lastAt }) => {
    const last = count > 1 ? `, last ${formatInstant(lastAt)}` : "";
    return wrapped(
      `${reason} (${counted(count, "time")}, first ${formatInstant(firstAt)}${last})`,
      look.columns,
    );
  });
}
