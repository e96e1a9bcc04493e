// LevelDB rewrites its files while it opens them, also those that are damaged: what could still be read from them
// would be gone. So they are kept until the store has proved to be whole, and put back where it has not.
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** LevelDB's own notes and lock hold nothing of the store. */
const isKept = (name: string): boolean => name !== "LOCK" && !name.startsWith("LOG");

export interface Originals {
  /** Everything is as it was before LevelDB came. */
  readonly putBack: () => void;
  /** They are not needed any more. */
  readonly drop: () => void;
}

/**
 * Keeps the files of LevelDB by links: it takes files away and adds others, and changes none in place. When the process
 * ended while a store was opened, its files are put back first.
 * @param place of the store, which this process has locked
 */
export function keepOriginals(place: string): Originals {
  const [level, kept, partial] = [
    join(place, "level"),
    join(place, "kept"),
    join(place, "partial"),
  ];
  const putBack = (): void => {
    if (!existsSync(kept)) return;
    rmSync(level, { recursive: true, force: true });
    renameSync(kept, level);
  };
  putBack();
  rmSync(partial, { recursive: true, force: true });
  if (existsSync(level)) linkAll(level, partial, kept);
  // Killed meanwhile, a process must not leave a part of them to be put back.
  const drop = (): void => {
    if (existsSync(kept)) renameSync(kept, partial);
    rmSync(partial, { recursive: true, force: true });
  };
  return { putBack, drop };
}

/** Under its name only when it is complete. Where a file system knows no links, nothing is kept. */
function linkAll(level: string, partial: string, kept: string): void {
  mkdirSync(partial);
  try {
    for (const name of readdirSync(level).filter(isKept)) {
      linkSync(join(level, name), join(partial, name));
    }
    renameSync(partial, kept);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
}
