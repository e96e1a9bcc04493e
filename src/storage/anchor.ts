// The anchor: a small text beside the disk that knows how far each run has come. LevelDB opens without a word when the
// end of its log is lost; held against the anchor, the loss is seen.
import { hash } from "node:crypto";
import { z } from "zod";
import { EngineError } from "../core/error.ts";
import { damaged } from "./failure.ts";

/** The version of everything that is stored. */
export const FORMAT = 1;

/** What is known of a run: the number of its last commit, and the checksum of its record. */
const Known = z.object({ commit: z.int().min(1), sum: z.string() });
export type Known = z.infer<typeof Known>;

/** What is known, by run. */
export type Anchor = ReadonlyMap<string, Known>;

const Format = z.looseObject({ format: z.int() });
const Body = z.object({ runs: z.record(z.string(), Known) });

/** In every version the last field is the checksum of the text before it. */
const seal = (body: string): string =>
  `${body.slice(0, -1)},"sum":"${hash("sha256", body, "hex")}"}\n`;

export const anchorText = (anchor: Anchor): string =>
  seal(JSON.stringify({ format: FORMAT, runs: Object.fromEntries(anchor) }));

/** @throws EngineError STORE_DAMAGED, STORE_NEWER */
export function parseAnchor(place: string, text: string): Anchor {
  const body = `${text.slice(0, text.lastIndexOf(',"sum":"'))}}`;
  if (text !== seal(body)) throw damaged(place, "holds damage in its anchor");
  const value: unknown = JSON.parse(body);
  checkFormat(place, Format.parse(value).format);
  return new Map(Object.entries(Body.parse(value).runs));
}

/** @throws EngineError STORE_NEWER */
export function checkFormat(place: string, format: number): void {
  if (format <= FORMAT) return;
  const problem = `${place} has version ${format}, and this puppet-engine reads ${FORMAT}`;
  throw new EngineError("STORE_NEWER", `${problem}; install a newer puppet-engine`);
}

/**
 * Holds what is stored against the anchor, which is written after it: at most one run may be one commit further, or
 * just removed, because everything ended between the two.
 * @param removed checksums of the records of removed runs
 * @returns whether the anchor is behind
 * @throws EngineError STORE_DAMAGED
 */
export function isBehind(
  place: string,
  { anchor, stored, removed }: { anchor: Anchor; stored: Anchor; removed: ReadonlySet<string> },
): boolean {
  const runs = [...new Set([...anchor.keys(), ...stored.keys()])];
  const moved = runs.filter((run) => anchor.get(run)?.sum !== stored.get(run)?.sum);
  for (const run of moved) {
    const [known, found] = [anchor.get(run), stored.get(run)];
    if (found === undefined && removed.has(known?.sum ?? "")) continue;
    const missing = (known?.commit ?? 0) - (found?.commit ?? 0);
    if (missing !== -1) throw damaged(place, gapOf(run, missing, found?.commit));
  }
  if (moved.length > 1) throw damaged(place, `is ahead of its anchor in ${moved.join(", ")}`);
  return moved.length === 1;
}

function gapOf(run: string, missing: number, found = 0): string {
  if (missing === 0) return `has another commit ${found} of "${run}" than the anchor knows`;
  if (missing < 0) return `has ${-missing} commits of "${run}" that the anchor does not know`;
  const commits = missing === 1 ? "the last commit" : `the last ${missing} commits`;
  return `has lost ${found === 0 ? "all" : commits} of "${run}"`;
}
