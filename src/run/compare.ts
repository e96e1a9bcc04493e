// Two runs side by side: where they part, and what came of it.
import type { Entry } from "../core/event.ts";
import { lineOf } from "../core/journal-line.ts";
import { canonical } from "../core/json.ts";
import type { MetricValue } from "../core/scenario.ts";
import type { Run } from "./run.ts";

/** The first entry in which two journals differ. */
export interface Divergence {
  readonly seq: number;
  readonly at: number;
  readonly to: string;
  /** Names of the fields that differ; `entry` when one of the journals has ended. */
  readonly fields: readonly string[];
  readonly left: Entry | undefined;
  readonly right: Entry | undefined;
}

export interface Comparison {
  readonly equal: boolean;
  readonly divergedAt?: Divergence;
  /** By name: [of the left run, of the right one]. */
  readonly metrics: Readonly<
    Record<string, readonly [MetricValue | undefined, MetricValue | undefined]>
  >;
}

type Compared = Pick<Run, "journal" | "digest" | "metrics">;

/** Compares two runs by journal and digest. Equal journals with other digests differ in states: see `fields`. */
export function compare(left: Compared, right: Compared): Comparison {
  const metrics = pairMetrics(left, right);
  if (left.digest === right.digest) return { equal: true, metrics };
  return { equal: false, divergedAt: divergenceOf(left.journal, right.journal), metrics };
}

function divergenceOf(left: readonly Entry[], right: readonly Entry[]): Divergence {
  const end = left.length < right.length ? left.length : right.length;
  let seq = 0;
  while (seq < end && isSame(left[seq], right[seq])) seq++;
  const [a, b] = [left[seq], right[seq]];
  const either = earlier(a, b) ?? left.at(-1);
  const fields = a && b ? fieldsThatDiffer(a, b) : [a || b ? "entry" : "state"];
  return { seq, at: either?.at ?? 0, to: either?.to ?? "", fields, left: a, right: b };
}

/** One of the two happened first, and the other run did not have it. */
const earlier = (a: Entry | undefined, b: Entry | undefined): Entry | undefined =>
  a !== undefined && b !== undefined && b.at < a.at ? b : (a ?? b);

const isSame = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a !== undefined && b !== undefined && lineOf(a) === lineOf(b);

function fieldsThatDiffer(a: Entry, b: Entry): readonly string[] {
  const left = new Map<string, unknown>(Object.entries(a));
  const right = new Map<string, unknown>(Object.entries(b));
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => canonical(left.get(name)) !== canonical(right.get(name)));
}

function pairMetrics(left: Compared, right: Compared): Comparison["metrics"] {
  const names = new Set([...Object.keys(left.metrics), ...Object.keys(right.metrics)]);
  return Object.fromEntries(
    [...names].map((name) => [name, [left.metrics[name], right.metrics[name]] as const]),
  );
}
