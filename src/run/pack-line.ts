// The lines of a pack: a run as one file, with all that it takes to play it again somewhere else.
import { z } from "zod";
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { isRunId } from "../storage/keys.ts";
import { RunRecord } from "../storage/store.ts";
import { StrangerText } from "../storage/stranger-text.ts";

export const FORMAT = "puppet-pack";
/** A pack of a later version is refused. */
export const PACK_VERSION = 1;

/** What every version begins with. */
export const PackFormat = z.object({ format: z.literal(FORMAT), version: z.int().min(1) });

const Count = z.int().min(0);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const RunId = z.string().regex(/^\w/).refine(isRunId, "no id of a run");

/** No name of a file that means another one somewhere, or something else than a file. */
const SAFE_NAME = /^[^/\\:*?"<>|\p{Cc}]{0,199}[^/\\:*?"<>|\p{Cc} .]$/u;
const MAX_PATH = 1000;
/** Whether a source may have this path: relative, with slashes, downwards only. */
export const isSafePath = (path: string): boolean =>
  path.length <= MAX_PATH && path.split("/").every((name) => SAFE_NAME.test(name));
const SourcePath = z.string().refine(isSafePath, "a path that may lead out of the folder");

/** Lines of a journal stand in a pack as the JSON that they are. */
const Lines = z
  .array(z.array(z.unknown()))
  .max(BLOCK_SIZE)
  .transform((lines) => lines.map((line) => JSON.stringify(line)));
const RecordText = z.unknown().transform((record) => JSON.stringify(record));

/** First a header, then sources, then run by run, parents first: `run`, its blocks and snapshots by seq, `tail`. */
export const PackLine = z.discriminatedUnion("kind", [
  z.object({
    ...PackFormat.shape,
    kind: z.literal("header"),
    run: RunId,
    /** Version of the engine that wrote the pack. */
    engine: z.string(),
    /** Which of the sources is the scenario. */
    scenario: SourcePath,
  }),
  /** A file; what is no text is base64. */
  z.object({
    kind: z.literal("source"),
    path: SourcePath,
    encoding: z.enum(["utf8", "base64"]),
    content: z.string(),
  }),
  z.object({
    kind: z.literal("run"),
    manifest: RunRecord.shape.manifest.extend({ run: RunId }),
    head: RunRecord.shape.head,
  }),
  /** What a stranger said; behind the run that it was said in. */
  z.object({ kind: z.literal("stranger"), ...StrangerText.shape }),
  z.object({
    kind: z.literal("block"),
    number: Count,
    at: Count,
    before: Hash,
    after: Hash,
    states: Hash,
    lines: Lines,
  }),
  /** A whole state, with the open digest; its tables follow. */
  z.object({
    kind: z.literal("snapshot"),
    seq: Count,
    at: Count,
    chain: Hash,
    changed: z.array(Count),
    lines: Lines,
  }),
  /** Records of a snapshot; of a long table one line has a part. */
  z.object({
    kind: z.literal("table"),
    table: z.string(),
    put: z.array(z.tuple([z.string(), RecordText])),
  }),
  /** The entries behind the last block, and the end of a run. */
  z.object({ kind: z.literal("tail"), lines: Lines }),
]);
export type PackLine = z.infer<typeof PackLine>;

/** The line of a kind. */
export type PackLineOf<Kind extends PackLine["kind"]> = Extract<PackLine, { readonly kind: Kind }>;
