// Writes personas into a folder, one file each: all of them or none.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EngineError, messageOf } from "../core/error.ts";
import type { Persona } from "../persona/persona.ts";

export interface Written {
  readonly id: string;
  readonly file: string;
}

/** Who is to be written, with the files that they come from: those are never written over. */
interface Writable {
  readonly id: string;
  readonly persona: Persona;
  readonly from: readonly string[];
}

/**
 * @param options `force`: write over files that are there
 * @throws EngineError IMPORT_EXISTS, IMPORT_UNWRITABLE
 */
export function writePersonas(
  folder: string,
  people: readonly Writable[],
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
  const sources = new Set(people.flatMap(({ from }) => from.map((file) => resolve(file))));
  for (const { file } of files) {
    if (sources.has(resolve(file))) throw exists(file, "is what is imported; name another --out");
    if (force || !existsSync(file)) continue;
    throw exists(file, "is there already; name another --out, or write over it with --force");
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

const exists = (file: string, why: string): EngineError =>
  new EngineError("IMPORT_EXISTS", `"${file}" ${why}`);

function clear(parts: readonly string[]): void {
  try {
    for (const part of parts) rmSync(part, { force: true });
  } catch {
    // Where nothing could be written, there is nothing to take away.
  }
}
