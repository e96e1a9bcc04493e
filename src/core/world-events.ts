// What the world tells agents: the events that a machine for this world may expect.
import type { Stamp } from "./event.ts";

/** Somebody called the agent: by name, with an answer to one of its posts, or by quoting one. */
export interface Mentioned extends Stamp {
  readonly type: "mentioned";
  /** Id of the caller. */
  readonly from: string;
  /** Id of the post in which it happened. */
  readonly post: string;
  readonly text: string;
  /** Id of the first post of the conversation. */
  readonly thread: string;
  readonly as: "post" | "reply" | "quote";
  readonly topic?: string;
}

/** Somebody liked or reposted a post of the agent. */
export interface Reacted extends Stamp {
  readonly type: "liked" | "reposted";
  readonly from: string;
  readonly post: string;
}

/** News that reached the agent. */
export interface NewsHeard extends Stamp {
  readonly type: "news";
  readonly topic: string;
  readonly headline: string;
  readonly description?: string;
  /** How it moves the agent, each in [-1, 1]. */
  readonly mood?: {
    readonly valence: number;
    readonly arousal: number;
    readonly dominance: number;
  };
}

/** Something that moves an agent's mood, such as a random event. */
export interface MoodShifted extends Stamp {
  readonly type: "mood-shifted";
  readonly name: string;
  readonly description?: string;
  /** Each in [-1, 1]. */
  readonly mood: {
    readonly valence: number;
    readonly arousal: number;
    readonly dominance: number;
  };
}

/** A reason to talk to somebody; told to the one who is to begin, and to nobody else. */
export interface InteractionPrompted extends Stamp {
  readonly type: "interaction-prompted";
  /** The reason, in a sentence. */
  readonly description: string;
  /** Id of the agent that is told. */
  readonly initiator: string;
  /** Id of whom to talk to. */
  readonly target: string;
  readonly topic: string;
}

/** Somebody outside wants a post of the agent. */
export interface PostRequested extends Stamp {
  readonly type: "post-requested";
  /** What about; the agent's own choice when left out. */
  readonly topic?: string;
  /** How many posts in a thread, from 1; one when left out. */
  readonly threadLength?: number;
  /** Whether the agent's least pause between two posts may be broken. */
  readonly force?: boolean;
}

/** Somebody outside wants an answer of the agent to a post. */
export interface ReplyRequested extends Stamp {
  readonly type: "reply-requested";
  /** Id of the post. */
  readonly post: string;
  /** The answer; the agent's own words when left out. */
  readonly text?: string;
}

/** The agent is another persona from now on, as a scenario or a fork says. */
export interface PersonaChanged<Persona = unknown> extends Stamp {
  readonly type: "persona-changed";
  /** What it is cast with now. The function that makes the machine's context was tried with it beforehand. */
  readonly persona: Persona;
}

/** The account of the agent is shut out of the network, or let in again. */
export interface StandingChanged extends Stamp {
  readonly type: "suspended" | "reinstated";
}

/** All that the world and a scenario may tell a persona. */
export type PersonaEvent =
  | Mentioned
  | Reacted
  | NewsHeard
  | MoodShifted
  | InteractionPrompted
  | PostRequested
  | ReplyRequested
  | PersonaChanged
  | StandingChanged;
