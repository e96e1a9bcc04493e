// Opens a run that a store keeps: its past is read where it is needed.

import type { AgentState } from "../core/agent-state.ts";
import { EngineError } from "../core/error.ts";
import { toId } from "../core/event.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { floor } from "../core/math.ts";
import { withNewcomers } from "../core/newcomers.ts";
import { type Production, produce } from "../core/production.ts";
import { joinState, type SavedAgents, type SavedRest, STATE_VERSION } from "../core/save.ts";
import type { Scenario } from "../core/scenario.ts";
import type { Snapshot, StoredRecord, StoredRecords } from "../storage/snapshot.ts";
import type { SnapshotPlace, Store } from "../storage/store.ts";
import type { StrangerText } from "../storage/stranger-text.ts";
import type { Past, PastBlock } from "./past.ts";
import { REST } from "./recorder.ts";
import { reveal, Strangers } from "./strangers.ts";

/**
 * Opens a run; a fork with all whom it descends from.
 * @param scenario that it is a run of
 * @throws EngineError RUN_UNKNOWN, STORE_DAMAGED
 */
export async function openRun(store: Store, id: string, scenario: Scenario): Promise<Past> {
  const { manifest, head } = await store.run(id);
  const { run, seed, params, agents, parent } = manifest;
  const options = { params, ...(agents !== undefined && { agents }) };
  const from = parent && (await openRun(store, parent.run, scenario));
  const first = parent === undefined ? 0 : floor(parent.seq / BLOCK_SIZE);
  const open = floor(head.steps / BLOCK_SIZE);
  const production = withNewcomers(
    from?.production ?? produce(scenario, options),
    manifest.changes?.events,
  );
  const own = keptSnapshots(store, run);
  const strangers = await strangersOf(store, run);
  const shown = <T extends PastBlock>(block: T): T => revealBlock(block, strangers);
  return {
    run,
    scenario,
    seed,
    firstSeed: from?.firstSeed ?? seed,
    until: head.until,
    complete: head.isComplete,
    reached: head.isComplete ? head.until : head.at - 1,
    options,
    production,
    ...(parent && { parent }),
    steps: head.steps,
    digest: head.digest,
    block: async (number) => {
      if (from !== undefined && number < first) return from.block(number);
      if (number < open) return shown(await store.block(run, number));
      return shown({ lines: await store.tail(run), after: undefined });
    },
    snapshotAt: async (at, seq) => {
      const snapshot = await own(at, seq);
      if (snapshot !== undefined) checkCast(run, production, snapshot);
      return snapshot ?? from?.snapshotAt(at, seq);
    },
    strangers,
    kept: { store, manifest, head },
  };
}

/** What strangers have said in a run and in its parents. */
async function strangersOf(store: Store, run: string): Promise<readonly StrangerText[]> {
  const { parent } = (await store.run(run)).manifest;
  const own = await store.strangers(run);
  if (parent === undefined) return own;
  return [...new Strangers(await strangersOf(store, parent.run), parent.seq).texts, ...own];
}

const byHash = (texts: readonly StrangerText[]): ReadonlyMap<string, string | undefined> =>
  new Map(texts.map(({ hash, text }) => [hash, text]));

function revealBlock<T extends PastBlock>(block: T, strangers: readonly StrangerText[]): T {
  if (strangers.length === 0) return block;
  const texts = byHash(strangers);
  return { ...block, lines: block.lines.map((line) => reveal(line, texts)) };
}

/** @throws EngineError RUN_DIFFERS */
function checkCast(run: string, { roles }: Production, { state, agents }: Snapshot): void {
  const before = (agents?.addresses ?? state.agents.map(({ agent }) => agent)).map(toId);
  const isSame = before.length === roles.length && roles.every(({ id }, i) => id === before[i]);
  if (isSame) return;
  const ids = new Set(roles.map(({ id }) => id));
  const [missing] = new Set(before).symmetricDifference(ids);
  const problem = `"${run}" had another cast: "${missing}" is cast on one side only`;
  throw new EngineError("RUN_DIFFERS", `${problem}; put the scenario back`);
}

/** The snapshots of a run itself, without those of its parents. */
export function keptSnapshots(store: Store, run: string): Past["snapshotAt"] {
  // Asked for once: a run only gets more of them.
  let listed: readonly SnapshotPlace[] | undefined;
  let strangers: readonly StrangerText[] | undefined;
  return async (at, seq = Number.POSITIVE_INFINITY) => {
    listed ??= await store.snapshots(run);
    const place = listed.findLast((it) => it.at <= at && it.seq <= seq);
    if (place === undefined) return undefined;
    strangers ??= await strangersOf(store, run);
    const { digest, tables } = await store.records(run, place.seq);
    return toSnapshot(run, digest, tables, valuesWith(byHash(strangers)));
  };
}

/** What a record says. */
type Values = (record: StoredRecord) => unknown;

/** Where strangers have spoken, with what they said. */
const valuesWith = (texts: ReadonlyMap<string, string | undefined>): Values =>
  texts.size === 0 ? ({ value }) => value : ({ text }) => JSON.parse(reveal(text, texts));

function toSnapshot(
  run: string,
  digest: Snapshot["digest"],
  tables: StoredRecords,
  read: Values,
): Snapshot {
  const recordsOf = (name: string): readonly unknown[] =>
    Array.from(tables.get(name)?.values() ?? [], read);
  const [rest] = recordsOf(REST);
  if (!isRest(rest)) {
    const problem = `a snapshot of "${run}" has another form than version ${STATE_VERSION}`;
    throw new EngineError("STORE_NEWER", `${problem}; take a newer puppet-engine`);
  }
  const agents = agentsIn(tables.get("agents") ?? new Map(), read);
  const others = joinState(rest, (name) => (name === "agents" ? [] : recordsOf(name)));
  const state = {
    ...others,
    get agents() {
      return agents.addresses.flatMap((_, index) => agents.stateOf(index) ?? []);
    },
  };
  return { seq: rest.seq, at: rest.at, state, agents, digest };
}

/** Most of what is read of a state are agents, and most of these nobody asks for. */
function agentsIn(records: ReadonlyMap<string, StoredRecord>, read: Values): SavedAgents {
  const addresses = [...records.keys()];
  return {
    addresses,
    stateOf: (index) => {
      const record = records.get(addresses[index] ?? "");
      const saved = record && read(record);
      return isAgentState(saved) ? saved : undefined;
    },
  };
}

/** Written by `agentState`, as what is a rest was by `saveRest`. */
const isAgentState = (saved: unknown): saved is AgentState =>
  typeof saved === "object" && saved !== null && "agent" in saved;

/** Written by `saveRest`, and proved by its hash when it was read. */
const isRest = (rest: unknown): rest is SavedRest =>
  typeof rest === "object" && rest !== null && "version" in rest && rest.version === STATE_VERSION;
