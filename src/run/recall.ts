// What an agent remembered when it asked for something, and which entries had told it: the causes that no chain of
// entries shows, since they went through its context.
import type { Entry } from "../core/event.ts";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { entriesOf, type Past } from "./past.ts";

/** Shorter texts, such as the name of a topic, agree by accident. Headlines, posts and their ids are longer. */
const MIN_LENGTH = 12;

/** A step of an agent in which it asked for something. */
interface Asking {
  readonly entry: Entry;
  /** Before the step. */
  readonly context: unknown;
  /** What the agent was cast with: it knows that from nobody. */
  readonly input: unknown;
}

/** An earlier entry that told an agent something. */
export interface Recalled {
  readonly entry: Entry;
  /** What of it is asked about: texts, headlines, ids of posts. */
  readonly texts: readonly string[];
}

/**
 * Earlier entries for the same agent whose texts it remembered and now repeats in a request, the latest first; of
 * several with the same text the latest.
 */
export async function recalledBy(
  past: Past,
  { entry, context, input }: Asking,
): Promise<readonly Recalled[]> {
  const recalled: Recalled[] = [];
  let sought = textsAsked(entry)
    .intersection(textsIn(context))
    .difference(textsIn([input, entry.event]));
  for (let to = entry.seq, from = to; to > 0 && sought.size > 0; to = from) {
    from = to - 1 - ((to - 1) % BLOCK_SIZE);
    const entries = await entriesOf(past, from, to);
    for (const told of entries.filter((earlier) => earlier.to === entry.to).reverse()) {
      const texts = sought.intersection(textsIn(told.event));
      if (texts.size > 0) recalled.push({ entry: told, texts: [...texts] });
      sought = sought.difference(texts);
    }
  }
  return recalled;
}

/** Whether the same agent asks in a later entry about what this one told it. */
export const isRecalledIn = ({ to, event }: Entry, later: Entry): boolean =>
  later.to === to && !textsAsked(later).isDisjointFrom(textsIn(event));

const textsAsked = ({ requests }: Entry): Set<string> =>
  textsIn(requests.map(({ input }) => input));

function textsIn(value: unknown): Set<string> {
  const texts = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part === "string" && part.length >= MIN_LENGTH) texts.add(part);
    if (typeof part === "object" && part !== null) Object.values(part).forEach(collect);
  };
  collect(value);
  return texts;
}
