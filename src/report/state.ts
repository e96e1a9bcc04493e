// A run at an instant, as a page: how far it is, what comes next, how its agents are, what they wrote last.
import type { RunState } from "../core/state.ts";
import { castLines } from "./cast.ts";
import { shortInstant } from "./instant.ts";
import { latestPosts } from "./latest-posts.ts";
import { INDENT, pageOf } from "./page.ts";
import { counted, formatNumber, type Look, styled, widthOf, wrapped } from "./text.ts";
import { waitingLines } from "./waiting.ts";

/** A run when everything up to an instant had happened. */
export interface Shown {
  readonly run: string;
  readonly at: number;
  readonly state: RunState;
}

/** How far the run went in the end. */
export interface Whole {
  /** Entries of its whole journal. */
  readonly steps: number;
  /** Its last instant, and whether it reached it. */
  readonly until: number;
  readonly complete: boolean;
}

const MAX_WAITING = 5;

/** The page, with a line break at its end. */
export function statePage(shown: Shown, whole: Whole, look: Look): string {
  const { state } = shown;
  const inner = { ...look, columns: look.columns - INDENT };
  const posts = [...state.world.posts.byId.values()];
  return pageOf(
    heading(shown, whole, look),
    [
      ["Next", waitingLines(state.queue.waiting(), MAX_WAITING, inner)],
      ["Agents", castLines(shown, inner)],
      ["Latest posts", latestPosts(state, posts, inner)],
    ],
    look,
  );
}

function heading({ run, at, state }: Shown, whole: Whole, look: Look): readonly string[] {
  const { scenario } = state.production;
  const posts = state.world.posts.byId.size;
  const end = `${whole.complete ? "the run ends at" : "the run was ended early, before"} ${shortInstant(whole.until)}`;
  const facts = [
    `${formatNumber(state.seq)} of ${counted(whole.steps, "entry", "entries")}`,
    counted(posts, "post"),
    counted(state.agents.length, "agent"),
    end,
  ];
  return [
    titleOf([run, ""], { at, startAt: scenario.startAt }, look),
    ...wrapped(scenario.question, look.columns),
    "",
    ...wrapped(facts.join(", "), look.columns),
  ];
}

/** `NAME at d2 00:00 (2026-01-06T00:00Z)`: both can be given as `--at`; the second one only where there is room. */
export function titleOf(
  [name, place]: readonly [name: string, place: string],
  { at, startAt }: { readonly at: number; readonly startAt: number },
  look: Look,
): string {
  const title = `${place} at ${shortInstant(at)}`;
  const date = `(${new Date(startAt + at).toISOString().replace(/(?::00)?\.000Z$/, "Z")})`;
  const shown = styled(look, "bold", name) + title;
  const isFitting = widthOf(`${name}${title} ${date}`) <= look.columns;
  return isFitting ? `${shown} ${styled(look, "dim", date)}` : shown;
}
