// What a persona remembers: items with importance, feeling and origin, found again by what they are about.

export type MemoryKind = "interaction" | "event" | "general";

export interface Memory {
  /** Counts up from 0 within one agent. */
  readonly id: number;
  readonly kind: MemoryKind;
  readonly text: string;
  /** Virtual milliseconds; negative for what happened before the run. */
  readonly at: number;
  /** In [0, 1]. */
  readonly importance: number;
  /** How it felt, in [-1, 1]. */
  readonly valence: number;
  /** Who said it; left out for what the agent did, saw or concluded itself. */
  readonly from?: string;
  /** The post in which it was said. */
  readonly post?: string;
  readonly topic?: string;
  /** Ids of memories that belong to it, the strongest first. */
  readonly links?: readonly number[];
}

export interface Memories {
  /** Who the agent is; never forgotten. */
  readonly core: readonly string[];
  /** In the order of time, the latest last. */
  readonly items: readonly Memory[];
  readonly nextId: number;
  /** Importance that has come together since the last reflection. */
  readonly unreflected: number;
}
