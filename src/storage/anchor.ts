// What was acknowledged, told beside the database: a chain of hashes alone cannot see that its tail is gone.
//
// Written after every batch and before it is acknowledged, in two copies by turns, so that one of them may break:
// the database is then at most two commits ahead of the other.
import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { EngineError } from "../core/error.ts";
import { codeOf, writeDurably } from "./files.ts";
import { FORMAT } from "./records.ts";

/** How far a run had come when it was acknowledged. */
export interface Anchored {
  readonly seq: number;
  readonly digest: string;
  /** Commits of this run. */
  readonly commits: number;
  /** Of its head. */
  readonly mark: string;
}

export interface Anchor {
  readonly store: string;
  readonly epoch: number;
  /** Commits of the store. */
  readonly commit: number;
  readonly runs: ReadonlyMap<string, Anchored>;
}

/** How many commits the database may be ahead of an anchor: one not acknowledged, one whose copy is broken. */
export const MAX_AHEAD = 2;

export const ANCHOR_FILES = ["anchor-0", "anchor-1"] as const;
const fileOf = (commit: number): string => ANCHOR_FILES[commit % 2] ?? ANCHOR_FILES[0];
const TITLE = "puppet-engine store, format ";

const runSchema = z.tuple([z.int(), z.string(), z.int(), z.string()]);
const schema = z.object({
  store: z.string(),
  epoch: z.int(),
  commit: z.int(),
  runs: z.array(z.tuple([z.string(), runSchema])),
});

export async function writeAnchor(folder: string, anchor: Anchor): Promise<void> {
  const { store, epoch, commit, runs } = anchor;
  const listed = [...runs].map(([id, { seq, digest, commits, mark }]) => {
    return [id, [seq, digest, commits, mark]] as const;
  });
  const body = JSON.stringify({ store, epoch, commit, runs: listed } satisfies z.input<
    typeof schema
  >);
  const text = `${TITLE}${FORMAT}\n${body}\n${hash("sha256", body, "hex")}\n`;
  await writeDurably(join(folder, fileOf(commit)), text);
}

/**
 * @returns the newer of the copies that are whole; undefined when none is
 * @throws EngineError STORE_NEWER
 */
export async function readAnchor(folder: string, place: string): Promise<Anchor | undefined> {
  const texts = await Promise.all(ANCHOR_FILES.map((name) => textAt(join(folder, name))));
  const whole = texts.flatMap((text) => anchorOf(text) ?? []);
  const newest = whole.sort((a, b) => b.commit - a.commit)[0];
  const formats = texts.map((text) =>
    Number(text.match(/^puppet-engine store, format (\d+)\n/)?.[1]),
  );
  const newer = formats.find((format) => format > FORMAT);
  if (newest === undefined && newer !== undefined) throw newerStore(place, newer);
  return newest;
}

export const newerStore = (place: string, format: number): EngineError =>
  new EngineError(
    "STORE_NEWER",
    `store "${place}" has format ${format}, and this engine knows up to ${FORMAT}; install a newer puppet-engine`,
  );

async function textAt(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return "";
    throw thrown;
  }
}

function anchorOf(text: string): Anchor | undefined {
  const [title, body = "", sum, end] = text.split("\n");
  const isWhole =
    title === `${TITLE}${FORMAT}` && sum === hash("sha256", body, "hex") && end === "";
  if (!isWhole) return undefined;
  const { runs, ...rest } = schema.parse(JSON.parse(body));
  const listed = runs.map(([id, [seq, digest, commits, mark]]) => {
    return [id, { seq, digest, commits, mark }] as const;
  });
  return { ...rest, runs: new Map(listed) };
}
