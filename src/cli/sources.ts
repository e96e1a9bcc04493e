// The files that a scenario is made of: it, what it imports from beside it, and the folder with its data.
import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";

/** As in `import x from "./x.ts"`, `export * from …` and `import("./x.ts")`. */
const RELATIVE_IMPORT = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;
const CODE = new Set([".ts", ".mts", ".js", ".mjs", ".cjs"]);
const LOCK_FILES = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock"] as const;
/** A scenario of more files than this is followed no further. */
const MAX_FILES = 2000;

/** @returns absolute paths, sorted; a missing import is left to Node to complain about */
export function sourcesOf(file: string): readonly string[] {
  const found = new Set<string>();
  const wanted = [file, ...dataOf(file)];
  for (let next = wanted.pop(); next !== undefined && found.size < MAX_FILES; next = wanted.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (CODE.has(extname(next))) wanted.push(...importsOf(next));
  }
  return [...found].sort();
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(RELATIVE_IMPORT)]
    .map(([, path = ""]) => resolve(dirname(file), path))
    .filter((path) => existsSync(path) && statSync(path).isFile());
}

/** `scenarios/NAME/` beside `scenarios/NAME.ts`. */
function dataOf(file: string): readonly string[] {
  const folder = join(dirname(file), basename(file, extname(file)));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Hash of the files and of the nearest lock file above: another one may mean another run. */
export function codeHash(file: string): string {
  const lock = lockFileAbove(dirname(file));
  const files = [...sourcesOf(file), ...(lock === undefined ? [] : [lock])];
  const folder = dirname(file);
  const parts = files.map((path) => `${relative(folder, path)} ${contentHash(path)}`);
  return hash("sha256", parts.join("\n"), "hex");
}

const contentHash = (path: string): string => hash("sha256", readFileSync(path), "hex");

function lockFileAbove(folder: string): string | undefined {
  const found = LOCK_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined || dirname(folder) === folder) return found;
  return lockFileAbove(dirname(folder));
}
