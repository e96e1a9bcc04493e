// How an agent decided in one step, in words: where it went, which guards were asked, in what mood it was.
import type { Candidate, JudgedGuard, Microstep, Trace } from "../core/machine/trace.ts";
import { BECAUSE, type Row, rowOf } from "./rows.ts";

type Numbers = Readonly<Record<string, number>>;

/** A step that was traced, with the numbers of the mood. */
export interface Decided extends Trace {
  readonly moodBefore?: Numbers;
  readonly moodAfter?: Numbers;
}

/** Microsteps and actions that are shown: an endless loop has a thousand. */
const MAX_SHOWN = 12;

const firstOf = (items: readonly string[]): readonly string[] =>
  items.length > MAX_SHOWN ? [...items.slice(0, MAX_SHOWN), more(items.length)] : items;

const more = (count: number): string => `and ${count - MAX_SHOWN} more`;

/** Where it went and because of which guards, microstep by microstep, and by name what it did. */
export function decisionRows({ microsteps }: Decided): readonly Row[] {
  const [delivered] = microsteps;
  const telling = microsteps.filter(isTelling);
  const actions = microsteps.flatMap((microstep) => microstep.actions).filter(isNamed);
  return [
    ...telling
      .slice(0, MAX_SHOWN)
      .flatMap((microstep): readonly Row[] => [
        ...(microstep === delivered ? [] : raisedRow(microstep)),
        ...byRegion(microstep).flatMap((part) => [...moveRow(part), ...reasonRow(part)]),
      ]),
    ...rowOf("", telling.length > MAX_SHOWN ? [more(telling.length)] : []),
    ...rowOf("does", firstOf(actions.map(withoutPrefix))),
  ];
}

/** An `always` that led nowhere goes without saying, unless it threw. */
const isTelling = ({ event, entered, candidates }: Microstep): boolean =>
  event !== undefined ||
  entered.length > 0 ||
  candidates.some(({ isTaken, guard }) => isTaken || (guard && guard.result === undefined));

const raisedRow = ({ event }: Microstep): readonly Row[] =>
  rowOf("raised", event ? [withoutPrefix(event.type)] : []);

/** Regions of the machine that act at once are told one by one. */
function byRegion(microstep: Microstep): readonly Microstep[] {
  const { candidates, exited, entered } = microstep;
  const taken = candidates.filter(({ isTaken }) => isTaken);
  const regions = new Set(taken.map(({ state }) => regionOf(state)));
  if (regions.size < 2) return [microstep];
  return [...regions].map((region) => ({
    ...microstep,
    candidates: candidates.filter(({ state }) => regionOf(state) === region),
    exited: exited.filter((state) => regionOf(state) === region),
    entered: entered.filter((state) => regionOf(state) === region),
  }));
}

const regionOf = (state: string): string => state.split(".")[1] ?? "";

function moveRow({ exited, entered }: Microstep): readonly Row[] {
  const [from, to] = [innermost(exited), innermost(entered)];
  if (from === to) return rowOf("again", to === "" ? [] : [to]);
  return [from === "" ? ["enters", to] : ["moves", `${from} -> ${to}`]];
}

const reasonRow = (microstep: Microstep): readonly Row[] =>
  rowOf(BECAUSE, decisiveGuards(microstep).map(guardText));

/** Of the states that take a transition, and of those in them: all guards that were asked. Of none that does, of all. */
function decisiveGuards({ candidates }: Microstep): readonly JudgedGuard[] {
  const taken = candidates.filter(({ isTaken }) => isTaken);
  const isDecisive = ({ state }: Candidate): boolean =>
    taken.length === 0 || taken.some((one) => isWithin(state, one.state));
  return candidates.filter(isDecisive).flatMap(({ guard }) => (guard ? [guard] : []));
}

const isWithin = (state: string, outer: string): boolean =>
  state === outer || state.startsWith(`${outer}.`);

/** `and(isAwake (true), not(isTired (false)) (true)) (true)` */
function guardText({ name, params, result, parts }: JudgedGuard): string {
  const composed = parts.length > 0 ? `(${parts.map(guardText).join(", ")})` : "";
  const given = params === undefined ? "" : ` ${paramsText(params)}`;
  return `${name}${composed}${given} (${result ?? "threw"})`;
}

function paramsText(params: unknown): string {
  if (typeof params !== "object" || params === null) return String(params);
  return Object.entries(params)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
}

/** States without those around them, and without the name of the machine. */
const innermost = (states: readonly string[]): string =>
  states
    .filter((outer) => !states.some((inner) => inner !== outer && isWithin(inner, outer)))
    .map((state) => state.replace(/^[^.]+\.(?=.)/, ""))
    .join(", ");

/** An inline assignment says nothing. */
const isNamed = (action: string): boolean => action !== "xstate.assign";

const withoutPrefix = (name: string): string => name.replace(/^xstate\./, "");

/** `neutral -> anxious`, `valence 0.04 -> -0.35` and so on; nothing for a machine without moods. */
export function moodItems({
  before,
  after = before,
  moodBefore,
  moodAfter,
}: Decided): readonly string[] {
  const name = change(moodIn(before), moodIn(after));
  const numbers = Object.entries(moodAfter ?? moodBefore ?? {}).map(
    ([dimension, number]) =>
      `${dimension} ${change(rounded(moodBefore?.[dimension]), rounded(number))}`,
  );
  return name === "" ? numbers : [name, ...numbers];
}

const change = (before: string, now: string): string =>
  before === "" || before === now ? now : `${before} -> ${now}`;

const rounded = (number: number | undefined): string =>
  number === undefined ? "" : (Math.round(number * 100) / 100 + 0).toFixed(2);

/** The innermost state of the region `mood`. */
function moodIn(value: Trace["before"]): string {
  let mood = typeof value === "object" ? value.mood : undefined;
  while (typeof mood === "object") mood = Object.values(mood)[0];
  return mood ?? "";
}
