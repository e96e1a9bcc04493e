// Notes the moods of agents while a run goes on: the journal holds events, not states.
import { type Address, toId, WORLD } from "../core/event.ts";
import type { MoodChange } from "../report/moods.ts";
import type { AgentRef, LiveRun } from "../run/stage.ts";

/** Of more agents than this the first ones are watched. */
const MAX_WATCHED = 500;

/** @returns how moods changed, by agent id; grows with the run, and stays empty for machines without a mood */
export function sampleMoods(live: LiveRun): ReadonlyMap<string, readonly MoodChange[]> {
  const samples = new Map<string, MoodChange[]>();
  const watched = new Map<Address, AgentRef>();
  const refOf = (to: Address): AgentRef | undefined => {
    if (watched.has(to) || to === WORLD || watched.size >= MAX_WATCHED) return watched.get(to);
    const ref = live.agent(toId(to));
    watched.set(to, ref);
    return ref;
  };
  live.journal$.subscribe(({ to, at, outcome }) => {
    // Somebody who is not here yet has no mood.
    if (outcome === "dead") return;
    const mood = moodOf(refOf(to)?.getSnapshot()?.value);
    if (mood === undefined) return;
    const changes = samples.get(toId(to)) ?? [];
    if (changes.length === 0) samples.set(toId(to), changes);
    if (changes.at(-1)?.mood !== mood) changes.push({ at, mood });
  });
  return samples;
}

/** The innermost state of the region `mood`. */
function moodOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("mood" in value)) return undefined;
  let { mood }: { mood: unknown } = value;
  while (typeof mood === "object" && mood !== null) [mood] = Object.values(mood);
  return typeof mood === "string" ? mood : undefined;
}
