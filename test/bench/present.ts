// The figures of a bench as text and as a page of the reference.
import { cpus } from "node:os";
import { type Measured, ROUNDS } from "./measure.ts";

export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly ratio: number;
  /** What the project holds itself to. */
  readonly bar: string;
  readonly measured: readonly Measured[];
  readonly unit: string;
}

const round = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);

export function toText(figures: readonly Figure[]): string {
  return figures
    .map(({ name, ratio, bar, measured, unit }) => {
      const rows = measured.map(
        (it) => `    ${round(it.perSecond).padStart(12)} ${unit}  ${it.name}`,
      );
      return [`${round(ratio).padStart(8)}  ${name}  (bar: ${bar})`, ...rows].join("\n");
    })
    .join("\n");
}

export function toMarkdown(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, ratio, bar }) => `| ${name} | ${round(ratio)} | ${bar} |`);
  const rates = figures.flatMap(({ measured, unit }) =>
    measured.map(({ name, perSecond }) => `| ${name} | ${round(perSecond)} ${unit} |`),
  );
  return `# Benchmarks

Written by \`npm run bench -- --write\`. Ratios are taken within one run: variants in turn, the median of ${ROUNDS} rounds.
The rates below them are of the machine of that run (${cpus().length} cores, Node ${process.version.slice(1)}) and only say
how the ratios came about.

| what | figure | bar |
|---|---|---|
${rows.join("\n")}

| variant | rate |
|---|---|
${rates.join("\n")}
`;
}
