// The folder of a store: whether it is one, and files in it that are replaced as a whole.
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { EngineError } from "../core/error.ts";

/** All that lies in the folder of a store, and what killed processes may have left there. */
const OWN = /^(?:(?:anchor|lock)\.json(?:\.\w+)?|level)$/;

/**
 * Makes sure that there is a folder of a store, or one to make it in.
 * @throws EngineError STORE_FOREIGN, and STORE_MISSING unless it is to be created; besides what the file system throws
 */
export async function prepareFolder(place: string, create: boolean): Promise<void> {
  const names = await namesIn(place);
  const strange = names.find((name) => !OWN.test(name));
  if (names.includes("anchor.json") || names.includes("level")) return;
  if (strange !== undefined) {
    const problem = `${place} holds something else (${strange})`;
    throw new EngineError("STORE_FOREIGN", `${problem}; take another place with --store DIR`);
  }
  if (!create) {
    const problem = `there is no store in ${place}`;
    const wayOut = '"puppet run" makes one, and --store DIR names another place';
    throw new EngineError("STORE_MISSING", `${problem}; ${wayOut}`);
  }
  await makeFolder(resolve(place));
}

/** Its entry in the folder above must be on the medium too, and so upwards. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/** None where there is no folder. */
export const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch(otherwise<readonly string[]>([]));

/** Undefined where there is no file. */
export const bytesOfFile = (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch(otherwise(undefined));

/** Undefined where there is no file. */
export const textOfFile = (file: string): Promise<string | undefined> =>
  readFile(file, "utf8").catch(otherwise(undefined));

const otherwise =
  <T>(value: T) =>
  (thrown: unknown): T => {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return value;
    throw thrown;
  };

/** The file has the old text or the new one, whatever happens; the new one is on the medium when the promise resolves. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  await using written = await open(beside, "w");
  await written.writeFile(text);
  await written.sync();
  await rename(beside, file);
  await syncFolder(dirname(file));
}

/** Windows keeps the entries of folders by itself, and refuses this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  await using opened = await open(folder, "r");
  await opened.sync();
}
