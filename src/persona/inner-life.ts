// What moves a persona: temperament, goals, and what it remembers from before the run. Part of its file.
import { z } from "zod";

const unit = z.number().min(0).max(1);
const signed = z.number().min(-1).max(1);

export const Temperament = z.looseObject({
  /** Where the mood goes when nothing happens. */
  baseline: z
    .looseObject({
      valence: signed.default(0),
      arousal: unit.default(0.3),
      dominance: unit.default(0.5),
    })
    .prefault({}),
  /** Half of a mood is gone after so many hours. */
  halfLifeHours: z.number().gt(0).default(6),
  /** Multiplies every shift of the mood. */
  reactivity: z.number().min(0).max(5).default(1),
  /** How far the mood of what is read carries over, for a text of somebody fully liked. */
  contagion: unit.default(0.1),
});

/** A text alone is a goal without a topic of its own. */
export const Goal = z.union([
  z.string().min(1),
  z.looseObject({ text: z.string().min(1), topic: z.string().optional() }),
]);

const Relationship = z.looseObject({
  /** Dislike to affection. */
  sentiment: signed.default(0),
  familiarity: unit.default(0.1),
  trust: unit.default(0),
  notes: z.array(z.string()).default([]),
  sharedExperiences: z.array(z.string()).default([]),
});

/** Something that happened before the run; a text alone has an importance of 0.7. */
const RecentEvent = z.union([
  z.string().min(1),
  z.looseObject({ content: z.string().min(1), importance: unit.default(0.7) }),
]);

export const InitialMemory = z.looseObject({
  coreMemories: z.array(z.string()).default([]),
  recentEvents: z.array(RecentEvent).default([]),
  relationships: z.record(z.string(), Relationship).default({}),
  /** Own texts from before the run, the newest first. */
  recentPosts: z.array(z.string()).default([]),
  /** What it learnt before the run. */
  memories: z
    .array(
      z.looseObject({
        content: z.string().min(1),
        kind: z.enum(["interaction", "event", "general"]).default("general"),
        importance: unit.default(0.5),
        valence: signed.default(0),
        from: z.string().optional(),
      }),
    )
    .default([]),
});
