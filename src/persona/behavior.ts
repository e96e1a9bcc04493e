// How a persona behaves: how often it posts, when it is awake, how it takes to others. Part of its file.
import { z } from "zod";

const unit = z.number().min(0).max(1);
const hour = z.number().min(0).max(24);

const PostFrequency = z
  .looseObject({
    minHoursBetweenPosts: z.number().min(0).default(3),
    maxHoursBetweenPosts: z.number().gt(0).default(12),
    /** Local hours, 0 to 23, in which the agent posts more. */
    peakPostingHours: z.array(z.number().int().min(0).max(23)).default([]),
  })
  .refine((it) => it.minHoursBetweenPosts <= it.maxHoursBetweenPosts, {
    message: "minHoursBetweenPosts is above maxHoursBetweenPosts",
  });

const InteractionPatterns = z.looseObject({
  replyProbability: unit.default(0.5),
  quoteProbability: unit.default(0.1),
  repostProbability: unit.default(0.1),
  likeProbability: unit.default(0.7),
});

const ContentPreferences = z.looseObject({
  /** Posts of one thread, at most. */
  maxThreadLength: z.number().int().min(1).max(25).default(3),
  /** Share of the own posts that become a thread. */
  threadProbability: unit.default(0.08),
  /** Characters that a post has about. */
  typicalPostLength: z.number().int().min(1).max(280).default(240),
  /** Weighted characters that a post has at most. */
  maxPostLength: z.number().int().min(20).max(280).default(280),
  linkSharingFrequency: unit.default(0.2),
});

/** Bounds on exchanges, so that two agents never talk for ever. */
const Conversation = z.looseObject({
  /** Own replies in one conversation. */
  repliesPerThread: z.number().int().min(0).max(50).default(3),
  /** Own replies to one other within `pairHours`; then it cools down towards that one. */
  repliesPerPair: z.number().int().min(1).max(500).default(8),
  pairHours: z.number().gt(0).max(720).default(6),
});

/** How long a call waits before it is looked at: log-normal, so that a few answers come very late. */
const ReactionDelay = z.looseObject({
  medianSeconds: z.number().min(0).max(86_400).default(20),
  /** Standard deviation of the logarithm; 0: always the median. */
  sigma: z.number().min(0).max(3).default(0.8),
});

export const Behavior = z.looseObject({
  postFrequency: PostFrequency.prefault({}),
  /** Local hours between which the agent is awake; `wake` after `sleep` is a night worker. */
  activityHours: z.looseObject({ wake: hour.default(7), sleep: hour.default(23) }).prefault({}),
  /** Minutes east of UTC. */
  utcOffsetMinutes: z.number().int().min(-840).max(840).default(0),
  interactionPatterns: InteractionPatterns.prefault({}),
  contentPreferences: ContentPreferences.prefault({}),
  conversation: Conversation.prefault({}),
  reactionDelay: ReactionDelay.prefault({}),
});
