// Who owns a store: a file that names the process. One process at a time, and one handle in it.
//
// LevelDB's own lock is not enough: a process that tries to open a database twice loses it without a word, and
// whoever opens it next makes acknowledged writes vanish. It is only the second line, for processes that find the
// same stale file in the same instant, or that cannot see each other.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { EngineError } from "../core/error.ts";
import { codeOf } from "./files.ts";

const ownerSchema = z.object({
  pid: z.int().positive(),
  /** Process ids come again: the boot of the machine and the start of the process in it. Empty where not told. */
  boot: z.string(),
  started: z.string(),
  command: z.string(),
  /** Tells two handles of one process apart. */
  handle: z.string(),
});

type Owner = z.infer<typeof ownerSchema>;

/** A store that this process owns. */
export interface Lock {
  /** False when somebody has taken the store over or removed the file. */
  readonly isHeld: () => Promise<boolean>;
  readonly release: () => Promise<void>;
  /** When it turns out that the owner before is alive: gives the store back. @returns the error to throw */
  readonly giveBack: () => Promise<EngineError>;
}

/** Characters of a command line that are shown. */
const MAX_COMMAND = 200;
/** A lock that is half written is whole a moment later, or its writer is dead. */
const READ_ATTEMPTS = 5;
const READ_PAUSE = 40;
/** When two take over the same stale lock, the earlier one has seen the later one by then. */
const SETTLE_PAUSE = 50;

/**
 * @param path of the lock file
 * @param place what to call the store in messages
 * @throws EngineError STORE_IN_USE
 */
export async function takeLock(path: string, place: string): Promise<Lock> {
  const text = JSON.stringify(myself());
  const stale = (await create(path, text)) ? undefined : await takeOver(path, { text, place });
  const isMine = async (): Promise<boolean> => (await textAt(path)) === text;
  return {
    isHeld: async () => (await isMine()) || (await pause(2 * SETTLE_PAUSE).then(isMine)),
    release: async () => {
      if (await isMine()) await rm(path, { force: true });
    },
    giveBack: async () => {
      if (stale === undefined) await rm(path, { force: true });
      else await replace(path, stale);
      return inUse(place, stale);
    },
  };
}

function myself(): Owner {
  const [program = "", script = "", ...options] = process.argv;
  const command = [basename(program), basename(script), ...options].join(" ");
  return {
    pid: process.pid,
    boot: boot(),
    started: startOf(process.pid) ?? "",
    command: command.slice(0, MAX_COMMAND),
    handle: randomUUID(),
  };
}

/** @returns false when there is one already */
async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === "EEXIST") return false;
    throw thrown;
  }
}

/** @returns the text of the stale lock that was replaced */
async function takeOver(
  path: string,
  { text, place }: { readonly text: string; readonly place: string },
): Promise<string | undefined> {
  const stale = await settledText(path);
  const owner = ownerOf(stale);
  if (owner !== undefined && isAlive(owner)) throw inUse(place, stale);
  await replace(path, text);
  await pause(SETTLE_PAUSE);
  const settled = await textAt(path);
  if (settled !== text) throw inUse(place, settled);
  return stale;
}

async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, text);
  await rename(beside, path);
}

async function settledText(path: string): Promise<string | undefined> {
  for (let attempt = 1; ; attempt++) {
    const text = await textAt(path);
    if (ownerOf(text) !== undefined || attempt === READ_ATTEMPTS) return text;
    await pause(READ_PAUSE);
  }
}

async function textAt(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return undefined;
    throw thrown;
  }
}

/** @returns undefined for what no engine wrote, or only half of it */
function ownerOf(text: string | undefined): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
}

function inUse(place: string, text: string | undefined): EngineError {
  const owner = ownerOf(text);
  const who = owner ? `process ${owner.pid} (${owner.command})` : "another process";
  return new EngineError(
    "STORE_IN_USE",
    `store "${place}" is in use by ${who}; wait for its end, or choose another with --store DIR`,
  );
}

function isAlive({ pid, boot: itsBoot, started }: Owner): boolean {
  if (itsBoot !== boot()) return false;
  if (startOf(process.pid) !== undefined) return startOf(pid) === started;
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return codeOf(thrown) === "EPERM";
  }
}

/** Linux tells which boot this is; elsewhere a process is known by its id alone. */
function boot(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** Field 3 of /proc/PID/stat is the state, field 22 the start in clock ticks (proc(5)); a name may hold anything. */
const STATE = 0;
const START = 19;

/** @returns undefined for a process that is dead, a zombie, or not told of */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[STATE] === "Z" || fields[STATE] === "X" ? undefined : fields[START];
  } catch {
    return undefined;
  }
}
