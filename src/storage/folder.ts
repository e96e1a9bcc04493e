// The folder of a store: what may lie in it, and how it is given back as it was found when it is refused.
//
// LevelDB repairs when it opens: it throws away what it cannot read, and the files it came from with it. So its files
// are linked aside before, and put back when the inspection finds damage: nothing is repaired or deleted unasked.
import { copyFile, link, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { EngineError, messageOf } from "../core/error.ts";
import { ANCHOR_FILES } from "./anchor.ts";
import { codeOf, syncFolder } from "./files.ts";

/** Where LevelDB's files are. */
export const DATABASE = "leveldb";
/** A database in the making: it is renamed when it is whole. */
export const UNFINISHED = "leveldb.new";
export const LOCK_FILE = "lock";
/** LevelDB's files as they were found, until the inspection is over. */
const FOUND = "found";
const DISCARDED = "found.old";
const LINKING = "found.new";

/** What LevelDB writes for itself and never reads. */
const NOT_KEPT = new Set(["LOCK", "LOG", "LOG.old"]);
/** Files that are named when a folder is foreign. */
const MAX_NAMED = 3;

/** `empty`: there is room for a store; `unfinished`: one was being made when its process died. */
export type Content = "absent" | "empty" | "unfinished" | "store" | "no database";

/**
 * @throws EngineError STORE_FOREIGN when something else lies there
 * @throws EngineError STORE_UNREADABLE
 */
export async function contentOf(folder: string, place: string): Promise<Content> {
  const names = await namesIn(folder, place);
  if (names === undefined) return "absent";
  const hasAnchor = ANCHOR_FILES.some((name) => names.includes(name));
  if (names.includes(DATABASE)) return "store";
  if (hasAnchor) return "no database";
  if (names.includes(UNFINISHED)) return "unfinished";
  const others = names.filter((name) => name !== LOCK_FILE && !name.startsWith(`${LOCK_FILE}.`));
  if (others.length === 0) return "empty";
  const shown = others.slice(0, MAX_NAMED).join(", ") + (others.length > MAX_NAMED ? ", …" : "");
  throw new EngineError(
    "STORE_FOREIGN",
    `"${place}" is no store and holds ${shown}; choose an empty or new folder with --store DIR`,
  );
}

async function namesIn(folder: string, place: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(folder)).sort();
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return undefined;
    if (codeOf(thrown) === "ENOTDIR" && (await isFile(folder))) {
      throw new EngineError(
        "STORE_FOREIGN",
        `"${place}" is a file; choose a folder with --store DIR`,
      );
    }
    throw new EngineError(
      "STORE_UNREADABLE",
      `"${place}" cannot be read: ${messageOf(thrown)}; choose another folder with --store DIR`,
      { cause: thrown },
    );
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** LevelDB's files as they were before it opened them. */
export interface Kept {
  /** All is well: they are not needed. */
  readonly discard: () => Promise<void>;
  /** Makes the database what it was; it must be closed. */
  readonly putBack: () => Promise<void>;
  /** Damage was accepted: they stay, under the name that is returned. */
  readonly setAside: (name: string) => Promise<void>;
}

/** @param folder of the store; its database is not open */
export async function keepFiles(folder: string): Promise<Kept> {
  const [database, found] = [join(folder, DATABASE), join(folder, FOUND)];
  await clear(folder, LINKING);
  await clear(folder, DISCARDED);
  // Left from an opening that was interrupted: then these are the files as they were found.
  if (!(await readdir(folder)).includes(FOUND)) await linkAll(folder, database, found);
  const discard = async (): Promise<void> => {
    await rename(found, join(folder, DISCARDED));
    await syncFolder(folder);
    await clear(folder, DISCARDED);
  };
  return {
    discard,
    putBack: async () => {
      await restore(found, database);
      await discard();
    },
    setAside: async (name) => {
      await rename(found, join(folder, name));
      await syncFolder(folder);
    },
  };
}

const clear = (folder: string, name: string): Promise<void> =>
  rm(join(folder, name), { recursive: true, force: true });

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => !NOT_KEPT.has(name));

/** A link costs no room; where the file system has none, it is a copy. */
const keep = (from: string, to: string): Promise<void> =>
  link(from, to).catch(() => copyFile(from, to));

/** In two steps, so that a folder of that name is always whole. */
async function linkAll(folder: string, database: string, found: string): Promise<void> {
  const linking = join(folder, LINKING);
  await mkdir(linking);
  for (const name of await filesIn(database)) await keep(join(database, name), join(linking, name));
  await rename(linking, found);
}

/** Can be done again when it is interrupted. */
async function restore(found: string, database: string): Promise<void> {
  const before = await filesIn(found);
  for (const name of await filesIn(database)) {
    const isSame = before.includes(name) && (await isOneFile(join(found, name), join(database, name)));
    if (!isSame) await rm(join(database, name), { recursive: true, force: true });
  }
  const left = await filesIn(database);
  for (const name of before) {
    if (!left.includes(name)) await keep(join(found, name), join(database, name));
  }
  await syncFolder(database);
}

async function isOneFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(a), stat(b)]);
  return one.ino === other.ino;
}
