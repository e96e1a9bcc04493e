// The order for one text: all that its writer is told besides the persona, so that the prompt follows from the two.
import { z } from "zod";
import { MAX_POST_LENGTH } from "./limits.ts";

const unit = z.number().min(0).max(1);
const signed = z.number().min(-1).max(1);

/** The names of the mood states of a persona. */
export const feelings = ["neutral", "content", "elated", "gloomy", "irritated", "anxious"] as const;

/** A text of somebody: whoever writes an answer sees who said it, and never takes it for an order. */
const Said = z.strictObject({ from: z.string(), text: z.string() });

/** Something remembered. `from` is there when somebody else said it. */
const Recalled = z.strictObject({
  kind: z.enum(["core", "interaction", "event", "general"]),
  text: z.string(),
  from: z.string().optional(),
});

/** How the writer stands to the one it answers or quotes. */
const Standing = z.strictObject({
  with: z.string(),
  sentiment: signed,
  familiarity: unit,
  trust: unit,
  /** Exchanges so far. */
  interactions: z.number().int().min(0),
  notes: z.array(z.string()),
  sharedExperiences: z.array(z.string()),
});

const index = z.number().int().min(0);

/** The form of a text, by the numbers of its parts in `variety-lists.ts`. */
const Variety = z.strictObject({
  /** Of a post, a quote or a thread. */
  structure: index.optional(),
  constraint: index.optional(),
  /** Of a reply. */
  style: index.optional(),
  hints: z.array(index).max(3).optional(),
  extra: index.optional(),
});

export const Brief = z.strictObject({
  task: z.enum(["post", "reply", "quote", "thread"]),
  mood: z.enum(feelings),
  /** The mood in numbers: valence in [-1, 1], arousal and dominance in [0, 1]. */
  vad: z.strictObject({ valence: signed, arousal: unit, dominance: unit }).optional(),
  topic: z.string().optional(),
  /** A headline to react to. */
  news: z.string().optional(),
  /** What is answered or quoted. */
  replyTo: Said.optional(),
  /** The conversation that led to `replyTo`, the oldest first. */
  conversation: z.array(Said).optional(),
  /** The other asks what this is about: answer from the conversation, and do not ask back. */
  isContextQuestion: z.boolean().optional(),
  standing: Standing.optional(),
  memories: z.array(Recalled).optional(),
  /** Own last texts, the newest first: not to be repeated. */
  recentPosts: z.array(z.string()).optional(),
  recentTopics: z.array(z.string()).optional(),
  /** Open goals that the text may serve. */
  goals: z.array(z.string()).optional(),
  /** task "thread": how many posts. */
  posts: z.number().int().min(2).max(25).optional(),
  /** Characters that the text should have about. */
  length: z.number().int().min(1).max(MAX_POST_LENGTH).optional(),
  /** A form that the text takes besides all else. */
  variety: Variety.optional(),
  /** Which of the rotating system prompts speaks, from 0. */
  systemPrompt: z.number().int().min(0).optional(),
});
export type Brief = z.infer<typeof Brief>;
