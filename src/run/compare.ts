// Two runs side by side: where they part, and what came of it.
import type { Entry } from "../core/event.ts";
import { BLOCK_SIZE, entryOfLine } from "../core/journal-line.ts";
import { floor, max, min } from "../core/math.ts";
import type { MetricValue } from "../core/scenario.ts";
import { pathsThatDiffer } from "./json-diff.ts";
import { entriesOf, type Past } from "./past.ts";
import { metricsOf } from "./run.ts";

/** The first entry in which two journals differ. */
export interface Divergence {
  readonly seq: number;
  readonly at: number;
  readonly to: string;
  /**
   * Paths that differ, such as `event.text`; `entry` when one of the journals has ended; when the journals are the
   * same, paths into the states, such as `agents.ada.snapshot.context.mood`.
   */
  readonly fields: readonly string[];
  readonly left: Side;
  readonly right: Side;
}

/** What one of the runs has there. */
export interface Side {
  /** Undefined when its journal has ended. */
  readonly entry: Entry | undefined;
  /** What led to it, the nearest first, at most MAX_CAUSES. */
  readonly causes: readonly Entry[];
}

const MAX_CAUSES = 6;

export interface Comparison {
  readonly equal: boolean;
  readonly divergedAt?: Divergence;
  /** By name: [of the left run, of the right one]. */
  readonly metrics: Readonly<
    Record<string, readonly [MetricValue | undefined, MetricValue | undefined]>
  >;
}

/** Compares two runs: by their digests, then by bisecting over the digests of their blocks. */
export async function compare(left: Past, right: Past): Promise<Comparison> {
  const metrics = pairMetrics(
    metricsOf(left.scenario, await entriesOf(left)),
    metricsOf(right.scenario, await entriesOf(right)),
  );
  if (left.digest === right.digest) return { equal: true, metrics };
  return { equal: false, divergedAt: await divergenceOf(left, right), metrics };
}

/**
 * The first block whose digest differs may hold equal lines: states differ in it, such as the ranks of timers that were
 * set behind an event which one run alone has waiting. Then the first line that differs stands further on.
 */
async function divergenceOf(left: Past, right: Past): Promise<Divergence> {
  let number = await firstBlockThatDiffers(left, right);
  const firstEnd = min((number + 1) * BLOCK_SIZE, max(left.steps, right.steps));
  let [a, b] = [await left.block(number), await right.block(number)];
  while (a.lines.length === BLOCK_SIZE && isSameLines(a.lines, b.lines)) {
    number++;
    [a, b] = [await left.block(number), await right.block(number)];
  }
  if (isSameLines(a.lines, b.lines)) return statesThatDiffer(left, right, firstEnd);
  let offset = 0;
  while (a.lines[offset] === b.lines[offset]) offset++;
  const [one, other] = [entryAt(a.lines, offset), entryAt(b.lines, offset)];
  const fields = one && other ? pathsThatDiffer(one, other) : ["entry"];
  const sides = { left: await sideOf(left, one), right: await sideOf(right, other) };
  return { seq: number * BLOCK_SIZE + offset, ...earlier(one, other), fields, ...sides };
}

const isSameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);

async function sideOf(past: Past, entry: Entry | undefined): Promise<Side> {
  const causes: Entry[] = [];
  for (let cause = entry?.cause; cause !== undefined && causes.length < MAX_CAUSES; ) {
    const [found] = await entriesOf(past, cause, cause + 1);
    if (found === undefined) break;
    causes.push(found);
    cause = found.cause;
  }
  return { entry, causes };
}

function entryAt(lines: readonly string[], offset: number): Entry | undefined {
  const line = lines[offset];
  return line === undefined ? undefined : entryOfLine(line);
}

/** One of the two happened first, and the other run did not have it. */
function earlier(a: Entry | undefined, b: Entry | undefined): { at: number; to: string } {
  const first = a !== undefined && b !== undefined && b.at < a.at ? b : (a ?? b);
  return { at: first?.at ?? 0, to: first?.to ?? "" };
}

/** A digest holds for everything before it, so equal ones halve what is left to look at. */
async function firstBlockThatDiffers(left: Past, right: Past): Promise<number> {
  let [low, high] = [0, floor(min(left.steps, right.steps) / BLOCK_SIZE)];
  while (low < high) {
    const middle = floor((low + high) / 2);
    if (await isSameUpTo(left, right, { low, middle })) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of a run that was restored in memory, the digests of its past are not known: then the lines decide. */
async function isSameUpTo(
  left: Past,
  right: Past,
  { low, middle }: { readonly low: number; readonly middle: number },
): Promise<boolean> {
  const [a, b] = [await left.block(middle), await right.block(middle)];
  if (a.after !== undefined && b.after !== undefined) return a.after === b.after;
  for (let number = low; number <= middle; number++) {
    const [one, other] = [await left.block(number), await right.block(number)];
    if (one.lines.join("\n") !== other.lines.join("\n")) return false;
  }
  return true;
}

/** Equal journals, other states: a difference that has not shown yet. Looked for in the nearest snapshots. */
async function statesThatDiffer(left: Past, right: Past, seq: number): Promise<Divergence> {
  const a = await left.snapshotAt(Number.POSITIVE_INFINITY, seq);
  const b = await right.snapshotAt(Number.POSITIVE_INFINITY, seq);
  const [last] = await entriesOf(left, seq - 1, seq);
  const side = await sideOf(left, last);
  const base = { at: last?.at ?? 0, to: last?.to ?? "", left: side, right: side };
  if (a === undefined || a.seq !== b?.seq) return { ...base, seq: seq - 1, fields: ["state"] };
  const others = new Map(b.state.agents.map((state) => [state.agent, state]));
  const fields = a.state.agents.flatMap((state) =>
    pathsThatDiffer(state, others.get(state.agent), `${state.agent.replace(":", "s.")}.`),
  );
  return { ...base, seq: a.seq - 1, fields: fields.length > 0 ? fields : ["state"] };
}

type Metrics = Readonly<Record<string, MetricValue>>;

function pairMetrics(left: Metrics, right: Metrics): Comparison["metrics"] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries([...names].map((name) => [name, [left[name], right[name]] as const]));
}
