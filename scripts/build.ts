// Writes dist/: JavaScript and types of src, machines and scenarios, and the data that lies beside them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const FOLDERS = ["src", "machines", "scenarios"];

const isData = (path: string): boolean => statSync(path).isDirectory() || !/\.tsx?$/.test(path);

rmSync(dist, { recursive: true, force: true });
for (const folder of FOLDERS.filter((name) => existsSync(join(root, name)))) {
  cpSync(join(root, folder), join(dist, folder), { recursive: true, filter: isData });
}
const tsc = join(root, "node_modules/.bin/tsc");
const { status } = spawnSync(tsc, ["--project", "tsconfig.build.json"], {
  cwd: root,
  stdio: ["ignore", 2, 2],
});
process.exitCode = status ?? 1;
