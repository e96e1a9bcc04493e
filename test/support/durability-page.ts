// The page of the docs that tells what becomes of a store when its files come to harm.
import type { Trial } from "./damage-trials.ts";
import { isUnbearable, type Outcome } from "./finding.ts";

/** The page for trials of a store and of LevelDB alone. */
export function durabilityPage(ours: readonly Trial[], plain: readonly Trial[]): string {
  return `# Durability

A commit of a run is acknowledged when it is on the medium. Whatever ends the process, the run goes on from there:
\`puppet run --resume\`. What is read is held against checksums and the chain of digests, and what is not as it was
written is refused with [STORE_DAMAGED](errors.md#store_damaged), which says what is damaged and what to do.

## Harm to files

Written by \`npm run nightly damage -- --write\`: ${ours.length} copies of a store with four runs, in each of which one file came to
harm in a place that chance chose. Each copy was opened, read through and verified. Beside it the same values and the
same harm in LevelDB alone, with its default options.

| file | harm | copies | told | no harm | otherwise | LevelDB alone: told | no harm | lost | wrong | ended |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${rowsOf(ours, plain).join("\n")}

- *Told*: opening is refused and leaves every file as it was, or reading what was harmed is refused.
- *No harm*: everything was read as it was written; the place held nothing that is needed.
- *Otherwise*: anything else. With LevelDB alone: *lost* is missing without an error, *wrong* is another value than was
  written, *ended* is a process that LevelDB aborts.

## Other trials

| what is tried | command |
|---|---|
| the process is killed: nothing that was acknowledged is lost, and the run goes on to its digest | \`npm run nightly kill\` |
| the power goes: the same, when only some sectors of the write under way are there | \`npm run nightly power-loss\` |
| the disk fails once, at each call: it is told, and the run goes on to its digest | \`npm run nightly failing-disk\` |
| the process is gone after any entry: the run goes on to its digest | \`npm run nightly time-travel\` |
`;
}

const TOLD: readonly Outcome[] = ["told", "refused"];

function rowsOf(ours: readonly Trial[], plain: readonly Trial[]): readonly string[] {
  const nameOf = ({ harm: { file, how } }: Trial): string => `| ${file} | ${how} |`;
  const plainBy = Map.groupBy(plain, nameOf);
  return [...Map.groupBy(ours, nameOf)].map(([name, own]) => {
    const alone = plainBy.get(name);
    const kinds = [TOLD, ["harmless"], ["lost"], ["wrong"], ["died"]];
    const figures = [
      own.length,
      ...[count(own, TOLD), count(own, ["harmless"]), own.filter(isUnbearable).length],
      ...kinds.map((kind) => (alone === undefined ? "" : count(alone, kind))),
    ];
    return `${name} ${figures.join(" | ")} |`;
  });
}

const count = (trials: readonly Trial[], outcomes: readonly string[]): number =>
  trials.filter(({ outcome }) => outcomes.includes(outcome)).length;
