// A file system of a few megabytes in memory, to be filled up or made read-only. Takes the rights to mount one.
import { spawnSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { makeFolder } from "./folder.ts";

const SIZE = "12m";

const mount = (...args: readonly string[]): boolean =>
  spawnSync("mount", ["-t", "tmpfs", ...args]).status === 0;
const unmount = (place: string): boolean => spawnSync("umount", ["-l", place]).status === 0;

/** Tries it in a folder that is there. */
export function canMount(folder: string): boolean {
  return mount("-o", `size=${SIZE}`, "none", folder) && unmount(folder);
}

/** @returns the folder of the file system, gone when the test is over */
export function makeSmallDisk(): string {
  const place = makeFolder();
  if (!mount("-o", `size=${SIZE}`, "none", place)) throw new Error(`nothing mounted in ${place}`);
  onTestFinished(() => void unmount(place));
  return place;
}

export const makeReadOnly = (place: string): boolean => mount("-o", "remount,ro", "none", place);

const BALLAST = "ballast";

/** Fills a file system up. @param left bytes that stay free, about */
export function fillUp(place: string, left: number): void {
  const { bavail, bsize } = statfsSync(place);
  writeFileSync(join(place, BALLAST), new Uint8Array(Math.max(0, bavail * bsize - left)));
}

export const makeRoom = (place: string): void => rmSync(join(place, BALLAST));
