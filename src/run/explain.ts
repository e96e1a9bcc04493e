// Why an entry came about: the chain of causes behind it, each link executed once more to see how it was decided.
import { z } from "zod";
import { assert, EngineError } from "../core/error.ts";
import { type Entry, type Request, WORLD } from "../core/event.ts";
import { BLOCK_SIZE, lineOf } from "../core/journal-line.ts";
import type { Trace } from "../core/machine/trace.ts";
import { tracingBackend } from "../core/machine/tracing-backend.ts";
import type { RunState } from "../core/state.ts";
import { type Ports, step } from "../core/step.ts";
import type { Post } from "../core/world/posts.ts";
import { reminderTypes } from "../core/world/reminders.ts";
import { checker, momentBefore } from "./moment.ts";
import { entriesOf, type Past } from "./past.ts";
import { isRecalledIn, type Recalled, recalledBy } from "./recall.ts";

/** Plain JSON. */
export interface Explanation {
  readonly run: string;
  /** From the root of all causes to the entry itself. */
  readonly links: readonly Link[];
  /** Links that are left out behind the first one. */
  readonly omitted: number;
  /** What the entry led to without anything in between. */
  readonly effects: readonly Entry[];
  /** Later entries in which its agent asked about what it had told, besides the effects. */
  readonly echoes: readonly Entry[];
}

/** Where a chain begins: an agent's start, an event from outside, a change by a fork, a random event. */
export type Origin = "start" | "outside" | "change" | "chance";

/** An entry of a chain, executed again. */
export interface Link {
  readonly entry: Entry;
  /** Undefined for what another entry caused. */
  readonly origin?: Origin;
  /** How the agent decided; undefined when it was not asked, as when it is parked. */
  readonly decision?: Decision;
  /** Of a reply: what it answers. */
  readonly answer?: Answer;
  /** Of an entry for the world. */
  readonly outcome?: WorldOutcome;
  /** Earlier entries for the agent that had told it what it now asks about, the latest first. */
  readonly recalled: readonly Recalled[];
}

/** The numbers of a mood by name, such as `valence`. */
export type MoodNumbers = Readonly<Record<string, number>>;

/** How an agent decided, and in what mood. */
export interface Decision extends Trace {
  /** Undefined where the context has none. */
  readonly moodBefore?: MoodNumbers;
  readonly moodAfter?: MoodNumbers;
}

/** What a reply belongs to. */
export interface Answer {
  /** Of the entry that asked. */
  readonly seq: number;
  readonly request: Request;
  /** Virtual milliseconds from there to the reply. */
  readonly latency: number;
}

/** What the world made of an entry. */
export interface WorldOutcome {
  /** The post that was written. */
  readonly post?: Post;
  /** What went out from there. */
  readonly sent: readonly Sent[];
}

/** An event on its way. */
export type Sent = Pick<Entry, "at" | "to" | "event">;

/** Links that are shown besides the first. */
const LAST = 8;

/**
 * Explains an entry.
 * @param last links to explain besides the first one, from 1; the others are counted only
 * @throws EngineError ENTRY_UNKNOWN
 * @throws EngineError RUN_DIFFERS when the past does not repeat itself: the code has changed
 */
export async function explain(
  past: Past,
  seq: number,
  { last = LAST }: { readonly last?: number } = {},
): Promise<Explanation> {
  const [entry] = Number.isInteger(seq) && seq >= 0 ? await entriesOf(past, seq, seq + 1) : [];
  if (entry === undefined) throw unknownEntry(past, seq);
  const chain = await chainTo(past, entry);
  const shown = chain.filter((_, i) => i === 0 || i >= chain.length - last);
  const links: Link[] = [];
  for (const link of shown) links.push(await linkOf(past, link, { chain, shown }));
  const consequences = await consequencesOf(past, entry);
  return { run: past.run, links, omitted: chain.length - shown.length, ...consequences };
}

/** @param shown what was asked for */
export function unknownEntry({ run, steps }: Past, shown: unknown): EngineError {
  const range = steps === 0 ? "it has none" : `it has 0 to ${steps - 1}`;
  return new EngineError("ENTRY_UNKNOWN", `entry ${shown} of "${run}"; ${range}`);
}

