// puppet pack: a run as one file, to be sent along with a paper or a bug report.
import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { counted } from "../report/text.ts";
import { pack } from "../run/pack.ts";
import { writePackFile } from "../storage/pack-file.ts";
import { isCastFolder, packedCast } from "./cast-folder.ts";
import { findFile } from "./find.ts";
import { INTERRUPTED, listenForInterrupt } from "./interrupt.ts";
import { jsonLine } from "./json.ts";
import { originOf } from "./load.ts";
import { packedSources } from "./packed-sources.ts";
import { openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet pack rumour-1                       writes rumour-1.puppet
  puppet pack rumour-1.1 --out denial.puppet
  zstd -dc rumour-1.puppet | jq -c .kind     what is in it

In it are the run, those that it was forked from, the scenario, and the files
that it imports or has in its folder. No hidden files, and no path of this
computer.`;

interface PackFlags extends StoreFlag {
  readonly out?: string;
  readonly snapshots?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** What was written. */
interface Packed {
  readonly run: string;
  readonly file: string;
  readonly steps: number;
  readonly sources: readonly string[];
  readonly bytes: number;
}

/** Paths that are listed. */
const MAX_SHOWN = 20;

/** Adds `pack` to the program. */
export function addPackCommand(program: Command, session: Session): void {
  const command = program
    .command("pack")
    .summary("write a run with its code into one file")
    .description("Writes a run into one file, with all that it takes to replay it elsewhere.")
    .argument("<RUN>", 'a run in the store; "puppet runs" lists them')
    .option("--out <file>", "where to; RUN.puppet by default")
    .option("--snapshots", "some along the way too: a larger file, and a shorter way back")
    .option("--force", "write over a file that is there already")
    .option("--json", "print what was written as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: PackFlags) => packRun(id, flags, session));
}

async function packRun(id: string, flags: PackFlags, session: Session): Promise<void> {
  const { terminal } = session;
  const { out: file = `${id}.puppet`, snapshots: hasSnapshots = false } = flags;
  if (!flags.force) checkFree(file);
  await using opened = await openPast(id, flags);
  const { store, past } = opened;
  const { manifest } = await store.run(id);
  const { source } = manifest;
  const { leftOut, ...sources } = isCastFolder(source)
    ? packedCast(source)
    : packedSources(findFile("scenarios", source));
  tellChanged(session, opened);
  const isAsItWas = manifest.code === undefined || manifest.code === originOf(source).code;
  if (!isAsItWas) terminal.err(`note: ${changedSince(id)}\n`);
  const said = past.strangers.filter(({ text }) => text !== undefined).length;
  if (said > 0) terminal.err(`note: ${counted(said, "text")} of strangers go along\n`);
  for (const path of leftOut) terminal.err(`note: ${path} is hidden, and left out\n`);
  using interrupt = listenForInterrupt();
  const lines = pack(store, id, { ...sources, hasSnapshots });
  if (!(await writePackFile(file, lines, interrupt.signal))) {
    session.exitCode = INTERRUPTED;
    return;
  }
  const packed = { run: id, file, steps: past.steps, sources: sources.paths };
  const { size: bytes } = statSync(file);
  terminal.out(flags.json ? jsonLine({ ...packed, bytes }) : listing({ ...packed, bytes }));
}

/** @throws EngineError PACK_EXISTS */
function checkFree(file: string): void {
  if (!existsSync(file)) return;
  const wayOut = "name another --out, or write over it with --force";
  throw new EngineError("PACK_EXISTS", `"${file}" is there already; ${wayOut}`);
}

const changedSince = (run: string): string =>
  `"${run}" was made from other files, or beside another lock file; see whether it replays`;

function listing({ file, steps, bytes, sources }: Packed): string {
  const size = `${counted(steps, "entry", "entries")}, ${counted(bytes, "byte")}`;
  const shown = sources.slice(0, MAX_SHOWN);
  const more = sources.length - shown.length;
  const paths = [...shown, ...(more > 0 ? [`and ${counted(more, "file")} more`] : [])];
  return `${file}: ${size}\n${paths.map((path) => `  ${path}\n`).join("")}`;
}
