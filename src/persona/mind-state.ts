// What a persona has in mind: the context of the machine `persona`.
import type { Feeling, Mood } from "./mood.ts";
import { type Nature, natureOf } from "./nature.ts";
import { readPersona } from "./persona.ts";
import { firstRelationships, type Relationships } from "./relationship.ts";

/** Something to look at: a post of the feed, or one that called the agent. */
export interface Item {
  /** Its id; a call from outside the world has none, and is answered in a post of one's own. */
  readonly post?: string | undefined;
  readonly from: string;
  readonly text: string;
  readonly thread: string;
  readonly topic?: string | undefined;
  /** Whether it called the agent. */
  readonly isCall: boolean;
}

/** What the agent is about to write. */
export interface Assignment {
  readonly task: "post" | "reply" | "quote";
  readonly topic?: string | undefined;
  readonly news?: string | undefined;
  readonly about?: Item | undefined;
}

export interface Mind {
  readonly nature: Nature;
  readonly startAt: number;
  readonly mood: Mood;
  readonly feeling: Feeling;
  /** Instant of the last change of mood: since then it decays. */
  readonly feltAt: number;
  readonly relationships: Relationships;
  /** Instants, in virtual milliseconds. */
  readonly nextPostAt: number;
  readonly nextReadAt: number;
  readonly bedtimeAt: number;
  readonly wakeUpAt: number;
  readonly retryAt: number;
  /** Waiting to be looked at, calls first. */
  readonly inbox: readonly Item[];
  readonly current: Item | null;
  readonly assignment: Assignment | null;
  readonly draft: string;
  readonly news: readonly { readonly topic: string; readonly headline: string }[];
  /** Topics of others' posts, the latest last: people take up what they read. */
  readonly heard: readonly string[];
  /** Own replies, by conversation: nobody talks for ever. */
  readonly answers: Readonly<Record<string, number>>;
  /** Failed attempts at sending the draft. */
  readonly tries: number;
}

/** Before anything has happened. @throws EngineError PERSONA_INVALID */
export function firstMind(input: unknown): Mind {
  const persona = readPersona(input);
  const nature = natureOf(persona);
  return {
    nature,
    startAt: 0,
    mood: nature.baseline,
    feeling: "neutral",
    feltAt: 0,
    relationships: firstRelationships(persona),
    nextPostAt: 0,
    nextReadAt: 0,
    bedtimeAt: 0,
    wakeUpAt: 0,
    retryAt: 0,
    inbox: [],
    current: null,
    assignment: null,
    draft: "",
    news: [],
    heard: [],
    answers: {},
    tries: 0,
  };
}
