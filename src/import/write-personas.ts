// Writes personas into a folder, one file each: all of them or none.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError, messageOf } from "../core/error.ts";
import type { Persona } from "../persona/persona.ts";

export interface Written {
  readonly id: string;
  readonly file: string;
}

/**
 * @param options `force`: write over files that are there
 * @throws EngineError IMPORT_EXISTS, IMPORT_UNWRITABLE
 */
export function writePersonas(
  folder: string,
  people: readonly { readonly id: string; readonly persona: Persona }[],
  { force = false }: { readonly force?: boolean } = {},
): readonly Written[] {
  const files = people.map(({ id, persona }) => {
    const file = join(folder, `${id}.json`);
    return {
      id,
      file,
      part: `${file}.part`,
      text: `${JSON.stringify({ ...persona, id }, null, 2)}\n`,
    };
  });
  const taken = files.find(({ file }) => !force && existsSync(file));
  if (taken !== undefined) {
    const wayOut = "name another --out, or write over it with --force";
    throw new EngineError("IMPORT_EXISTS", `"${taken.file}" is there already; ${wayOut}`);
  }
  try {
    mkdirSync(folder, { recursive: true });
    for (const { part, text } of files) writeFileSync(part, text);
    for (const { part, file } of files) renameSync(part, file);
  } catch (thrown) {
    clear(files.map(({ part }) => part));
    const problem = `"${folder}" cannot be written: ${messageOf(thrown)}`;
    throw new EngineError("IMPORT_UNWRITABLE", `${problem}; name another --out`, { cause: thrown });
  }
  return files.map(({ id, file }) => ({ id, file }));
}

function clear(parts: readonly string[]): void {
  try {
    for (const part of parts) rmSync(part, { force: true });
  } catch {
    // Where nothing could be written, there is nothing to take away.
  }
}
