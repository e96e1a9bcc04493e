// Two runs side by side, as a page: the first entry that differs, what led to it on either side, the metrics.
import type { Entry } from "../core/event.ts";
import type { MetricValue } from "../core/scenario.ts";
import { formatInstant } from "../core/time.ts";
import { formatNumber, type Look, padEnd, shortened, styled, wrapped } from "./text.ts";
import { transcriptLine } from "./transcript.ts";

/** What `compare` gives. */
export interface Compared {
  readonly equal: boolean;
  readonly divergedAt?: {
    readonly seq: number;
    readonly at: number;
    readonly to: string;
    readonly fields: readonly string[];
    readonly left: ComparedSide;
    readonly right: ComparedSide;
  };
  readonly metrics: Readonly<
    Record<string, readonly [MetricValue | undefined, MetricValue | undefined]>
  >;
}

interface ComparedSide {
  readonly entry: Entry | undefined;
  readonly causes: readonly Entry[];
}

type Names = readonly [left: string, right: string];

/** The page, with a line break at its end. @param names of the two runs */
export function comparisonPage(names: Names, compared: Compared, look: Look): string {
  const { equal, divergedAt: diverged } = compared;
  const [left, right] = names;
  const lines = equal
    ? [styled(look, "bold", `${left} and ${right} are equal: same digest`)]
    : diverged === undefined
      ? []
      : [
          styled(look, "bold", `${left} and ${right} part at entry ${diverged.seq}`),
          ...wrapped(
            `${formatInstant(diverged.at)}, to ${diverged.to}; another ${difference(diverged.fields)}`,
            look.columns,
          ),
          "",
          ...side(left, diverged.left, look),
          "",
          ...side(right, diverged.right, look),
        ];
  return `${[...lines, ...metricLines(names, compared, look)].join("\n")}\n`;
}

/** Of two events of different types all else differs as well. */
const difference = (fields: readonly string[]): string =>
  fields.includes("event.type") ? "event" : fields.join(", ");

/** The nearest cause stands right above what it led to. */
function side(name: string, { entry, causes }: ComparedSide, look: Look): readonly string[] {
  const chain = [...causes].reverse();
  const lines = entry === undefined ? [] : [...chain, entry].map((it) => transcriptLine(it));
  const shown = lines.map((line) => `  ${shortened(line, look.columns - 2)}`);
  return [
    styled(look, "bold", `in ${name}`),
    ...(causes.length > 0 ? ["  (below what led to it)"] : []),
    ...(shown.length > 0 ? shown : ["  the journal has ended"]),
  ];
}

function metricLines([left, right]: Names, { metrics }: Compared, look: Look): readonly string[] {
  const rows = Object.entries(metrics).map(([name, values]) => [name, ...values.map(textOf)]);
  if (rows.length === 0) return [];
  const table = [["", left, right], ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => Math.min(30, (row[column] ?? "").length))),
  );
  const [head = "", ...body] = table.map((row) =>
    row
      .map((cell, column) => padEnd(shortened(cell, 30), widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return ["", styled(look, "bold", "Metrics"), `  ${head}`, ...body.map((line) => `  ${line}`)];
}

function textOf(value: MetricValue | undefined): string {
  if (value === undefined) return "-";
  return typeof value === "number" ? formatNumber(value) : JSON.stringify(value);
}
