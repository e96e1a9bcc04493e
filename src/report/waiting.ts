// What waits in the queue of a run, in the order in which it will happen.
import { type Pending, toId } from "../core/event.ts";
import { byDue } from "../core/queue.ts";
import { formatInstant } from "../core/time.ts";
import { gridLines } from "./grid.ts";
import { formatNumber, type Look, shortened } from "./text.ts";
import { describeEvent } from "./transcript.ts";

/** @param limit of lines; one more tells how many entries are left; @param isOne whether all are for the same agent */
export function waitingLines(
  waiting: readonly Pending[],
  limit: number,
  { isOne = false, ...look }: Look & { readonly isOne?: boolean },
): readonly string[] {
  const next = [...waiting].sort(byDue).slice(0, limit);
  const rows = next.map((entry) => [
    formatInstant(entry.at),
    ...(isOne ? [] : [toId(entry.to)]),
    describeEvent(entry.event),
  ]);
  const lines = gridLines(["left", "left", "left"], rows, look);
  const more = waiting.length - next.length;
  return [
    ...lines.map((line) => shortened(line, look.columns)),
    ...(more > 0 ? [`and ${formatNumber(more)} more`] : []),
  ];
}
