// The mood of an agent as bars.
import { z } from "zod";
import type { Agent } from "../core/agent.ts";
import type { Cell } from "./grid.ts";
import { bar, padEnd } from "./text.ts";

/** A mood as the machine `persona` holds it in its context. */
const Mood = z.object({ valence: z.number(), arousal: z.number(), dominance: z.number() });
export type Mood = z.infer<typeof Mood>;

/** Undefined for a machine that keeps no mood in its context. */
export function moodIn({ snapshot }: Agent): Mood | undefined {
  const { mood }: { mood?: unknown } = { ...snapshot?.context };
  return Mood.safeParse(mood).data;
}

/** From a centre to the right, or to the left. @param value in [-1, 1]; @param half columns of either side */
export function signedBar(value: number, half: number): Cell {
  if (value >= 0) return [`${padEnd("", half)}│${bar(value, half)}`, "green"];
  // Of the blocks that begin on the right there are a half and an eighth only.
  const halves = Math.round(-value * half * 2);
  const end = halves === 0 ? "▕" : halves % 2 === 1 ? "▐" : "";
  return [`${`${end}${"█".repeat(Math.floor(halves / 2))}`.padStart(half)}│`, "red"];
}

/** @param value in [0, 1] */
export const shareBar = (value: number, width: number): Cell => [
  padEnd(bar(value, width), width).replaceAll(" ", "·"),
  "cyan",
];
