// The page of the docs that tells what becomes of a store when its files come to harm.
import type { Trial } from "./damage-trials.ts";
import type { Outcome } from "./finding.ts";

/** The page for trials of a store and of LevelDB alone. */
export function durabilityPage(ours: readonly Trial[], plain: readonly Trial[]): string {
  return `# Durability

A commit is acknowledged when it is on the medium: \`puppet run\` goes on from the last one that was, whatever ended it.
What is read is held against checksums and the chain of digests: what is not as it was written is refused, with what it
is and the way out ([STORE_DAMAGED](errors.md#store_damaged)).

Written by \`npm run nightly damage -- --write\`: ${ours.length} copies of a store with five runs, each harmed in one place that
chance chose, then opened, read and verified. Beside it the same values and the same harm in LevelDB alone, with its
default options. *Lost* is missing without an error, *wrong* is another value than was written, *ended* is a process
that LevelDB aborts.

| file | harm | trials | told | no harm | lost, wrong, ended | LevelDB alone: told | no harm | lost | wrong | ended |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${rowsOf(ours, plain).join("\n")}

*Told* is refused when the store is opened, or when what was harmed is read. *No harm*: the place held nothing that is
needed, and all was read as it was written.

| trial | command |
|---|---|
| a process that is killed at any time loses nothing that was acknowledged | \`npm run nightly kill\` |
| neither does one whose machine loses its power: of the write under way some sectors are there | \`npm run nightly power-loss\` |
| a disk of which one call fails, each in turn, is told, and the run goes on | \`npm run nightly failing-disk\` |
| a run goes on from each of its entries as if nothing had been | \`npm run nightly time-travel\` |
`;
}

const TOLD: readonly Outcome[] = ["told", "refused"];
const NEVER: readonly Outcome[] = ["erased", "lost", "wrong", "died"];

function rowsOf(ours: readonly Trial[], plain: readonly Trial[]): readonly string[] {
  const nameOf = ({ harm }: Trial): string => `| ${harm.file} | ${harm.how} |`;
  const plainBy = Map.groupBy(plain, nameOf);
  return [...Map.groupBy(ours, nameOf)].map(([name, own]) => {
    const alone = plainBy.get(name);
    const figures = [own.length, ...[TOLD, ["harmless"], NEVER].map((it) => count(own, it))];
    const kinds = [TOLD, ["harmless"], ["lost"], ["wrong"], ["died"]];
    const theirs = kinds.map((it) => (alone === undefined ? "" : count(alone, it)));
    return `${name} ${[...figures, ...theirs].join(" | ")} |`;
  });
}

const count = (trials: readonly Trial[], outcomes: readonly string[]): number =>
  trials.filter(({ outcome }) => outcomes.includes(outcome)).length;
