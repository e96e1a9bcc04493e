// Why an entry came about, as a page: link after link from the root of all causes, then what followed from it.
//
// #305  d1 12:35:03.642  ada    after untilPost in activity.awake.idle
//       moves      activity.awake.idle -> activity.composing.drafting
//       asks       llm.complete task=post mood=neutral topic=rumour news="The old mill is to be sold…"
//       recalls    #168 d1 09:00:00.000 news "The old mill is to be sold before the summer"
import { type Entry, type EventBody, toId } from "../core/event.ts";
import { formatInstant } from "../core/time.ts";
import { type Link, linkRows, requestRows } from "./explained-link.ts";
import { INDENT, type Row, rowLines } from "./rows.ts";
import { counted, type Look, padEnd, plain, quoted, styled, wrapped } from "./text.ts";
import { describeEvent } from "./transcript.ts";

/** What `explain` gives. */
export interface Explained {
  readonly run: string;
  /** From the root of all causes to the entry. */
  readonly links: readonly Link[];
  /** Links left out behind the first. */
  readonly omitted: number;
  /** What it caused. */
  readonly effects: readonly Entry[];
  /** Where it was remembered. */
  readonly echoes: readonly Entry[];
}

/** The page, with a line break at its end. */
export function explanation(explained: Explained, look: Look): string {
  const { run, links, effects, echoes } = explained;
  const entry = links.at(-1)?.entry;
  const entries = [...links.map((link) => link.entry), ...effects, ...echoes];
  const page: Page = { ...look, heading: headingFor(entries, look) };
  const title = wrapped(`Why entry ${entry?.seq} of ${run}`, look.columns);
  const sections = [
    [...title.map((line) => styled(look, "bold", line)), ...wordsOf(entry?.event, look)].join("\n"),
    chainText(explained, page),
    followedText("What it led to", effects, page),
    followedText("Where it was remembered", echoes, page),
    effects.length + echoes.length > 0 ? "" : "It led to no other entry.",
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

interface Page extends Look {
  /** Place and event of an entry. */
  readonly heading: (entry: Entry) => string;
}

const blockText = (page: Page, entry: Entry, rows: readonly Row[]): string =>
  [page.heading(entry), ...rows.flatMap((row) => rowLines(row, page))].join("\n");

function chainText({ links, omitted, effects }: Explained, page: Page): string {
  const blocks = links.map((link, i) => {
    const next = links[i + 1];
    const following = next === undefined ? effects : [next.entry];
    return blockText(page, link.entry, linkRows(link, { earlier: links.slice(0, i), following }));
  });
  const left = `${INDENT}… ${counted(omitted, "link")} left out (--all)`;
  return blocks.toSpliced(1, 0, ...(omitted > 0 ? [styled(page, "dim", left)] : [])).join("\n");
}

/** Entries that are shown of what followed. */
const MAX_FOLLOWED = 12;

function followedText(title: string, entries: readonly Entry[], page: Page): string {
  if (entries.length === 0) return "";
  const shown = entries.slice(0, MAX_FOLLOWED);
  const left = entries.length - shown.length;
  return [
    styled(page, "bold", title),
    ...shown.map((entry) => blockText(page, entry, requestRows(entry))),
    ...(left > 0 ? [`${INDENT}and ${left} more`] : []),
  ].join("\n");
}

const MAX_WORDS = 1000;

/** The text or headline that an event carries, in full: in the chain it is cut. */
function wordsOf(event: EventBody | undefined, look: Look): readonly string[] {
  const bodies = [event, event?.ask, event?.reply].map(fieldsOf);
  const words = bodies.flatMap(({ text, headline }) => [text, headline]);
  const found = words.find((one) => typeof one === "string");
  return found === undefined ? [] : wrapped(quoted(found, MAX_WORDS), look.columns);
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};

/** An event that has less room beside its place stands below it. */
const MIN_WIDTH = 36;

/** In columns that fit all of these entries. */
function headingFor(entries: readonly Entry[], look: Look): Page["heading"] {
  const columns = (entry: Entry): readonly string[] => [
    `#${entry.seq}`,
    formatInstant(entry.at),
    plain(toId(entry.to)),
  ];
  const widths = [0, 1, 2].map((i) => Math.max(...entries.map((e) => columns(e)[i]?.length ?? 0)));
  const [seqWidth = 0, instantWidth = 0, idWidth = 0] = widths;
  const placeWidth = seqWidth + instantWidth + idWidth + 6;
  const isBeside = look.columns - placeWidth >= MIN_WIDTH;
  const indent = isBeside ? " ".repeat(placeWidth) : INDENT;
  return (entry) => {
    const [seq = "", instant = "", id = ""] = columns(entry);
    const place = [
      styled(look, "cyan", padEnd(seq, seqWidth)),
      styled(look, "dim", padEnd(instant, instantWidth)),
      styled(look, "bold", isBeside ? padEnd(id, idWidth) : id),
    ].join("  ");
    const text = wrapped(describeEvent(entry.event), look.columns - indent.length).join(
      `\n${indent}`,
    );
    return isBeside ? `${place}  ${text}` : `${place}\n${indent}${text}`;
  };
}
