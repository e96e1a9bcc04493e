// Runs that were never run, for tests of stores: any number of entries and agents, the same for the same name.
import { hash } from "node:crypto";
import type { AgentState } from "../../src/core/agent-state.ts";
import type { Entry } from "../../src/core/event.ts";
import { BLOCK_SIZE, lineOf } from "../../src/core/journal-line.ts";
import { draw, rootKey } from "../../src/core/random.ts";
import type { SavedState } from "../../src/core/save.ts";
import type {
  Block,
  Commit,
  ForkPoint,
  Head,
  Manifest,
  Snapshot,
} from "../../src/storage/store.ts";

const FIRST_CHAIN = "0".repeat(64);
const PAUSE = 1000;
/** Texts that stores and codecs have tripped over. */
const TEXTS = [
  "",
  "a\nb\r\u2028",
  "héllo 🎈",
  "\ud800 alone",
  'quote " and \\',
  "\u0000",
  "x".repeat(300),
];
/** Numbers that must come back to the last bit. */
const NUMBERS = [
  0.1 + 0.2,
  5e-324,
  1.7976931348623157e308,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  1e21,
  0.1,
  -1,
];

export interface SampleOptions {
  readonly agents?: number;
  /** How many agents change with every entry. */
  readonly changing?: number;
  readonly parent?: { readonly run: SampleRun; readonly seq: number };
}

/** A run that is taken a piece at a time. */
export interface SampleRun {
  readonly manifest: Manifest;
  readonly entries: readonly Entry[];
  /** Chain hashes of the closed blocks. */
  readonly chains: readonly string[];
  readonly blocks: () => readonly Block[];
  readonly snapshot: () => Snapshot;
  readonly head: () => Head;
  /** The next entries as a commit, with a snapshot behind them when one is wanted. */
  readonly next: (count: number, options?: { readonly snapshot?: boolean }) => Commit;
}

export function sampleRun(id: string, options: SampleOptions = {}): SampleRun {
  const { agents = 5, changing = 1, parent } = options;
  const entries: Entry[] = parent?.run.entries.slice(0, parent.seq) ?? [];
  const forkedAt = entries.length;
  const firstOpen = Math.floor(forkedAt / BLOCK_SIZE);
  const chains: string[] = parent?.run.chains.slice(0, firstOpen) ?? [];
  const manifest = manifestOf(
    id,
    parent && { run: parent.run.manifest.run, seq: forkedAt, at: forkedAt * PAUSE },
  );
  let isKnown = false;

  const blockAt = (index: number): Block => {
    const from = index * BLOCK_SIZE;
    const own = entries.slice(from, from + BLOCK_SIZE);
    const states = sha256(`states of ${id} ${from} ${own.length}`);
    const before = chains[index - 1] ?? FIRST_CHAIN;
    const chain = sha256(`${before}\n${own.map(lineOf).join("\n")}\n${states}`);
    if (own.length === BLOCK_SIZE) chains[index] = chain;
    return { from, entries: own, states, chain };
  };
  const blocksFrom = (first: number): readonly Block[] => {
    const count = Math.ceil(entries.length / BLOCK_SIZE) - first;
    return Array.from({ length: count }, (_, index) => blockAt(first + index));
  };
  const open = (): number => entries.length - (entries.length % BLOCK_SIZE);
  const head = (): Head => {
    const seq = entries.length;
    const isOpen = seq % BLOCK_SIZE > 0;
    const digest = isOpen ? blockAt(chains.length).chain : chains.at(-1);
    const counts = { delivered: seq, handled: seq, unhandled: 0, deadLetters: 0, parked: 0 };
    return { seq, at: seq * PAUSE, digest: digest ?? FIRST_CHAIN, isComplete: false, counts };
  };
  const snapshot = (): Snapshot => {
    const seq = entries.length;
    const lines = entries.slice(open()).map(lineOf);
    const digest = { chain: chains.at(-1) ?? FIRST_CHAIN, lines, changed: [0, 3] };
    return { seq, at: seq * PAUSE, state: stateAt(id, seq, { agents, changing }), digest };
  };
  const next: SampleRun["next"] = (count, { snapshot: isWanted = false } = {}) => {
    const first = Math.floor(entries.length / BLOCK_SIZE);
    for (let i = 0; i < count; i++) entries.push(entryAt(id, entries.length, agents));
    const blocks = blocksFrom(first);
    const commit = { head: head(), blocks, snapshots: isWanted ? [snapshot()] : [] };
    const made = isKnown ? commit : { manifest, ...commit };
    isKnown = true;
    return made;
  };
  return { manifest, entries, chains, blocks: () => blocksFrom(firstOpen), snapshot, head, next };
}

