// One hash for a run: over its journal and the states of its agents, so that equal digests mean equal runs.
//
// Entries are hashed in blocks with fixed field order, each block closed by a hash of the states that
// changed in it; the hash of a block begins with the hash of the one before.
import { hash } from "node:crypto";
import type { Agent } from "../core/agent.ts";
import { agentState } from "../core/agent-state.ts";
import type { Entry } from "../core/event.ts";

/** Entries of a block. */
export const BLOCK_SIZE = 256;
const FIRST = "0".repeat(64);

const sha256 = (text: string): string => hash("sha256", text, "hex");

/** A chain of blocks in the making. Closed state, owned by one run. */
export class Digest {
  #chain = FIRST;
  #lines: string[] = [];
  readonly #changed = new Set<Agent>();

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

  #close(): string {
    const changed = [...this.#changed].sort((a, b) => a.index - b.index);
    const states = changed.map((agent) => JSON.stringify(agentState(agent)));
    return sha256(`${this.#chain}\n${this.#lines.join("\n")}\n${sha256(states.join("\n"))}`);
  }
}

/** An entry with its fields in fixed order; objects inside keep the order in which they were written. */
export function lineOf(entry: Entry): string {
  const { seq, at, to, event, key, cause, request } = entry;
  const { outcome, reason, requests, actions } = entry;
  return JSON.stringify([
    seq,
    at,
    to,
    event,
    key,
    cause,
    request,
    outcome,
    reason,
    requests,
    actions,
  ]);
}
