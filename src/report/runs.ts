// The runs of a store as a page: forks below their parents, with what each of them changed.
import { stripVTControlCharacters } from "node:util";
import { formatDuration } from "../core/time.ts";
import { type Family, familiesOf } from "../storage/lineage.ts";
import type { RunRecord } from "../storage/store.ts";
import { type Cell, gridLines } from "./grid.ts";
import { notesOf } from "./run-notes.ts";
import { formatAge, formatBytes } from "./size.ts";
import {
  counted,
  formatNumber,
  formatSpan,
  type Look,
  padEnd,
  styled,
  widthOf,
  wrapped,
} from "./text.ts";

/** Where the runs are, and when they are looked at. */
export interface RunsOptions extends Look {
  readonly place: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A line of the tree. */
interface Branch {
  readonly record: RunRecord;
  /** What stands before its name, and before what is told below it. */
  readonly stem: string;
  readonly below: string;
}

/** The page, with a line break at its end. */
export function runsPage(records: readonly RunRecord[], options: RunsOptions): string {
  const branches = familiesOf(records).flatMap((family) => branchesOf(family));
  const rows = branches.map(({ record }) => cellsOf(record, options));
  const titles = TITLES.map((title): Cell => [title, "dim"]);
  const [head = "", ...numbers] = gridLines(SIDES, [titles, ...rows], options);
  const room = options.columns - widthOf(GAP + stripVTControlCharacters(head));
  const names = branches.map(({ record, stem }) => stem + record.manifest.run);
  const width = Math.min(room, Math.max(...names.map(widthOf)));
  const lines = branches.flatMap((branch, i) => [
    ...namedLines(branch, `${GAP}${numbers[i]}`, { ...options, width }),
    ...noteLines(branch, records, options),
  ]);
  const bytes = records.reduce((sum, record) => sum + record.bytes, 0);
  const total = `${counted(records.length, "run")}, ${formatBytes(bytes)} in ${options.place}`;
  return `${[padEnd("", width) + GAP + head, ...lines, "", total].join("\n")}\n`;
}

const GAP = "  ";
const TITLES = ["seed", "reached", "entries", "posts", "agents", "size", "saved"] as const;
const SIDES = TITLES.map(() => "right" as const);

function branchesOf({ record, forks }: Family, stem = "", before = ""): readonly Branch[] {
  const own = { record, stem, below: before + (forks.length > 0 ? "│ " : "  ") };
  const under = forks.flatMap((fork, i) =>
    i < forks.length - 1
      ? branchesOf(fork, `${before}├ `, `${before}│ `)
      : branchesOf(fork, `${before}└ `, `${before}  `),
  );
  return [own, ...under];
}

function cellsOf({ manifest, head, bytes }: RunRecord, { now }: RunsOptions): readonly Cell[] {
  const { steps, posts, agents, savedAt, isComplete, until, at } = head;
  const early = `${formatSpan(at < MINUTE ? at : at - (at % MINUTE))} of ${formatDuration(until)}`;
  return [
    String(manifest.seed),
    isComplete ? formatDuration(until) : [early, "yellow"],
    formatNumber(steps),
    formatNumber(posts),
    formatNumber(agents),
    formatBytes(bytes),
    formatAge(now - savedAt),
  ];
}

const MINUTE = 60_000;

/** A name that is too long for its column has a line of its own. */
function namedLines(
  { record: { manifest }, stem, below }: Branch,
  numbers: string,
  look: Look & { readonly width: number },
): readonly string[] {
  const name = stem + styled(look, "bold", manifest.run);
  const space = look.width - widthOf(stem + manifest.run);
  return space >= 0
    ? [name + padEnd("", space) + numbers]
    : [name, padEnd(below, look.width) + numbers];
}

const noteLines = (
  { record, below }: Branch,
  records: readonly RunRecord[],
  look: Look,
): readonly string[] =>
  notesOf(record, records)
    .flatMap((note) => wrapped(note, look.columns - widthOf(below + GAP)))
    .map((line) => below + GAP + styled(look, "dim", line));