/** From the root to the entry. Causes often lie close together: a block that was read serves for several. */
async function chainTo(past: Past, entry: Entry): Promise<readonly Entry[]> {
  const chain = [entry];
  let block: readonly Entry[] = [];
  for (let { cause } = entry; cause !== undefined; cause = chain.at(-1)?.cause) {
    const from = cause - (cause % BLOCK_SIZE);
    if (block[0]?.seq !== from) block = await entriesOf(past, from, from + BLOCK_SIZE);
    const causing = block[cause - from];
    assert(causing !== undefined, "a journal has the causes of its entries");
    chain.push(causing);
  }
  return chain.reverse();
}

async function consequencesOf(
  past: Past,
  entry: Entry,
): Promise<Pick<Explanation, "effects" | "echoes">> {
  const effects: Entry[] = [];
  const echoes: Entry[] = [];
  for (let from = entry.seq + 1; from < past.steps; from += BLOCK_SIZE - (from % BLOCK_SIZE)) {
    const to = from - (from % BLOCK_SIZE) + BLOCK_SIZE;
    for (const later of await entriesOf(past, from, to)) {
      if (later.cause === entry.seq) effects.push(later);
      else if (isRecalledIn(entry, later)) echoes.push(later);
    }
  }
  return { effects, echoes };
}

async function linkOf(
  past: Past,
  entry: Entry,
  { chain, shown }: { readonly chain: readonly Entry[]; readonly shown: readonly Entry[] },
): Promise<Link> {
  const { state } = await momentBefore(past, entry.seq);
  const agent = state.byAddress.get(entry.to);
  const before: unknown = agent?.snapshot?.context;
  const { trace, outcome } = await takeAgain(past, state);
  const origin = originOf(entry, trace);
  const answer = answerOf(entry, chain);
  const recalled = agent
    ? await recalledBy(past, { entry, context: before, input: agent.input })
    : [];
  return {
    entry,
    ...(origin && { origin }),
    ...(trace && { decision: decisionOf(trace, before, agent?.snapshot?.context) }),
    ...(answer && { answer }),
    ...(entry.to === WORLD && { outcome }),
    recalled: recalled.filter((told) => !shown.some(({ seq }) => seq === told.entry.seq)),
  };
}

interface Taken {
  /** Undefined when no machine was asked. */
  readonly trace: Trace | undefined;
  readonly outcome: WorldOutcome;
}

/** @throws EngineError RUN_DIFFERS when it comes to another entry */
async function takeAgain(past: Past, state: RunState): Promise<Taken> {
  const traces: Trace[] = [];
  const sent: Sent[] = [];
  const traced = { ...state, backend: tracingBackend((trace) => traces.push(trace)) };
  const ports: Ports = {
    send: () => undefined,
    deliver: ({ at, to, event }) => void sent.push({ at, to, event }),
  };
  let taken = step(traced, ports);
  // What has to wait for the restart of its agent makes no entry.
  while (taken === undefined && state.queue.size > 0) taken = step(traced, ports);
  assert(taken !== undefined, "an entry of the journal comes about again");
  await checker(past)(taken.entry, lineOf(taken.entry));
  return { trace: traces[0], outcome: { ...(taken.post && { post: taken.post }), sent } };
}

function originOf({ cause, event }: Entry, trace: Trace | undefined): Origin | undefined {
  if (cause !== undefined) return undefined;
  if (trace?.kind === "start") return "start";
  if (trace?.kind === "change" || event.type === "reseeded") return "change";
  return reminderTypes.has(event.type) ? "chance" : "outside";
}

const Moody = z.object({ mood: z.record(z.string(), z.number()) });

function decisionOf(trace: Trace, before: unknown, after: unknown): Decision {
  const moodBefore = Moody.safeParse(before).data?.mood;
  const moodAfter = Moody.safeParse(after).data?.mood;
  return { ...trace, ...(moodBefore && { moodBefore }), ...(moodAfter && { moodAfter }) };
}

function answerOf({ request: id, at }: Entry, chain: readonly Entry[]): Answer | undefined {
  if (id === undefined) return undefined;
  const asking = chain.findLast(({ requests }) => requests.some((request) => request.id === id));
  const request = asking?.requests.find((asked) => asked.id === id);
  return asking && request && { seq: asking.seq, request, latency: at - asking.at };
}
