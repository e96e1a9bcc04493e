// What came of checking machines, as a page: what was explored, what does not hold, and how it comes to that.
import type { Examination, Extent, Finding, Note, PathStep } from "../explore/finding.ts";
import { type Cell, gridLines } from "../report/grid.ts";
import { shortInstant } from "../report/instant.ts";
import { counted, formatNumber, type Look, plain, styled, wrapped } from "../report/text.ts";

const INDENT = "  ";

/** One machine, with a line break at its end. */
export function examinationPage(examination: Examination, look: Look): string {
  const { machine, agents, explored, findings, notes } = examination;
  const extent = explored ? extentLines(agents, explored) : ["refused, so it was not explored"];
  const parts = [
    [styled(look, "bold", machine), ...extent.flatMap((line) => indented(line, look))],
    ...findings.map((finding) => findingLines(finding, look)),
    noteLines(notes, look),
  ];
  const shown = parts.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const indented = (text: string, look: Look): readonly string[] =>
  wrapped(text, look.columns - INDENT.length).map((line) => INDENT + line);

function extentLines(agents: readonly string[], explored: Extent): readonly string[] {
  const { steps, seeds, states, transitions, configurations, isThrough } = explored;
  const of = ([some, all]: readonly [number, number], what: string): string =>
    `${formatNumber(some)} of ${counted(all, what)}`;
  const end = isThrough ? "nothing was left to try" : "there was more to try, with more --steps";
  return [
    `${counted(steps, "step")} as ${agents.join(", ")}, ${counted(seeds, "seed")}; ${end}`,
    `${of(states, "state")}, ${of(transitions, "transition")}, ${counted(configurations, "configuration")}`,
  ];
}

const KINDS: Readonly<Record<Finding["kind"], string>> = {
  load: "refused",
  unreachable: "unreachable",
  "dead-end": "dead end",
  deadlock: "deadlock",
  failure: "fails",
  property: "does not hold",
};

function findingLines({ kind, what, why, path, steps }: Finding, look: Look): readonly string[] {
  const text = kind === "load" || kind === "failure" ? why : `${what}: ${why}`;
  const [first = "", ...rest] = wrapped(`✗ ${KINDS[kind]}: ${text}`, look.columns);
  const head = [styled(look, "red", first), ...rest.map((line) => INDENT + line)];
  if (path === undefined || steps === undefined) return head;
  return [
    ...head,
    ...stepLines(steps, look),
    `${INDENT}seed ${path.seed}, ${counted(steps.length, "step")}`,
  ];
}

/** Of a long path the beginning, what came from outside, and the end are shown. */
const LAST_STEPS = 5;
const MAX_STEPS = 16;

function stepLines(steps: readonly PathStep[], look: Look): readonly string[] {
  const isShown = ({ isFromOutside }: PathStep, index: number): boolean =>
    index === 0 || isFromOutside || index >= steps.length - LAST_STEPS;
  const shown = steps.flatMap((step, index) => (isShown(step, index) ? [index] : []));
  const kept = shown.slice(-MAX_STEPS);
  const rows = kept.flatMap((index, nth) => {
    const step = steps[index];
    const left = index - (kept[nth - 1] ?? -1) - 1;
    const gap: readonly Cell[] = ["", [`… ${counted(left, "step")}`, "dim"], ""];
    return step ? [...(left > 0 ? [gap] : []), rowOf(step)] : [];
  });
  return gridLines(["left", "left", "left"], rows, look).map((line) => INDENT + line);
}

const rowOf = ({ at, came, isFromOutside, value, asked }: PathStep): readonly Cell[] => [
  shortInstant(at),
  isFromOutside ? [plain(came), "yellow"] : plain(came),
  [plain(leavesOf(value).join(", ")), ...asked.map((effect) => `asks ${effect}`)].join("; "),
];

/** `mood.neutral`, `activity.awake.idle` */
function leavesOf(value: PathStep["value"]): readonly string[] {
  if (typeof value === "string") return [value];
  return Object.entries(value).flatMap(([key, inner = {}]) => {
    const below = leavesOf(inner);
    return below.length === 0 ? [key] : below.map((leaf) => `${key}.${leaf}`);
  });
}

const NOTES: Readonly<Record<Note["kind"], string>> = {
  "never-entered": "never entered",
  "never-taken": "never taken",
  "never-sent": "sent by nobody",
  "never-handled": "taken by no state",
};
const MAX_NOTES = 12;

function noteLines(notes: readonly Note[], look: Look): readonly string[] {
  if (notes.length === 0) return [];
  const more = notes.length - MAX_NOTES;
  const lines = notes.slice(0, MAX_NOTES).map(({ kind, what }) => `${NOTES[kind]}: ${what}`);
  const all = more > 0 ? [...lines, `and ${formatNumber(more)} more`] : lines;
  return [styled(look, "bold", "Notes"), ...all.flatMap((line) => indented(line, look))];
}
