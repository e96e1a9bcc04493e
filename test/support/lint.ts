// The linter on sources that exist nowhere: they are written beside a copy of its rules and looked at in one go.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const biome = join(root, "node_modules/.bin/biome");

/** The rule, or for a rule of our own its message. */
interface Finding {
  readonly category: string;
  readonly message: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

/**
 * @param sources the text of each file by its path in the repository, `src/core/planted.ts`
 * @returns for each path what the linter refuses, empty when it accepts the file
 */
export function lint(sources: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "puppet-lint-"));
  try {
    cpSync(join(root, "biome.json"), join(folder, "biome.json"));
    cpSync(join(root, "lint"), join(folder, "lint"), { recursive: true });
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return refusals(Object.keys(sources), run(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string): readonly Finding[] {
  const options = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const { stdout, stderr } = spawnSync(biome, options, { cwd: folder, encoding: "utf8" });
  if (!stdout.startsWith("{")) throw new Error(`the linter did not run: ${stderr}`);
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
}

function refusals(paths: readonly string[], findings: readonly Finding[]) {
  const errors = findings.filter((finding) => finding.severity === "error");
  const refusalsOf = (path: string) =>
    errors
      .filter((finding) => finding.location.path === path)
      .map(({ category, message }) => (category === "plugin" ? message : category));
  return Object.fromEntries(paths.map((path) => [path, refusalsOf(path)]));
}
