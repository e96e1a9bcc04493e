// What goes wrong with a store, as errors of ours: the words of the operating system and of LevelDB made plain.
import { EngineError, messageOf } from "../core/error.ts";
import type { Disk } from "./disk.ts";
import { wordsOf } from "./keys.ts";

/** What was tried when something failed decides the code, unless the reason does. */
type Code = "STORE_UNREADABLE" | "STORE_UNWRITABLE";

const REASONS: readonly (readonly [text: RegExp, reason: string, code?: Code])[] = [
  [/no space left/i, "the disk is full", "STORE_UNWRITABLE"],
  [/quota exceeded/i, "the disk quota is used up", "STORE_UNWRITABLE"],
  [/read-only file system/i, "the file system is read-only", "STORE_UNWRITABLE"],
  [/permission denied|operation not permitted/i, "permission is denied"],
  [/too many open files/i, "too many files are open"],
  [/not a directory|EEXIST/i, "a part of the path is a file", "STORE_UNREADABLE"],
  [/i\/o error$|input\/output error/i, "the medium fails"],
];

const OTHER_PLACE = "take another place with --store DIR";
const WAYS_OUT: Readonly<Record<Code, string>> = {
  STORE_UNREADABLE: `remedy that, or ${OTHER_PLACE}`,
  STORE_UNWRITABLE: `what was acknowledged is kept: remedy that and begin again, or ${OTHER_PLACE}`,
};

/** LevelDB's codes of damage, and how it says that the file CURRENT is missing. */
const DAMAGE = /^LEVEL_(?:CORRUPTION|IO_ERROR): |: Invalid argument: .* does not exist/;

/** An error of ours for whatever a place has thrown. @param tried the code where the reason does not decide it */
export function failureAt(place: string, thrown: unknown, tried: Code): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  const text = messageOf(cause);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "LEVEL_LOCKED") return inUse(place, "another process", cause);
  const known = REASONS.find(([pattern]) => pattern.test(text));
  const isDamage = DAMAGE.test(`${code}: ${text}`) && tried === "STORE_UNREADABLE";
  if (known === undefined && isDamage) {
    return damaged(place, `holds damage in the files of LevelDB (${text})`, { cause });
  }
  const [, reason = text, told = tried] = known ?? [];
  return new EngineError(told, `${place}: ${reason}; ${WAYS_OUT[told]}`, { cause });
}

/** STORE_IN_USE. @param owner who uses it, in words */
export const inUse = (place: string, owner: string, cause?: unknown): EngineError =>
  new EngineError(
    "STORE_IN_USE",
    `${place} is in use by ${owner}; wait until that ends, or ${OTHER_PLACE}`,
    { cause },
  );

/** STORE_DAMAGED. @param problem what is damaged or lost; @param run of which run it is part */
export function damaged(
  place: string,
  problem: string,
  { run, cause }: { readonly run?: string | undefined; readonly cause?: unknown } = {},
): EngineError {
  const wayOut = run
    ? `"puppet verify ${run}" lists what is whole`
    : "bring the folder back from a copy, or move it away and begin anew";
  return new EngineError("STORE_DAMAGED", `${place} ${problem}; ${wayOut}`, { cause });
}

/** STORE_DAMAGED, for what should lie under a key and does not. */
export function lostAt(place: string, key: string): EngineError {
  const { what, run } = wordsOf(key);
  return damaged(place, `has lost ${what}`, { run });
}

/** STORE_DAMAGED, for what lies under a key and is not what was written. */
export function changedAt(place: string, key: string, cause?: unknown): EngineError {
  const { what, run } = wordsOf(key);
  return damaged(place, `holds damage in ${what}`, { run, cause });
}

/** A disk that throws errors of ours. After a failed write it refuses all further ones: LevelDB does the same. */
export function guardedDisk(disk: Disk): Disk {
  const { place } = disk;
  let failed: EngineError | undefined;
  const reading = <T>(result: Promise<T>): Promise<T> =>
    result.catch((thrown) => {
      throw failureAt(place, thrown, "STORE_UNREADABLE");
    });
  const writing = async (write: () => Promise<void>): Promise<void> => {
    if (failed !== undefined) throw failed;
    await write().catch((thrown) => {
      failed = failureAt(place, thrown, "STORE_UNWRITABLE");
      throw failed;
    });
  };
  return {
    place,
    read: (key) => reading(disk.read(key)),
    keys: (from, to) => reading(disk.keys(from, to)),
    readAnchor: () => reading(disk.readAnchor()),
    write: (changes) => writing(() => disk.write(changes)),
    writeAnchor: (text) => writing(() => disk.writeAnchor(text)),
    purge: () => writing(() => disk.purge()),
    close: () => disk.close(),
  };
}
