// Runs and their forks as trees.
import type { RunRecord } from "./store.ts";

/** A run with its forks, and theirs. */
export interface Family {
  readonly record: RunRecord;
  readonly forks: readonly Family[];
}

/** The runs that are no forks, each with its forks below it; in the order of their ids, numbers as numbers. */
export function familiesOf(records: readonly RunRecord[]): readonly Family[] {
  const sorted = [...records].sort((a, b) => byId.compare(a.manifest.run, b.manifest.run));
  const byParent = Map.groupBy(sorted, ({ manifest }) => manifest.parent?.run ?? "");
  const familyOf = (record: RunRecord): Family => ({
    record,
    forks: (byParent.get(record.manifest.run) ?? []).map(familyOf),
  });
  return (byParent.get("") ?? []).map(familyOf);
}

const byId = new Intl.Collator("en", { numeric: true });

/** A run behind all of its forks: the order in which they can be taken away. */
export const forksFirst = ({ record, forks }: Family): readonly RunRecord[] => [
  ...forks.flatMap(forksFirst),
  record,
];
