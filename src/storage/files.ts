// Files that survive the loss of power: written beside, synced, renamed into place, the folder synced.
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { EngineError, type ErrorCode, messageOf } from "../core/error.ts";

/** The code of what the file system threw, such as ENOENT; empty for anything else. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";

/** Replaces a file as a whole: whoever reads it sees the old text or the new one. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** Makes what was created, renamed or removed in a folder last. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What the file system says when there is no room or no right to write. */
const CANNOT_WRITE = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EFBIG", "EIO"]);

/**
 * Tells what was thrown while a store was used as an error of the user's surroundings.
 * @returns what was thrown, when it is none
 */
export function asStoreError(
  thrown: unknown,
  code: ErrorCode,
  place: string,
  wayOut: string,
): unknown {
  if (thrown instanceof EngineError || !CANNOT_WRITE.has(codeOf(thrown))) return thrown;
  return new EngineError(code, `store "${place}": ${messageOf(thrown)}; ${wayOut}`, {
    cause: thrown,
  });
}
