// The files of a scenario as they go into a pack: under names that tell nothing of where they come from.
import { readFileSync, statSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { EngineError } from "../core/error.ts";
import type { Source } from "../run/pack.ts";
import { isSafePath } from "../run/pack-line.ts";
import { sourcesOf } from "./sources.ts";

/** A longer file is data to be shared in another way, in bytes. */
const MAX_SOURCE = 33_554_432;
/** What a folder is called whose name is nobody's business. */
const UNNAMED = "_";

export interface PackedSources {
  /** Path of the scenario in the pack. */
  readonly scenario: string;
  /** All paths in the pack. */
  readonly paths: readonly string[];
  /** Reads one file after the other. */
  readonly sources: Iterable<Source>;
  /** Hidden files: such as `.env`, they are nobody else's. */
  readonly leftOut: readonly string[];
}

/**
 * What a scenario is made of.
 * @param file its absolute path
 * @throws EngineError PACK_INVALID for a file that cannot be packed
 */
export function packedSources(file: string): PackedSources {
  const files = sourcesOf(file);
  const pathOf = namingOf(file, files);
  const named = files.map((source) => ({ file: source, path: pathOf(source) }));
  const [leftOut, packed] = [named.filter(isHidden), named.filter((it) => !isHidden(it))];
  for (const source of packed) checkSource(source);
  return {
    scenario: pathOf(file),
    paths: packed.map(({ path }) => path),
    leftOut: leftOut.map(({ path }) => path),
    sources: contents(packed),
  };
}

interface NamedFile {
  readonly file: string;
  readonly path: string;
}

function* contents(packed: readonly NamedFile[]): Iterable<Source> {
  for (const { path, file } of packed) yield { path, content: readFileSync(file) };
}

const isHidden = ({ path }: NamedFile): boolean => /(?:^|\/)\./.test(path);

function checkSource({ file, path }: NamedFile): void {
  if (!isSafePath(path)) {
    throw new EngineError("PACK_INVALID", `"${path}" is no file name everywhere; rename it`);
  }
  const { size } = statSync(file);
  if (size <= MAX_SOURCE) return;
  const problem = `"${path}" has ${size} bytes, and a pack takes files up to ${MAX_SOURCE}`;
  throw new EngineError("PACK_INVALID", `${problem}; keep it out of the scenario's folder`);
}

/**
 * Names relative to the folder that all have in common. What lies beside the scenario's project is reached through
 * folders above it, whose own names no import needs.
 */
function namingOf(scenario: string, files: readonly string[]): (file: string) => string {
  const common = commonFolder(files);
  const project = relative(common, dirname(dirname(scenario))).split(sep);
  return (file) => {
    const names = relative(common, file).split(sep);
    const first = names.findIndex((name, i) => name !== project[i]);
    return [...names.slice(0, first).fill(UNNAMED), ...names.slice(first)].join("/");
  };
}

/** The deepest folder that all files lie in. */
function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? "");
  const isOutside = (file: string): boolean => relative(folder, file).split(sep)[0] === "..";
  while (files.some(isOutside)) folder = dirname(folder);
  return folder;
}
