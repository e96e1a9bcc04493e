// What may happen by itself in a scenario: news, moods and prompts to talk, each with a switch and a pause of its own.
import { z } from "zod";
import { hours, MAX_AT } from "../time.ts";
import { NEWS_TOPICS, TALK_TOPICS } from "./happening-texts.ts";

/** What happens by itself, in the pauses of Puppet Engine v1. Everything is off unless it is switched on. */
export interface Happenings {
  /** News about one of the topics, told as all news is; every 6 hours. */
  readonly news?: boolean | { readonly every?: number; readonly topics?: readonly string[] };
  /**
   * One of five moods comes over an agent, over each by itself; every 4 hours and up to a quarter more, which is drawn
   * once for each agent.
   */
  readonly moods?: boolean | { readonly every?: number };
  /** One to three agents are prompted to talk to another; every 8 hours. */
  readonly interactions?:
    | boolean
    | { readonly every?: number; readonly topics?: readonly string[] };
}

const pause = (usual: number) => z.int().min(1).max(MAX_AT).default(usual);
const topics = (usual: readonly string[]) =>
  z.array(z.string().min(1)).min(1).readonly().default(usual);

/** `true` means the usual settings, `false` none. */
const switched = <Settings extends z.ZodType>(settings: Settings) =>
  z.preprocess(
    (value) => (value === true ? {} : value === false ? undefined : value),
    settings.optional(),
  );

/** Which happenings are on, and their settings in full. */
export const Occasions = z.strictObject({
  news: switched(z.strictObject({ every: pause(hours(6)), topics: topics(NEWS_TOPICS) })),
  moods: switched(z.strictObject({ every: pause(hours(4)) })),
  interactions: switched(z.strictObject({ every: pause(hours(8)), topics: topics(TALK_TOPICS) })),
});
export type Occasions = z.output<typeof Occasions>;
