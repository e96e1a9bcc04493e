// What became of verifying the runs of a store, as a page.
import { type Cell, gridLines } from "./grid.ts";
import { counted, formatNumber, type Look, styled, wrapped } from "./text.ts";

/** What was found out about a run; `verifyRun` gives it. */
export interface Verified {
  readonly run: string;
  readonly entries: number;
  readonly whole: number;
  readonly snapshots: number;
  readonly problems: readonly string[];
}

/** The page, with a line break at its end. @param place of the store */
export function verificationPage(
  runs: readonly Verified[],
  { place, ...look }: Look & { readonly place: string },
): string {
  const lines = gridLines(["left", "right", "right", "left"], runs.map(cellsOf), look);
  const body = runs.flatMap((run, i) => [lines[i] ?? "", ...problemLines(run, look)]);
  const summary = `${summaryLine(runs, place, look)}\n`;
  return runs.length === 0 ? summary : `${body.join("\n")}\n\n${summary}`;
}

const cellsOf = ({ run, entries, snapshots, problems }: Verified): readonly Cell[] => [
  [run, "bold"],
  counted(entries, "entry", "entries"),
  counted(snapshots, "snapshot"),
  problems.length === 0 ? ["whole", "green"] : ["damaged", "red"],
];

/** Problems that are shown; one damaged file gives many. */
const MAX_SHOWN = 12;
const INDENT = "    ";

function problemLines({ problems, whole, entries }: Verified, look: Look): readonly string[] {
  const more = problems.length - MAX_SHOWN;
  const texts = [
    ...problems.slice(0, MAX_SHOWN),
    ...(more > 0 ? [`and ${counted(more, "more problem")}`] : []),
    ...(whole < entries ? [`whole before entry ${formatNumber(whole)}`] : []),
  ];
  const lines = texts.flatMap((text) => wrapped(text, look.columns - INDENT.length));
  return lines.map((line) => INDENT + line);
}

function summaryLine(runs: readonly Verified[], place: string, look: Look): string {
  const total = `${counted(runs.length, "run")} in ${place}`;
  const damaged = runs.filter(({ problems }) => problems.length > 0).length;
  if (damaged > 0) {
    return styled(look, "red", `${damaged} of ${total} ${damaged === 1 ? "is" : "are"} damaged.`);
  }
  return styled(look, "green", `${total}, ${runs.length === 1 ? "whole" : "all whole"}.`);
}
