// One hash for a run: over its journal and the states of its agents, so that equal digests mean equal runs.
//
// Entries are hashed in blocks with fixed field order, each block closed by a hash of the states that
// changed in it; the hash of a block begins with the hash of the one before.
import { hash } from "node:crypto";
import type { Agent } from "../core/agent.ts";
import { agentState } from "../core/agent-state.ts";
import type { Entry } from "../core/event.ts";
import { BLOCK_SIZE, lineOf } from "../core/journal-line.ts";
import type { OpenDigest } from "../storage/snapshot.ts";
import type { Block } from "../storage/store.ts";
import { Strangers } from "./strangers.ts";

/** The digest before the first entry. */
export const FIRST_CHAIN = "0".repeat(64);

const sha256 = (text: string): string => hash("sha256", text, "hex");

/** The digest after a block. @param states hash of the texts of the states that changed in it */
export const chainAfter = (before: string, lines: readonly string[], states: string): string =>
  sha256(`${before}\n${lines.join("\n")}\n${states}`);

/** A block of the journal with what it was closed by. */
export interface ClosedBlock extends Block {
  /** The states that changed in it by address, as JSON. */
  readonly changed: ReadonlyMap<string, string>;
}

/** A chain of blocks in the making. Closed state, owned by one run. */
export class Digest {
  #chain: string;
  #lines: string[];
  readonly #changed: Set<Agent>;
  /** What is hidden of all that is hashed. */
  readonly strangers: Strangers;

  /** @param open where to go on; @param agents of the run, by index; @param strangers who have spoken so far */
  constructor(
    open?: OpenDigest,
    agents: Pick<readonly Agent[], "at"> = [],
    strangers: Strangers = new Strangers(),
  ) {
    this.strangers = strangers;
    this.#chain = open?.chain ?? FIRST_CHAIN;
    this.#lines = [...(open?.lines ?? [])];
    const changed = (open?.changed ?? []).map((index) => agents.at(index));
    this.#changed = new Set(changed.filter((agent) => agent !== undefined));
  }

  /** @param line of the entry, where it is there already @returns the block that the entry has filled */
  add(entry: Entry, agent: Agent | undefined, line = lineOf(entry)): ClosedBlock | undefined {
    this.strangers.learn(entry);
    this.#lines.push(this.strangers.hide(line));
    if (agent !== undefined) this.#changed.add(agent);
    if (this.#lines.length < BLOCK_SIZE) return undefined;
    const { at, seq } = entry;
    const block = { ...this.#close(), number: (seq + 1) / BLOCK_SIZE - 1, at };
    this.#chain = block.after;
    this.#lines = [];
    this.#changed.clear();
    return block;
  }

  /** The digest up to here, 64 hex digits; adding may go on afterwards. */
  value(): string {
    return this.#lines.length === 0 ? this.#chain : this.#close().after;
  }

  /** What it takes to go on from here. */
  open(): OpenDigest {
    const changed = [...this.#changed].map(({ index }) => index).sort((a, b) => a - b);
    return { chain: this.#chain, lines: [...this.#lines], changed };
  }

  #close(): Omit<ClosedBlock, "number" | "at"> {
    const agents = [...this.#changed].sort((a, b) => a.index - b.index);
    const changed = new Map(
      agents.map((agent) => {
        return [agent.address, this.strangers.hide(JSON.stringify(agentState(agent)))];
      }),
    );
    const states = sha256([...changed.values()].join("\n"));
    const [before, lines] = [this.#chain, this.#lines];
    return { before, after: chainAfter(before, lines, states), states, lines, changed };
  }
}
