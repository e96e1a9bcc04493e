// A store in memory: for tests, and for what nobody wants to keep.
import type { Disk } from "./disk.ts";
import { openRunStore } from "./run-store.ts";
import type { Store } from "./store.ts";

/** What is written lasts as long as the disk: a store opened on it again finds it. */
export function memoryDisk(): Disk {
  const values = new Map<string, Uint8Array>();
  let anchor: string | undefined;
  return {
    place: "memory",
    read: async (key) => values.get(key),
    keys: async (from, to) => [...values.keys()].filter((key) => key >= from && key < to).sort(),
    write: async (changes) => {
      for (const { key, value } of changes) {
        if (value === undefined) values.delete(key);
        else values.set(key, value);
      }
    },
    readAnchor: async () => anchor,
    writeAnchor: async (text) => {
      anchor = text;
    },
    purge: async () => undefined,
    close: async () => undefined,
  };
}

export const memoryStore = (): Promise<Store> => openRunStore(memoryDisk());
