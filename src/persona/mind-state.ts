// What a persona has in mind: the context of the machine `persona`.
import type { Brief } from "./brief.ts";
import { firstGoals, type Goal } from "./goals.ts";
import { firstMemories, type Memories } from "./memory.ts";
import type { Feeling, Mood } from "./mood.ts";
import { type Nature, natureOf } from "./nature.ts";
import { type Persona, readPersona } from "./persona.ts";
import { firstRelationships, type Relationships } from "./relationship.ts";
import type { Trade } from "./trade.ts";

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
  /** A call waits until this instant: nobody answers at once. */
  readonly dueAt?: number;
  /** Whether somebody insists on an answer: no chance is taken. */
  readonly isOrdered?: boolean;
  /** The answer, where somebody else has worded it. */
  readonly answer?: string;
}

/** What the agent is about to write. */
export interface Assignment {
  readonly task: Brief["task"];
  readonly topic?: string | undefined;
  readonly news?: string | undefined;
  readonly about?: Item | undefined;
  /** task "thread": how many posts. */
  readonly posts?: number | undefined;
  /** What led to the item that is answered, the oldest first. */
  readonly conversation?: Brief["conversation"];
  /** Whom the text calls by name, besides those that it answers. */
  readonly calls?: string | undefined;
}

/** A post that was asked for from outside. */
export interface Order {
  readonly topic?: string | undefined;
  readonly posts: number;
  readonly calls?: string | undefined;
}

/** Somebody to look up and to say something to, or a post to answer. */
export type Visit =
  | { readonly to: string; readonly topic: string }
  | { readonly post: string; readonly answer?: string };

/** Own replies to one other, since an instant. */
export interface Exchange {
  readonly since: number;
  readonly answers: number;
}

export interface Mind {
  readonly nature: Nature;
  readonly startAt: number;
  readonly mood: Mood;
  readonly feeling: Feeling;
  /** Instant of the last change of mood: since then it decays. */
  readonly feltAt: number;
  readonly relationships: Relationships;
  readonly memories: Memories;
  readonly goals: readonly Goal[];
  /** Instants, in virtual milliseconds. */
  readonly nextPostAt: number;
  /** Of the last post of one's own accord; null before the first. */
  readonly lastPostAt: number | null;
  readonly nextReadAt: number;
  readonly bedtimeAt: number;
  readonly wakeUpAt: number;
  readonly retryAt: number;
  /** Waiting to be looked at, calls first. */
  readonly inbox: readonly Item[];
  readonly current: Item | null;
  readonly assignment: Assignment | null;
  /** The texts to be sent, the next one first; more than one for a thread. */
  readonly draft: readonly string[];
  /** Ids of the posts of this draft that were sent. */
  readonly sent: readonly string[];
  /** Failed attempts at sending the draft. */
  readonly tries: number;
  readonly news: readonly { readonly topic: string; readonly headline: string }[];
  /** Topics of others' posts, the latest last: people take up what they read. */
  readonly heard: readonly string[];
  /** Beginnings of own texts, and what own texts were about, the newest first. */
  readonly recentPosts: readonly string[];
  readonly recentTopics: readonly string[];
  readonly orders: readonly Order[];
  readonly visits: readonly Visit[];
  /** Own replies, by conversation: nobody talks for ever. */
  readonly answers: Readonly<Record<string, number>>;
  /** By the other's id. */
  readonly exchanges: Readonly<Record<string, Exchange>>;
  /** What was written in the present window of 24 hours. */
  readonly quota: { readonly since: number; readonly posts: number; readonly replies: number };
  /** Of a trader: its rules and where it stands. */
  readonly trade?: Trade;
}

/** What an event changes. */
export type Change = Partial<Mind>;

/** Before anything has happened. @throws EngineError PERSONA_INVALID */
export function firstMind(input: unknown): Mind {
  return mindOf(readPersona(input));
}

function mindOf(persona: Persona): Mind {
  const nature = natureOf(persona);
  const { recentPosts } = persona.initialMemory;
  return {
    nature,
    startAt: 0,
    mood: nature.baseline,
    feeling: "neutral",
    feltAt: 0,
    relationships: firstRelationships(persona),
    memories: firstMemories(persona),
    goals: firstGoals(persona),
    nextPostAt: 0,
    lastPostAt: null,
    nextReadAt: 0,
    bedtimeAt: 0,
    wakeUpAt: 0,
    retryAt: 0,
    inbox: [],
    current: null,
    assignment: null,
    draft: [],
    sent: [],
    tries: 0,
    news: [],
    heard: [],
    recentPosts: recentPosts
      .slice(0, MAX_RECENT_POSTS)
      .map((text) => text.slice(0, MAX_RECENT_TEXT)),
    recentTopics: [],
    orders: [],
    visits: [],
    answers: {},
    exchanges: {},
    quota: { since: 0, posts: 0, replies: 0 },
  };
}

/** Own texts that are kept in mind, and characters of each: enough not to say the same again. */
export const MAX_RECENT_POSTS = 5;
export const MAX_RECENT_TEXT = 100;
