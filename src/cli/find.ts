// Where scenarios and machines lie: the user's own folder first, then the package's.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { assert, EngineError, type ErrorCode } from "../core/error.ts";
import { nearest } from "../core/nearest.ts";

/** What can be found by name; also the name of its folder. */
export type Kind = "scenarios" | "machines";

export interface Found {
  readonly name: string;
  readonly file: string;
}

const EXTENSIONS = [".ts", ".mts", ".js", ".mjs", ".cjs"] as const;
const UNKNOWN: Readonly<Record<Kind, ErrorCode>> = {
  scenarios: "SCENARIO_UNKNOWN",
  machines: "MACHINE_UNKNOWN",
};

/** Above `src/cli` in a clone, above `dist/src/cli` in the package: there lie both folders. */
const packageFolder = join(import.meta.dirname, "../..");

/** Everything that has a name, by name; what the user has hides the package's of the same name. */
export function listFiles(kind: Kind): readonly Found[] {
  const byName = new Map<string, string>();
  for (const folder of [resolve(kind), join(packageFolder, kind)]) {
    for (const { name, file } of filesIn(folder)) {
      if (!byName.has(name)) byName.set(name, file);
    }
  }
  const found = [...byName].map(([name, file]) => ({ name, file }));
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A file of the package itself, whatever the user has under that name. */
export function packagedFile(kind: Kind, name: string): string {
  const file = fileAt(join(packageFolder, kind, name));
  assert(file !== undefined, `the package has its ${kind}`);
  return file;
}

function filesIn(folder: string): readonly Found[] {
  if (!isFolder(folder)) return [];
  const names = new Set(readdirSync(folder).map(withoutExtension));
  return [...names].flatMap((name) => {
    const file = /^[\w-]+$/.test(name) ? fileAt(join(folder, name)) : undefined;
    return file === undefined ? [] : [{ name, file }];
  });
}

/**
 * The file behind a path or a name.
 * @throws EngineError SCENARIO_UNKNOWN or MACHINE_UNKNOWN with the nearest names
 */
export function findFile(kind: Kind, query: string): string {
  const asPath = isPath(query) ? fileAt(resolve(query)) : undefined;
  const listed = listFiles(kind);
  const found = asPath ?? listed.find(({ name }) => name === withoutExtension(query))?.file;
  if (found !== undefined) return found;
  throw new EngineError(UNKNOWN[kind], unknownText(kind, query, listed));
}

/**
 * The file behind a path, or behind the name of a machine or else of a scenario. What a path leads to shows when it is
 * loaded; one with a folder `scenarios` says it.
 * @throws EngineError FILE_UNKNOWN with the nearest names
 */
export function findEither(query: string): { readonly file: string; readonly kind: Kind } {
  const path = isPath(query) ? fileAt(resolve(query)) : undefined;
  if (path !== undefined) {
    const kind = basename(dirname(path)) === "scenarios" ? "scenarios" : "machines";
    return { file: path, kind };
  }
  const listed = KINDS.flatMap((kind) => listFiles(kind).map((found) => ({ ...found, kind })));
  const found = listed.find(({ name }) => name === withoutExtension(query));
  if (found !== undefined) return found;
  const meant = nearest(
    withoutExtension(basename(query)),
    listed.map(({ name }) => name),
  );
  const wayOut =
    meant === undefined
      ? '"puppet machines" and "puppet scenarios" list them'
      : `did you mean ${meant}?`;
  throw new EngineError("FILE_UNKNOWN", `no machine or scenario "${query}"; ${wayOut}`);
}

const KINDS: readonly Kind[] = ["machines", "scenarios"];

function unknownText(kind: Kind, query: string, listed: readonly Found[]): string {
  const one = kind.slice(0, -1);
  const names = listed.map(({ name }) => name);
  const meant = nearest(withoutExtension(basename(query)), names);
  const problem = isPath(query)
    ? `no ${one} at "${query}" (from ${process.cwd()})`
    : `no ${one} "${query}" in ./${kind} or in the package`;
  if (meant !== undefined) return `${problem}; did you mean ${meant}?`;
  return `${problem}; there are ${names.join(", ") || "none"}`;
}

const isPath = (query: string): boolean => /[/\\]/.test(query) || hasExtension(query);

const hasExtension = (path: string): boolean => EXTENSIONS.some((end) => path.endsWith(end));

function withoutExtension(name: string): string {
  if (name.endsWith(".d.ts")) return name;
  const extension = EXTENSIONS.find((end) => name.endsWith(end));
  return extension === undefined ? name : name.slice(0, -extension.length);
}

/** The file itself, with an extension, or as the index of a folder. */
function fileAt(path: string): string | undefined {
  const candidates = [path, ...withExtensions(path), ...withExtensions(join(path, "index"))];
  return candidates.find(
    (file) => hasExtension(file) && existsSync(file) && statSync(file).isFile(),
  );
}

const withExtensions = (path: string): readonly string[] => EXTENSIONS.map((end) => path + end);

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
