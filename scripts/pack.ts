// The manifest of the published package: `strip` takes from package.json what only this repository needs,
// `restore` puts it back. npm packs what lies on the disk, so the file itself must change for that moment.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const manifest = join(root, "package.json");
const original = join(root, ".package.json.original");

const REPOSITORY_ONLY = ["optionalDependencies", "overrides", "devDependencies", "scripts"];
const SOURCE_CONDITION = "puppet-engine-source";

function stripped(text: string): string {
  const unused = new Set([...REPOSITORY_ONLY, SOURCE_CONDITION]);
  const kept = JSON.parse(text, (key, value) => (unused.has(key) ? undefined : value));
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/** In one step, so that an interruption leaves the old text or the new one. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function strip(): void {
  restore();
  const text = readFileSync(manifest, "utf8");
  replace(original, text);
  replace(manifest, stripped(text));
}

/** Also after a packing that failed or was interrupted, but never over an edit made since. */
function restore(): void {
  if (!existsSync(original)) return;
  const [now, before] = [readFileSync(manifest, "utf8"), readFileSync(original, "utf8")];
  if (now !== before && now !== stripped(before)) {
    throw new Error(
      `package.json was edited while stripped; merge it with ${original}, delete that`,
    );
  }
  replace(manifest, before);
  rmSync(original);
}

const commands: Readonly<Record<string, () => void>> = { strip, restore };
const command = commands[process.argv[2] ?? ""];
if (command === undefined) throw new Error(`pack.ts knows ${Object.keys(commands).join(", ")}`);
command();
