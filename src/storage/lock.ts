// One owner per store: a file that names the process, and that nobody need remove after a crash.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { inUse } from "./failure.ts";

const MAX_COMMAND = 200;
/** Looks at the file this often, while others take it and leave it. */
const MAX_ATTEMPTS = 5;

const Owner = z.looseObject({
  pid: z.int().min(1),
  /** The boot of the machine and the start of the process, where the system tells them: a pid comes again. */
  boot: z.string(),
  start: z.string(),
  command: z.string(),
  /** An instant in UTC. */
  since: z.string(),
});
type Owner = z.infer<typeof Owner>;

/**
 * Takes a store for this process. A lock whose process is gone is taken over. Synchronous, so that nothing of this
 * process comes in between.
 * @param file of the lock; its folder is there
 * @returns what gives the store back
 * @throws EngineError STORE_IN_USE, also where this process has it: LevelDB loses its own lock when it is opened twice
 */
export function takeLock(place: string, file: string): () => void {
  const own = JSON.stringify(thisOwner());
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (create(file, own)) return () => read(file) === own && rmSync(file);
    const text = read(file);
    const owner = text === undefined ? undefined : parseOwner(text);
    if (owner !== undefined && isAlive(owner)) throw inUse(place, wordsFor(owner));
    if (text !== undefined) removeStale(file, text);
  }
  throw inUse(place, "one process after the other");
}

function thisOwner(): Owner {
  const { pid, argv } = process;
  const command = [basename(argv[1] ?? "node"), ...argv.slice(2)].join(" ").slice(0, MAX_COMMAND);
  const since = new Date().toISOString();
  return { pid, boot: bootId(), start: startOf(pid), command, since };
}

const wordsFor = ({ pid, command, since }: Owner): string =>
  pid === process.pid ? "this process itself" : `process ${pid} (${command}) since ${since}`;

function create(file: string, text: string): boolean {
  const made = unless("EEXIST", () => [writeFileSync(file, text, { flag: "wx" })]);
  return made !== undefined;
}

const read = (file: string): string | undefined =>
  unless("ENOENT", () => readFileSync(file, "utf8"));

/** Two may find the same stale lock: whoever moves away the new one of the other puts it back. */
function removeStale(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  if (unless("ENOENT", () => [renameSync(file, aside)]) === undefined) return;
  if (read(aside) === text) rmSync(aside);
  else renameSync(aside, file);
}

/** @returns undefined where the work throws this one error */
function unless<T>(code: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (thrown) {
    if (codeOf(thrown) === code) return undefined;
    throw thrown;
  }
}

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && "code" in thrown ? thrown.code : undefined;

/** @returns undefined for a text that was cut off: its writer was killed before it could open the store */
function parseOwner(text: string): Owner | undefined {
  try {
    return Owner.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const isAlive = ({ pid, boot, start }: Owner): boolean =>
  boot === bootId() && (start === "" ? isRunning(pid) : start === startOf(pid));

/** Another user's process may not be signalled, but it is there. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return codeOf(thrown) === "EPERM";
  }
}

const bootId = (): string => systemText("/proc/sys/kernel/random/boot_id").trim();

/** When a process was started, in the system's own count; "" for one that is gone or waits to be buried. */
function startOf(pid: number): string {
  const stat = systemText(`/proc/${pid}/stat`);
  // Behind the name, which may hold anything: the 3rd field is the state, the 22nd the start (proc(5)).
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? "" : (fields[18] ?? "");
}

/** @returns "" on systems that have no such file */
function systemText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
