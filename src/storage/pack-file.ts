// A file of lines, compressed, whose last line proves that all of it is there and as it was written.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream";
import { pipeline as finished } from "node:stream/promises";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import { EngineError, messageOf } from "../core/error.ts";

/** Longer lines are not read, in UTF-16 code units. */
const MAX_LINE = 268_435_456;
/** Lines go through the compressor in pieces of about this many UTF-16 code units. */
const PIECE = 262_144;
const PACKING = {
  params: { [constants.ZSTD_c_compressionLevel]: 6, [constants.ZSTD_c_checksumFlag]: 1 },
};

const WAY_OUT = 'name a file that "puppet pack" wrote, or get it once more';
const endLine = (sha256: string): string => JSON.stringify({ kind: "end", sha256 });
const END = /^\{"kind":"end"/;

/** PACK_INVALID. @param problem what is wrong, and in which line where that is known */
export const packInvalid = (file: string, problem: string, cause?: unknown): EngineError =>
  new EngineError("PACK_INVALID", `${file} ${problem}; ${WAY_OUT}`, { cause });

/**
 * Writes a file; until it is whole it is called `FILE.part`, and what was not finished is taken away again.
 * @param lines each without its end
 * @returns false when the signal came
 * @throws EngineError PACK_UNWRITABLE, and whatever `lines` throws
 */
export async function writePackFile(
  file: string,
  lines: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<boolean> {
  const part = `${file}.part`;
  try {
    const packing = createZstdCompress(PACKING);
    await finished(sealed(lines), packing, createWriteStream(part), { signal });
    await rename(part, file);
    return true;
  } catch (thrown) {
    await rm(part, { force: true });
    if (signal.aborted) return false;
    throw packUnwritable(file, thrown);
  }
}

/** PACK_UNWRITABLE for what the file system throws, and else what was thrown. */
export function packUnwritable(place: string, thrown: unknown): unknown {
  if (!(thrown instanceof Error && "syscall" in thrown)) return thrown;
  const problem = `"${place}" cannot be written: ${thrown.message}`;
  return new EngineError("PACK_UNWRITABLE", `${problem}; name another --out`, { cause: thrown });
}

async function* sealed(lines: AsyncIterable<string>): AsyncIterable<string> {
  const sum = createHash("sha256");
  let piece = "";
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    sum.update(piece);
    yield piece;
    piece = "";
  }
  sum.update(piece);
  yield `${piece}${endLine(sum.digest("hex"))}\n`;
}

/**
 * The lines of a file but the last, which is held against them; only when all were read is it sure that they are whole.
 * @throws EngineError PACK_INVALID
 */
export async function* readPackFile(file: string): AsyncIterable<string> {
  const sum = createHash("sha256");
  let end: string | undefined;
  for await (const line of linesIn(file)) {
    if (end !== undefined) throw packInvalid(file, "goes on behind its end");
    if (END.test(line)) end = line;
    else {
      sum.update(`${line}\n`);
      yield line;
    }
  }
  if (end === undefined) throw packInvalid(file, "is cut off");
  if (end !== endLine(sum.digest("hex"))) throw packInvalid(file, "is not what was written");
}

async function* linesIn(file: string): AsyncIterable<string> {
  let rest = "";
  for await (const piece of textIn(file)) {
    const end = piece.lastIndexOf("\n");
    if (end < 0) rest += piece;
    else {
      yield* `${rest}${piece.slice(0, end)}`.split("\n");
      rest = piece.slice(end + 1);
    }
    if (rest.length > MAX_LINE) throw packInvalid(file, "has a line without end");
  }
  if (rest !== "") throw packInvalid(file, "is cut off");
}

async function* textIn(file: string): AsyncIterable<string> {
  const unpacked = createZstdDecompress().setEncoding("utf8");
  // What goes wrong in the file is thrown where the text is read.
  pipeline(createReadStream(file), unpacked, () => undefined);
  try {
    yield* unpacked;
  } catch (thrown) {
    throw packInvalid(file, reasonOf(thrown), thrown);
  }
}

function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (code === "Z_BUF_ERROR") return "is cut off";
  return code.startsWith("Z") ? "is no pack, or is damaged" : messageOf(thrown);
}