const sha256 = (text: string): string => hash("sha256", text, "hex");

const manifestOf = (run: string, parent: ForkPoint | undefined): Manifest => ({
  run,
  scenario: "sample",
  source: "sample",
  seed: 1,
  until: 1e9,
  params: { zeta: 1, alpha: "b", 10: true },
  engine: "2.0.0",
  machines: { sampler: sha256("sampler") },
  ...(parent && { parent }),
});

const pick = <T>(items: readonly T[], chance: number): T | undefined =>
  items[Math.floor(chance * items.length)];

function entryAt(id: string, seq: number, agents: number): Entry {
  const key = rootKey(`${id}:${seq}`);
  const chance = (purpose: string): number => draw(key, purpose);
  const isAsking = chance("asks") < 0.2;
  const isDead = chance("dies") < 0.1;
  const to = `agent:a${Math.floor(chance("to") * agents)}`;
  return {
    seq,
    at: seq * PAUSE,
    to,
    event: {
      type: "mentioned",
      text: `${pick(TEXTS, chance("text"))} ${seq}`,
      valence: chance("valence"),
      number: pick(NUMBERS, chance("number")),
      nested: { zeta: [null, true, []], alpha: {}, 10: "ten", 9: "nine" },
    },
    key,
    ...(seq > 0 && { cause: seq - 1 }),
    ...(chance("replies") < 0.1 && { request: `${to}#${seq}` }),
    outcome: isDead ? "dead" : "handled",
    ...(isDead && { reason: "no luck" }),
    requests: isAsking
      ? [{ id: `${to}#${seq}`, effect: "social.post", input: { text: "hi" } }]
      : [],
    ...(isAsking && { actions: ["xstate.log"] }),
  };
}

/** Agents change in turns, posts and the queue grow and move on. */
function stateAt(
  id: string,
  seq: number,
  { agents, changing }: { readonly agents: number; readonly changing: number },
): SavedState {
  const everyone = Array.from({ length: agents }, (_, index) => index);
  /** How often the turn has come to an agent. */
  const changesOf = (index: number): number =>
    Math.floor(Math.max(0, seq * changing - index - 1 + agents) / agents);
  return {
    version: 1,
    seedKey: rootKey(id),
    at: seq * PAUSE,
    seq,
    counts: { delivered: seq, handled: seq, unhandled: 0, deadLetters: 0, parked: 0 },
    failures: [],
    queue: Array.from({ length: 20 }, (_, index) => ({
      kind: "timer",
      at: (seq + index) * PAUSE,
      priority: 3,
      rank: seq + index,
      to: `agent:a${index}`,
      event: { type: "woke", number: seq + index },
      key: rootKey(`${id}:queue:${seq + index}`),
      timer: "nap",
    })),
    nextRank: seq + 20,
    agents: everyone.map((index) => agentAt(id, index, changesOf(index))),
    world: {
      follows: everyone.slice(1).map((index) => [`agent:a${index}`, [["agent:a0", 0.5]]]),
      posts: Array.from({ length: Math.floor(seq / 10) }, (_, index) => ({
        id: String(1_000_000 + index),
        author: "agent:a0",
        at: index * 10 * PAUSE,
        kind: "post",
        text: `${pick(TEXTS, draw(rootKey(`${id}:post:${index}`), "text"))} of ${index}`,
        thread: String(1_000_000 + index),
      })),
      engagement: [],
      seen: everyone.map((index) => [`agent:a${index}`, changesOf(index) * PAUSE, []]),
    },
    effects: [["llm.complete agent:a0", { bag: [seq] }]],
    entered: [["sampler", ["sampler", "sampler.awake"]]],
  };
}

const agentAt = (id: string, index: number, changes: number): AgentState => {
  const chance = (purpose: string): number => draw(rootKey(`${id}:${index}:${changes}`), purpose);
  return {
    agent: `agent:a${index}`,
    status: "active",
    snapshot: {
      value: { mood: "calm", activity: { awake: "reading" } },
      nodes: ["sampler", "sampler.activity", "sampler.mood", "sampler.mood.calm"],
      context: {
        zeta: chance("zeta"),
        alpha: pick(TEXTS, chance("alpha")),
        mood: {
          valence: chance("valence"),
          arousal: chance("arousal"),
          dominance: chance("dominance"),
        },
        relationships: {
          a1: { sentiment: chance("sentiment"), familiarity: chance("familiarity") },
        },
        inbox: [],
      },
      history: {},
      children: [],
      status: "active",
    },
    timers: [["nap", changes]],
    flights: [],
    nextRequest: changes,
    failures: [],
    restartAt: 0,
    spin: [0, 0],
  };
};
