// A store in a folder, on LevelDB: `anchor.json`, `lock.json`, and LevelDB's own files in `level`.
import { join } from "node:path";
import type { Level } from "level";
import { anchorText, parseAnchor } from "./anchor.ts";
import { checkTables } from "./check-tables.ts";
import type { Change, Disk } from "./disk.ts";
import { damaged, failureAt } from "./failure.ts";
import { namesIn, prepareFolder, replaceFile, textOfFile } from "./folder.ts";
import { takeLock } from "./lock.ts";
import { keepOriginals } from "./originals.ts";
import { openRunStore } from "./run-store.ts";
import type { Store } from "./store.ts";

/**
 * Opens the store in a folder for this process alone.
 * @param options.create whether it is made where none is
 * @throws EngineError STORE_DAMAGED, STORE_FOREIGN, STORE_IN_USE, STORE_MISSING, STORE_NEWER, STORE_UNREADABLE,
 * STORE_UNWRITABLE
 * @example await using store = await openStore("snapshots/db");
 */
export async function openStore(
  place: string,
  { create = true }: { readonly create?: boolean } = {},
): Promise<Store> {
  try {
    await prepareFolder(place, create);
    const unlock = takeLock(place, join(place, "lock.json"));
    await using cleanup = new AsyncDisposableStack();
    cleanup.defer(unlock);
    const originals = keepOriginals(place);
    const level = await openLevel(place).catch((thrown: unknown) => {
      // It did not come to touch anything, and may be somebody else's.
      originals.drop();
      throw thrown;
    });
    cleanup.defer(originals.putBack);
    cleanup.defer(() => level.close());
    const store = await openRunStore(levelDisk(place, level, unlock));
    cleanup.move();
    originals.drop();
    return store;
  } catch (thrown) {
    throw failureAt(place, thrown, "STORE_UNREADABLE");
  }
}

type Values = Level<string, Uint8Array>;

/** LevelDB may begin anew only where nothing was stored: without its file CURRENT it would do so in silence. */
async function openLevel(place: string): Promise<Values> {
  const folder = join(place, "level");
  const names = await namesIn(folder);
  const anchor = await textOfFile(join(place, "anchor.json"));
  if (anchor === undefined && names.length > 0) throw damaged(place, "has lost its anchor");
  const isNew = anchor === undefined || parseAnchor(place, anchor).size === 0;
  if (anchor === undefined) await replaceFile(join(place, "anchor.json"), anchorText(new Map()));
  const isEmpty = !names.some((name) => /\.(?:log|ldb|sst)$/.test(name));
  await checkTables(place, folder);
  const { Level } = await import("level");
  const level = new Level<string, Uint8Array>(folder, {
    createIfMissing: isNew && isEmpty,
    keyEncoding: "utf8",
    valueEncoding: "view",
    // Values are packed already, and checkTables reads what is not.
    compression: false,
  });
  await level.open();
  return level;
}

function levelDisk(place: string, level: Values, unlock: () => void): Disk {
  const anchor = join(place, "anchor.json");
  return {
    place,
    read: (key) => level.get(key),
    keys: (from, to) => level.keys({ gte: from, lt: to }).all(),
    write: async (changes) => {
      await level.batch(
        changes.map(({ key, value }) =>
          value === undefined ? { type: "del", key } : { type: "put", key, value },
        ),
        { sync: true },
      );
      await compact(level, changes);
    },
    readAnchor: () => textOfFile(anchor),
    writeAnchor: (text) => replaceFile(anchor, text),
    // LevelDB keeps old values until it happens to compact the files that have them.
    purge: async () => {
      if (isCompactable(level)) await level.compactRange("", "");
    },
    close: async () => {
      await level.close();
      unlock();
    },
  };
}

/** So many keys at a time are taken away only with a whole run. */
const MANY = 64;

/** LevelDB keeps what was deleted until it comes to rewrite it: whoever takes a run away wants the room now. */
async function compact(level: Values, changes: readonly Change[]): Promise<void> {
  const gone = changes.filter(({ value }) => value === undefined).map(({ key }) => key);
  const [first, last] = [gone.reduce(least, "~"), gone.reduce(greatest, "")];
  if (gone.length >= MANY && isCompactable(level)) await level.compactRange(first, last);
}

/** The types of `level` cover the browser too, which cannot do it. */
const isCompactable = (
  level: Values,
): level is Values & { readonly compactRange: (from: string, to: string) => Promise<void> } =>
  "compactRange" in level;

const least = (a: string, b: string): string => (a < b ? a : b);
const greatest = (a: string, b: string): string => (a > b ? a : b);
