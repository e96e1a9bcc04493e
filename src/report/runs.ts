// The runs of a store as a page: forks below their parents, with what each of them changed.
import { stripVTControlCharacters } from "node:util";
import { canonical } from "../core/json.ts";
import { formatDuration } from "../core/time.ts";
import { type Family, familiesOf } from "../storage/lineage.ts";
import type { Manifest, RunRecord } from "../storage/store.ts";
import { type Cell, gridLines } from "./grid.ts";
import { shortInstant } from "./instant.ts";
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
  const room = options.columns - Math.max(...[head, ...numbers].map(plainWidth)) - GAP.length;
  const names = branches.map(({ record, stem }) => stem + record.manifest.run);
  const width = Math.min(room, Math.max(...names.map(widthOf)));
  const lines = branches.flatMap((branch, i) => [
    ...namedLines(branch, `${GAP}${numbers[i]}`, { ...options, width }),
    ...notesOf(branch, records, options),
  ]);
  const bytes = records.reduce((sum, record) => sum + record.bytes, 0);
  const total = `${counted(records.length, "run")}, ${formatBytes(bytes)} in ${options.place}`;
  return `${[padEnd("", width) + GAP + head, ...lines, "", total].join("\n")}\n`;
}

const GAP = "  ";
const TITLES = ["seed", "reached", "entries", "posts", "agents", "size", "saved"] as const;
const SIDES = TITLES.map(() => "right" as const);

const plainWidth = (line: string): number => widthOf(stripVTControlCharacters(line));

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

function notesOf(
  { record, below }: Branch,
  records: readonly RunRecord[],
  look: Look,
): readonly string[] {
  const { manifest, head } = record;
  const early = head.isComplete ? "" : `ended early: "puppet restore ${manifest.run}" goes on`;
  const notes = [forkNote(manifest), variantNote(manifest, records), early];
  return notes
    .filter((note) => note !== "")
    .flatMap((note) => wrapped(note, look.columns - widthOf(below) - GAP.length))
    .map((line) => `${below}${GAP}${styled(look, "dim", line)}`);
}

/** `from d2 00:00 on: seed 2, ada.mood.valence=-0.8, 1 event` */
function forkNote({ parent, changes = {} }: Manifest): string {
  if (parent === undefined) return "";
  const { seed, set = {}, events = [], migratedBy } = changes;
  const parts = [
    ...(seed === undefined ? [] : [`seed ${seed}`]),
    ...Object.entries(set).map(([path, value]) => `${shortPath(path)}=${JSON.stringify(value)}`),
    ...(events.length > 0 ? [counted(events.length, "event")] : []),
    ...(migratedBy === undefined ? [] : ["other machines"]),
  ];
  return `from ${shortInstant(parent.at)} on: ${parts.join(", ") || "nothing changed"}`;
}

/** `agents.ada.context.mood.valence` reads `ada.mood.valence`. */
const shortPath = (path: string): string => path.replace(/^agents\.([^.]+)\.context\./, "$1.");

/** Runs of one scenario and seed are told apart by what they were made from. */
function variantNote(manifest: Manifest, records: readonly RunRecord[]): string {
  const [, base] = /^(.+)~\d+$/.exec(manifest.run) ?? [];
  const other = records.find(({ manifest: { run } }) => run === base)?.manifest;
  if (other === undefined) return "";
  const differences = DIFFERENCES.flatMap((difference) => difference(manifest, other));
  return `unlike ${base}: ${differences.join(", ") || "made anew"}`;
}

type Difference = (own: Manifest, other: Manifest) => readonly string[];

const differs = (own: unknown, other: unknown): boolean => canonical(own) !== canonical(other);

const DIFFERENCES: readonly Difference[] = [
  ({ until }, other) => (until === other.until ? [] : [`until ${formatDuration(until)}`]),
  ({ agents }, other) => (agents === other.agents ? [] : [`${agents ?? "the usual"} agents`]),
  ({ params }, other) =>
    Object.entries(params)
      .filter(([name, value]) => value !== other.params[name])
      .map(([name, value]) => `params.${name}=${value}`),
  ({ machines }, other) => (differs(machines, other.machines) ? ["other machines"] : []),
  ({ staging, params, agents }, other) =>
    staging === other.staging || differs([params, agents], [other.params, other.agents])
      ? []
      : ["another staging"],
  ({ engine }, other) => (engine === other.engine ? [] : [`puppet-engine ${engine}`]),
];
