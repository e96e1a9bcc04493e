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

const FIRST = "0".repeat(64);

const sha256 = (text: string): string => hash("sha256", text, "hex");

/** A chain of blocks in the making. Closed state, owned by one run. */
export class Digest {
  #chain: string;
  #lines: string[];
  readonly #changed: Set<Agent>;

  /** @param open where to go on; @param agents of the run, by index */
  constructor(open?: OpenDigest, agents: readonly Agent[] = []) {
    this.#chain = open?.chain ?? FIRST;
    this.#lines = [...(open?.lines ?? [])];
    const changed = (open?.changed ?? []).map((index) => agents[index]);
    this.#changed = new Set(changed.filter((agent) => agent !== undefined));
  }

  add(entry: Entry, agent: Agent | undefined): void {
    this.#lines.push(lineOf(entry));
    if (agent !== undefined) this.#changed.add(agent);
    if (this.#lines.length < BLOCK_SIZE) return;
    this.#chain = this.#close();
    this.#lines = [];
    this.#changed.clear();
  }

  /** The digest up to here, 64 hex digits; adding may go on afterwards. */
  value(): string {
    return this.#lines.length === 0 ? this.#chain : this.#close();
  }

  /** What it takes to go on from here. */
  open(): OpenDigest {
    const changed = [...this.#changed].map(({ index }) => index).sort((a, b) => a - b);
    return { chain: this.#chain, lines: [...this.#lines], changed };
  }

  #close(): string {
    const changed = [...this.#changed].sort((a, b) => a.index - b.index);
    const texts = changed.map((agent) => JSON.stringify(agentState(agent)));
    const states = sha256(texts.join("\n"));
    return sha256(`${this.#chain}\n${this.#lines.join("\n")}\n${states}`);
  }
}
