// How a mood sounds: the frames that the same thought is put into.

export type Shape = "tale" | "claim" | "event" | "deed" | "thing" | "question";

/** The voice of one mood. Frames may hold the slots named here; choices are in `[a|b]`. */
export interface Register {
  /** What one writes in this mood, the likelier the more often it is listed. */
  readonly shapes: readonly Shape[];
  /** What kinds of happening one reports. */
  readonly events: readonly ("joys" | "woes" | "fears")[];
  /** Around an opinion or observation: `{x}`. */
  readonly claimFrames: readonly string[];
  /** Around a happening: `{x}`. */
  readonly eventFrames: readonly string[];
  /** Around a deed: `{do}`, `{did}`, `{doing}`. */
  readonly deedFrames: readonly string[];
  /** Around a thing with its article: `{thing}`; verbs in the past, since some things are plural. */
  readonly thingFrames: readonly string[];
  /** Around a question without its mark: `{x}`. */
  readonly questionFrames: readonly string[];
  /** Finished sentences that can follow anything. */
  readonly tails: readonly string[];
  /** Reactions to a headline: `{n}` is one noun of it. */
  readonly newsFrames: readonly string[];
  /** Finished sentences that can end an answer to somebody. */
  readonly answerTails: readonly string[];
  readonly emoji: readonly string[];
}
