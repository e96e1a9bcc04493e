// puppet prune: takes away the runs that nobody has touched for long.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { formatDuration, parseDuration } from "../core/time.ts";
import { wrapped } from "../report/text.ts";
import { type Family, familiesOf, forksFirst } from "../storage/lineage.ts";
import type { RunRecord } from "../storage/store.ts";
import { openExisting, type StoreFlag, withStore } from "./past.ts";
import { freedLine } from "./rm.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet prune --older-than 30d --preview    what would go
  puppet prune --older-than 30d

The age of a run counts from when it was saved last. A run stays as long as one
of its forks does, which needs its past.`;

interface PruneFlags extends StoreFlag {
  /** Milliseconds. */
  readonly olderThan: number;
  readonly preview?: boolean;
}

/** Adds `prune` to the program. */
export function addPruneCommand(program: Command, session: Session): void {
  const command = program
    .command("prune")
    .summary("take old runs away")
    .description("Takes away the runs that were saved last before some time.")
    .requiredOption("--older-than <time>", "how long ago, as 12h or 30d", parseAge)
    .option("--preview", "only tell what would go");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((flags: PruneFlags) => run(flags, session));
}

/** @throws EngineError DURATION_INVALID */
function parseAge(text: string): number {
  const age = parseDuration(text);
  if (age !== undefined) return age;
  throw new EngineError("DURATION_INVALID", `--older-than "${text}"; write 12h or 30d`);
}

async function run(flags: PruneFlags, { terminal }: Session): Promise<void> {
  const { olderThan, preview = false } = flags;
  await using store = await openExisting(flags);
  const isOld = ({ head }: RunRecord): boolean => Date.now() - head.savedAt > olderThan;
  const families = familiesOf(await store.runs());
  const going = families.flatMap((family) => goingOf(family, isOld));
  if (!preview) for (const { manifest } of going) await store.remove(manifest.run);
  const old = families.flatMap(forksFirst).filter(isOld);
  const kept = old.filter((record) => !going.includes(record)).map(({ manifest }) => manifest.run);
  const lines = [
    ...(old.length === 0
      ? [`No run in ${store.place} is older than ${formatDuration(olderThan)}.`]
      : []),
    ...(going.length > 0 ? [freedLine(going, preview ? "would be freed" : "freed")] : []),
    ...(kept.length > 0 ? [`Kept, since their forks are younger: ${kept.join(", ")}`] : []),
  ];
  terminal.out(`${lines.flatMap((line) => wrapped(line, terminal.columns)).join("\n")}\n`);
}

/** Of a run and its forks those that can go, each behind its own forks. */
function goingOf(family: Family, isOld: (record: RunRecord) => boolean): readonly RunRecord[] {
  const forks = family.forks.flatMap((fork) => goingOf(fork, isOld));
  const canGo = isOld(family.record) && forksFirst(family).length === forks.length + 1;
  return canGo ? [...forks, family.record] : forks;
}
