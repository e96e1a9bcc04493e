// What there is to say of a run besides its numbers: how it came about, and how it goes on.
import { canonical } from "../core/json.ts";
import { formatDuration } from "../core/time.ts";
import type { Manifest, RunRecord } from "../storage/store.ts";
import { shortInstant } from "./instant.ts";
import { counted } from "./text.ts";

/** One text for each. @param records of its store */
export function notesOf(
  { manifest, head }: RunRecord,
  records: readonly RunRecord[],
): readonly string[] {
  const early = head.isComplete ? "" : `ended early: "puppet restore ${manifest.run}" goes on`;
  const notes = [forkNote(manifest), variantNote(manifest, records), early];
  return notes.filter((note) => note !== "");
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
