// One link of an explanation in rows: what it answers, how it was decided, what it asks for, what came of it.
import { type Entry, type Request, toId } from "../core/event.ts";
import { formatInstant } from "../core/time.ts";
import { type Decided, decisionRows, moodItems } from "./decision.ts";
import { type Row, rowOf } from "./rows.ts";
import { formatSpan, quoted } from "./text.ts";
import { describeEvent, describeRequest } from "./transcript.ts";

/** What is told of an entry of a chain. */
export interface Link {
  readonly entry: Entry;
  readonly origin?: "start" | keyof typeof ORIGINS;
  readonly decision?: Decided;
  readonly answer?: { readonly seq: number; readonly request: Request; readonly latency: number };
  /** Of an entry for the world. */
  readonly outcome?: { readonly sent: readonly Sent[] };
  readonly recalled: readonly Recalled[];
}

type Sent = Pick<Entry, "at" | "to" | "event">;

interface Recalled {
  readonly entry: Entry;
  readonly texts: readonly string[];
}

/** What the page tells besides: it is not told twice. */
export interface Around {
  readonly earlier: readonly Link[];
  /** Entries that follow, each in a place of its own. */
  readonly following: readonly Entry[];
}

/** The rows under the entry. */
export function linkRows(link: Link, around: Around): readonly Row[] {
  const { entry, origin, decision, answer } = link;
  return [
    ...(origin && origin !== "start" ? rowOf("comes", [ORIGINS[origin]]) : []),
    ...(answer ? rowOf("answers", [answerText(answer)]) : []),
    ...outcomeRows(entry),
    ...(decision ? decisionRows(decision) : []),
    ...moodRows(link, around),
    ...requestRows(entry),
    ...recalledRows(link, around),
    ...sentRows(link, around),
  ];
}

/** A start says by itself what it is. */
const ORIGINS = {
  outside: "from outside",
  change: "from whoever forked the run",
  chance: "by chance",
} as const;

const answerText = ({ request, seq, latency }: NonNullable<Link["answer"]>): string =>
  `${request.effect} of #${seq}, after ${formatSpan(latency)}`;

function outcomeRows({ outcome, reason = "" }: Entry): readonly Row[] {
  switch (outcome) {
    case "handled":
      return [];
    case "unhandled":
      return [[outcome, "no transition for it in this state"]];
    case "stale":
      return [[outcome, "nobody waits for it any more"]];
    case "dead":
      return [[outcome, reason]];
    case "parked":
      return [[outcome, "its agent has failed too often"]];
  }
}

function moodRows({ entry, decision }: Link, { earlier }: Around): readonly Row[] {
  if (decision === undefined) return [];
  const mood = moodItems(decision);
  const before = earlier.findLast((link) => link.decision && link.entry.to === entry.to)?.decision;
  const isKnown = before !== undefined && moodItems(before).join() === mood.join();
  return isKnown ? [] : rowOf("mood", mood);
}

/** What its agent asked for in an entry. */
export const requestRows = (entry: Entry): readonly Row[] =>
  entry.requests.map((request) => ["asks", describeRequest(request, entry.event)]);

function recalledRows({ recalled }: Link, { earlier }: Around): readonly Row[] {
  const known = new Set(earlier.flatMap((link) => link.recalled.flatMap(({ texts }) => texts)));
  return recalled.flatMap(({ entry: { seq, at, event }, texts }) => {
    const told = texts.filter((text) => !known.has(text)).map(shown);
    return told.length > 0
      ? rowOf("recalls", [`#${seq} ${formatInstant(at)} ${event.type} ${told.join(", ")}`])
      : [];
  });
}

const MAX_TEXT = 60;

/** Ids of posts are told apart by their last digits, as in the transcript. */
const shown = (text: string): string =>
  /^\d{15,}$/.test(text) ? `…${text.slice(-6)}` : quoted(text, MAX_TEXT);

/** Events of one entry that are shown. */
const MAX_SENT = 4;

function sentRows({ outcome }: Link, { following }: Around): readonly Row[] {
  const sent = (outcome?.sent ?? []).filter(
    ({ at, to }) => !following.some((one) => one.at === at && one.to === to),
  );
  const rows = sent.slice(0, MAX_SENT).map((one): Row => ["sends", sentText(one)]);
  const left = sent.length - rows.length;
  return left > 0 ? [...rows, ["", `and ${left} more`]] : rows;
}

const sentText = ({ to, at, event }: Sent): string =>
  `to ${toId(to)} ${formatInstant(at)} ${describeEvent(event)}`;
