// What a persona wants to reach: goals draw its topics, and reflection says how far it has come.
import { clamp } from "../core/math.ts";
import type { Persona } from "./persona.ts";
import { toShort } from "./short-number.ts";
import { shareWord } from "./words.ts";

export interface Goal {
  readonly text: string;
  /** What to write about for it; left out when its text names nothing. */
  readonly topic?: string;
  readonly status: "open" | "progressed" | "done";
  /** In [0, 1]; 1 when done. */
  readonly progress: number;
  /** Instant of the last change. */
  readonly at: number;
}

/**
 * The goals when the run begins. A goal without a topic gets the interest that shares a word with it; where there is
 * none, it has no topic of its own, and is served by whatever speaks of it.
 */
export function firstGoals({ goals, personality }: Persona): readonly Goal[] {
  return goals.map((goal) => {
    const { text, topic: named } =
      typeof goal === "string" ? { text: goal, topic: undefined } : goal;
    const topic = named ?? personality.interests.find((interest) => shareWord(interest, text));
    return { text, ...(topic !== undefined && { topic }), status: "open", progress: 0, at: 0 };
  });
}

export const isOpen = ({ status }: Goal): boolean => status !== "done";

/** The topics of open goals. */
export const openTopics = (goals: readonly Goal[]): readonly string[] =>
  goals.filter(isOpen).flatMap(({ topic }) => topic ?? []);

/**
 * Goals with some of them further on. What is done stays done.
 * @param which place of a goal, or a topic for all goals with it; @param amount in [0, 1]; @param at now
 */
export function advance(
  goals: readonly Goal[],
  which: number | string,
  amount: number,
  at: number,
): readonly Goal[] {
  return goals.map((goal, place) => {
    const isMeant = typeof which === "number" ? place === which : goal.topic === which;
    if (!isMeant || !isOpen(goal) || !(amount > 0)) return goal;
    const progress = toShort(clamp(goal.progress + amount, 0, 1));
    return { ...goal, progress, status: progress < 1 ? "progressed" : "done", at };
  });
}

/** How far a goal comes when a reflection calls it progressed: the fourth time it is done. */
export const REFLECTED_PROGRESS = 0.25;

/** What a reflection says of goals. @param reports by place in the list; others, and what is no goal, change nothing */
export function judged(
  goals: readonly Goal[],
  reports: readonly { readonly goal: number; readonly status: Goal["status"] }[],
  at: number,
): readonly Goal[] {
  const amounts = { open: 0, progressed: REFLECTED_PROGRESS, done: 1 };
  return reports.reduce((all, { goal, status }) => advance(all, goal, amounts[status], at), goals);
}
