// puppet unpack: the run in a file goes into the store, and its sources into a folder.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { assert, EngineError } from "../core/error.ts";
import { counted, padEnd } from "../report/text.ts";
import { engineVersion } from "../run/manifest.ts";
import type { PackLine, PackLineOf } from "../run/pack-line.ts";
import { readPack } from "../run/read-pack.ts";
import { type Unpacked, unpack } from "../run/unpack.ts";
import { openStore } from "../storage/level-store.ts";
import { packUnwritable } from "../storage/pack-file.ts";
import { INTERRUPTED, listenForInterrupt } from "./interrupt.ts";
import { jsonLine } from "./json.ts";
import { DEFAULT_STORE, type StoreFlag, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet unpack rumour-1.puppet
  puppet unpack rumour-1.puppet --out theirs --store theirs/db

Nothing is written before the whole file was verified. The sources are code, and
"puppet replay" runs it: look at what strangers send before you do.`;

interface UnpackFlags extends StoreFlag {
  readonly out?: string;
  readonly json?: boolean;
}

/** What is told at the end. */
interface Report {
  readonly run: string;
  readonly folder: string;
  readonly sources: readonly string[];
  /** The parents first. */
  readonly runs: readonly Unpacked[];
}

/** Adds `unpack` to the program. */
export function addUnpackCommand(program: Command, session: Session): void {
  const command = program
    .command("unpack")
    .summary("put a packed run into the store")
    .description("Puts a packed run into the store and its sources into a folder.")
    .argument("<FILE>", 'what "puppet pack" wrote')
    .option("--out <folder>", "where the sources go; a folder named like the run by default")
    .option("--json", "print what was unpacked as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((file: string, flags: UnpackFlags) => unpackFile(file, flags, session));
}

async function unpackFile(file: string, flags: UnpackFlags, session: Session): Promise<void> {
  const { terminal } = session;
  const { header, sources } = await verify(file);
  const { out: folder = header.run, store: place = DEFAULT_STORE } = flags;
  checkEmpty(folder);
  await using store = await openStore(place);
  using interrupt = listenForInterrupt();
  const { signal } = interrupt;
  const lines = writingSources(readPack(file), folder, signal);
  const runs = await unpack(store, lines, sourceOf(join(folder, header.scenario))).catch(
    (thrown) => {
      clear(folder);
      if (!signal.aborted) throw packUnwritable(folder, thrown);
    },
  );
  if (runs === undefined) {
    session.exitCode = INTERRUPTED;
    return;
  }
  const engine = engineVersion();
  if (header.engine !== engine) {
    terminal.err(`note: packed by puppet-engine ${header.engine}, and this is ${engine}\n`);
  }
  const run = runs.at(-1)?.run ?? header.run;
  if (flags.json) terminal.out(jsonLine({ run, folder, sources, runs }));
  else terminal.out(listing({ run, folder, sources, runs }));
}

interface Contents {
  readonly header: PackLineOf<"header">;
  /** Their paths. */
  readonly sources: readonly string[];
}

/** Reads all of a pack, which proves it. @throws EngineError PACK_INVALID, PACK_NEWER */
async function verify(file: string): Promise<Contents> {
  let header: PackLineOf<"header"> | undefined;
  const sources: string[] = [];
  for await (const line of readPack(file)) {
    if (line.kind === "header") header = line;
    if (line.kind === "source") sources.push(line.path);
  }
  assert(header !== undefined, "a pack that was read to its end has a header");
  return { header, sources };
}

/** @throws EngineError PACK_EXISTS */
function checkEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  const isFree = statSync(folder).isDirectory() && readdirSync(folder).length === 0;
  if (isFree) return;
  const wayOut = "name another one with --out";
  throw new EngineError("PACK_EXISTS", `"${folder}" has something in it already; ${wayOut}`);
}

/** What is in a folder now is ours: it was empty. */
function clear(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

/** Writes the sources on their way, and gives the other lines on. */
async function* writingSources(
  lines: AsyncIterable<PackLine>,
  folder: string,
  signal: AbortSignal,
): AsyncIterable<PackLine> {
  for await (const line of lines) {
    signal.throwIfAborted();
    if (line.kind === "source") writeSource(join(folder, line.path), line);
    else yield line;
  }
}

function writeSource(file: string, { content, encoding }: PackLineOf<"source">): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(content, encoding), { flag: "wx" });
}

/** Of a cast the pack names one persona, and the folder of that is the scenario. */
const sourceOf = (file: string): string =>
  file.endsWith(".json") ? `${shownPath(dirname(file))}/` : shownPath(file);

/** How the store remembers a file: relative where it lies below. */
function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? resolve(file) : path;
}

function listing({ run, folder, sources, runs }: Report): string {
  const width = Math.max(...runs.map(({ packed }) => packed.length));
  const lines = [
    ...runs.map((it) => `${padEnd(it.packed, width)}  ${fateOf(it)}`),
    `${counted(sources.length, "file")} in ${folder}`,
    "",
    "The files are code, and the next command runs it. Look at them first if a stranger sent them.",
    `  npx puppet replay ${run}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function fateOf({ packed, run, steps, isKnown }: Unpacked): string {
  const name = run === packed ? "" : ` as ${run}`;
  if (isKnown) return `is there already${name}, and stays as it is`;
  const entries = counted(steps, "entry", "entries");
  return name === "" ? entries : `${entries},${name}: the id is taken by another run`;
}
