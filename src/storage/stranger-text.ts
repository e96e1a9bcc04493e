// A text of a stranger: kept apart from the journal that it came in, so that it can go.
import { z } from "zod";

export const StrangerText = z.object({
  /** SHA-256 of the text as JSON, 64 hex digits; the journal has it in place of the text. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Undefined when it was erased. */
  text: z.string().optional(),
  /** Seq of the entry that brought it; undefined while that waits in the queue. */
  seq: z.int().min(0).optional(),
});
export type StrangerText = z.infer<typeof StrangerText>;

/** A store that keeps them. */
export interface StrangerStore {
  /** What strangers said in a run itself; its parents have what was said before. */
  readonly strangers: (id: string) => Promise<readonly StrangerText[]>;
  /**
   * Erases texts in all runs, and from the medium. They stay erased: also when they are said again.
   * @param hashes of texts; others are passed over
   */
  readonly forget: (hashes: ReadonlySet<string>) => Promise<void>;
}
